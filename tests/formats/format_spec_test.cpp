#include "formats/format_spec.hpp"

#include <doctest/doctest.h>

#include "formats/error.hpp"

using namespace daicho;

namespace {

std::string parsed(const char* text) {
  const auto format = parse_format_spec(text);
  return format ? to_string(*format) : "auto";
}

std::string complaint(const char* text) {
  try {
    return "accepted: " + parsed(text);
  } catch (const UsageError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("specs are completed by the defaults of their kind") {
  CHECK(parsed("fixed") == "fixed:cp932,eol=crlf");
  CHECK(parsed("csv") == "csv:utf-8,eol=crlf");
  CHECK(parsed("jsonl") == "jsonl:utf-8,eol=lf");
  CHECK(parsed("fixed:utf-16be") == "fixed:utf-16be,eol=crlf");
  CHECK(parsed("auto") == "auto");
}

TEST_CASE("what a spec says is what its text says, and both ways") {
  for (const char* text : {"fixed:cp932,eol=none", "fixed:utf-8,eol=lf,bom=yes,envelope=control",
                           "csv:cp932,eol=lf,header=none,quote=all", "csv:utf-16le,eol=crlf,header=id,bom=yes",
                           "jsonl:utf-8,eol=crlf", "csv:utf-8,eol=crlf,quote=none,envelope=control"}) {
    CHECK(parsed(text) == text);
  }
  CHECK(parsed("csv:utf-8,header=name,quote=minimal,bom=no,envelope=none") == "csv:utf-8,eol=crlf");
}

TEST_CASE("what is not known is refused with what is") {
  CHECK(complaint("") == "format '': unknown kind ''; known are fixed, csv, jsonl");
  CHECK(complaint("xml:utf-8") == "format 'xml:utf-8': unknown kind 'xml'; known are fixed, csv, jsonl");
  CHECK(complaint("csv:juki") == "accepted: csv:juki,eol=crlf");
  CHECK(complaint("jsonl:juki") == "format 'jsonl:juki': jsonl is UTF-8 only");
  CHECK(complaint("csv:ebcdic") ==
        "format 'csv:ebcdic': unknown charset 'ebcdic'; known are cp932, utf-8, utf-16le, utf-16be, shift_jis-2004, "
        "euc-jis-2004, ibm-930, ibm-939, juki");
  CHECK(complaint("csv:ibm-930,bom=yes") == "format 'csv:ibm-930,bom=yes': ibm-930 has no byte order mark");
  CHECK(complaint("fixed:sjis").ends_with("; did you mean cp932?"));
  CHECK(complaint("fixed:sjis").starts_with("format 'fixed:sjis': unknown charset 'sjis'; known are cp932, utf-8, "));
  CHECK(complaint("fixed:") != "accepted: fixed:cp932,eol=crlf");
  CHECK(complaint("fixed:cp932,eol") == "format 'fixed:cp932,eol': 'eol' is not written as key=value");
  CHECK(complaint("fixed:cp932,eol=cr") == "format 'fixed:cp932,eol=cr': unknown eol 'cr'; known are crlf, lf, none");
  CHECK(complaint("fixed:cp932,tab=4") ==
        "format 'fixed:cp932,tab=4': unknown key 'tab'; known are eol, header, quote, bom, envelope");
  CHECK(complaint("csv,eol=lf,eol=lf") == "format 'csv,eol=lf,eol=lf': 'eol' stands twice");
  CHECK(complaint("csv,") == "format 'csv,': '' is not written as key=value");
}

TEST_CASE("what makes no sense together is refused") {
  CHECK(complaint("fixed:cp932,header=id") == "format 'fixed:cp932,header=id': 'header' is for csv only");
  CHECK(complaint("csv:utf-8,eol=none") == "format 'csv:utf-8,eol=none': eol=none is for fixed only");
  CHECK(complaint("jsonl:cp932") == "format 'jsonl:cp932': jsonl is UTF-8 only");
  CHECK(complaint("jsonl,envelope=control") == "format 'jsonl,envelope=control': jsonl has no envelope");
  CHECK(complaint("fixed:cp932,bom=yes") == "format 'fixed:cp932,bom=yes': cp932 has no byte order mark");
}

TEST_CASE("line ends and byte order marks are those of the charset") {
  CHECK(line_end_bytes(*parse_format_spec("fixed:utf-16le")) == std::string("\r\0\n\0", 4));
  CHECK(line_end_bytes(*parse_format_spec("fixed:utf-16be,eol=lf")) == std::string("\0\n", 2));
  CHECK(line_end_bytes(*parse_format_spec("fixed:cp932,eol=none")).empty());
  CHECK(bom_bytes(Charset::utf16be) == "\xFE\xFF");
  CHECK(bom_bytes(Charset::cp932).empty());
}
