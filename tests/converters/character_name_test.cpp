#include "converters/character_name.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using daicho::character_name;
using daicho::code_points_of;
using daicho::printable_character;

TEST_CASE("a character is told by all of its code points") {
  CHECK(code_points_of("𠮷") == std::vector<std::string>{"U+20BB7"});
  CHECK(code_points_of("葛\U000E0100") == std::vector<std::string>{"U+845B", "U+E0100"});
}

TEST_CASE("names are told where they say more than the code point") {
  CHECK(character_name("〜") == "WAVE DASH");
  CHECK(character_name("か\u309A") == "HIRAGANA LETTER KA + COMBINING KATAKANA-HIRAGANA SEMI-VOICED SOUND MARK");
  CHECK(character_name("髙") == "");
  CHECK(character_name("﨑") == "");
  CHECK(character_name("\uE000") == "");
  CHECK(character_name("\u0085") == "");
}

TEST_CASE("what would disturb a table is not printed, and a mark stands on a circle") {
  CHECK(printable_character("髙") == "髙");
  CHECK(printable_character("葛\U000E0100") == "葛\U000E0100");
  CHECK(printable_character("\u309A") == "\u25CC\u309A");
  CHECK(printable_character("\uE000") == "\uE000");
  CHECK(printable_character("\u202E") == "");
  CHECK(printable_character("\u0085") == "");
  CHECK(printable_character("\u00A0") == "");
  CHECK(printable_character("\U000E0FFF") == "");
}
