// The direct conversions between CP932 and UTF-16 do what the way through UTF-8 does: same bytes, same fault, same
// counts.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "converters/charset.hpp"
#include "converters/charset_codecs.hpp"
#include "converters/utf8.hpp"

using daicho::Charset;
using daicho::Conversion;
using daicho::TextError;

namespace {

Charset utf16(bool big_endian) { return big_endian ? Charset::utf16be : Charset::utf16le; }

void check_decodes_alike(std::string_view bytes) {
  CAPTURE(bytes);
  std::string text;
  const Conversion expected = daicho::decode(Charset::cp932, bytes, text);
  for (const bool big_endian : {false, true}) {
    std::string units;
    REQUIRE(daicho::encode(utf16(big_endian), text, units).error == TextError::none);
    std::string direct;
    const Conversion done = daicho::convert_cp932_to_utf16(big_endian, bytes, direct);
    REQUIRE(direct == units);
    REQUIRE(done.error == expected.error);
    REQUIRE(done.error_length == expected.error_length);
    REQUIRE(done.input_used == expected.input_used);
    REQUIRE(done.duplicates == expected.duplicates);
  }
}

/// `text` is valid; the fault's place in UTF-8 must be the same character's place in UTF-16.
void check_encodes_alike(std::string_view text, bool yen_to_backslash = false) {
  CAPTURE(text);
  daicho::TextOptions options;
  options.yen_to_backslash = yen_to_backslash;
  std::string expected_bytes;
  const Conversion expected = daicho::encode(Charset::cp932, text, expected_bytes, options);
  for (const bool big_endian : {false, true}) {
    std::string units;
    daicho::encode(utf16(big_endian), text, units);
    std::string direct;
    const Conversion done = daicho::convert_utf16_to_cp932(big_endian, units, yen_to_backslash, direct);
    REQUIRE(direct == expected_bytes);
    REQUIRE(done.error == expected.error);
    REQUIRE(done.input_used == 2 * daicho::utf16_length(text.substr(0, expected.input_used)));
    REQUIRE(done.error_length == 2 * daicho::utf16_length(text.substr(expected.input_used, expected.error_length)));
    REQUIRE(done.similar == expected.similar);
  }
}

std::string two_bytes(unsigned code) { return {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)}; }

}  // namespace

TEST_CASE("cp932 to UTF-16: every single byte and every pair of bytes, assigned or not, alone and after a character") {
  for (unsigned byte = 0; byte < 0x100; ++byte) check_decodes_alike(std::string(1, static_cast<char>(byte)));
  for (unsigned code = 0; code < 0x10000; ++code) check_decodes_alike(two_bytes(code) + "\x88\x9F\x88\xA0\x88\xA1");
}

TEST_CASE("UTF-16 to cp932: every code point of the BMP, with others after it and before a variation selector") {
  for (char32_t code_point = 0; code_point < 0x10000; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    std::string text;
    daicho::append_code_point(text, code_point);
    check_encodes_alike(text, code_point % 2 == 0);
    check_encodes_alike("a" + text + "亜唖娃阿", code_point % 2 != 0);
    check_encodes_alike("亜" + text + "\U000E0100亜");
  }
}

TEST_CASE("cp932 and UTF-16 directly: random text of all shapes at all lengths, valid and broken") {
  std::mt19937 random(16932);
  const std::string_view parts[] = {"20261120 ",    "\x88\x9F\x88\xA0", "\x81\x40\x81\x40\x81\x40",
                                    "\xB1\xB2\xB3", "\x87\x90",         "\x83\xBF",
                                    "\r\n",         "\x81\x60",         "\xFA\x4A",
                                    "\xF0\x40"};
  for (int round = 0; round < 4000; ++round) {
    std::string bytes;
    const std::size_t size = round % 4 == 0 ? 2000 + random() % 3000 : random() % 60;
    while (bytes.size() < size) bytes += parts[random() % std::size(parts)];
    if (round % 2 == 0 && !bytes.empty()) bytes[random() % bytes.size()] = static_cast<char>(random());
    check_decodes_alike(bytes);
    std::string text;
    daicho::decode(Charset::cp932, bytes, text);
    if (round % 3 == 0) text += "𠮷〜\U000E0100";
    check_encodes_alike(text + "¥〜葛" + (round % 5 == 0 ? "\U000E0100" : ""), round % 2 == 0);
  }
}

TEST_CASE("broken UTF-16 on its way to cp932 is the same fault as on its way to UTF-8") {
  std::mt19937 random(1600);
  const char16_t pool[] = {u'a', u'亜', 0xD842, 0xDFB7, 0xD800, 0xDC00, u'ｱ', u'　'};
  for (int round = 0; round < 20000; ++round) {
    std::string units;
    for (auto n = random() % 20; n > 0; --n) {
      const char16_t unit = pool[random() % std::size(pool)];
      units += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
    }
    if (round % 3 == 0) units += 'x';
    std::string text;
    const Conversion read = daicho::decode(Charset::utf16le, units, text);
    std::string bytes;
    const Conversion written = daicho::encode(Charset::cp932, text, bytes);
    std::string direct;
    const Conversion done = daicho::convert_utf16_to_cp932(false, units, false, direct);
    REQUIRE(direct == bytes);
    if (written.error == TextError::none) {
      REQUIRE(done.error == read.error);
      REQUIRE(done.input_used == read.input_used);
      REQUIRE(done.error_length == read.error_length);
    } else {
      REQUIRE(done.error == TextError::unmappable);
      REQUIRE(done.input_used == 2 * daicho::utf16_length(text.substr(0, written.input_used)));
    }
  }
}
