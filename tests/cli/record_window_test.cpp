#include "cli/record_window.hpp"

#include <doctest/doctest.h>

#include "cli/window_text.hpp"
#include "converters/utf8.hpp"
#include "formats/catalog.hpp"
#include "formats/finding_codes.hpp"
#include "tests/support/codec_runs.hpp"
#include "tests/support/text_tables.hpp"

using namespace daicho;

namespace {

const Layout& kengen() {
  static const Catalog schemas;
  static const auto layout = schemas.layout("kengen");
  return *layout;
}

Finding finding_at(std::size_t item, std::uint32_t first, std::uint32_t last) {
  Finding finding;
  finding.layout = &kengen();
  finding.record = 1;
  finding.item = item;
  finding.byte_first = first;
  finding.byte_last = last;
  return finding;
}

/// Ruler, characters and marks, a line each.
std::string shown(const Finding& finding, const std::string& format, std::string_view record, std::size_t columns,
                  bool show_values = false) {
  const FormatSpec spec = *parse_format_spec(format);
  const WindowMaker maker(kengen(), spec, test::text_options(spec.charset), show_values);
  std::string text;
  for (const std::string& line : window_lines(maker.around(finding, record, columns), TerminalStyle(false))) {
    text += line + "\n";
  }
  return text;
}

constexpr std::string_view kRecord = "D100      20261120000000000USER1     00001";

}  // namespace

TEST_CASE("the mark stands under the field, the ruler's bar at its first byte") {
  CHECK(shown(finding_at(1, 11, 27), "fixed:cp932", kRecord, 60) ==
        "|1        |11       |21       |31       |41\n"
        "D100      20261120000000000USER1     00001\n"
        "          ^^^^^^^^^^^^^^^^^\n");
}

TEST_CASE("a window that is too narrow says where it leaves the record out") {
  CHECK(shown(finding_at(3, 38, 42), "fixed:cp932", kRecord, 20) ==
        "        |28       |38\n"
        "...00000USER1     00001\n"
        "                  ^^^^^\n");
}

TEST_CASE("in UTF-16 a character of one column takes two bytes of the ruler") {
  std::string record;
  for (const char c : kRecord) {
    record += '\0';
    record += c;
  }
  CHECK(shown(finding_at(1, 21, 54), "fixed:utf-16be", record, 60) ==
        "|1        |21       |41       |61       |81\n"
        "D100      20261120000000000USER1     00001\n"
        "          ^^^^^^^^^^^^^^^^^\n");
}

TEST_CASE("full-width characters take two columns, and a known fault is marked inside its field") {
  std::string record(kRecord);
  record.replace(0, 10, "\x93\x8C\x8B\x9E\x81\x20\x93\x73\x20\x20");
  Finding finding = finding_at(0, 1, 10);
  finding.args = {{"at", "5"}};
  CHECK(shown(finding, "fixed:cp932", record, 60, true) ==
        "    |5        |12       |22       |32       |42\n"
        "東京\\x81 都  20261120000000000USER1     00001\n"
        "~~~~^^^^~~~~~\n");
  CHECK(shown(finding, "fixed:cp932", record, 60) ==
        "    |5        |15       |25       |35\n"
        "＊＊* ＊  20261120000000000USER1     00001\n"
        "~~~~^~~~~~\n");
}

TEST_CASE("an item that an open neighbour cannot be is masked") {
  std::string record(kRecord);
  record.replace(10, 17, "TANAKA TARO 12345");
  CHECK(shown(finding_at(3, 38, 42), "fixed:cp932", record, 60).find("TANAKA") == std::string::npos);
  CHECK(shown(finding_at(1, 11, 27), "fixed:cp932", record, 60).find("TANAKA") == std::string::npos);
}

TEST_CASE("one wrong character of an open field stays visible") {
  std::string record(kRecord);
  record.replace(37, 5, "000O1");
  CHECK(shown(finding_at(3, 38, 42), "fixed:cp932", record, 60).find("000O1") != std::string::npos);
}

TEST_CASE("a record of the wrong length shows nothing that may be somebody's") {
  const std::string text = shown(finding_at(kNoItem, 1, 41), "fixed:cp932", kRecord.substr(1), 60);
  CHECK(text.find("USER") == std::string::npos);
  CHECK(text.find("2026") == std::string::npos);
}

TEST_CASE("a record that lost a byte fits up to the item in which it was lost") {
  const FormatSpec format = default_format(FileKind::fixed);
  const WindowMaker maker(kengen(), format, {}, false);
  std::string record(kRecord);
  CHECK(!maker.first_misfit(record));
  record.erase(15, 1);
  CHECK(maker.first_misfit(record) == 1);
  CHECK(maker.first_misfit(kRecord.substr(0, 30)) == 2);
  CHECK(!maker.first_misfit(""));
}

TEST_CASE("a finding about a record's length names the item in which it stops fitting, and the window shows that item") {
  const WindowMaker maker(kengen(), default_format(FileKind::fixed), {}, false);
  std::string record(kRecord);
  record.erase(15, 1);
  Finding finding = finding_at(kNoItem, 1, 41);
  CHECK(!maker.with_misfit(finding, record));
  finding.code = code::kRecordLength;
  const auto told = maker.with_misfit(finding, record);
  REQUIRE(told);
  CHECK(told->args == std::vector<std::pair<std::string, std::string>>{{"misfit", "更新日時"}});
  CHECK(!maker.with_misfit(finding, kRecord));
  CHECK(shown(finding, "fixed:cp932", record, 60) ==
        "|1        |11       |21       |31       |41\n"
        "****      *********************     *****\n"
        "~~~~~~~~~~^^^^^^^^^^^^^^^^^~~~~~~~~~~~~~~\n");
}

TEST_CASE("in CSV the neighbours are masked, commas stay") {
  Finding finding = finding_at(1, 6, 22);
  finding.value = "20261120000000000";
  CHECK(shown(finding, "csv", "D100,20261120000000000,\"U,1\",00001", 60) ==
        "     |6        |16       |26\n"
        "****,20261120000000000,\"*,*\",*****\n"
        "     ^^^^^^^^^^^^^^^^^\n");
}

TEST_CASE("in CSV a value that slipped into an open column is masked") {
  Finding finding = finding_at(1, 6, 17);
  finding.value = "578074949420";
  CHECK(shown(finding, "csv", "D100,578074949420,U1,00001", 60) ==
        "     |6        |16       |26\n"
        "****,************,**,*****\n"
        "     ^^^^^^^^^^^^\n");
}

TEST_CASE("a fault behind the record's last byte is marked there") {
  CHECK(shown(finding_at(kNoItem, 43, 43), "fixed:cp932", kRecord, 20) ==
        "            |33       |43\n"
        "...0000USER1     00001\n"
        "                      ^\n");
}

TEST_CASE("control characters and marks of direction are escaped") {
  std::string record(kRecord);
  record[2] = '\x1B';
  const std::string text = shown(finding_at(0, 1, 10), "fixed:cp932", record, 60);
  CHECK(text.find('\x1B') == std::string::npos);
  CHECK(text.find("D1\\u{1B}0") != std::string::npos);
}

TEST_CASE("windows of damaged bytes in any charset cover the bytes without gaps") {
  for (const Charset charset : record_charsets(FileKind::csv)) {
    FormatSpec format = default_format(FileKind::csv);
    format.charset = charset;
    const WindowMaker maker(kengen(), format, test::text_options(charset), true);
    std::string record;
    for (unsigned i = 0; i < 200; ++i) record += static_cast<char>(i * 37 % 251);
    for (std::uint32_t first = 1; first <= record.size(); first += 7) {
      const RecordWindow window =
          maker.around(finding_at(1, first, std::min<std::uint32_t>(first + 5, 200)), record, 70);
      REQUIRE(!window.empty());
      std::size_t at = window.cells.front().begin;
      std::size_t columns = 0;
      for (const WindowCell& cell : window.cells) {
        REQUIRE(cell.begin == at);
        REQUIRE(cell.columns == display_width(cell.shown));
        at += cell.bytes;
        columns += cell.columns;
      }
      CHECK(columns <= 70);
      CHECK(std::any_of(window.cells.begin(), window.cells.end(), [](const WindowCell& cell) { return cell.fault; }));
    }
  }
}
