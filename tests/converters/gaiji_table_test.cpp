#include "converters/gaiji_table.hpp"

#include <doctest/doctest.h>

#include <iterator>
#include <random>
#include <string>

#include "converters/juki_table.hpp"
#include "converters/utf8.hpp"
#include "tests/support/charset_references.hpp"

using namespace daicho;
using namespace daicho::test;

namespace {

/// U+E000 is 𠮷, U+E001 is 葛 with its selector, U+E002 is 髙 (which CP932 holds), U+E003 means nothing but itself.
GaijiTable small_table() {
  GaijiTable table;
  table.add({0xE000, "𠮷", "MJ030196", "よし", ""});
  table.add({0xE001, "葛\U000E0100", "", "", ""});
  table.add({0xE002, "髙", "", "", ""});
  table.add({0xE003, "", "", "", ""});
  table.add({0x100000, "棃", "", "", ""});
  return table;
}

Conversion decoded(Charset charset, std::string_view bytes, std::string& text, TextForm form = TextForm::text) {
  static const GaijiTable table = small_table();
  return decode(charset, bytes, text, {.form = form, .gaiji = &table});
}

Conversion encoded(Charset charset, std::string_view text, std::string& bytes, TextForm form = TextForm::text) {
  static const GaijiTable table = small_table();
  return encode(charset, text, bytes, {.form = form, .gaiji = &table});
}

}  // namespace

TEST_CASE("entries are found by code point and by meaning") {
  const GaijiTable table = small_table();
  CHECK(table.entries().size() == 5);
  CHECK(table.find(0xE000)->mj_name == "MJ030196");
  CHECK(table.find(0xE004) == nullptr);
  CHECK(table.code_point_of("葛\U000E0100") == 0xE001);
  CHECK(table.code_point_of("葛") == 0);
  CHECK(table.code_point_of("") == 0);
  CHECK_FALSE(table.empty());
  CHECK(GaijiTable().empty());
}

TEST_CASE("CP932's private codes become what they mean here, and back") {
  std::string text;
  const Conversion done = decoded(Charset::cp932, "\x8F\xAC\xF0\x40z\xF0\x41\xF0\x43\xF0\x44", text);
  CHECK(done.error == TextError::none);
  CHECK(text == "小𠮷z葛\U000E0100\uE003\uE004");
  CHECK(done.output_written == text.size());
  CHECK(done.input_used == 11);
  CHECK(done.duplicates == 0);
  std::string bytes;
  const Conversion back = encoded(Charset::cp932, text, bytes);
  CHECK(back.error == TextError::none);
  CHECK(back.input_used == text.size());
  CHECK(back.output_written == 11);
  CHECK(bytes == "\x8F\xAC\xF0\x40z\xF0\x41\xF0\x43\xF0\x44");
}

TEST_CASE("a meaning that the charset itself holds is written as such, and the private code counts as a duplicate") {
  std::string text;
  CHECK(decoded(Charset::cp932, "\xF0\x42\xF0\x42", text).duplicates == 2);
  CHECK(text == "髙髙");
  std::string bytes;
  encoded(Charset::cp932, text, bytes);
  CHECK(bytes == "\xFB\xFC\xFB\xFC");
  text.clear();
  CHECK(decoded(Charset::utf8, "\uE000\uE001\uE003", text).duplicates == 2);
  CHECK(text == "𠮷葛\U000E0100\uE003");
  bytes.clear();
  encoded(Charset::utf8, text, bytes);
  CHECK(bytes == text);
}

TEST_CASE("a meaning's parts are not the meaning") {
  std::string bytes;
  const Conversion done = encoded(Charset::cp932, "葛葛\U000E0101", bytes);
  CHECK(bytes == "\x8A\x8B");
  CHECK(done.error == TextError::unmappable);
  CHECK(done.input_used == 3);
  CHECK(done.error_length == 7);
}

TEST_CASE("a private code that the charset lacks helps nothing") {
  std::string bytes;
  const Conversion done = encoded(Charset::shift_jis_2004, "小𠮷", bytes);  // no private codes at all
  CHECK(done.error == TextError::unmappable);
  CHECK(done.input_used == 3);
  CHECK(done.error_length == 4);
  CHECK(bytes == "\x8F\xAC");
  bytes.clear();
  CHECK(encoded(Charset::cp932, "棃", bytes).error == TextError::unmappable);  // its code here is in plane 16
}

TEST_CASE("faults behind 外字 are where the caller's bytes say") {
  std::string text;
  const Conversion read = decoded(Charset::cp932, "\xF0\x40\xF0\x41\x80z", text);
  CHECK(read.error == TextError::illegal);
  CHECK(read.input_used == 4);
  CHECK(read.error_length == 1);
  CHECK(text == "𠮷葛\U000E0100");
  CHECK(read.output_written == text.size());
  std::string bytes;
  const Conversion written = encoded(Charset::cp932, "𠮷葛\U000E0100鷗𠮷", bytes);
  CHECK(written.error == TextError::unmappable);
  CHECK(written.input_used == 11);
  CHECK(written.error_length == 3);
  CHECK(bytes == "\xF0\x40\xF0\x41");
}

TEST_CASE("EBCDIC's private codes, inside running text without new shifts and in full-width fields") {
  std::string bytes;
  CHECK(encoded(Charset::ibm939, "台𠮷帳A", bytes).error == TextError::none);
  CHECK(bytes == "\x0E\x47\x78\x69\x41\x4D\xC5\x0F\xC1");
  std::string text;
  CHECK(decoded(Charset::ibm939, bytes, text).duplicates == 0);
  CHECK(text == "台𠮷帳A");
  bytes.clear();
  CHECK(encoded(Charset::ibm939, "𠮷", bytes, TextForm::full_width).error == TextError::none);
  CHECK(bytes == "\x69\x41");
  bytes.clear();
  CHECK(encoded(Charset::ibm939, "𠮷", bytes, TextForm::half_width).error == TextError::unmappable);
  CHECK(bytes.empty());
}

TEST_CASE("what stood before in the output is never touched") {
  std::string text = "\uE000";
  decoded(Charset::cp932, "\xF0\x40", text);
  CHECK(text == "\uE000𠮷");
}

TEST_CASE("with a table, what is read without a duplicate is written as the same bytes, in every charset") {
  std::mt19937 random(57344);
  const char* const parts[] = {"小",     "𠮷",     "葛", "葛\U000E0100", "髙", "\uE000", "\uE001",
                               "\uE002", "\uE003", "A",  "\U00100000"};
  std::size_t compared = 0;
  for (int round = 0; round < 20000; ++round) {
    const Charset charset = all_charsets()[random() % all_charsets().size()];
    std::string text;
    for (auto n = random() % 8; n > 0; --n) text += parts[random() % std::size(parts)];
    std::string bytes;
    if (encoded(charset, text, bytes).error != TextError::none) continue;
    std::string read;
    const Conversion done = decoded(charset, bytes, read);
    REQUIRE(done.error == TextError::none);
    std::string back;
    REQUIRE(encoded(charset, read, back).error == TextError::none);
    REQUIRE((back == bytes) == (done.duplicates == 0));
    ++compared;
  }
  CHECK(compared > 5000);
}

TEST_CASE("a 外字 keeps its code where the charset has only a similar character for its meaning") {
  GaijiTable table;
  const char* const meanings[] = {"—", "〜", "¢", "¥", "～", "〜\uFE00"};
  for (char32_t i = 0; i < std::size(meanings); ++i) table.add({0xE000 + i, meanings[i], "", "", ""});
  CHECK(table.has_similar_meanings());
  CHECK_FALSE(small_table().has_similar_meanings());
  for (const bool yen : {false, true}) {
    const TextOptions options{.gaiji = &table, .yen_to_backslash = yen};
    const std::string codes = "a\xF0\x40\xF0\x41\x88\x9F\xF0\x42\xF0\x43\n\xF0\x45";
    std::string text;
    const Conversion read = decode(Charset::cp932, codes, text, options);
    CHECK(text == "a—〜亜¢¥\n〜\uFE00");
    CHECK(read.duplicates == 0);
    std::string bytes;
    const Conversion written = encode(Charset::cp932, text, bytes, options);
    CHECK(written.error == TextError::none);
    CHECK(written.similar == 0);
    CHECK(written.input_used == text.size());
    CHECK(written.output_written == codes.size());
    CHECK(bytes == codes);
  }
  std::string text;
  CHECK(decode(Charset::cp932, "\xF0\x44", text, {.gaiji = &table}).duplicates == 1);  // CP932 itself has ～
  // Without a code for it, a similar character is what remains.
  GaijiTable beyond;
  beyond.add({0xF0000, "〜", "", "", ""});
  std::string bytes;
  const Conversion similar = encode(Charset::cp932, "小〜𠮷", bytes, {.gaiji = &beyond});
  CHECK(bytes == "\x8F\xAC\x81\x60");
  CHECK(similar.similar == 1);
  CHECK(similar.error == TextError::unmappable);
  CHECK(similar.input_used == 6);
  CHECK(similar.error_length == 4);
}

TEST_CASE("no character vanishes, whether the charset can write its code, a similar character, both or neither") {
  JukiTable juki;
  for (const Charset charset : all_charsets()) {
    for (const char* meaning : {"¢", "¥", "〜", "—", "‾", "𠮷", "〜\uFE00", "吉"}) {
      for (const char32_t code : {U'\uE000', U'\uE800', U'\U000F0000'}) {
        for (const bool yen : {false, true}) {
          GaijiTable table;
          table.add({code, meaning, "", "", ""});
          table.add({0xE757, "〜", "", "", ""});  // so that similar meanings are looked for
          const TextOptions options{.gaiji = &table, .juki = &juki, .yen_to_backslash = yen};
          const std::string text = std::string("A") + meaning + "B" + meaning + meaning;
          INFO(charset_name(charset), " ", meaning, " ", static_cast<unsigned>(code));
          std::string bytes;
          const Conversion done = encode(charset, text, bytes, options);
          std::string back;
          const Conversion read = decode(charset, bytes, back, options);
          CHECK(read.error == TextError::none);
          if (done.error != TextError::none) {
            CHECK(done.error == TextError::unmappable);
            CHECK(done.input_used == 1);
            CHECK(done.error_length == std::string_view(meaning).size());
            CHECK(back == "A");
          } else if (done.similar == 0) {
            CHECK(back == text);
          } else {
            CHECK(done.similar == 3);
            CHECK(utf16_length(back) == 5);
          }
        }
      }
    }
  }
}

TEST_CASE("looking for codes costs no more where a text is taken up again and again") {
  GaijiTable table;
  table.add({0xE000, "〜", "", "", ""});
  std::string text;
  for (int i = 0; i < 300'000; ++i) text += "𠮷";
  std::string_view rest = text;
  std::string bytes;
  std::size_t faults = 0;
  for (; !rest.empty(); ++faults) {  // quadratic, this would take minutes
    const Conversion done = encode(Charset::cp932, rest, bytes, {.gaiji = &table});
    rest.remove_prefix(done.input_used + done.error_length);
  }
  CHECK(faults == 300'000);
  CHECK(bytes.empty());
}

TEST_CASE("a letter of two code points is one character, also as a meaning") {
  GaijiTable table;
  table.add({0xE000, "か\u309A", "", "", ""});
  for (const Charset charset : {Charset::cp932, Charset::ibm939}) {
    std::string bytes;
    const Conversion done = encode(charset, "小か\u309A小か", bytes, {.gaiji = &table});
    CHECK(done.error == TextError::none);
    std::string expected;
    encode(charset, "小\uE000小か", expected);
    CHECK(bytes == expected);
    for (const char* each : {"小か\u309A", "小æ\u0300", "小\u02E9\u02E5", "小ㇷ\u309Aか"}) {
      const std::string text = each;
      bytes.clear();
      const Conversion lacking = encode(charset, text, bytes);
      CAPTURE(text);
      CHECK(lacking.error == TextError::unmappable);
      CHECK(lacking.input_used == 3);
      const std::size_t first = text[3] == '\xE3' ? 3 : 2;
      const std::size_t second = text.compare(3 + first, 3, "\u309A") == 0 ? 3 : 2;
      CHECK(lacking.error_length == first + second);
      std::string before;
      encode(charset, "小", before);
      CHECK(bytes == before);
    }
  }
  std::string units;
  REQUIRE(encode(Charset::utf16be, "小か\u309A", units).error == TextError::none);
  std::string juki;
  CHECK(encode(Charset::juki, "か\u309A", juki).error == TextError::none);
}

TEST_CASE("kept codes stand in EBCDIC's runs, and broken text is told where it is") {
  GaijiTable table;
  table.add({0xE000, "〜", "", "", ""});
  const TextOptions options{.gaiji = &table};
  std::string bytes;
  const Conversion done = encode(Charset::ibm939, "台〜台a", bytes, options);
  std::string plain;
  encode(Charset::ibm939, "台\uE000台a", plain);
  std::string native;
  encode(Charset::ibm939, "台〜台a", native);
  CHECK(done.error == TextError::none);
  CHECK((bytes == plain || bytes == native));
  std::string sign;
  CHECK((bytes == native) == (encode(Charset::ibm939, "〜", sign).similar == 0));
  bytes.clear();
  const Conversion broken = encode(Charset::cp932, "〜a\xFF〜", bytes, options);
  CHECK(broken.error == TextError::illegal);
  CHECK(broken.input_used == 4);
  CHECK(bytes ==
        "\xF0\x40"
        "a");
}
