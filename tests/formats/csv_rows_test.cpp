#include <doctest/doctest.h>

#include <string>

#include "formats/csv.hpp"

namespace daicho {
namespace {

std::string_view name_of(CsvFault fault) {
  switch (fault) {
    case CsvFault::none:
      return "";
    case CsvFault::quote_open:
      return " quote_open";
    case CsvFault::quote_misplaced:
      return " quote_misplaced";
    case CsvFault::bare_cr:
      return " bare_cr";
    case CsvFault::too_long:
      return " too_long";
  }
  return "";
}

/// The rows of a text, one a line: `[a|b] crlf fault@at`.
std::string rows_of(std::string_view text, Quote quote = Quote::minimal) {
  std::string result;
  std::string storage;
  CsvRow row;
  while (!text.empty()) {
    if (scan_csv_row(text, true, quote, row) != CsvScan::row) return result + "need_more";
    if (row.taken == 0) return result + "stuck";
    const std::string_view line = text.substr(0, row.length);
    result += "[";
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      if (i > 0) result += "|";
      result += csv_value(line, row.fields[i], storage);
    }
    result += "]";
    result += row.eol == LineEnd::crlf ? "" : row.eol == LineEnd::lf ? " lf" : " end";
    if (row.fault != CsvFault::none) result += std::string(name_of(row.fault)) + "@" + std::to_string(row.fault_at);
    if (row.lines > 1) result += " lines=" + std::to_string(row.lines);
    result += "\n";
    text.remove_prefix(row.taken);
  }
  return result;
}

}  // namespace

TEST_CASE("rows and columns of RFC 4180") {
  CHECK(rows_of("a,b\r\nc,d\r\n") == "[a|b]\n[c|d]\n");
  CHECK(rows_of("a,b\nc,d") == "[a|b] lf\n[c|d] end\n");
  CHECK(rows_of(",,\r\n") == "[||]\n");
  CHECK(rows_of("a,\r\n") == "[a|]\n");
  CHECK(rows_of("\"a\",\"\"\r\n") == "[a|]\n");
  CHECK(rows_of("\"a,b\",c\r\n") == "[a,b|c]\n");
  CHECK(rows_of("\"say \"\"yes\"\"\",c\r\n") == "[say \"yes\"|c]\n");
  CHECK(rows_of("\"\"\"\"\r\n") == "[\"]\n");
  CHECK(rows_of(" a , b \r\n") == "[ a | b ]\n");
}

TEST_CASE("line breaks inside quotes belong to the value") {
  CHECK(rows_of("\"a\r\nb\",c\r\nd,e\r\n") == "[a\r\nb|c] lines=2\n[d|e]\n");
  CHECK(rows_of("\"a\nb\nc\",d\ne,f\n") == "[a\nb\nc|d] lf lines=3\n[e|f] lf\n");
}

TEST_CASE("a blank line is a row without columns") { CHECK(rows_of("a\r\n\r\nb\r\n") == "[a]\n[]\n[b]\n"); }

TEST_CASE("an unclosed quote costs one row") {
  SUBCASE("no quote follows") { CHECK(rows_of("a,\"b\r\nc,d\r\ne,f\r\n") == "[a|b] quote_open@2\n[c|d]\n[e|f]\n"); }
  SUBCASE("the next quoted value would close it") {
    CHECK(rows_of("a,\"b\r\n\"c\",d\r\ne,f\r\n") == "[a|b] quote_open@2\n[c|d]\n[e|f]\n");
  }
  SUBCASE("all values quoted") { CHECK(rows_of("\"a\",\"b\r\n\"c\",\"d\"\r\n") == "[a|b] quote_open@4\n[c|d]\n"); }
  SUBCASE("in the last row") { CHECK(rows_of("a,b\r\nc,\"d\r\n") == "[a|b]\n[c|d] quote_open@2\n"); }
  SUBCASE("at the end of the text") { CHECK(rows_of("a,\"") == "[a|] end quote_open@2\n"); }
  SUBCASE("beyond the limit of a quoted value") {
    const std::string long_rest(kCsvQuotedLimit, 'x');
    const std::string text = "\"a\r\n" + long_rest + "\"\r\n";
    CHECK(rows_of(text) ==
          "[a] quote_open@0\n[" + long_rest + "\"] quote_misplaced@" + std::to_string(kCsvQuotedLimit) + "\n");
  }
}

TEST_CASE("a row of several lines can be cut at its first line end, as a value that never ended") {
  const std::string_view text = "a,\"b\r\nc,d\r\ne\",f\r\n";
  CsvRow row;
  REQUIRE(scan_csv_row(text, true, Quote::minimal, row) == CsvScan::row);
  REQUIRE(row.lines == 3);
  cut_csv_row(text, row);
  CHECK(row.lines == 1);
  CHECK(row.fault == CsvFault::quote_open);
  CHECK(row.fault_at == 2);
  CHECK(row.fields.size() == 2);
  CHECK(text.substr(row.taken).starts_with("c,d"));
}

TEST_CASE("quotes where none belong") {
  CHECK(rows_of("a\"b,c\r\n") == "[a\"b|c] quote_misplaced@1\n");
  CHECK(rows_of("\"a\"b,c\r\nd,e\r\n").starts_with("[a\"b|c] quote_misplaced@3\n[d|e]\n"));
  CHECK(rows_of("\"a\" ,c\r\n").find("quote_misplaced@3") != std::string::npos);
  CHECK(rows_of("\"a,b\r\n", Quote::none) == "[\"a|b] quote_misplaced@0\n");
}

TEST_CASE("a CR alone ends no row") {
  CHECK(rows_of("a\rb,c\r\nd\r\n") == "[a\rb|c] bare_cr@1\n[d]\n");
  CHECK(rows_of("a\r") == "[a\r] end bare_cr@1\n");
}

TEST_CASE("NUL bytes are bytes of a value") {
  CHECK(rows_of(std::string_view("a\0b,c\n", 6)) == std::string("[a\0b|c] lf\n", 11));
}

TEST_CASE("a row beyond the limit ends at its line end or is given up to the limit") {
  const std::string text = std::string(kCsvRowLimit + 10, 'x') + "\r\n";
  CsvRow row;
  REQUIRE(scan_csv_row(text, true, Quote::minimal, row) == CsvScan::row);
  CHECK(row.fault == CsvFault::too_long);
  CHECK(row.taken == kCsvRowLimit);
}

TEST_CASE("a row that may go on asks for more, wherever the text is cut") {
  const std::string_view text = "ab,\"c\"\"d\",e\r\n";
  CsvRow row;
  for (std::size_t cut = 1; cut < text.size(); ++cut) {
    CAPTURE(cut);
    CHECK(scan_csv_row(text.substr(0, cut), false, Quote::minimal, row) == CsvScan::need_more);
  }
  CHECK(scan_csv_row(text, false, Quote::minimal, row) == CsvScan::row);
}

}  // namespace daicho
