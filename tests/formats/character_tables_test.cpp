// The tables as a run has them, over all 58,862 characters of 文字情報基盤.
#include "formats/character_tables.hpp"

#include <doctest/doctest.h>

#include <string>

#include "converters/substitute.hpp"
#include "converters/utf8.hpp"
#include "formats/error.hpp"
#include "schema_folder.hpp"

using daicho::Catalog;
using daicho::CharacterTables;
using daicho::Charset;
using daicho::MjCharacter;
using daicho::OwnCharacterFiles;
using daicho::SubstituteResult;
using daicho::SubstituteRule;
using daicho::Substitution;
using daicho::TargetRepertoire;

namespace {

const Catalog& catalog() {
  static const Catalog shipped(DAICHO_SOURCE_DIR "/schemas");
  return shipped;
}

const CharacterTables& tables() {
  static const CharacterTables shipped(catalog());
  return shipped;
}

/// How a character gets into a target, as `葛 base_character` or `鷗 jis_ucs > 鴎 usual_form`.
std::string way(std::string_view character, const TargetRepertoire& target) {
  std::string text;
  for (const daicho::Hop& hop : substitute_path(tables().substitutes(), character, target)) {
    if (!text.empty()) text += " > ";
    text += hop.to + " " + std::string(substitute_rule_name(hop.rule));
  }
  return text;
}

struct Counts {
  std::size_t held = 0;
  std::size_t substituted = 0;
  std::size_t without = 0;
  std::size_t silent = 0;  // changed without a report, or reported without a change
};

bool told_rightly(const std::string& character, const Substitution& done, const TargetRepertoire& target) {
  const std::size_t units = daicho::utf16_length(character);
  switch (done.result) {
    case SubstituteResult::unchanged:
      return done.text == character && done.replacements.empty() && done.without.empty() &&
             done.positions == std::string(units, '0') && target.holds(character);
    case SubstituteResult::substituted: {
      if (done.replacements.size() != 1 || done.positions != std::string(units, '1') || target.holds(character)) {
        return false;
      }
      const daicho::Replacement& one = done.replacements[0];
      return one.original == character && one.substitute == done.text && target.holds_all(done.text) &&
             done.text != character && !one.hops.empty() && one.hops.size() <= 2 && one.hops.back().to == done.text &&
             !one.hops.front().evidence.empty() && !one.hops.back().evidence.empty();
    }
    case SubstituteResult::impossible:
      return done.replacements.empty() && done.without == std::vector<std::string>{character} &&
             done.positions == std::string(units, '1') && !target.holds(character);
    case SubstituteResult::kana:
      return false;
  }
  return false;
}

Counts count_all(const TargetRepertoire& target) {
  Counts counts;
  for (const MjCharacter& row : tables().mj().rows()) {
    for (const std::string& character : row.sequences) {
      const Substitution done = substitute(tables().substitutes(), character, target);
      counts.held += done.result == SubstituteResult::unchanged ? 1 : 0;
      counts.substituted += done.result == SubstituteResult::substituted ? 1 : 0;
      counts.without += done.result == SubstituteResult::impossible ? 1 : 0;
      counts.silent += told_rightly(character, done, target) ? 0 : 1;
    }
  }
  return counts;
}

}  // namespace

TEST_CASE("no character of 文字情報基盤 is changed without a report") {
  CHECK(count_all(TargetRepertoire::certificate(Charset::utf16be)).silent == 0);
  CHECK(count_all(TargetRepertoire::certificate(Charset::cp932)).silent == 0);
  CHECK(count_all(TargetRepertoire::of_charset(Charset::cp932)).silent == 0);
  const Counts unicode = count_all(TargetRepertoire::of_charset(Charset::utf16be));
  CHECK(unicode.silent == 0);
  CHECK(unicode.substituted + unicode.without == 0);
}

TEST_CASE("the characters that everybody asks about") {
  const TargetRepertoire certificate = TargetRepertoire::certificate(Charset::utf16be);
  const TargetRepertoire cp932 = TargetRepertoire::of_charset(Charset::cp932);
  CHECK(way("𠮷", certificate) == "吉 jis_ucs");
  CHECK(way("髙", certificate) == "高 jis_ucs");
  CHECK(way("﨑", certificate) == "崎 koseki");
  CHECK(way("棃", certificate) == "梨 koseki");
  CHECK(way("葛\U000E0100", certificate) == "葛 base_character");
  CHECK(way("辻\U000E0100", cp932) == "辻 base_character");
  CHECK(way("葛\U000E0102", certificate) == "葛 jis_ucs");
  CHECK(way("𠮷\U000E0101", certificate) == "𠮷 base_character > 吉 jis_ucs");
  CHECK(way("神\uFE00", certificate) == "神 koseki");
  CHECK(way("\uFA19", certificate) == "神 koseki");
  CHECK(way("槗", cp932) == "橋 koseki");
  CHECK(way("鷗", cp932) == "鴎 usual_form");
  CHECK(way("鷗\U000E0100", cp932) == "鷗 base_character > 鴎 usual_form");
  CHECK(way("Ⅱ", certificate) == "ＩＩ sign");
  CHECK(way("\uE000", certificate) == "");
}

TEST_CASE("a municipality's own tables go before the program's") {
  const daicho::SchemaFolder folder;
  OwnCharacterFiles own;
  own.substitutes = folder.write("substitutes.csv", "character,substitute,note\n髙,喬,本人の申出\n");
  own.juki = folder.write("juki.csv", "code,character\nJ+AC00,𠮷\n");
  own.gaiji = folder.write("gaiji.csv", "code,character,mj_name,reading,note\nF040,,MJ032129,,\n");
  const CharacterTables mine(catalog(), own);
  const auto hops = substitute_path(mine.substitutes(), "髙", TargetRepertoire::certificate(Charset::utf16be));
  REQUIRE(hops.size() == 1);
  CHECK(hops[0].to == "喬");
  CHECK(hops[0].evidence == "市区町村の表: 本人の申出");
  CHECK(mine.juki().character(0xAC00) == "𠮷");
  CHECK(mine.juki().character(0x9AD9) == "髙");
  CHECK(mine.juki().character(0x845B) == "葛\U000E0102");  // of JIS X 0208:1983; J+B9D5 is the bare 葛
  CHECK(mine.juki().character(0xB9D5) == "葛");
  REQUIRE(mine.gaiji() != nullptr);
  CHECK(mine.gaiji()->find(0xE000)->meaning == "𠮷");
  CHECK(tables().gaiji() == nullptr);
}

TEST_CASE("conversions get the tables that they need and no others") {
  CHECK(tables().text_options(Charset::cp932).juki == nullptr);
  CHECK(tables().text_options(Charset::cp932).gaiji == nullptr);
  CHECK(tables().text_options(Charset::juki).juki == &tables().juki());
}

TEST_CASE("a municipality's folder may hold another edition; its faults are told with its name") {
  const daicho::SchemaFolder folder;
  folder.write("characters/mj.tsv", "MJ文字図形名\tsequences\tjuki\tX0213\tX0212\nMJ000001\t々\tx\t\t\n");
  const Catalog own(folder.path());
  const CharacterTables broken(own);
  CHECK(daicho::complaint_of<daicho::SchemaError>([&] { broken.mj(); }) ==
        "own/characters/mj.tsv:2:12: no 住基ネット統一文字コード: `J+` and four hexadecimal digits");
}
