#include "converters/charset.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <random>
#include <string>

#include "converters/charset_names.hpp"
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

TEST_CASE("what people call the charsets is a hint, never a name") {
  for (const char* name : {"sjis", "CP932", "shift-jis", "Shift_JIS", "Windows-31J"}) {
    CAPTURE(name);
    CHECK_FALSE(daicho::parse_charset(name).has_value());
    CHECK(daicho::charset_hint(name) == "; did you mean cp932?");
  }
  CHECK(daicho::charset_hint("utf8") == "; did you mean utf-8?");
  CHECK(daicho::charset_hint("UTF-16") == "; did you mean utf-16le or utf-16be?");
  CHECK(daicho::charset_hint("cp930") == "; did you mean ibm-930?");
  for (const char* name : {"", "latin-1", "euc-jp", "ebcdic"}) CHECK(daicho::charset_hint(name).empty());
}

TEST_CASE("the same text in every charset") {
  const std::string text = "小金井 ｱ\r\n";
  CHECK(encoded(Charset::cp932, text) == "\x8F\xAC\x8B\xE0\x88\xE4 \xB1\r\n");
  CHECK(encoded(Charset::utf8, text) == text);
  CHECK(encoded(Charset::utf16le, text) == "\x0F\x5C\xD1\x91\x95\x4E\x20\x00\x71\xFF\x0D\x00\x0A\x00"s);
  CHECK(encoded(Charset::utf16be, text) == "\x5C\x0F\x91\xD1\x4E\x95\x00\x20\xFF\x71\x00\x0D\x00\x0A"s);
  CHECK(encoded(Charset::shift_jis_2004, text) == encoded(Charset::cp932, text));
  CHECK(encoded(Charset::euc_jis_2004, text) == "\xBE\xAE\xB6\xE2\xB0\xE6 \x8E\xB1\r\n");
  CHECK(encoded(Charset::ibm930, text) == "\x0E\x45\x5D\x45\x86\x45\x6D\x0F\x40\x81\x0D\x25");
  CHECK(encoded(Charset::ibm939, text) == "\x0E\x45\x5D\x45\x86\x45\x6D\x0F\x40\x59\x0D\x25");
  for (const Charset charset : daicho::all_charsets()) {
    const std::string held = charset == Charset::juki ? "コガネイ ｱ\r\n" : text;  // no kanji without a table
    CHECK(decoded(charset, encoded(charset, held)) == held);
  }
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
  for (const Charset charset : daicho::all_charsets()) {
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
    for (const Charset charset : daicho::all_charsets()) {
      std::string text;
      const Conversion done = daicho::decode(charset, {storage.get(), bytes.size()}, text);
      REQUIRE(daicho::is_utf8(text));
      REQUIRE((done.error == TextError::none) == (done.input_used == bytes.size()));
      REQUIRE((done.error == TextError::none) == (done.error_length == 0));
      REQUIRE(done.input_used + done.error_length <= bytes.size());
      std::string back;
      REQUIRE(daicho::encode(charset, text, back).error == TextError::none);
      const bool shifted = charset == Charset::ibm930 || charset == Charset::ibm939;  // a fault may lie between shifts
      if (done.error == TextError::none || !shifted) {
        REQUIRE((done.duplicates != 0 || back == bytes.substr(0, done.input_used)));
      }
      std::string written;
      const Conversion encoded_done = daicho::encode(charset, {storage.get(), bytes.size()}, written);
      REQUIRE(encoded_done.input_used + encoded_done.error_length <= bytes.size());
    }
  }
}

TEST_CASE("half- and full-width positions are as many bytes as the contract says") {
  const auto widths = [](Charset charset) {
    return std::array{daicho::half_width_bytes(charset), daicho::full_width_bytes(charset)};
  };
  using Pair = std::array<std::size_t, 2>;
  CHECK(widths(Charset::cp932) == Pair{1, 2});
  CHECK(widths(Charset::shift_jis_2004) == Pair{1, 2});
  CHECK(widths(Charset::utf8) == Pair{1, 3});
  CHECK(widths(Charset::utf16le) == Pair{2, 2});
  CHECK(widths(Charset::utf16be) == Pair{2, 2});
  CHECK(widths(Charset::ibm930) == Pair{1, 2});
  CHECK(widths(Charset::ibm939) == Pair{1, 2});
  CHECK(widths(Charset::juki) == Pair{2, 2});
}

TEST_CASE("yen sign and overline become backslash and tilde only on request, where the charset lacks them") {
  const auto written = [](Charset charset, std::string_view text, bool asked) {
    std::string bytes;
    const Conversion done = daicho::encode(charset, text, bytes, {.yen_to_backslash = asked});
    if (done.error != TextError::none) return std::string("refused");
    return bytes + "+" + std::to_string(done.similar);
  };
  for (const Charset charset : {Charset::cp932, Charset::shift_jis_2004, Charset::euc_jis_2004}) {
    CHECK(written(charset, "a\u00A5b\u203Ec", false) == "refused");
    CHECK(written(charset, "a\u00A5b\u203Ec", true) == "a\\b~c+2");
    CHECK(written(charset, "\u00A5\uFE00", true) == "refused");
  }
  CHECK(written(Charset::utf8, "\u00A5\u203E", true) == "\u00A5\u203E+0");
  CHECK(written(Charset::utf16be, "\u00A5", true) == "\x00\xA5+0"s);
  CHECK(written(Charset::ibm930, "\u00A5\u203E", true) == "\x5B\xA1+0");
  CHECK(written(Charset::juki, "\u00A5", true) == "\x00\xA5+0"s);
}

TEST_CASE("a variation selector takes no line end, comma or other ASCII with it") {
  for (const Charset charset : {Charset::cp932, Charset::shift_jis_2004, Charset::euc_jis_2004, Charset::ibm930,
                                Charset::ibm939, Charset::juki}) {
    CAPTURE(charset_name(charset));
    for (const std::string base : {"\n", ",", "A", "\r"}) {
      for (const std::string selector : {"\uFE00", "\U000E0100"}) {
        std::string bytes;
        const Conversion done = encode(charset, base + selector + "\n", bytes);
        CHECK(done.error == TextError::unmappable);
        CHECK(done.input_used == base.size());
        CHECK(done.error_length == selector.size());
      }
    }
  }
}

TEST_CASE("what may join the character before it") {
  for (const char32_t joining : {0x300, 0x301, 0x2E5, 0x2E9, 0x309A, 0xFE00, 0xE0100}) {
    CHECK(daicho::may_join_previous(joining));
  }
  for (const char32_t other : {0x41, 0x302, 0x3099, 0x309B, 0x4E00}) CHECK_FALSE(daicho::may_join_previous(other));
}

TEST_CASE("JIS X 0213 and EBCDIC write the full-width broken bar as their own; CP932 has only the full-width one") {
  for (const Charset charset : {Charset::shift_jis_2004, Charset::euc_jis_2004, Charset::ibm930, Charset::ibm939}) {
    std::string bar;
    const Conversion exact = daicho::encode(charset, "\u00A6", bar);
    CHECK(exact.error == TextError::none);
    CHECK(exact.similar == 0);
    std::string wide;
    const Conversion similar = daicho::encode(charset, "\uFFE4", wide);
    CHECK(similar.error == TextError::none);
    CHECK(similar.similar == 1);
    CHECK(wide == bar);
  }
  std::string bytes;
  CHECK(daicho::encode(Charset::cp932, "\uFFE4", bytes).similar == 0);
  CHECK(bytes == "\xFA\x55");
  CHECK(daicho::encode(Charset::cp932, "\u00A6", bytes).error == TextError::unmappable);
}
