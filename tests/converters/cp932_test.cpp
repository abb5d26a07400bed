// CP932's conversions: faults and their positions, and the fast loops against one code at a time. The tables are
// compared with their references in cp932_tables_test.cpp.
#include <doctest/doctest.h>

#include <optional>
#include <random>
#include <string>

#include "converters/charset.hpp"
#include "converters/utf8.hpp"

using daicho::Charset;
using daicho::Conversion;
using daicho::TextError;
using namespace std::string_literals;

namespace {

using Answer = std::optional<std::string>;

Answer ours_decoded(std::string_view bytes) {
  std::string text;
  const Conversion done = daicho::decode(Charset::cp932, bytes, text);
  if (done.error != TextError::none) return std::nullopt;
  return text;
}

Answer ours_encoded(std::string_view text) {
  std::string bytes;
  const Conversion done = daicho::encode(Charset::cp932, text, bytes);
  if (done.error != TextError::none) return std::nullopt;
  return bytes;
}

std::string one_byte(unsigned code) { return std::string(1, static_cast<char>(code)); }
std::string two_bytes(unsigned code) { return {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)}; }

std::string utf8_of(char32_t code_point) {
  std::string text;
  daicho::append_code_point(text, code_point);
  return text;
}

bool is_lead(unsigned byte) { return (byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC); }

struct Failure {
  TextError error;
  std::size_t at;
  std::size_t length;
};

void check_decode_fails(std::string_view bytes, std::string_view before, const Failure& expected) {
  CAPTURE(bytes);
  std::string text;
  const Conversion done = daicho::decode(Charset::cp932, bytes, text);
  CHECK(done.error == expected.error);
  CHECK(done.input_used == expected.at);
  CHECK(done.error_length == expected.length);
  CHECK(text == before);
  CHECK(done.output_written == before.size());
}

void check_encode_fails(std::string_view text, std::string_view before, const Failure& expected) {
  CAPTURE(text);
  std::string bytes;
  const Conversion done = daicho::encode(Charset::cp932, text, bytes);
  CHECK(done.error == expected.error);
  CHECK(done.input_used == expected.at);
  CHECK(done.error_length == expected.length);
  CHECK(bytes == before);
  CHECK(done.output_written == before.size());
}

}  // namespace

TEST_CASE("similar characters are written as their look-alikes and counted") {
  std::string bytes;
  const Conversion done = daicho::encode(Charset::cp932, "〜−‖—¢£¬～", bytes);
  CHECK(bytes == "\x81\x60\x81\x7C\x81\x61\x81\x5C\x81\x91\x81\x92\x81\xCA\x81\x60");
  CHECK(done.error == TextError::none);
  CHECK(done.similar == 7);
}

TEST_CASE("the yen sign and the overline become 5C and 7E only where the user says so, and are counted") {
  daicho::TextOptions options;
  options.yen_to_backslash = true;
  std::string bytes;
  const Conversion done = daicho::encode(Charset::cp932, "\u00A5100\u203E\\", bytes, options);
  CHECK(bytes == "\\100~\\");
  CHECK(done.error == TextError::none);
  CHECK(done.similar == 2);
  CHECK_FALSE(ours_encoded("\u00A5").has_value());
}

TEST_CASE("外字: 1,880 codes are U+E000-E757 in order, both ways, and the next one is unmappable") {
  char32_t expected = 0xE000;
  for (unsigned code = 0xF040; code <= 0xF9FC; ++code) {
    const unsigned trail = code & 0xFF;
    if (trail < 0x40 || trail == 0x7F || trail > 0xFC) continue;
    REQUIRE(ours_decoded(two_bytes(code)) == utf8_of(expected));
    REQUIRE(ours_encoded(utf8_of(expected)) == two_bytes(code));
    ++expected;
  }
  CHECK(expected == 0xE758);
  CHECK_FALSE(ours_encoded(utf8_of(0xE758)).has_value());
}

TEST_CASE("second bytes 5C and 7C are part of their character") {
  CHECK(ours_decoded("\x95\x5C\x8E\xA6\x83\x7C") == "表示ポ");
  CHECK(ours_encoded("ソ能|\\") == "\x83\x5C\x94\x5C|\\");
}

TEST_CASE("decoding stops at the exact byte") {
  const std::string ascii(100, 'a');
  check_decode_fails("\x80", "", {TextError::illegal, 0, 1});
  check_decode_fails("ab\xA0", "ab", {TextError::illegal, 2, 1});
  check_decode_fails("ab\xFDz", "ab", {TextError::illegal, 2, 1});
  check_decode_fails("\x8F\xAC\x81", "小", {TextError::truncated, 2, 1});
  check_decode_fails("\x81", "", {TextError::truncated, 0, 1});
  check_decode_fails(ascii + "\xFF", ascii, {TextError::illegal, 100, 1});
}

TEST_CASE("a lead byte before a byte that can't follow it is one faulty byte: a line end after it stays a line end") {
  check_decode_fails("\x8F\xAC\x8F\r\n", "小", {TextError::illegal, 2, 1});
  check_decode_fails("\x81\x7F", "", {TextError::illegal, 0, 1});
  check_decode_fails("\x81\xFD", "", {TextError::illegal, 0, 1});
  check_decode_fails("\x81\x00"s, "", {TextError::illegal, 0, 1});
}

TEST_CASE("a pair of possible bytes without a character is two faulty bytes") {
  check_decode_fails("\x81\xAD", "", {TextError::illegal, 0, 2});
  check_decode_fails("a\xEB\x41zz", "a", {TextError::illegal, 1, 2});
  check_decode_fails("\xFC\xFC", "", {TextError::illegal, 0, 2});
}

TEST_CASE("encoding stops at the exact character, and takes a base and its selector as one") {
  check_encode_fails("吉𠮷田", "\x8B\x67", {TextError::unmappable, 3, 4});
  check_encode_fails("\u00A5", "", {TextError::unmappable, 0, 2});
  check_encode_fails("a\u203Eb", "a", {TextError::unmappable, 1, 3});
  check_encode_fails("葛\U000E0100飾", "", {TextError::unmappable, 0, 7});
  check_encode_fails("東葛\U000E0100飾", "\x93\x8C", {TextError::unmappable, 3, 7});
  check_encode_fails("𠮷\U000E0100", "", {TextError::unmappable, 0, 8});
  check_encode_fails("1\uFE0F", "1", {TextError::unmappable, 1, 3});
  check_encode_fails("\U000E0100", "", {TextError::unmappable, 0, 4});
  check_encode_fails("鷗\uFFFD", "", {TextError::unmappable, 0, 3});
}

TEST_CASE("a similar base before a selector is not counted, because it was not written") {
  std::string bytes;
  const Conversion done = daicho::encode(Charset::cp932, "〜〜\uFE00", bytes);
  CHECK(done.similar == 1);
  CHECK(bytes == "\x81\x60");
  CHECK(done.input_used == 3);
  CHECK(done.error_length == 6);
}

TEST_CASE("invalid UTF-8 is illegal, a cut sequence too") {
  check_encode_fails("a\x80", "a", {TextError::illegal, 1, 1});
  check_encode_fails("小\xE3\x81", "\x8F\xAC", {TextError::illegal, 3, 2});
  check_encode_fails("\xED\xA0\x80", "", {TextError::illegal, 0, 1});
  check_encode_fails("\xC1\x81", "", {TextError::illegal, 0, 1});
  check_encode_fails("\xE0\x8E\x91\xE0\x8E\x91\xE0\x8E\x91\xE0\x8E\x91\xE0\x8E\x91\xE0\x8E\x91\xE0\x8E\x91\xE0\x8E\x91",
                     "", {TextError::illegal, 0, 1});
  check_encode_fails("\xF4\x90\x80\x80", "", {TextError::illegal, 0, 1});
  check_encode_fails("漢漢漢漢漢漢漢漢漢\xF0\xA0\xAE",
                     "\x8A\xBF\x8A\xBF\x8A\xBF\x8A\xBF\x8A\xBF\x8A\xBF\x8A\xBF\x8A\xBF\x8A\xBF",
                     {TextError::illegal, 27, 3});
}

namespace {

/// Numbers of 32 bits, the same on every machine.
class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  unsigned operator()() { return static_cast<unsigned>(engine_()); }

 private:
  std::mt19937 engine_;
};

/// Bytes of which about one in `rarity` is arbitrary and the rest valid codes of all lengths and shapes.
std::string random_cp932(Random& random, std::size_t size, unsigned rarity) {
  std::string bytes;
  while (bytes.size() < size) {
    switch (random() % (rarity == 0 ? 6 : 7)) {
      case 0:
        bytes += std::string(random() % 40, static_cast<char>(0x20 + random() % 0x5F));
        break;
      case 1:
        bytes += one_byte(0xA1 + random() % 0x3F);
        break;
      case 2:
        for (unsigned n = random() % 20; n > 0; --n) bytes += "\x81\x40";
        break;
      case 3:
        for (unsigned n = random() % 12; n > 0; --n) bytes += two_bytes(0x889F + random() % 0x5E);
        break;
      case 4:
        bytes += two_bytes(0x8390 + random() % 6 + 0xF);
        break;  // Greek: two bytes of UTF-8
      case 5:
        bytes += two_bytes(0xED40 + random() % 0x3F);
        break;  // duplicates
      default:
        if (random() % rarity == 0) bytes += one_byte(random() % 0x100);
    }
  }
  return bytes;
}

/// The obvious decoder: one code at a time.
Conversion slowly_decoded(std::string_view bytes, std::string& text) {
  Conversion done;
  while (done.input_used < bytes.size()) {
    const std::size_t left = bytes.size() - done.input_used;
    const bool pair = is_lead(static_cast<unsigned char>(bytes[done.input_used])) && left > 1;
    const Conversion one = daicho::decode(Charset::cp932, bytes.substr(done.input_used, pair ? 2 : 1), text);
    done.duplicates += one.duplicates;
    done.output_written += one.output_written;
    done.input_used += one.input_used;
    done.error = one.error;
    done.error_length = one.error_length;
    if (one.error != TextError::none) break;
  }
  return done;
}

Conversion slowly_encoded(std::string_view text, std::string& bytes) {
  Conversion done;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::string_view character = daicho::take_character(rest);
    const Conversion one = daicho::encode(Charset::cp932, character, bytes);
    done.similar += one.similar;
    done.output_written += one.output_written;
    done.input_used += one.input_used;
    done.error = one.error;
    done.error_length = one.error_length;
    if (one.error != TextError::none) break;
  }
  return done;
}

bool same(const Conversion& a, const Conversion& b) {
  return a.error == b.error && a.input_used == b.input_used && a.output_written == b.output_written &&
         a.error_length == b.error_length && a.duplicates == b.duplicates && a.similar == b.similar;
}

}  // namespace

TEST_CASE("the fast decoder does what decoding code by code does, on valid and on broken text") {
  Random random(932);
  for (int round = 0; round < 3000; ++round) {
    const std::size_t size = round % 3 == 0 ? random() % 9000 : random() % 100;
    const std::string bytes = random_cp932(random, size, round % 2 == 0 ? 0 : 1 + random() % 20);
    std::string fast;
    std::string slow;
    const Conversion fast_done = daicho::decode(Charset::cp932, bytes, fast);
    REQUIRE(same(fast_done, slowly_decoded(bytes, slow)));
    REQUIRE(fast == slow);
  }
}

TEST_CASE("the fast encoder does what encoding character by character does") {
  Random random(943);
  const std::string_view others[] = {"鷗", "〜", "𠮷", "葛\U000E0100", "é", "～", "￢", "\uE000"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    daicho::decode(Charset::cp932, random_cp932(random, round % 3 == 0 ? random() % 6000 : random() % 100, 0), text);
    for (unsigned n = random() % 3; n > 0; --n) {
      std::size_t at = text.empty() ? 0 : random() % text.size();
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
      text.insert(at, others[random() % std::size(others)]);
    }
    std::string fast;
    std::string slow;
    const Conversion fast_done = daicho::encode(Charset::cp932, text, fast);
    REQUIRE(same(fast_done, slowly_encoded(text, slow)));
    REQUIRE(fast == slow);
  }
}

TEST_CASE("one to three plain characters before something else are converted with the four that were tried") {
  const std::string_view others[] = {"a", "\xB1", "\x83\xBF", "\x87\x90", "\xFA\x4A"};
  for (const std::string_view other : others) {
    for (std::size_t plain = 0; plain < 12; ++plain) {
      std::string bytes;
      for (std::size_t i = 0; i < plain; ++i) bytes += two_bytes(static_cast<unsigned>(0x889F + i));
      bytes += other;
      for (std::size_t i = 0; i < plain; ++i) bytes += two_bytes(static_cast<unsigned>(0x889F + i));
      std::string fast;
      std::string slow;
      REQUIRE(same(daicho::decode(Charset::cp932, bytes, fast), slowly_decoded(bytes, slow)));
      REQUIRE(fast == slow);
      std::string fast_back;
      std::string slow_back;
      REQUIRE(same(daicho::encode(Charset::cp932, fast, fast_back), slowly_encoded(fast, slow_back)));
      REQUIRE(fast_back == slow_back);
    }
  }
}

TEST_CASE("a broken third byte anywhere among four characters is found where it is") {
  for (std::size_t place = 0; place < 8; ++place) {
    for (unsigned byte = 0; byte < 0x100; ++byte) {
      std::string text = "亜唖娃阿哀愛挨姶";
      text[3 * place + 2] = static_cast<char>(byte);
      std::string fast;
      std::string slow;
      REQUIRE(same(daicho::encode(Charset::cp932, text, fast), slowly_encoded(text, slow)));
      REQUIRE(fast == slow);
    }
  }
}

TEST_CASE("text of any length before a double-byte character crosses every edge of the inner pieces") {
  for (std::size_t before = 0; before < 80; ++before) {
    for (const std::size_t base : {std::size_t{0}, std::size_t{2040}, std::size_t{4090}}) {
      const std::string bytes = std::string(base + before, 'x') + "\x8F\xAC\x8B\xE0\x88\xE4\x8E\x73\xB1\x81";
      std::string text;
      const Conversion done = daicho::decode(Charset::cp932, bytes, text);
      REQUIRE(done.error == TextError::truncated);
      REQUIRE(done.input_used == bytes.size() - 1);
      REQUIRE(text == std::string(base + before, 'x') + "小金井市ｱ");
      std::string back;
      REQUIRE(daicho::encode(Charset::cp932, text, back).error == TextError::none);
      REQUIRE(back == bytes.substr(0, bytes.size() - 1));
    }
  }
}
