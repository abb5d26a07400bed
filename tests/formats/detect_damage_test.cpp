// Files that `auto` cannot read as they are: what they look like, and what is wrong.
#include "formats/detect_damage.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "formats/catalog.hpp"
#include "tests/support/codec_runs.hpp"
#include "tests/support/random_records.hpp"

using namespace daicho;

namespace {

const Layout& layout() {
  static const Catalog schemas;
  static const auto access_log = schemas.layout("access-log");
  return *access_log;
}

std::string bytes_of(std::string_view spec) {
  const FormatSpec format = *parse_format_spec(spec);
  test::RandomRecords random(layout(), format.charset, 3);
  FindingList faults;
  return test::write_all(layout(), format, random.block(5), faults);
}

std::string refused(std::string_view bytes) {
  const auto source = memory_source(bytes);
  const Detection detection = detect_format(layout(), *source);
  return detection.format ? "found " + to_string(*detection.format) : detection.reason;
}

std::string replaced(std::string text, char from, char to) {
  std::replace(text.begin(), text.end(), from, to);
  return text;
}

}  // namespace

TEST_CASE("lines that end in CR alone are told so") {
  CHECK(refused(replaced(bytes_of("fixed:cp932,eol=lf"), '\n', '\r')) ==
        "it looks like fixed:cp932,eol=lf, but its lines end in CR alone, where CRLF or LF is due");
  CHECK(refused(replaced(bytes_of("csv:utf-8,eol=lf"), '\n', '\r')) ==
        "it looks like csv:utf-8,eol=lf, but its lines end in CR alone, where CRLF or LF is due");
}

TEST_CASE("lines that end in CR CR LF are told so") {
  const auto doubled = [](std::string text) {
    for (std::size_t at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at + 3)) {
      text.insert(at, 1, '\r');
    }
    return text;
  };
  CHECK(refused(doubled(bytes_of("fixed:cp932"))) ==
        "it looks like fixed:cp932,eol=crlf, but its lines end in CR CR LF, where CRLF or LF is due");
  CHECK(refused(doubled(bytes_of("csv:utf-8"))) ==
        "it looks like csv:utf-8,eol=crlf, but its lines end in CR CR LF, where CRLF or LF is due");
}

TEST_CASE("tabs and semicolons between values are told") {
  CHECK(refused(replaced(bytes_of("csv:utf-8"), ',', '\t')) ==
        "it looks like csv:utf-8,eol=crlf, but tabs stand between its values, where commas are due");
  CHECK(refused(replaced(bytes_of("csv:cp932,header=id"), ',', ';')) ==
        "it looks like csv:cp932,eol=crlf,header=id, but semicolons stand between its values, where commas are due");
}

TEST_CASE("blanks around headings are told") {
  std::string bytes = bytes_of("csv:utf-8,header=id,eol=lf");
  for (std::size_t at = 0; at < bytes.find('\n'); ++at) {
    if (bytes[at] == ',') bytes.insert(++at, " ");
  }
  bytes.insert(0, " ");
  CHECK(refused(bytes) ==
        "it looks like csv:utf-8,eol=lf,header=id, but blanks stand around the names in its first line");
}

TEST_CASE("a byte order mark that is another charset's is told") {
  const auto with_mark = [](std::string_view spec, std::string_view mark) {
    return std::string(mark) + bytes_of(spec);
  };
  CHECK(refused(with_mark("fixed:utf-16le", "\xFE\xFF")) ==
        "it looks like fixed:utf-16le,eol=crlf, but its byte order mark is that of utf-16be");
  CHECK(refused(with_mark("csv:utf-16be", "\xFF\xFE")) ==
        "it looks like csv:utf-16be,eol=crlf, but its byte order mark is that of utf-16le");
  CHECK(refused(with_mark("fixed:cp932", "\xEF\xBB\xBF")) ==
        "it looks like fixed:cp932,eol=crlf, but its byte order mark is that of utf-8");
}

TEST_CASE("what is damaged in no such way is told by its lengths") {
  CHECK(likely_damage(layout(), "hello\rworld\r", true).empty());
  CHECK(likely_damage(layout(), "a\tb\n", true).empty());
  CHECK(likely_damage(layout(), "\xFF\xFE", true).empty());
}
