#include "converters/character_fate.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using daicho::CharacterFate;
using daicho::CharacterTarget;
using daicho::FateTables;
using daicho::SubstitutionTable;

namespace {

const SubstitutionTable& substitutes() {
  static const SubstitutionTable table = [] {
    SubstitutionTable made = SubstitutionTable::built_in();
    made.add("𠮷", {"吉", daicho::SubstituteSource::jis_ucs, 1, {}});
    return made;
  }();
  return table;
}

/// `fate`, or `fate:becomes`.
std::string fate(std::string_view character, std::string_view target, FateTables tables = {}) {
  if (tables.substitutes == nullptr) tables.substitutes = &substitutes();
  const CharacterFate fate = CharacterTarget(target, tables).fate_of(character);
  return std::string(daicho::fate_name(fate.fate)) + (fate.becomes.empty() ? "" : ":" + fate.becomes);
}

daicho::GaijiTable gaiji_table() {
  daicho::GaijiTable table;
  table.add({U'\uE000', "𠮷", "", "よし", ""});
  table.add({U'\uE001', "", "", "", ""});
  return table;
}

}  // namespace

TEST_CASE("what a charset has is kept; what it writes as another is similar") {
  CHECK(fate("髙", "cp932") == "kept");
  CHECK(fate("〜", "cp932") == "similar:～");
  CHECK(fate("−", "cp932") == "similar:－");
  CHECK(fate("¢", "cp932") == "similar:￠");
  CHECK(fate("𠮷", "utf-16") == "kept");
  CHECK(fate("葛\U000E0100", "utf-16") == "kept");
}

TEST_CASE("a 外字 that means a character keeps its code, also where the charset has a similar one") {
  daicho::GaijiTable table;
  table.add({U'\uE000', "〜", "", "", ""});
  table.add({U'\U000F0000', "¢", "", "", ""});
  FateTables tables;
  tables.gaiji = &table;
  CHECK(fate("〜", "cp932", tables) == "private_use:\uE000");
  CHECK(fate("¢", "cp932", tables) == "similar:￠");  // whose code CP932 cannot write
  CHECK(fate("−", "cp932", tables) == "similar:－");
}

TEST_CASE("what a charset lacks becomes a substitute, or is lost") {
  CHECK(fate("𠮷", "cp932") == "substituted:吉");
  CHECK(fate("葛\U000E0100", "cp932") == "substituted:葛");
  CHECK(fate("か\u309A", "cp932") == "lost");
  CHECK(fate("\u0085", "cp932") == "lost");
  FateTables none;
  const SubstitutionTable empty;
  none.substitutes = &empty;
  CHECK(fate("鷗", "cp932", none) == "lost");
}

TEST_CASE("a substitute tells the way to it") {
  FateTables tables;
  tables.substitutes = &substitutes();
  const CharacterFate fate = CharacterTarget("cp932", tables).fate_of("𠮷");
  REQUIRE(fate.hops.size() == 1);
  CHECK(fate.hops[0].to == "吉");
  CHECK(fate.hops[0].rule == daicho::SubstituteRule::jis_ucs);
}

TEST_CASE("a certificate shows JIS X 0208 and JIS X 0212 alone") {
  CHECK(fate("邉", "certificate") == "kept");
  CHECK(fate("鷗", "certificate") == "kept");
  CHECK(fate("〜", "certificate") == "kept");
  CHECK(fate("𠮷", "certificate") == "substituted:吉");
  CHECK(fate("Ⅱ", "certificate") == "substituted:ＩＩ");
  CHECK(fate("\uE000", "certificate") == "lost");
}

TEST_CASE("a 外字 that nobody explains stays one, where the target has its code") {
  CHECK(fate("\uE000", "cp932") == "private_use");
  CHECK(fate("\uE758", "cp932") == "lost");
  CHECK(fate("\uE000", "utf-16") == "private_use");
}

TEST_CASE("a 外字 of the table is what it means, and stays a 外字 where the target lacks that") {
  const daicho::GaijiTable gaiji = gaiji_table();
  FateTables tables;
  tables.gaiji = &gaiji;
  CHECK(fate("\uE000", "utf-16", tables) == "kept:𠮷");
  CHECK(fate("\uE000", "cp932", tables) == "private_use:\uE000");
  CHECK(fate("𠮷", "cp932", tables) == "private_use:\uE000");
  CHECK(fate("\uE000", "certificate", tables) == "substituted:吉");
  CHECK(fate("\uE001", "utf-16", tables) == "private_use");
}

TEST_CASE("an unknown target is a defect of the caller") {
  CHECK_THROWS_AS(CharacterTarget("ebcdic", {}), std::invalid_argument);
}
