#include "converters/charset.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>

#include "converters/utf8.hpp"

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
  CHECK(daicho::all_charsets().size() == 9);
  for (const Charset charset : daicho::all_charsets()) {
    CHECK(daicho::parse_charset(daicho::charset_name(charset)) == charset);
  }
  CHECK(daicho::charset_name(Charset::cp932) == "cp932");
  CHECK(daicho::charset_name(Charset::utf8) == "utf-8");
  CHECK(daicho::charset_name(Charset::utf16le) == "utf-16le");
  CHECK(daicho::charset_name(Charset::utf16be) == "utf-16be");
  CHECK(daicho::charset_name(Charset::shift_jis_2004) == "shift_jis-2004");
  CHECK(daicho::charset_name(Charset::euc_jis_2004) == "euc-jis-2004");
  CHECK(daicho::charset_name(Charset::ibm930) == "ibm-930");
  CHECK(daicho::charset_name(Charset::ibm939) == "ibm-939");
  CHECK(daicho::charset_name(Charset::juki) == "juki");
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
  for (const Charset charset : daicho::all_charsets().first(4)) CHECK(decoded(charset, encoded(charset, text)) == text);
}

TEST_CASE("conversions append to what is there") {
  std::string text = "前";
  const Conversion done = daicho::decode(Charset::cp932, "\x8C\xE3", text);
  CHECK(text == "前後");
  CHECK(done.output_written == 3);
}

TEST_CASE("UTF-8 is copied up to the first fault, whose position and kind are exact") {
  struct Case {
    std::string bytes;
    TextError error;
    std::size_t at;
    std::size_t length;
  };
  const Case cases[] = {
      {"小\x80", TextError::illegal, 3, 1},
      {"小\xE3\x81", TextError::truncated, 3, 2},
      {"\xF0\xA0\xAE", TextError::truncated, 0, 3},
      {"\xF0\xA0\xAEz", TextError::illegal, 0, 3},
      {"ab\xED\xA0\x80", TextError::illegal, 2, 1},
      {"ab\xC0\x80", TextError::illegal, 2, 1},
      {"\xF4\x90\x80\x80", TextError::illegal, 0, 1},
      {std::string(200, 'a') + "\xFF" + std::string(200, 'b'), TextError::illegal, 200, 1},
  };
  for (const Case& bad : cases) {
    CAPTURE(bad.bytes);
    std::string text;
    const Conversion done = daicho::decode(Charset::utf8, bad.bytes, text);
    CHECK(done.error == bad.error);
    CHECK(done.input_used == bad.at);
    CHECK(done.error_length == bad.length);
    CHECK(text == bad.bytes.substr(0, bad.at));
    std::string bytes;
    CHECK(daicho::encode(Charset::utf8, bad.bytes, bytes).error == TextError::illegal);
    CHECK(bytes == text);
  }
}

TEST_CASE("UTF-8 of many pieces is copied whole, wherever a character crosses their edges") {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string text(65530 + shift, 'x');
    for (int i = 0; i < 30000; ++i) text += "𠮷漢";
    CHECK(decoded(Charset::utf8, text) == text);
    text.insert(150000 + (7 - (150000 - 65530 - shift) % 7), "\xBF");
    std::string before;
    const Conversion done = daicho::decode(Charset::utf8, text, before);
    CHECK(done.error == TextError::illegal);
    CHECK(done.error_length == 1);
    CHECK(text[done.input_used] == '\xBF');
    CHECK(before == text.substr(0, done.input_used));
  }
}

TEST_CASE("nothing in, nothing out") {
  for (const Charset charset : daicho::all_charsets().first(4)) {
    CHECK(decoded(charset, "").empty());
    CHECK(encoded(charset, "").empty());
    CHECK(decoded(charset, std::string_view()).empty());
  }
}

TEST_CASE("no bytes, however broken, are read beyond their end or converted without a trace") {
  std::mt19937 random(4);
  for (int round = 0; round < 20000; ++round) {
    std::string bytes(random() % 24, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    const auto storage = std::make_unique<char[]>(bytes.size());  // an exact size, for the address sanitizer
    std::copy(bytes.begin(), bytes.end(), storage.get());
    for (const Charset charset : daicho::all_charsets().first(4)) {
      std::string text;
      const Conversion done = daicho::decode(charset, {storage.get(), bytes.size()}, text);
      REQUIRE(daicho::is_utf8(text));
      REQUIRE((done.error == TextError::none) == (done.input_used == bytes.size()));
      REQUIRE((done.error == TextError::none) == (done.error_length == 0));
      REQUIRE(done.input_used + done.error_length <= bytes.size());
      std::string back;
      REQUIRE(daicho::encode(charset, text, back).error == TextError::none);
      REQUIRE((done.duplicates != 0 || back == bytes.substr(0, done.input_used)));
      std::string written;
      const Conversion encoded_done = daicho::encode(charset, {storage.get(), bytes.size()}, written);
      REQUIRE(encoded_done.input_used + encoded_done.error_length <= bytes.size());
    }
  }
}
