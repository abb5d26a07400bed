#include "cli/printable_text.hpp"

#include <doctest/doctest.h>

namespace daicho {

TEST_CASE("what a terminal would act on is written as an escape") {
  CHECK(printable("台帳 a\\b\xE2\x80\x8D") == "台帳 a\\b\xE2\x80\x8D");
  CHECK(printable("a\x1B[31mb\x7F") == "a\\u{1B}[31mb\\u{7F}");
  CHECK(printable("a\nb\rc\td") == "a\\u{A}b\\u{D}c\\u{9}d");
  CHECK(printable(std::string_view("a\0b", 3)) == "a\\u{0}b");
  CHECK(printable("\xC2\x9B"
                  "31m") == "\\u{9B}31m");
  CHECK(printable("\xE2\x80\xAEgpj.exe") == "\\u{202E}gpj.exe");
}

TEST_CASE("bytes that are no UTF-8 are written as bytes") {
  CHECK(printable("\x9B"
                  "31m\x91\xE4") == "\\x9B31m\\x91\\xE4");
  CHECK(printable("\xE5\x8F") == "\\xE5\\x8F");
}

TEST_CASE("line feeds of a sentence stay") {
  CHECK(printable("a\nb\x1B", LineFeeds::keep) == "a\nb\\u{1B}");
  CHECK(printable("a\n  b\nc\n", LineFeeds::indent) == "a\n  b\\u{A}c\\u{A}");
  CHECK(printable("") == "");
}

}  // namespace daicho
