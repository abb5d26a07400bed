#include "formats/csv_line_ends.hpp"

#include <doctest/doctest.h>

#include <string>

namespace daicho {
namespace {

LineEnd found(const std::string& text, Charset charset = Charset::utf8) {
  std::string bytes;
  encode(charset, text, bytes);
  return commonest_line_end(bytes, charset, Quote::minimal);
}

}  // namespace

TEST_CASE("most rows decide, and of as many the first") {
  CHECK(found("a,b\r\nc,d\nc,d\n") == LineEnd::lf);
  CHECK(found("a,b\nc,d\r\nc,d\r\n") == LineEnd::crlf);
  CHECK(found("a,b\nc,d\r\n") == LineEnd::lf);
  CHECK(found("a,b\r\nc,d\n") == LineEnd::crlf);
}

TEST_CASE("line breaks inside quotes are no line ends") {
  CHECK(found("a,\"b\n\n\n\"\r\nc,\"d\n\"\r\n") == LineEnd::crlf);
}

TEST_CASE("line ends are those of the charset") {
  CHECK(found("a,b\r\nc,d\r\nc,d\n", Charset::utf16be) == LineEnd::crlf);
  CHECK(found("a,b\nc,d\nc,d\r\n", Charset::ibm930) == LineEnd::lf);
}

TEST_CASE("without a line end there is none to find") {
  CHECK(found("") == LineEnd::none);
  CHECK(found("a,b") == LineEnd::none);
  CHECK(found("a,\"b\n") == LineEnd::lf);  // the quote never closes: its row ends with its line
}

}  // namespace daicho
