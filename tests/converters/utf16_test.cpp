#include <doctest/doctest.h>
#include <unicode/unistr.h>

#include <random>
#include <string>

#include "converters/charset.hpp"
#include "converters/utf8.hpp"

using daicho::Charset;
using daicho::Conversion;
using daicho::TextError;
using namespace std::string_literals;

namespace {

std::string with_order(Charset charset, const std::u16string& units) {
  std::string bytes;
  for (const char16_t unit : units) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += charset == Charset::utf16be ? std::string{high, low} : std::string{low, high};
  }
  return bytes;
}

struct Failure {
  TextError error;
  std::size_t at;
  std::size_t length;
};

void check_fails(const std::u16string& units, std::string_view odd_tail, std::string_view before,
                 const Failure& expected) {
  for (const Charset charset : {Charset::utf16le, Charset::utf16be}) {
    std::string text;
    const Conversion done = daicho::decode(charset, with_order(charset, units) + std::string(odd_tail), text);
    CHECK(done.error == expected.error);
    CHECK(done.input_used == expected.at);
    CHECK(done.error_length == expected.length);
    CHECK(text == before);
    CHECK(done.output_written == before.size());
  }
}

}  // namespace

TEST_CASE("every code point is UTF-16 as ICU writes it, in both byte orders, and comes back") {
  for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    std::string text;
    daicho::append_code_point(text, code_point);
    const icu::UnicodeString reference(static_cast<UChar32>(code_point));
    const std::u16string units(reference.getBuffer(), static_cast<std::size_t>(reference.length()));
    for (const Charset charset : {Charset::utf16le, Charset::utf16be}) {
      std::string bytes;
      REQUIRE(daicho::encode(charset, text, bytes).error == TextError::none);
      REQUIRE(bytes == with_order(charset, units));
      std::string back;
      REQUIRE(daicho::decode(charset, bytes, back).error == TextError::none);
      REQUIRE(back == text);
    }
  }
}

TEST_CASE("lone surrogates are illegal at their own position") {
  check_fails(u"a\xDC00", "", "a", {TextError::illegal, 2, 2});
  check_fails(u"小\xD800z", "", "小", {TextError::illegal, 2, 2});
  check_fails(u"\xD842\xD842\xDFB7", "", "", {TextError::illegal, 0, 2});
  check_fails(u"\xDFB7\xD842", "", "", {TextError::illegal, 0, 2});
}

TEST_CASE("an odd byte, or half of a pair, at the end is truncated") {
  check_fails(u"", "x", "", {TextError::truncated, 0, 1});
  check_fails(u"小金井", "x", "小金井", {TextError::truncated, 6, 1});
  check_fails(u"小\xD842", "", "小", {TextError::truncated, 2, 2});
  check_fails(u"小\xD842", "x", "小", {TextError::truncated, 2, 3});
  check_fails(u"abcdefgh", "x", "abcdefgh", {TextError::truncated, 16, 1});
}

TEST_CASE("a byte order mark is a character like any other") {
  std::string text;
  daicho::decode(Charset::utf16le, "\xFF\xFE\x41\x00"s, text);
  CHECK(text == "\uFEFFA");
}

TEST_CASE("invalid UTF-8 can't become UTF-16") {
  for (const Charset charset : {Charset::utf16le, Charset::utf16be}) {
    std::string bytes;
    const Conversion done = daicho::encode(charset, "ab漢\xED\xA0\x80", bytes);
    CHECK(done.error == TextError::illegal);
    CHECK(done.input_used == 5);
    CHECK(done.error_length == 1);
    CHECK(bytes == with_order(charset, u"ab漢"));
  }
}

TEST_CASE("random units: what is valid comes back, and a fault lies where ICU's own walk finds it") {
  std::mt19937 random(16);
  for (int round = 0; round < 5000; ++round) {
    std::u16string units;
    const std::size_t size = round % 10 == 0 ? 3000 + random() % 3000 : random() % 40;
    while (units.size() < size) {
      const auto kind = random() % 100;
      if (kind < 40) {
        units += static_cast<char16_t>(0x20 + random() % 0x5F);
      } else if (kind < 50) {
        units.append(random() % 20, u'\u3000');
      } else if (kind < 98) {
        units += static_cast<char16_t>(0x4E00 + random() % 0x5000);
      } else if (kind == 98) {
        units += {static_cast<char16_t>(0xD800 + random() % 0x400), static_cast<char16_t>(0xDC00 + random() % 0x400)};
      } else if (size < 40 && random() % 4 == 0) {
        units += static_cast<char16_t>(0xD800 + random() % 0x800);
      }
    }
    std::size_t valid = 0;
    while (valid < units.size()) {
      std::size_t next = valid;
      UChar32 code_point = 0;
      U16_NEXT(units.data(), next, units.size(), code_point);
      if (U_IS_SURROGATE(code_point)) break;
      valid = next;
    }
    for (const Charset charset : {Charset::utf16le, Charset::utf16be}) {
      const std::string bytes = with_order(charset, units);
      std::string text;
      const Conversion done = daicho::decode(charset, bytes, text);
      REQUIRE(done.input_used == 2 * valid);
      REQUIRE((done.error == TextError::none) == (valid == units.size()));
      std::string back;
      REQUIRE(daicho::encode(charset, text, back).error == TextError::none);
      REQUIRE(back == bytes.substr(0, 2 * valid));
    }
  }
}
