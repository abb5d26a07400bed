#include "converters/substitute.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using daicho::Charset;
using daicho::Hop;
using daicho::Replacement;
using daicho::SubstituteResult;
using daicho::SubstituteRule;
using daicho::SubstituteSource;
using daicho::Substitution;
using daicho::SubstitutionTable;
using daicho::TargetRepertoire;

namespace {

const SubstitutionTable& built_in() {
  static const SubstitutionTable table = SubstitutionTable::built_in();
  return table;
}

const TargetRepertoire& utf16() {
  static const TargetRepertoire target = TargetRepertoire::certificate(Charset::utf16be);
  return target;
}

const TargetRepertoire& cp932() {
  static const TargetRepertoire target = TargetRepertoire::certificate(Charset::cp932);
  return target;
}

void check(const Substitution& done, SubstituteResult result, std::string_view text, std::string_view positions) {
  CHECK(done.result == result);
  if (result != SubstituteResult::impossible) CHECK(done.text == text);
  CHECK(done.positions == positions);
}

void check(std::string_view original, const TargetRepertoire& target, SubstituteResult result, std::string_view text,
           std::string_view positions) {
  CAPTURE(original);
  check(substitute(built_in(), original, target), result, text, positions);
}

/// A table whose candidates lead to one another by rules of every trust.
SubstitutionTable ladder() {
  SubstitutionTable table;
  table.add("𩸽", {"𠮷", SubstituteSource::jis_ucs, 1, {}});
  table.add("𠮷", {"吉", SubstituteSource::koseki_parent, 2, {}});
  table.add("𡌛", {"𩸽", SubstituteSource::dictionary, 1, {}});
  table.add("𥔎", {"𥔎", SubstituteSource::own, 1, {}});
  return table;
}

std::string to_of(const std::vector<Hop>& hops) { return hops.empty() ? std::string() : hops.back().to; }

}  // namespace

TEST_CASE("text inside the repertoire stays, with a 0 for each code unit") {
  check("", utf16(), SubstituteResult::unchanged, "", "");
  check("東京都小金井市本町６－６－３　メゾン", utf16(), SubstituteResult::unchanged,
        "東京都小金井市本町６－６－３　メゾン", std::string(18, '0'));
  check("渡邉　邊", cp932(), SubstituteResult::unchanged, "渡邉　邊", "0000");
}

TEST_CASE("a variation sequence goes to its base, and from there to the base's substitute") {
  check("葛\U000E0100飾", utf16(), SubstituteResult::substituted, "葛飾", "1110");
  check("辻\U000E0100", cp932(), SubstituteResult::substituted, "辻", "111");
  check("神\uFE00", utf16(), SubstituteResult::substituted, "神", "11");
  check("鷗\U000E0101田", cp932(), SubstituteResult::substituted, "鴎田", "1110");
}

TEST_CASE("補助漢字 stay where the charset holds them and are replaced where it does not") {
  check("鷗麴", utf16(), SubstituteResult::unchanged, "鷗麴", "00");
  check("鷗麴", cp932(), SubstituteResult::substituted, "鴎麹", "11");
  check("濵田", cp932(), SubstituteResult::unchanged, "濵田", "00");
}

TEST_CASE("a substitute may be longer than the original, whose positions it does not change") {
  check("メゾンⅡ１０１", utf16(), SubstituteResult::substituted, "メゾンＩＩ１０１", "0001000");
  check("Ｏ＇Ｂ", utf16(), SubstituteResult::substituted, "Ｏ’Ｂ", "010");
}

TEST_CASE("each replacement is told with its place, its rule and its evidence") {
  SubstitutionTable table = ladder();
  const Substitution done = substitute(table, "田𠮷𩸽", utf16());
  check(done, SubstituteResult::substituted, "田吉吉", "01111");
  REQUIRE(done.replacements.size() == 2);
  const Replacement& one = done.replacements[0];
  CHECK(one.at == 3);
  CHECK(one.original == "𠮷");
  CHECK(one.substitute == "吉");
  REQUIRE(one.hops.size() == 1);
  CHECK(one.hops[0].rule == SubstituteRule::koseki);
  CHECK(one.hops[0].evidence == "戸籍統一文字情報 親字・正字（ホップ数2）");
  const Replacement& two = done.replacements[1];
  CHECK(two.at == 7);
  REQUIRE(two.hops.size() == 2);
  CHECK(two.hops[0].to == "𠮷");
  CHECK(two.hops[0].evidence == "JIS包摂規準・UCS統合規則");
  CHECK(two.hops[1].to == "吉");
  CHECK(two.substitute == "吉");
  CHECK(done.without.empty());
}

TEST_CASE("where one character has no substitute the whole is impossible, and its positions are still right") {
  const Substitution gaiji = substitute(built_in(), "Ⅱ\uE000田\uE000𪚲", utf16());
  CHECK(gaiji.result == SubstituteResult::impossible);
  CHECK(gaiji.positions == "110111");
  CHECK(gaiji.without == std::vector<std::string>{"\uE000", "𪚲"});
  CHECK(gaiji.replacements.size() == 1);
  CHECK(substitute(built_in(), "\uE000\U000E0100", utf16()).result == SubstituteResult::impossible);
  CHECK(substitute(built_in(), "A", utf16()).result == SubstituteResult::impossible);
}

TEST_CASE("at most two hops, and a pair onto itself leads nowhere") {
  const SubstitutionTable table = ladder();
  CHECK(to_of(substitute_path(table, "𩸽", utf16())) == "吉");
  CHECK(substitute_path(table, "𡌛", utf16()).empty());
  CHECK(substitute_path(table, "𥔎", utf16()).empty());
}

TEST_CASE("a second hop never returns to where it came from") {
  SubstitutionTable table;
  table.add("鷗", {"𠮷", SubstituteSource::jis_ucs, 1, {}});
  table.add("𠮷", {"鷗", SubstituteSource::jis_ucs, 1, {}});
  CHECK(substitute_path(table, "鷗", cp932()).empty());
}

TEST_CASE("a candidate inside the target wins over a better rule's that is outside, then the rules' order counts") {
  SubstitutionTable table;
  table.add("𠮷", {"鴎", SubstituteSource::dictionary, 1, {}});
  table.add("𠮷", {"鷗", SubstituteSource::jis_ucs, 1, {}});
  table.add("𠮷", {"吉", SubstituteSource::kokuji_582_2, 2, {}});
  table.add("𠮷", {"口", SubstituteSource::kokuji_582_1, 1, {}});
  CHECK(to_of(substitute_path(table, "𠮷", utf16())) == "鷗");
  CHECK(to_of(substitute_path(table, "𠮷", cp932())) == "口");
}

TEST_CASE("one hop goes before two, but two of MJ縮退マップ before one of a weaker table") {
  SubstitutionTable table;
  table.add("𠮷", {"鷗", SubstituteSource::jis_ucs, 1, {}});
  table.add("鷗", {"鴎", SubstituteSource::koseki_parent, 1, {}});
  table.add("𠮷", {"吉", SubstituteSource::unihan_z, 1, {}});
  CHECK(to_of(substitute_path(table, "𠮷", cp932())) == "鴎");
  table.add("𠮷", {"口", SubstituteSource::analogy, 1, {}});
  CHECK(to_of(substitute_path(table, "𠮷", cp932())) == "口");
}

TEST_CASE("a municipality's own table goes first, with its note as evidence, also over two hops") {
  SubstitutionTable table = ladder();
  table.add("𠮷", {"告", SubstituteSource::own, 1, "本人の申出による"});
  CHECK(to_of(substitute_path(table, "𠮷", utf16())) == "告");
  CHECK(substitute_path(table, "𠮷", utf16())[0].evidence == "市区町村の表: 本人の申出による");
  table.add("𠮟", {"鷗", SubstituteSource::own, 1, {}});
  table.add("鷗", {"𩿎", SubstituteSource::own, 1, {}});
  table.add("鷗", {"鴎", SubstituteSource::usual_form, 1, {}});
  table.add("𠮟", {"叱", SubstituteSource::jis_ucs, 1, {}});
  CHECK(to_of(substitute_path(table, "𠮟", utf16())) == "鷗");
  CHECK(to_of(substitute_path(table, "𠮟", cp932())) == "叱");
}

TEST_CASE("candidates that a rule names equally are told, so that staff can choose") {
  SubstitutionTable table;
  table.add("𠮷", {"吉", SubstituteSource::dictionary, 1, {}});
  table.add("𠮷", {"告", SubstituteSource::dictionary, 1, {}});
  table.add("𠮷", {"𩿎", SubstituteSource::dictionary, 1, {}});
  table.add("𠮷", {"口", SubstituteSource::analogy, 1, {}});
  const Substitution done = substitute(table, "𠮷", utf16());
  REQUIRE(done.replacements.size() == 1);
  CHECK(done.text == "吉");
  CHECK(done.replacements[0].alternatives == std::vector<std::string>{"告"});
}

TEST_CASE("かな stand for the part of a name that has a character without a substitute") {
  const SubstitutionTable table = ladder();
  const Substitution done = substitute_name(table, "𠮷田　𪚲郎", "ヨシダ　テツロウ", utf16());
  check(done, SubstituteResult::kana, "吉田　てつろう",
        "11001"
        "11");
  REQUIRE(done.replacements.size() == 2);
  CHECK(done.replacements[0].substitute == "吉");
  CHECK(done.replacements[1].at == 10);
  CHECK(done.replacements[1].original == "𪚲郎");
  CHECK(done.replacements[1].substitute == "てつろう");
  CHECK(done.replacements[1].hops.empty());
  CHECK(done.without == std::vector<std::string>{"𪚲"});
}

TEST_CASE("かな stand for the whole name where its parts and the reading's differ in number") {
  const Substitution done = substitute_name(built_in(), "Ⅱ田　𪚲郎", "にだてつろう", utf16());
  check(done, SubstituteResult::kana, "にだてつろう", "111111");
  REQUIRE(done.replacements.size() == 1);
  CHECK(done.replacements[0].at == 0);
  CHECK(done.replacements[0].original == "Ⅱ田　𪚲郎");
  check(substitute_name(built_in(), "𪚲", "テツ　ロウ", utf16()), SubstituteResult::kana, "てつ　ろう", "11");
}

TEST_CASE("a reading becomes hiragana of the target; what the target lacks of it is impossible") {
  check(substitute_name(built_in(), "𪚲", "ヴァン", utf16()), SubstituteResult::kana, "う゛ぁん", "11");
  check(substitute_name(built_in(), "𪚲", "ﾃﾂ", utf16()), SubstituteResult::impossible, "", "11");
  check(substitute_name(built_in(), "𪚲　郎", "", utf16()), SubstituteResult::impossible, "", "1111");
}

TEST_CASE("a part without a reading of its own takes the whole reading, not nothing") {
  check(substitute_name(built_in(), "𪚲　郎", "　ロウ", utf16()), SubstituteResult::kana, "　ろう", "1111");
}

TEST_CASE("a name whose characters all have substitutes needs no reading") {
  check(substitute_name(built_in(), "Ⅱ田", "", utf16()), SubstituteResult::substituted, "ＩＩ田", "10");
  check(substitute_name(built_in(), "田", "タ", utf16()), SubstituteResult::unchanged, "田", "0");
}
