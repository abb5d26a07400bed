#include "cli/character_census.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "converters/repertoire.hpp"
#include "converters/utf8.hpp"

using daicho::CharacterCensus;
using daicho::CharacterPlace;

namespace {

/// Places that tell the byte in the text.
class ByteFinder : public daicho::PlaceFinder {
 public:
  CharacterPlace place(std::size_t at) override {
    CharacterPlace place;
    place.offset = base + at;
    return place;
  }
  std::uint64_t base = 0;
};

/// `character:count@places,...`, a character each.
std::string told(const CharacterCensus& census) {
  std::string text;
  for (const CharacterCensus::Entry& entry : census.entries()) {
    if (!text.empty()) text += ' ';
    text += entry.character + ":" + std::to_string(entry.count);
    if (entry.rare) text += "@";
    for (const CharacterPlace& place : entry.places) {
      text += (text.back() == '@' ? "" : ",") + std::to_string(place.offset);
    }
  }
  return text;
}

std::string counted(std::string_view text, std::size_t places = 3) {
  CharacterCensus census(places);
  ByteFinder finder;
  census.count(text, finder);
  return told(census);
}

}  // namespace

TEST_CASE("common characters are counted, rare ones with their first places") {
  CHECK(counted("東京東") == "京:1 東:2");
  CHECK(counted("a髙b髙髙髙東") == "東:1 髙:4@1,5,8");
  CHECK(counted("a髙b髙", 0) == "髙:2@");
  CHECK(counted("～〜") == "〜:1@3 ～:1@0");  // CP932 has both, but writes one
  CHECK(counted("") == "");
  CHECK(counted("abc") == "");
}

TEST_CASE("characters of every length count, at a text's end too") {
  CHECK(counted("é§×") == "§:1 ×:1 é:1@0");
  CHECK(counted("𠮷𠮷") == "𠮷:2@0,4");
  CHECK(counted("東𠮷東") == "東:2 𠮷:1@3");
}

TEST_CASE("a base and its variation selector are one character, placed where the base stands") {
  CHECK(counted("葛\U000E0100") == "葛\U000E0100:1@0");
  CHECK(counted("葛葛\U000E0100城") == "城:1 葛:1 葛\U000E0100:1@3");
  CHECK(counted("𠮷\U000E0101𠮷") == "𠮷:1@8 𠮷\U000E0101:1@0");
  CHECK(counted("神\uFE00") == "神\uFE00:1@0");
}

TEST_CASE("the base of a sequence keeps no place of it") {
  CHECK(counted("髙髙\U000E0100髙", 2) == "髙:2@0,10 髙\U000E0100:1@3");
  CHECK(counted("髙髙髙\U000E0100", 2) == "髙:2@0,3 髙\U000E0100:1@6");
}

TEST_CASE("sequences of JIS X 0213 are one character; other marks stand alone") {
  CHECK(counted("か\u309A") == "か\u309A:1@0");
  CHECK(counted("あ\u309A") == "あ:1 \u309A:1@3");
  CHECK(counted("\u02E9\u02E5") == "\u02E9\u02E5:1@0");
  CHECK(counted("葛\U000E0100\U000E0101") == "葛\U000E0100:1@0 \U000E0101:1@7");
  CHECK(counted("a\uFE0F") == "\uFE0F:1@1");
}

TEST_CASE("a mark at the beginning of a text belongs to the last one only where they are joined") {
  CharacterCensus apart(3);
  ByteFinder finder;
  apart.count("葛", finder);
  finder.base = 100;
  apart.count("\U000E0100", finder);
  CHECK(told(apart) == "葛:1 \U000E0100:1@100");

  CharacterCensus together(3);
  finder.base = 0;
  together.count("葛", finder);
  finder.base = 3;
  together.count("\U000E0100城", finder, true);
  CHECK(told(together) == "城:1 葛\U000E0100:1@0");
}

TEST_CASE("censuses add up; places of the first come first") {
  CharacterCensus one(3);
  CharacterCensus two(3);
  ByteFinder finder;
  one.count("東髙a", finder);
  finder.base = 100;
  two.count("東𠮷髙髙髙葛\U000E0100b", finder);
  two.count_ascii(5);
  one.add(two);
  CHECK(told(one) == "東:2 葛\U000E0100:1@116 髙:4@3,107,110 𠮷:1@103");
  CHECK(one.ascii() == 7);
  CHECK(one.characters() == 8);
}

TEST_CASE("more rare characters than the limit are counted together") {
  CharacterCensus census(1);
  ByteFinder finder;
  std::string text;
  for (char32_t code_point = 0x20000; code_point < 0x20000 + CharacterCensus::kRareLimit + 10; ++code_point) {
    daicho::append_code_point(text, code_point);
  }
  census.count(text, finder);
  CHECK(census.entries().size() == CharacterCensus::kRareLimit);
  CHECK(census.beyond_limit() == 10);
  CHECK(census.characters() == CharacterCensus::kRareLimit + 10);
}

TEST_CASE("random texts are counted as a plain walk counts them") {
  const std::vector<std::string> parts = {"a", "東",     "か",     "\u309A", "髙", "𠮷",     "\U000E0100", "\uFE00",
                                          "é", "\u0300", "\u02E5", "\u02E9", "æ",  "\uE000", "ｶ",          "bcdefghij"};
  std::mt19937 random(20261121);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto length = random() % 12; length > 0; --length) text += parts[random() % parts.size()];
    std::vector<std::u32string> walked;
    std::string_view rest = text;
    while (!rest.empty()) {
      const char32_t code_point = daicho::take_code_point(rest);
      const bool open = !walked.empty() && walked.back().size() == 1 && walked.back()[0] >= 0x80;
      const bool joined = open && (daicho::is_variation_selector(code_point) ||
                                   daicho::is_sequence_of_jis_x_0213(walked.back()[0], code_point));
      if (joined) {
        walked.back() += code_point;
      } else {
        walked.push_back({code_point});
      }
    }
    std::uint64_t expected = 0;
    std::map<std::string, std::uint64_t> by_character;
    for (const std::u32string& each : walked) {
      if (each[0] < 0x80) continue;
      std::string character;
      for (const char32_t code_point : each) daicho::append_code_point(character, code_point);
      ++by_character[character];
      ++expected;
    }
    CharacterCensus census(2);
    ByteFinder finder;
    census.count(text, finder);
    CAPTURE(text);
    CHECK(census.characters() == expected);
    std::map<std::string, std::uint64_t> got;
    for (const CharacterCensus::Entry& entry : census.entries()) got[entry.character] = entry.count;
    CHECK(got == by_character);
  }
}
