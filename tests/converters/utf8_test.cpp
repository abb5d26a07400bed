#include "converters/utf8.hpp"

#include <doctest/doctest.h>
#include <unicode/utf8.h>

#include <random>
#include <string>

using namespace std::string_view_literals;

TEST_CASE("every code point goes into UTF-8 and out again, as ICU writes it") {
  for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    std::string text;
    daicho::append_code_point(text, code_point);
    char expected[4];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(expected, length, static_cast<UChar32>(code_point));
    REQUIRE(text == std::string_view(expected, static_cast<std::size_t>(length)));
    REQUIRE(daicho::is_utf8(text));
    REQUIRE(daicho::utf16_length(text) == (code_point > 0xFFFF ? 2 : 1));
    std::string_view rest = text;
    REQUIRE(daicho::take_code_point(rest) == code_point);
    REQUIRE(rest.empty());
  }
}

TEST_CASE("overlong forms, surrogates, strays, cut sequences and what lies above U+10FFFF are not UTF-8") {
  for (const std::string_view bad :
       {"\x80"sv, "\xBF"sv, "\xC0\x80"sv, "\xC1\xBF"sv, "\xE0\x80\x80"sv, "\xE0\x9F\xBF"sv, "\xED\xA0\x80"sv,
        "\xED\xBF\xBF"sv, "\xF0\x80\x80\x80"sv, "\xF0\x8F\xBF\xBF"sv, "\xF4\x90\x80\x80"sv, "\xF5\x80\x80\x80"sv,
        "\xFE"sv, "\xFF"sv, "\xC2"sv, "\xE3\x81"sv, "\xF0\xA0\xAE"sv, "\xE3\x81\x41"sv, "\xC2\xC2"sv}) {
    CAPTURE(bad);
    CHECK_FALSE(daicho::is_utf8(bad));
    const std::string inside = std::string(70, 'a') + std::string(bad) + std::string(70, 'b');
    CHECK_FALSE(daicho::is_utf8(inside));
  }
  CHECK(daicho::is_utf8(""));
  CHECK(daicho::is_utf8("\0"sv));
}

TEST_CASE("the validators for short and long text agree") {
  std::mt19937 random(1);
  const std::string_view pieces[] = {"a", "é", "漢", "𠮷", "\x80", "\xE3", "\xED\xA0\x80", "\xF0\x9F"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const unsigned kinds = random() % 8 == 0 ? 8 : 4;
    for (int i = 0; i < 6; ++i) text += pieces[random() % kinds];
    const std::string long_text = std::string("漢漢漢漢漢漢漢漢漢漢漢漢") + text;
    CAPTURE(text);
    REQUIRE(daicho::is_utf8(text) == daicho::is_utf8(long_text));
  }
}

TEST_CASE("lengths in UTF-16 code units") {
  CHECK(daicho::utf16_length("") == 0);
  CHECK(daicho::utf16_length("小金井市　本町") == 7);
  CHECK(daicho::utf16_length("𠮷") == 2);
  CHECK(daicho::utf16_length("葛\U000E0100") == 3);
  CHECK(daicho::utf16_length("\uE000ア1") == 3);
}

TEST_CASE("a character is a code point with the variation selector after it") {
  std::string_view text = "葛\U000E0100飾\uFE00𠮷\U000E01EF\U000E0100x";
  CHECK(daicho::take_character(text) == "葛\U000E0100");
  CHECK(daicho::take_character(text) == "飾\uFE00");
  CHECK(daicho::take_character(text) == "𠮷\U000E01EF");
  CHECK(daicho::take_character(text) == "\U000E0100");
  CHECK(daicho::take_character(text) == "x");
  CHECK(text.empty());
  CHECK(daicho::is_variation_selector(0xFE00));
  CHECK(daicho::is_variation_selector(0xFE0F));
  CHECK_FALSE(daicho::is_variation_selector(0xFE10));
  CHECK(daicho::is_variation_selector(0xE0100));
  CHECK(daicho::is_variation_selector(0xE01EF));
  CHECK_FALSE(daicho::is_variation_selector(0xE01F0));
}

TEST_CASE("text that is cut off is never read beyond its end") {
  const std::string storage = "\xF0\xA0\xAE\xB7";
  for (std::size_t length = 1; length < 4; ++length) {
    const std::string cut = storage.substr(0, length);
    std::string_view rest = cut;
    CHECK(daicho::take_code_point(rest) == U'\uFFFD');
    CHECK(rest.empty());
  }
}

TEST_CASE("columns on a terminal") {
  CHECK(daicho::display_width("abc") == 3);
  CHECK(daicho::display_width("漢字ｶﾅ") == 6);
  CHECK(daicho::display_width("葛\U000E0100") == 2);
  CHECK(daicho::display_width("か\u3099") == 2);
  CHECK(daicho::display_width("±§") == 4);
  CHECK(daicho::display_width("𠮷\uE000") == 4);
}
