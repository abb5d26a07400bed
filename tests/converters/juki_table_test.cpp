#include "converters/juki_table.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/charset_references.hpp"

using namespace daicho;
using namespace daicho::test;

TEST_CASE("without any table, J+0000-33FF and J+FF00-FFFE mean themselves and nothing else means anything") {
  const JukiTable table;
  for (unsigned code = 0; code <= 0xFFFF; ++code) {
    CAPTURE(code);
    const bool itself = code < 0x3400 || (code >= 0xFF00 && code <= 0xFFFE);
    const std::string_view character = table.character(static_cast<std::uint16_t>(code));
    REQUIRE(character == (itself ? utf8_of(code) : ""));
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (surrogate) continue;
    const auto back = table.code(utf8_of(code));
    REQUIRE(back.has_value() == itself);
    if (itself) REQUIRE(*back == code);
  }
}

TEST_CASE("a code means what the table says, and the character is written as that code") {
  JukiTable table;
  CHECK(table.add(0x4E00, "一"));
  CHECK(table.add(0xAD21, "𠮷"));
  CHECK(table.add(0xAD22, "葛\U000E0100"));
  CHECK(table.character(0x4E00) == "一");
  CHECK(table.character(0xAD21) == "𠮷");
  CHECK(table.character(0xAD22) == "葛\U000E0100");
  CHECK(table.code("一") == 0x4E00);
  CHECK(table.code("𠮷") == 0xAD21);
  CHECK(table.code("葛\U000E0100") == 0xAD22);
  CHECK_FALSE(table.code("葛").has_value());
  CHECK_FALSE(table.code("葛\U000E0101").has_value());
  CHECK(table.character(0x4E01).empty());
}

TEST_CASE("of two codes of one character the first one added is written, of a code of itself and another the first") {
  JukiTable table;
  table.add(0xB000, "辻");
  table.add(0x8FBB, "辻");
  CHECK(table.character(0x8FBB) == "辻");
  CHECK(table.code("辻") == 0xB000);
  table.add(0xAD1D, "々");
  CHECK(table.character(0xAD1D) == "々");
  CHECK(table.code("々") == 0x3005);
}

TEST_CASE("a new meaning of a code replaces the old one, which another code of it then writes") {
  JukiTable table;
  table.add(0xB000, "辻");
  table.add(0xB001, "辻");
  table.add(0xB000, "邉");
  CHECK(table.character(0xB000) == "邉");
  CHECK(table.code("邉") == 0xB000);
  CHECK(table.code("辻") == 0xB001);
  table.add(0xB001, "邉");
  CHECK_FALSE(table.code("辻").has_value());
  CHECK(table.code("邉") == 0xB000);
}

TEST_CASE("a code that means itself can be given another meaning, and then nothing writes the character") {
  JukiTable table;
  table.add(0x2460, "①\uFE00");
  CHECK(table.character(0x2460) == "①\uFE00");
  CHECK_FALSE(table.code("①").has_value());
}

TEST_CASE("no code is a Hangul syllable, several characters, or no text at all") {
  JukiTable table;
  CHECK_FALSE(table.add(0xAC00, "가"));
  CHECK_FALSE(table.add(0xD6FF, "훿"));
  CHECK_FALSE(table.add(0xB000, "辻邉"));
  CHECK_FALSE(table.add(0xB000, ""));
  CHECK_FALSE(table.add(0, "辻"));
  CHECK_FALSE(table.add(0xB000, "\xE8\xBE"));
  CHECK(table.character(0xAC00).empty());
  CHECK(table.character(0xB000).empty());
  CHECK_FALSE(table.code("辻邉").has_value());
  CHECK_FALSE(table.code("").has_value());
}
