#include "converters/repertoire.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "converters/jis_x_0208.hpp"
#include "converters/utf8.hpp"

using daicho::Repertoire;
using daicho::RepertoireSet;

namespace {

/// The names of the repertoires that hold a character, `|` between them.
std::string held(std::string_view character, const daicho::RepertoireTables& tables = {}) {
  const RepertoireSet set = daicho::repertoires_of(character, tables);
  std::string names;
  for (const Repertoire repertoire : daicho::all_repertoires()) {
    if (set.has(repertoire)) names += (names.empty() ? "" : "|") + std::string(daicho::repertoire_name(repertoire));
  }
  return names;
}

Repertoire first(std::string_view character) { return daicho::repertoires_of(character, {}).first(); }

}  // namespace

TEST_CASE("JIS X 0208 is told by level, in Windows' spelling and in the standard's own") {
  CHECK(held("亜") == "jis_x_0208_level_1");
  CHECK(held("腕") == "jis_x_0208_level_1");
  CHECK(held("弌") == "jis_x_0208_level_2");
  CHECK(held("熙") == "jis_x_0208_level_2");
  CHECK(held("邉") == "jis_x_0208_level_2");
  CHECK(held("\u3000") == "jis_x_0208_other");
  for (const char* each : {"〜", "～", "－", "−", "‖", "∥", "—", "―", "¢", "￠", "£", "￡", "¬", "￢"}) {
    CAPTURE(each);
    CHECK(first(each) == Repertoire::jis_x_0208_other);
  }
  CHECK(held("≒") == "jis_x_0208_other");  // NEC coded it again
}

TEST_CASE("what CP932 adds is NEC's or IBM's, whatever other standard has it too") {
  CHECK(first("①") == Repertoire::cp932_nec);
  CHECK(first("㈱") == Repertoire::cp932_nec);
  CHECK(first("Ⅱ") == Repertoire::cp932_nec);
  CHECK(first("ⅱ") == Repertoire::cp932_ibm);
  CHECK(first("髙") == Repertoire::cp932_ibm);
  CHECK(first("﨑") == Repertoire::cp932_ibm);
  CHECK(daicho::repertoires_of("濵", {}).has(Repertoire::cp932_ibm));
  CHECK(daicho::repertoires_of("濵", {}).has(Repertoire::jis_x_0212));
}

TEST_CASE("half-width katakana, 外字 and what nothing holds stand apart") {
  CHECK(held("ｱ") == "half_width_katakana");
  CHECK(held("\uE000") == "private_use");
  CHECK(held("\uF8FF") == "private_use");
  CHECK(held("\U000F0000") == "private_use");
  CHECK(held("\u0085") == "");
  CHECK(first("\u0085") == Repertoire::none);
  CHECK(held("") == "");
}

TEST_CASE("JIS X 0212 holds what CP932 lacks") {
  CHECK(first("鷗") == Repertoire::jis_x_0212);
  CHECK(first("槗") == Repertoire::jis_x_0212);
}

TEST_CASE("JIS X 0213 adds kanji of level 3 and 4, and other characters, some of two code points") {
  CHECK(held("𡈽") == "jis_x_0213_level_3");
  CHECK(held("俱") == "jis_x_0213_level_3");
  CHECK(held("棃") == "jis_x_0213_level_4");
  CHECK(held("か\u309A") == "jis_x_0213_other");
  CHECK(held("①") == "cp932_nec|jis_x_0213_other");
}

TEST_CASE("住基ネット統一文字 holds what its table holds, and no controls") {
  daicho::JukiTable juki;
  juki.add(0xAEAC, "𠮷");
  CHECK(held("𠮷", {&juki, nullptr}) == "juki");
  CHECK(held("☃", {&juki, nullptr}) == "jis_x_0213_other|juki");
  CHECK(held("\u0085", {&juki, nullptr}) == "");
}

TEST_CASE("a variation sequence is no character of its base's repertoires") {
  CHECK(held("葛\U000E0100") == "");
  daicho::MjTable mj;
  mj.add({22335, {"葛", "葛\U000E0100"}, 0, 0, 0});
  CHECK(held("葛\U000E0100", {nullptr, &mj}) == "mj");
  CHECK(held("葛", {nullptr, &mj}) == "jis_x_0208_level_1|mj");
}

TEST_CASE("JIS X 0208 has 6,879 characters: 2,965 of level 1, 3,390 of level 2, 524 others in two spellings") {
  std::map<Repertoire, int> counts;
  for (char32_t code_point = 0x80; code_point < 0x10000; ++code_point) {
    if (code_point >= 0xD800 && code_point < 0xE000) continue;
    std::string character;
    daicho::append_code_point(character, code_point);
    const Repertoire repertoire = first(character);
    ++counts[repertoire];
    CHECK(daicho::jis_x_0208().test(code_point) == (repertoire <= Repertoire::jis_x_0208_other));
  }
  CHECK(counts[Repertoire::jis_x_0208_level_1] == 2965);
  CHECK(counts[Repertoire::jis_x_0208_level_2] == 3390);
  CHECK(counts[Repertoire::jis_x_0208_other] == 524 + 7);
  CHECK(counts[Repertoire::half_width_katakana] == 63);
  CHECK(counts[Repertoire::cp932_nec] == 74);
  CHECK(counts[Repertoire::cp932_ibm] == 373);
  CHECK(counts[Repertoire::private_use] == 6400);
}

TEST_CASE("25 sequences of two code points are characters of JIS X 0213") {
  int sequences = 0;
  for (char32_t base = 0x80; base < 0x3200; ++base) {
    for (const char32_t mark : {U'\u309A', U'\u0300', U'\u0301', U'\u02E5', U'\u02E9'}) {
      sequences += daicho::is_sequence_of_jis_x_0213(base, mark) ? 1 : 0;
    }
  }
  CHECK(sequences == 25);
  CHECK_FALSE(daicho::is_sequence_of_jis_x_0213(U'あ', U'\u309A'));
}
