// Fill, absence and broken characters, field by field, with bytes written by hand.
#include "formats/fixed_field.hpp"

#include <doctest/doctest.h>

using namespace daicho;

namespace {

Layout layout_of(Picture picture, bool zero_filled = false, bool absent_is_zeros = false) {
  Layout layout;
  layout.id = "one";
  Item item;
  item.id = "item";
  item.picture = picture;
  item.kind = picture.cls == PictureClass::digits ? Kind::digits
              : picture.cls == PictureClass::text ? Kind::text
                                                  : Kind::zenkaku;
  item.zero_filled = zero_filled;
  item.absent_is_zeros = absent_is_zeros;
  layout.items.push_back(item);
  return layout;
}

struct Read {
  FieldResult result;
  std::string text;
};

Read read(const Layout& layout, Charset charset, std::string_view bytes) {
  const FixedPlan plan(layout, charset);
  REQUIRE(bytes.size() == plan.record_bytes());
  Read read;
  read.result = read_fixed_field(plan, plan.fields()[0], bytes, read.text);
  return read;
}

std::string written(const Layout& layout, Charset charset, std::string_view value) {
  const FixedPlan plan(layout, charset);
  std::string bytes;
  CHECK(write_fixed_field(plan, plan.fields()[0], value, bytes).fault == FieldFault::none);
  CHECK(bytes.size() == plan.record_bytes());
  return bytes;
}

constexpr Picture n4{PictureClass::national, 4};
constexpr Picture x4{PictureClass::text, 4};
constexpr Picture d4{PictureClass::digits, 4};

}  // namespace

TEST_CASE("N is filled with U+3000, in UTF-8 while it fits, then with spaces") {
  const Layout layout = layout_of(n4);
  CHECK(written(layout, Charset::cp932, "東") == "\x93\x8C\x81\x40\x81\x40\x81\x40");
  CHECK(written(layout, Charset::utf8, "東") == "東　　　");
  CHECK(written(layout, Charset::utf8, "α") == "α　　　 ");   // 2 bytes of 12: three fills and one space
  CHECK(written(layout, Charset::utf8, "𠮷") == "𠮷　　  ");  // 4 bytes of 12: two fills and two spaces
  CHECK(written(layout, Charset::utf16le, "東") == std::string("\x71\x67\x00\x30\x00\x30\x00\x30", 8));
  CHECK(written(layout, Charset::utf16be, "𠮷") == std::string("\xD8\x42\xDF\xB7\x30\x00\x30\x00", 8));
  CHECK(written(layout, Charset::utf8, "") == "　　　　");
  for (const char* value : {"東", "α", "𠮷", "ααα", "東𠮷", "𠮷𠮷"}) {
    const Read back = read(layout, Charset::utf8, written(layout, Charset::utf8, value));
    CHECK(back.text == value);
    CHECK(back.result.fault == FieldFault::none);
  }
}

TEST_CASE("X is filled with spaces on the right, and keeps them on the left") {
  const Layout layout = layout_of(x4);
  CHECK(written(layout, Charset::cp932, "a") == "a   ");
  CHECK(written(layout, Charset::utf16be, "a") == std::string("\0a\0 \0 \0 ", 8));
  CHECK(read(layout, Charset::cp932, " a  ").text == " a");
  CHECK(read(layout, Charset::cp932, "    ").text.empty());
}

TEST_CASE("9 is filled with zeros where the schema says so, and leading zeros are never stripped") {
  CHECK(written(layout_of(d4, true), Charset::cp932, "12") == "0012");
  CHECK(written(layout_of(d4, true), Charset::utf16le, "12") == std::string("0\0000\0001\0002\000", 8));
  CHECK(read(layout_of(d4, true), Charset::cp932, "0012").text == "0012");
  CHECK(read(layout_of(d4, true), Charset::cp932, "0000").text == "0000");
  CHECK(written(layout_of(d4, true), Charset::cp932, "") == "    ");
}

TEST_CASE("an absent 9 item is blank, or zeros where the schema says so") {
  CHECK(read(layout_of(d4), Charset::cp932, "    ").text.empty());
  CHECK(read(layout_of(d4), Charset::cp932, "0000").text == "0000");
  CHECK(written(layout_of(d4, false, true), Charset::cp932, "") == "0000");
  CHECK(read(layout_of(d4, false, true), Charset::cp932, "0000").text.empty());
  CHECK(read(layout_of(d4, false, true), Charset::cp932, "    ").result.fault == FieldFault::fill_broken);
}

TEST_CASE("half-width spaces in an N field are accepted as blank, and said") {
  const Layout layout = layout_of(n4);
  const auto accepted = [&](Charset charset, std::string_view bytes, std::string_view text) {
    const Read got = read(layout, charset, bytes);
    CHECK(got.text == text);
    CHECK(got.result.fault == FieldFault::half_width_blank);
  };
  accepted(Charset::cp932, "        ", "");
  accepted(Charset::cp932, "\x93\x8C      ", "東");
  accepted(Charset::cp932, "\x93\x8C\x81\x40    ", "東");
  accepted(Charset::utf8, "            ", "");
  accepted(Charset::utf8, "東　      ", "東");
  accepted(Charset::utf8, "　　　   ", "");
  accepted(Charset::utf16le, std::string("\x71\x67 \0 \0 \0", 8), "東");
  accepted(Charset::utf16be, std::string("\0 \0 \0 \0 ", 8), "");
}

TEST_CASE("half-width spaces before U+3000 are no fill") {
  const Layout layout = layout_of(n4);
  const Read got = read(layout, Charset::cp932, "\x93\x8C  \x81\x40\x81\x40");
  CHECK(got.result.fault == FieldFault::fill_broken);
  CHECK(got.result.at == 3);
  CHECK(read(layout, Charset::utf16be, std::string("\x67\x71\0 \x30\0\x30\0", 8)).result.fault ==
        FieldFault::fill_broken);
}

TEST_CASE("U+3000 inside a value stays, and is not taken for fill") {
  const Layout layout = layout_of(n4);
  CHECK(read(layout, Charset::cp932, "\x81\x40\x93\x8C\x81\x40\x93\x8C").text == "　東　東");
  CHECK(read(layout, Charset::utf8, "　東　　").text == "　東");
}

TEST_CASE("bytes that are no character are told with their place in the field") {
  const Layout layout = layout_of(n4);
  const Read lead = read(layout, Charset::cp932, "\x93\x8C\x81\x20\x93\x8C\x81\x40");
  CHECK(lead.result.fault == FieldFault::broken);
  CHECK(lead.result.at == 2);
  const Read cut = read(layout, Charset::cp932, "\x93\x8C\x93\x8C\x93\x8C\xB1\x93");
  CHECK(cut.result.fault == FieldFault::broken);
  CHECK(cut.result.at == 7);
  const Read surrogate = read(layout, Charset::utf16le, std::string("\x71\x67\x42\xD8\x71\x67\x00\x30", 8));
  CHECK(surrogate.result.fault == FieldFault::broken);
  CHECK(surrogate.result.at == 2);
  const Read utf8 = read(layout, Charset::utf8, "東\xE6\x9D.東   ");
  CHECK(utf8.result.fault == FieldFault::broken);
  CHECK(utf8.result.at == 3);
}

TEST_CASE("a code that would come back as another is counted") {
  const Read got = read(layout_of(n4), Charset::cp932, "\xEE\xE0\x93\x8C\xFB\xFC\x81\x40");  // 髙 of NEC and of IBM
  CHECK(got.text == "髙東髙");
  CHECK(got.result.duplicates == 1);
}

TEST_CASE("text outside ASCII in a half-width field is decoded, for the value's check to refuse") {
  CHECK(read(layout_of(x4), Charset::cp932, "a\xB1  ").text == "aｱ");
  CHECK(read(layout_of(x4), Charset::utf16le, std::string("\x71\x67 \0 \0 \0", 8)).text == "東");
  CHECK(read(layout_of(x4), Charset::utf8, "\xE6\x9D\xB1\xE6").result.fault == FieldFault::broken);
}

TEST_CASE("a character that the charset lacks is told with its place in the value") {
  const Layout layout = layout_of(n4);
  const FixedPlan plan(layout, Charset::cp932);
  std::string bytes;
  const FieldResult result = write_fixed_field(plan, plan.fields()[0], "東𠮷", bytes);
  CHECK(result.fault == FieldFault::unmappable);
  CHECK(result.at == 3);
  CHECK(result.length == 4);
}
