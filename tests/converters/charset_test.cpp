#include "converters/charset.hpp"

#include <doctest/doctest.h>

#include <string>

using daicho::Charset;
using daicho::Conversion;
using daicho::TextError;
using namespace std::string_literals;

namespace {

std::string decoded(Charset charset, std::string_view bytes) {
  std::string text;
  const Conversion done = daicho::decode(charset, bytes, text);
  REQUIRE(done.error == TextError::none);
  REQUIRE(done.input_used == bytes.size());
  REQUIRE(done.output_written == text.size());
  REQUIRE(done.error_length == 0);
  return text;
}

std::string encoded(Charset charset, std::string_view text) {
  std::string bytes;
  const Conversion done = daicho::encode(charset, text, bytes);
  REQUIRE(done.error == TextError::none);
  REQUIRE(done.input_used == text.size());
  REQUIRE(done.output_written == bytes.size());
  REQUIRE(done.error_length == 0);
  return bytes;
}

}  // namespace

TEST_CASE("charset names go both ways, in lower case only") {
  CHECK(daicho::all_charsets().size() == 4);
  for (const Charset charset : daicho::all_charsets()) {
    CHECK(daicho::parse_charset(daicho::charset_name(charset)) == charset);
  }
  CHECK(daicho::charset_name(Charset::cp932) == "cp932");
  CHECK(daicho::charset_name(Charset::utf8) == "utf-8");
  CHECK(daicho::charset_name(Charset::utf16le) == "utf-16le");
  CHECK(daicho::charset_name(Charset::utf16be) == "utf-16be");
  CHECK_FALSE(daicho::parse_charset("CP932").has_value());
  CHECK_FALSE(daicho::parse_charset("utf8").has_value());
  CHECK_FALSE(daicho::parse_charset("").has_value());
}

TEST_CASE("the same text in every charset") {
  const std::string text = "小金井 ｱ\r\n";
  CHECK(encoded(Charset::cp932, text) == "\x8F\xAC\x8B\xE0\x88\xE4 \xB1\r\n");
  CHECK(encoded(Charset::utf8, text) == text);
  CHECK(encoded(Charset::utf16le, text) == "\x0F\x5C\xD1\x91\x95\x4E\x20\x00\x71\xFF\x0D\x00\x0A\x00"s);
  CHECK(encoded(Charset::utf16be, text) == "\x5C\x0F\x91\xD1\x4E\x95\x00\x20\xFF\x71\x00\x0D\x00\x0A"s);
  for (const Charset charset : daicho::all_charsets()) CHECK(decoded(charset, encoded(charset, text)) == text);
}

TEST_CASE("conversions append to what is there") {
  std::string text = "前";
  const Conversion done = daicho::decode(Charset::cp932, "\x8C\xE3", text);
  CHECK(text == "前後");
  CHECK(done.output_written == 3);
}
