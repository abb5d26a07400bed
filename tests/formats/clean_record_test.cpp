#include "formats/clean_record.hpp"

#include <doctest/doctest.h>

#include "converters/gaiji_table.hpp"
#include "formats/catalog.hpp"
#include "formats/code_lists.hpp"
#include "tests/support/random_records.hpp"
#include "tests/support/slow_record.hpp"
#include "tests/support/text_tables.hpp"

using namespace daicho;

namespace {

constexpr Charset kCharsets[] = {Charset::cp932, Charset::utf16be, Charset::utf16le, Charset::utf8};

Item item_of(std::string id, PictureClass cls, std::uint16_t length, Kind kind) {
  Item item;
  item.id = std::move(id);
  item.picture = {cls, length};
  item.kind = kind;
  return item;
}

Layout layout_of(std::vector<Item> items) {
  Layout layout;
  layout.items = std::move(items);
  return layout;
}

/// A record's bytes as written, without any check.
std::string bytes_of(const Layout& layout, Charset charset, const std::vector<std::string>& values) {
  RecordBlock block(layout.items.size());
  block.append(values);
  FormatSpec format;
  format.charset = charset;
  format.eol = LineEnd::none;
  FindingList findings;
  return test::write_all(layout, format, block, findings);
}

/// What the fast way says; it must not contradict the slow one.
bool surely(const Layout& layout, Charset charset, const std::string& bytes, const TextOptions& text = {}) {
  const bool sure = CleanRecord(layout, charset, text).surely(bytes);
  if (sure) CHECK(test::SlowRecord(layout, charset, text).findings(bytes) == "");
  return sure;
}

}  // namespace

TEST_CASE("random values are surely clean only where the slow way finds nothing") {
  static const Catalog schemas;
  for (const char* id : {"kengen", "access-log", "honnin", "soufusaki"}) {
    for (const Charset charset : kCharsets) {
      Layout layout = *schemas.layout(id);
      // Random values keep no rule of the schema: without rules a good part of them is clean.
      for (Item& item : layout.items) {
        item.relations.clear();
        item.codes = nullptr;
        item.check = CheckDigit::none;
        item.pattern.clear();
        item.presence = Presence::optional;
        if (item.picture.cls == PictureClass::digits) item.kind = Kind::digits;
      }
      test::RandomRecords random(layout, charset, 5);
      const CleanRecord clean(layout, charset);
      test::SlowRecord slow(layout, charset);
      int sure = 0;
      for (int i = 0; i < 200; ++i) {
        const std::string bytes = bytes_of(layout, charset, random.next());
        if (bytes.empty()) continue;
        const std::string findings = slow.findings(bytes);
        if (clean.surely(bytes)) {
          ++sure;
          CHECK(findings == "");
        }
      }
      CHECK(sure > 100);
    }
  }
}

TEST_CASE("characters of two code units and their selectors are counted as reading counts them") {
  Layout layout = layout_of({item_of("name", PictureClass::national, 8, Kind::kanji),
                             item_of("length", PictureClass::digits, 1, Kind::digits),
                             item_of("gaiji", PictureClass::digits, 1, Kind::digits)});
  layout.items[1].relations = {{RelationKind::length_of, {0}}};
  layout.items[2].relations = {{RelationKind::gaiji_count_of, {0}}};
  for (const Charset charset : {Charset::utf16be, Charset::utf16le, Charset::utf8}) {
    CHECK(surely(layout, charset, bytes_of(layout, charset, {"𠮷田", "3", "0"})));
    CHECK_FALSE(surely(layout, charset, bytes_of(layout, charset, {"𠮷田", "2", "0"})));
    CHECK(surely(layout, charset, bytes_of(layout, charset, {"葛\U000E0100城", "4", "0"})));
    CHECK(surely(layout, charset, bytes_of(layout, charset, {"\U000F0000\uE000", "3", "2"})));
    CHECK_FALSE(surely(layout, charset, bytes_of(layout, charset, {"\U000F0000\uE000", "3", "1"})));
  }
  layout.gaiji = GaijiSet(GaijiRule::outside_jis_x_0208);
  CHECK(surely(layout, Charset::utf16be, bytes_of(layout, Charset::utf16be, {"葛\U000E0100城𠮷", "6", "2"})));
  CHECK(surely(layout, Charset::cp932, bytes_of(layout, Charset::cp932, {"髙田", "2", "1"})));
  std::string halved = bytes_of(layout, Charset::utf16be, {"𠮷田", "3", "1"});
  halved.replace(2, 2, std::string("\0A", 2));
  CHECK_FALSE(surely(layout, Charset::utf16be, halved));
}

TEST_CASE("private-use characters with a meaning of their own are looked at closer") {
  const Layout layout = layout_of({item_of("name", PictureClass::national, 4, Kind::kanji)});
  GaijiTable table;
  table.add({0xE000, "吉", "", "", ""});
  TextOptions text;
  text.gaiji = &table;
  for (const Charset charset : kCharsets) {
    CHECK_FALSE(surely(layout, charset, bytes_of(layout, charset, {"\uE000"}), text));
    CHECK(surely(layout, charset, bytes_of(layout, charset, {"\uE001"}), text));
    CHECK(surely(layout, charset, bytes_of(layout, charset, {"\uE000"})));
  }
}

TEST_CASE("a code that comes back as another is not surely clean") {
  const Layout layout = layout_of({item_of("name", PictureClass::national, 2, Kind::kanji)});
  CHECK(surely(layout, Charset::cp932, "\xFB\xFC\x81\x40"));        // 髙
  CHECK_FALSE(surely(layout, Charset::cp932, "\xEE\xE0\x81\x40"));  // NEC's selection of an IBM character
  CHECK_FALSE(surely(layout, Charset::cp932, "\x81\x40\x20\x20"));  // half-width blanks, a warning
  CHECK_FALSE(surely(layout, Charset::cp932, "\xB1\xB2\x81\x40"));  // half-width katakana
  CHECK(surely(layout, Charset::cp932, "\x81\x40\x81\x40"));        // absent
}

TEST_CASE("chains of codes end with zeros, and a code that stands alone has no other beside it") {
  Item item = item_of("relationship", PictureClass::digits, 8, Kind::digits);
  auto list = std::make_shared<CodeList>();
  list->codes = {{"02", "世帯主", true}, {"20", "子", false}, {"21", "長男", false}};
  item.codes = list;
  item.codes_chained = true;
  const Layout layout = layout_of({item});
  for (const char* good : {"02000000", "20000000", "20210000", "20212021", "        "}) {
    CHECK(surely(layout, Charset::cp932, good));
  }
  for (const char* bad : {"00000000", "02200000", "20002100", "20030000", "20000001", "2000000 "}) {
    CHECK_FALSE(surely(layout, Charset::cp932, bad));
  }
}

TEST_CASE("what it does not understand is never surely clean") {
  const Layout plain = layout_of({item_of("code", PictureClass::text, 2, Kind::text)});
  CHECK(CleanRecord(plain, Charset::cp932).surely("AB"));
  CHECK_FALSE(CleanRecord(plain, Charset::cp932).surely("ABC"));
  CHECK_FALSE(CleanRecord(plain, Charset::cp932).surely(""));
  CHECK_FALSE(CleanRecord(plain, Charset::ibm939).understands());
  CHECK_FALSE(CleanRecord(plain, Charset::ibm939).surely("AB"));
  Layout odd = plain;
  odd.items[0] = item_of("code", PictureClass::digits, 2, Kind::digits);
  odd.items[0].absent_is_zeros = true;
  CHECK_FALSE(CleanRecord(odd, Charset::cp932).understands());
  CHECK_FALSE(CleanRecord(odd, Charset::cp932).surely("12"));
}
