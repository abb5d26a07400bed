// J+ codes as a charset. What the codes mean is juki_table_test.cpp's subject.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "converters/juki_table.hpp"
#include "tests/support/charset_references.hpp"

using namespace daicho;
using namespace daicho::test;
using namespace std::string_literals;

namespace {

JukiTable small_table() {
  JukiTable table;
  for (std::uint16_t code = 0x4E00; code < 0x5200; ++code) {
    if (code % 3 != 0) table.add(code, utf8_of(code));
  }
  table.add(0xAD21, "𠮷");
  table.add(0xAD22, "葛\U000E0100");
  table.add(0x845B, "葛");
  table.add(0xAD23, "丁");  // already 4E01: a duplicate
  table.add(0xE000, utf8_of(0xE000));
  return table;
}

struct Failure {
  TextError error;
  std::size_t at;
  std::size_t length;
};

void check_decode_fails(std::string_view bytes, std::string_view before, const Failure& expected) {
  CAPTURE(bytes);
  const JukiTable table = small_table();
  std::string text;
  const Conversion done = decode(Charset::juki, bytes, text, {.juki = &table});
  CHECK(done.error == expected.error);
  CHECK(done.input_used == expected.at);
  CHECK(done.error_length == expected.length);
  CHECK(text == before);
}

void check_encode_fails(std::string_view text, std::string_view before, const Failure& expected) {
  CAPTURE(text);
  const JukiTable table = small_table();
  std::string bytes;
  const Conversion done = encode(Charset::juki, text, bytes, {.juki = &table});
  CHECK(done.error == expected.error);
  CHECK(done.input_used == expected.at);
  CHECK(done.error_length == expected.length);
  CHECK(bytes == before);
}

}  // namespace

TEST_CASE("kana, Latin and line ends are themselves, two bytes each, with the high one first") {
  CHECK(ours_encoded(Charset::juki, "A1ア　ｱ\r\n").output ==
        "\x00\x41\x00\x31\x30\xA2\x30\x00\xFF\x71\x00\x0D\x00\x0A"s);
  CHECK(ours_decoded(Charset::juki, "\x00\x41\x30\xA2\x00\x0D\x00\x0A"s).output == "Aア\r\n");
}

TEST_CASE("kanji go through the table, variation sequences and plane 2 too") {
  const JukiTable table = small_table();
  const std::string text = "丁𠮷葛\U000E0100葛";
  const std::string bytes = "\x4E\x01\xAD\x21\xAD\x22\x84\x5B";
  CHECK(ours_encoded(Charset::juki, text, {.juki = &table}).output == bytes);
  CHECK(ours_decoded(Charset::juki, bytes, {.juki = &table}).output == text);
  CHECK_FALSE(ours_encoded(Charset::juki, "丁").output.has_value());
}

TEST_CASE("what the table lacks is no character: variants, Hangul's place, surrogates, the last code") {
  check_decode_fails("\x4E\x01\xAC\x00"s, "丁", {TextError::illegal, 2, 2});
  check_decode_fails("\xD6\xFF", "", {TextError::illegal, 0, 2});
  check_decode_fails("\xD8\x42\xDF\xB7", "", {TextError::illegal, 0, 2});
  check_decode_fails("\xFF\xFF", "", {TextError::illegal, 0, 2});
  check_decode_fails("\x4E\x01\x4E", "丁", {TextError::truncated, 2, 1});
  check_encode_fails("丁가", "\x4E\x01", {TextError::unmappable, 3, 3});
  check_encode_fails("丁\U000E0100", "", {TextError::unmappable, 0, 7});
  check_encode_fails("丁葛\U000E0101", "\x4E\x01", {TextError::unmappable, 3, 7});
  check_encode_fails("丁\xE8\xBE", "\x4E\x01", {TextError::illegal, 3, 2});
}

TEST_CASE("a second code of a character is counted") {
  const JukiTable table = small_table();
  std::string text;
  const Conversion done = decode(Charset::juki, "\xAD\x23\x4E\x01", text, {.juki = &table});
  CHECK(text == "丁丁");
  CHECK(done.duplicates == 1);
}

TEST_CASE("every code of the table that is no duplicate comes back") {
  const JukiTable table = small_table();
  std::size_t codes = 0;
  for (unsigned code = 0; code <= 0xFFFF; ++code) {
    CAPTURE(code);
    std::string text;
    const Conversion done = decode(Charset::juki, two_bytes(code), text, {.juki = &table});
    REQUIRE((done.error == TextError::none) == !table.character(static_cast<std::uint16_t>(code)).empty());
    if (done.error != TextError::none) continue;
    ++codes;
    REQUIRE((ours_encoded(Charset::juki, text, {.juki = &table}).output == two_bytes(code)) == (done.duplicates == 0));
  }
  CHECK(codes == 0x3400 + 0xFF + 682 + 5);
}

TEST_CASE("every code point is written as the code that means it, or not at all") {
  const JukiTable table = small_table();
  for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    const Answer bytes = ours_encoded(Charset::juki, utf8_of(code_point), {.juki = &table});
    if (!bytes.output) continue;
    REQUIRE(ours_decoded(Charset::juki, *bytes.output, {.juki = &table}).output == utf8_of(code_point));
  }
}
