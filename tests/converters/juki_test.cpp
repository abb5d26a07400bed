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

namespace {

/// The obvious way: one code, or one character with its selector, at a time, by the table's own answers.
Conversion slowly_decoded(const JukiTable& table, std::string_view bytes, std::string& text) {
  Conversion done;
  for (; done.error == TextError::none && done.input_used < bytes.size(); done.input_used += 2) {
    if (bytes.size() - done.input_used == 1) {
      done.error = TextError::truncated;
      break;
    }
    const auto high = static_cast<unsigned char>(bytes[done.input_used]);
    const auto low = static_cast<unsigned char>(bytes[done.input_used + 1]);
    const auto code = static_cast<std::uint16_t>(high << 8 | low);
    if (table.character(code).empty()) {
      done.error = TextError::illegal;
      break;
    }
    text += table.character(code);
    done.duplicates += table.code(table.character(code)) != code ? 1 : 0;
  }
  return done;
}

Conversion slowly_encoded(const JukiTable& table, std::string_view text, std::string& bytes) {
  Conversion done;
  while (!text.empty()) {
    std::string_view rest = text;
    const bool alone = is_variation_selector(take_code_point(rest));  // no base: another one does not belong to it
    const std::string_view character = alone ? text.substr(0, text.size() - rest.size()) : take_character(text);
    if (alone) text = rest;
    const std::optional<std::uint16_t> code = table.code(character);
    if (!code) {
      done.error = TextError::unmappable;
      done.error_length = character.size();
      break;
    }
    bytes += two_bytes(*code);
    done.input_used += character.size();
  }
  return done;
}

void check_fast_as_slow(const JukiTable& table, std::string_view text, std::string_view bytes) {
  CAPTURE(text);
  std::string fast;
  std::string slow;
  const Conversion written = encode(Charset::juki, text, fast, {.juki = &table});
  const Conversion expected = slowly_encoded(table, text, slow);
  REQUIRE(fast == slow);
  REQUIRE(written.error == expected.error);
  REQUIRE(written.input_used == expected.input_used);
  REQUIRE(written.error_length == expected.error_length);
  fast.clear();
  slow.clear();
  const Conversion read = decode(Charset::juki, bytes, fast, {.juki = &table});
  const Conversion known = slowly_decoded(table, bytes, slow);
  REQUIRE(fast == slow);
  REQUIRE(read.error == known.error);
  REQUIRE(read.input_used == known.input_used);
  REQUIRE(read.duplicates == known.duplicates);
}

}  // namespace

TEST_CASE("the fast loops say what the table says, one code or one character at a time") {
  const JukiTable none;
  const JukiTable small = small_table();
  JukiTable strange = small_table();  // codes that mean others than themselves, ASCII among them
  strange.add(0x0041, "乙");
  strange.add(0x3042, "あ\U000E0100");
  strange.add(0x3044, "う");
  strange.add(0xB000, "い");
  strange.add(0x4E01, "A");
  strange.add(0x4E02, "\uFE00");
  strange.add(0xAD23, "七");
  const JukiTable* const tables[] = {&none, &small, &strange};
  const std::string_view parts[] = {"A",          "0123456789", "あいう", "ｱ",   "丁丂丄丅", "葛",
                                    "\U000E0100", "\uFE00",     "\uFE40", "𠮷",  "é",        "　　　　",
                                    "七乙",       "一",         "\uE000", "\r\n"};
  std::mt19937 random(2020);
  std::size_t whole = 0;
  for (int round = 0; round < 30000; ++round) {
    const JukiTable& table = *tables[round % 3];
    std::string text;
    std::string bytes;
    const std::size_t size = round % 50 == 0 ? 2000 + random() % 3000 : random() % 40;
    while (text.size() < size) {
      const std::string_view part = parts[random() % std::size(parts)];
      std::string good;
      if (encode(Charset::juki, text + std::string(part), good, {.juki = &table}).error != TextError::none) {
        if (random() % 8 != 0) continue;
      }
      text += part;
    }
    slowly_encoded(table, text, bytes);
    if (random() % 4 == 0 && !bytes.empty()) bytes[random() % bytes.size()] = static_cast<char>(random());
    if (random() % 8 == 0) bytes += '\0';
    check_fast_as_slow(table, text, bytes);
    std::string written;
    whole += encode(Charset::juki, text, written, {.juki = &table}).error == TextError::none ? 1 : 0;
  }
  CHECK(whole > 5000);
}
