// The functions for wide registers against the portable loops, which the other tests hold against one character at a
// time and against the libraries: the same result, verdict and position, at every alignment and every edge. Where the
// processor lacks what they need both sides are the portable loops, and the tests say nothing.
#include "converters/wide_runs.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <random>
#include <string>

#include "converters/charset.hpp"
#include "converters/charset_codecs.hpp"
#include "converters/utf8.hpp"

using namespace daicho;

namespace {

struct Outcome {
  Conversion done;
  std::string out;

  friend bool operator==(const Outcome& a, const Outcome& b) {
    return a.done.error == b.done.error && a.done.input_used == b.done.input_used &&
           a.done.output_written == b.done.output_written && a.done.error_length == b.done.error_length &&
           a.done.duplicates == b.done.duplicates && a.done.similar == b.done.similar && a.out == b.out;
  }
};

/// Bytes in memory of just their size, so that a sanitizer sees a step beyond their end.
class ExactBytes {
 public:
  explicit ExactBytes(std::string_view bytes) : size_(bytes.size()), bytes_(new char[bytes.size()]) {
    bytes.copy(bytes_.get(), size_);
  }
  std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::size_t size_;
  std::unique_ptr<char[]> bytes_;
};

template <typename Convert>
void check_same(std::string_view input, const Convert& convert) {
  const ExactBytes bytes(input);
  Outcome wide;
  Outcome portable;
  wide.done = convert(bytes.view(), wide.out);
  forbid_wide_runs(true);
  portable.done = convert(bytes.view(), portable.out);
  forbid_wide_runs(false);
  CAPTURE(input);
  REQUIRE(wide == portable);
}

void check_encoding(std::string_view utf8) {
  for (const Charset charset : {Charset::cp932, Charset::utf16le, Charset::utf16be}) {
    check_same(utf8, [&](std::string_view text, std::string& out) { return encode(charset, text, out); });
  }
}

void check_decoding(Charset charset, std::string_view bytes) {
  check_same(bytes, [&](std::string_view units, std::string& out) { return decode(charset, units, out); });
  const bool big = charset == Charset::utf16be;
  check_same(bytes,
             [&](std::string_view units, std::string& out) { return convert_utf16_to_cp932(big, units, false, out); });
}

std::string_view any_of(std::mt19937& random, std::initializer_list<std::string_view> parts) {
  return parts.begin()[random() % parts.size()];
}

/// Runs of all kinds and lengths, and now and then a stranger.
std::string random_text(std::mt19937& random, std::size_t size) {
  std::string text;
  while (text.size() < size) {
    const std::string_view part = any_of(random, {"亜", "漢", "　", "ｱ", "ﾟ", "A", "é", "𠮷", "〜", "￢", "가",
                                                  "\uE000", "葛\U000E0100", "\uFFFD", "\u0800", "\uD7FF", "\uFFFF"});
    for (auto n = random() % (random() % 3 == 0 ? 40 : 9); n > 0; --n) text += part;
  }
  return text;
}

}  // namespace

TEST_CASE("wide runs: random text, whole and broken, cut at any byte") {
  std::mt19937 random(2560);
  for (int round = 0; round < 6000; ++round) {
    std::string text = random_text(random, round % 5 == 0 ? random() % 6000 : random() % 120);
    if (round % 2 == 0) text.resize(random() % (text.size() + 1));
    if (round % 3 == 0 && !text.empty()) text[random() % text.size()] = static_cast<char>(random());
    check_encoding(text);
  }
}

TEST_CASE("wide runs: every byte at every place of eight characters, with fewer and more behind them") {
  const std::string plain = "亜唖娃阿哀愛挨姶";
  const std::string kana = "ｱｲｳｴｵｶｷｸ";
  for (const std::string& eight : {plain, kana, std::string("　　　　　　　　")}) {
    for (std::size_t place = 0; place < eight.size(); ++place) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string text = eight;
        text[place] = static_cast<char>(byte);
        check_encoding(text + (byte % 2 == 0 ? "逢葵茜穐" : "ab"));
        if (byte % 16 == 0) check_encoding(text);
      }
    }
  }
}

TEST_CASE("wide runs: every code point of the BMP at each place among eight") {
  for (char32_t code_point = 0x80; code_point < 0x10000; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    std::string text;
    for (unsigned i = 0; i < 12; ++i) {
      if (i == code_point % 8) {
        append_code_point(text, code_point);
      } else {
        text += "漢";
      }
    }
    check_encoding(text);
  }
}

TEST_CASE("wide runs: every code unit at each place among eight, surrogates too, in both byte orders") {
  for (const Charset charset : {Charset::utf16le, Charset::utf16be}) {
    std::string units;
    encode(charset, "漢字亜唖娃阿哀愛挨姶", units);
    for (unsigned unit = 0; unit < 0x10000; ++unit) {
      std::string bytes = units;
      const std::size_t place = unit % 10;
      const auto high = static_cast<char>(unit >> 8);
      const auto low = static_cast<char>(unit & 0xFF);
      bytes[2 * place] = charset == Charset::utf16be ? high : low;
      bytes[2 * place + 1] = charset == Charset::utf16be ? low : high;
      check_decoding(charset, bytes);
    }
  }
}

TEST_CASE("wide runs: random UTF-16, whole and broken, cut at any byte") {
  std::mt19937 random(1600);
  for (int round = 0; round < 4000; ++round) {
    const Charset charset = round % 2 == 0 ? Charset::utf16le : Charset::utf16be;
    std::string bytes;
    encode(charset, random_text(random, round % 5 == 0 ? random() % 6000 : random() % 120), bytes);
    if (round % 3 == 0) bytes.resize(random() % (bytes.size() + 1));
    if (round % 4 == 0 && !bytes.empty()) bytes[random() % bytes.size()] = static_cast<char>(random());
    check_decoding(charset, bytes);
  }
}

TEST_CASE("long ASCII is copied as it is, and what follows it is converted, wherever it ends") {
  const std::string tail = "亜ｱ漢字" + std::string(40, 'z') + "終";
  for (const std::size_t base : {0U, 240U, 496U, 2040U, 4080U, 4336U, 8180U}) {
    for (std::size_t more = 0; more < 40; ++more) {
      const std::string text = std::string(base + more, 'x') + tail + std::string(300, 'y');
      std::string one_by_one;
      for (std::string_view rest = text; !rest.empty();) encode(Charset::cp932, take_character(rest), one_by_one);
      std::string bytes;
      REQUIRE(encode(Charset::cp932, text, bytes).input_used == text.size());
      REQUIRE(bytes == one_by_one);
      std::string back;
      REQUIRE(decode(Charset::cp932, bytes, back).input_used == bytes.size());
      REQUIRE(back == text);
      check_encoding(text);
    }
  }
}
