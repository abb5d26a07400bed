// Files in Shift_JIS-2004, EBCDIC and 住基ネット統一文字: bytes written by hand, widths, and damage.
#include <doctest/doctest.h>

#include "converters/gaiji_table.hpp"
#include "formats/catalog.hpp"
#include "formats/error.hpp"
#include "formats/fixed_plan.hpp"
#include "tests/support/codec_runs.hpp"
#include "tests/support/random_records.hpp"
#include "tests/support/text_tables.hpp"

using namespace daicho;

namespace {

/// A layout of a key 9(3), a code X(2) and a name N(4).
const Layout& small() {
  static const Layout layout = [] {
    Layout made;
    made.id = "small";
    made.version = "1.0";
    const auto add = [&](const char* id, Picture picture, Kind kind) {
      Item item;
      item.no = static_cast<int>(made.items.size()) + 1;
      item.id = item.name = id;
      item.picture = picture;
      item.kind = kind;
      made.items.push_back(item);
    };
    add("key", {PictureClass::digits, 3}, Kind::digits);
    add("code", {PictureClass::text, 2}, Kind::text);
    add("name", {PictureClass::national, 4}, Kind::zenkaku);
    return made;
  }();
  return layout;
}

FormatSpec spec(const char* text) { return *parse_format_spec(text); }

std::string written(const char* format, const std::vector<std::string>& values, std::string& faults,
                    TextOptions text = {}) {
  RecordBlock block(3);
  block.append(values, {1, 0, 0});
  FindingList findings;
  WriterOptions options;
  options.text = text;
  if (text.juki == nullptr) options.text.juki = &test::juki_table();
  const std::string bytes = test::write_all(small(), spec(format), block, findings, options);
  faults = test::shown(findings.findings);
  return bytes;
}

std::string written(const char* format, const std::vector<std::string>& values) {
  std::string faults;
  const std::string bytes = written(format, values, faults);
  CHECK(faults == "");
  return bytes;
}

std::string refused(const char* format, const std::vector<std::string>& values) {
  std::string faults;
  CHECK(written(format, values, faults) == "");
  return faults;
}

test::ReadFile read(const char* format, std::string_view bytes) {
  return test::read_all(small(), spec(format), bytes, {.juki = &test::juki_table()});
}

}  // namespace

TEST_CASE("a fixed record has the bytes of its charset, fill and line end included") {
  const std::vector<std::string> record = {"012", "A", "東"};
  using namespace std::string_literals;
  CHECK(written("fixed:shift_jis-2004", record) == "012A \x93\x8C\x81\x40\x81\x40\x81\x40\r\n");
  CHECK(written("fixed:ibm-930", record) == "\xF0\xF1\xF2\xC1\x40\x45\x57\x40\x40\x40\x40\x40\x40\x0D\x25");
  CHECK(written("fixed:ibm-939,eol=lf", record) == "\xF0\xF1\xF2\xC1\x40\x45\x57\x40\x40\x40\x40\x40\x40\x25");
  CHECK(written("fixed:juki", record) == "\0000\0001\0002\0A\0 \x67\x71\x30\0\x30\0\x30\0\0\r\0\n"s);
  const std::vector<std::string> absent = {"", "", ""};
  CHECK(written("fixed:ibm-930,eol=none", absent) == std::string(13, '\x40'));
  CHECK(written("fixed:juki,eol=none", absent) == "\0 \0 \0 \0 \0 \x30\0\x30\0\x30\0\x30\0"s);
  for (const char* format : {"fixed:shift_jis-2004", "fixed:ibm-930", "fixed:ibm-939,eol=lf", "fixed:juki"}) {
    CAPTURE(format);
    for (const auto& values : {record, absent}) {
      const test::ReadFile file = read(format, written(format, values));
      CHECK(test::shown(file.findings) == "");
      REQUIRE(file.records.size() == 1);
      CHECK(file.records[0] == values);
    }
  }
}

TEST_CASE("small letters stand elsewhere in the two EBCDIC charsets") {
  CHECK(written("fixed:ibm-930,eol=none", {"", "ab", ""}).substr(3, 2) == "\x62\x63");
  CHECK(written("fixed:ibm-939,eol=none", {"", "ab", ""}).substr(3, 2) == "\x81\x82");
}

TEST_CASE("every character of X comes back in EBCDIC") {
  for (const Charset charset : {Charset::ibm930, Charset::ibm939}) {
    for (char c = 0x20; c < 0x7F; ++c) {
      CAPTURE(c);
      const std::string_view code = half_width_character(charset, c);
      REQUIRE(code.size() == 1);
      CHECK(ebcdic_ascii(charset)[static_cast<unsigned char>(code[0])] == c);
    }
  }
}

TEST_CASE("a code of two characters takes one position of a field") {
  const std::string four = "か゚セ゚ㇷ゚æ̀";  // 8 code units
  const std::string bytes = written("fixed:shift_jis-2004,eol=none", {"001", "", four});
  CHECK(bytes.substr(5) == "\x82\xF5\x83\x9C\x83\xF6\x86\x63");
  const test::ReadFile file = read("fixed:shift_jis-2004,eol=none", bytes);
  CHECK(test::shown(file.findings) == "");
  CHECK(file.records[0][2] == four);
  CHECK(refused("fixed:shift_jis-2004", {"001", "", four + "東"}) ==
        "D1006 error record=1 offset=0 item=name expected=4 found=5\n");
  CHECK(refused("fixed:utf-16be", {"001", "", four}) == "D1006 error record=1 offset=0 item=name expected=4 found=8\n");
  CHECK(refused("fixed:utf-8", {"001", "", four}) == "D1006 error record=1 offset=0 item=name expected=4 found=8\n");
}

TEST_CASE("a character beyond the first plane takes one position where it has a code") {
  CHECK(written("fixed:shift_jis-2004,eol=none", {"001", "", "𠀋𠀋𠀋𠀋"}).size() == 13);
  CHECK(written("fixed:juki,eol=none", {"001", "", "𠮷葛\U000E0100𠮷葛\U000E0100"}).size() == 18);
  CHECK(refused("fixed:juki", {"001", "", "𠮷𠮷𠮷𠮷𠮷"}) ==
        "D1006 error record=1 offset=0 item=name expected=4 found=5\n");
}

TEST_CASE("CSV and JSON Lines hold what any fixed field holds") {
  for (const char* format : {"csv:utf-8,header=none", "csv:shift_jis-2004,header=none", "csv:euc-jis-2004,header=none",
                             "csv:utf-16le,header=none", "jsonl"}) {
    CAPTURE(format);
    const std::vector<std::string> values = {"012", "", "か゚𠀋ㇷ゚æ̀"};
    const test::ReadFile file = read(format, written(format, values));
    CHECK(test::shown(file.findings) == "");
    CHECK(file.records.at(0) == values);
  }
  CHECK(refused("csv:utf-8,header=none", {"001", "", "東東東東東"}) ==
        "D1006 error record=1 offset=0 item=name expected=4 found=5\n");
  CHECK(refused("jsonl", {"001", "", "東東東東東"}) == "D1006 error record=1 offset=0 item=name expected=4 found=5\n");
}

TEST_CASE("half-width characters in an N field are refused in every charset that has them") {
  for (const char* format : {"fixed:cp932", "fixed:shift_jis-2004", "fixed:ibm-930", "fixed:juki"}) {
    CAPTURE(format);
    CHECK(refused(format, {"001", "", "東ｱ"}) == "D1005 error record=1 offset=0 item=name\n");
  }
  CHECK(test::shown(read("fixed:shift_jis-2004,eol=none", "001  \x93\x8C\xB1\xB1\x81\x40\x81\x40").findings) ==
        "D1005 error record=1 offset=0 bytes=6-13 item=name\n");
}

TEST_CASE("a broken double byte is told with its place") {
  const auto findings = [](const char* format, std::string_view bytes) {
    const test::ReadFile file = read(format, bytes);
    CHECK(file.bad == std::vector<bool>{true});
    return test::shown(file.findings);
  };
  CHECK(findings("fixed:ibm-930,eol=none", "\xF0\xF1\xF2\xC1\x40\x45\x57\x45\x20\x45\x75\x40\x40") ==
        "D1001 error record=1 offset=0 bytes=6-13 item=name charset=ibm-930 bytes=45 at=8\n");
  CHECK(findings("fixed:ibm-939,eol=none", "\xF0\xF1\xF2\xC1\x40\x0E\x45\x57\x0F\x40\x40\x40\x40") ==
        "D1001 error record=1 offset=0 bytes=6-13 item=name charset=ibm-939 bytes=0E at=6\n");
  using namespace std::string_literals;
  const std::string key = "\0000\0001\0002\0A\0 "s;
  CHECK(findings("fixed:juki,eol=none", key + "\x67\x71\xAC\0\x30\0\x30\0"s) ==
        "D1015 error record=1 offset=0 bytes=11-18 item=name code=J+AC00 at=13\n");
  CHECK(findings("fixed:juki,eol=none", key + "\xFF\xFF\x67\x71\x30\0\x30\0"s) ==
        "D1001 error record=1 offset=0 bytes=11-18 item=name charset=juki bytes=FF FF at=11\n");
}

TEST_CASE("EBCDIC CSV has shift codes around double-byte text, and each value is told where it is") {
  const char* format = "csv:ibm-930,header=none,eol=lf";
  const std::string bytes = written(format, {"012", "A,", "東京"});
  CHECK(bytes == "\xF0\xF1\xF2\x6B\x7F\xC1\x6B\x7F\x6B\x0E\x45\x57\x45\x75\x0F\x25");
  SUBCASE("a broken code") {
    std::string broken = bytes + bytes;
    broken[12] = '\x20';
    const test::ReadFile file = read(format, broken);
    CHECK(file.bad == std::vector<bool>{true, false});
    CHECK(test::shown(file.findings) ==
          "D1001 error record=1 offset=0 bytes=10-15 item=name charset=ibm-930 bytes=20 at=13\n");
  }
  SUBCASE("a lost shift code costs one row") {
    std::string broken = bytes + bytes;
    broken.erase(14, 1);
    const test::ReadFile file = read(format, broken);
    CHECK(file.bad == std::vector<bool>{true, false});
    CHECK(test::shown(file.findings) ==
          "D0313 error record=1 offset=0 bytes=10-14 missing_en=0F that ends the double-byte codes "
          "missing_ja=終える 0F \n");
    CHECK(file.records[1] == std::vector<std::string>{"012", "A,", "東京"});
  }
}

TEST_CASE("a lost shift code is told as that, whatever becomes of commas behind it") {
  const char* format = "csv:ibm-939,header=none,eol=lf";
  const std::string bytes = written(format, {"012", "A,", "東京"});
  const auto codes = [&](const std::string& broken) {
    std::string all;
    for (const Finding& finding : read(format, broken + bytes).findings) {
      all += std::string(finding.code.code) + " " + std::to_string(finding.record) + " " + finding.args[0].second;
    }
    return all;
  };
  const std::size_t out = bytes.find('\x0E');
  std::string broken = bytes;
  broken.erase(out, 1);
  CHECK(codes(broken) == "D0313 1 0E that begins the double-byte codes");
  broken = bytes.substr(0, out) + bytes.substr(out, 3) + "\x0E" + bytes.substr(out + 3);  // 0F before another run lost
  CHECK(codes(broken) == "D0313 1 0F that ends the double-byte codes");
}

TEST_CASE("a code of juki that no table knows is told in CSV, too") {
  using namespace std::string_literals;
  const test::ReadFile file = read("csv:juki,header=none,eol=lf", "\0001\0002\0003\0,\0,\xAC\0\0\n"s);
  CHECK(test::shown(file.findings) == "D1015 error record=1 offset=0 bytes=11-12 item=name code=J+AC00 at=11\n");
}

TEST_CASE("a gaiji that means several code units fits the field that held it, and goes back into it") {
  GaijiTable gaiji;
  gaiji.add({0xE000, "葛\U000E0100", "", "", ""});
  const TextOptions text{.gaiji = &gaiji};
  const std::string bytes = "012A \xF0\x40\xF0\x40\xF0\x40\xF0\x40\r\n";
  const test::ReadFile file = test::read_all(small(), spec("fixed:cp932"), bytes, text);
  CHECK(test::shown(file.findings) == "");
  REQUIRE(file.records.size() == 1);
  CHECK(file.records[0][2] == "葛\U000E0100葛\U000E0100葛\U000E0100葛\U000E0100");
  std::string faults;
  CHECK(written("fixed:cp932", file.records[0], faults, text) == bytes);
  CHECK(faults == "");
  SUBCASE("in UTF-8 and UTF-16 the field's own characters are counted, too") {
    for (const char* format : {"fixed:utf-8", "fixed:utf-16le", "csv:utf-8,header=none", "jsonl"}) {
      CAPTURE(format);
      const std::string raw = written(format, {"012", "A", "\uE000\uE000\uE000\uE000"});
      const test::ReadFile meant = test::read_all(small(), spec(format), raw, text);
      REQUIRE(meant.findings.size() == 1);  // Unicode has the meaning itself, and would write that
      CHECK(std::string_view(meant.findings[0].code.code) == "D1014");
      CHECK(meant.summary.duplicates == 4);
      CHECK(meant.records.at(0) == file.records[0]);
    }
    // Six characters of two bytes fit N(4)'s twelve bytes, but are no four code units.
    const test::ReadFile wide = test::read_all(small(), spec("fixed:utf-8,eol=none"), "012A αααααα", text);
    CHECK(test::shown(wide.findings) == "D1006 error record=1 offset=0 bytes=6-17 item=name expected=4 found=6\n");
  }
}

TEST_CASE("a final 1A ends an EBCDIC file, as DOS or as the host writes it") {
  for (const char* format : {"fixed:ibm-930", "csv:ibm-930,header=none"}) {
    for (const char* mark : {"\x1A", "\x3F"}) {
      CAPTURE(format);
      const test::ReadFile file = read(format, written(format, {"012", "A", "東"}) + mark);
      CHECK(file.records.size() == 1);
      REQUIRE(file.findings.size() == 1);
      CHECK(std::string_view(file.findings[0].code.code) == "D0102");
    }
  }
}

TEST_CASE("euc-jis-2004 has no fixed-width form") {
  CHECK_THROWS_AS(FixedPlan(small(), Charset::euc_jis_2004), UsageError);
  CHECK_THROWS_WITH_AS(parse_format_spec("fixed:euc-jis-2004"),
                       "format 'fixed:euc-jis-2004': euc-jis-2004 is for csv and transcode only: its characters take "
                       "one to three bytes, so that no field has a width",
                       UsageError);
}
