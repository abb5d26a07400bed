#include "converters/substitution_table.hpp"

#include <doctest/doctest.h>

#include <set>
#include <stdexcept>
#include <string>

#include "converters/substitute.hpp"
#include "converters/utf8.hpp"

using daicho::Candidate;
using daicho::SubstituteRule;
using daicho::SubstituteSource;
using daicho::SubstitutionTable;

namespace {

std::string listed(const SubstitutionTable& table, std::string_view character) {
  std::string list;
  for (const Candidate& one : table.candidates(character)) {
    list += std::string(one.to) + " " + std::string(substitute_rule_name(rule_of(one.source))) + " " +
            std::to_string(one.order) + "\n";
  }
  return list;
}

}  // namespace

TEST_CASE("candidates come by rule, then by order, then as they were added, each once") {
  SubstitutionTable table;
  table.add("槗", {"橋", SubstituteSource::dictionary, 1, {}});
  table.add("槗", {"嶠", SubstituteSource::koseki_parent, 2, {}});
  table.add("槗", {"喬", SubstituteSource::koseki_parent, 1, {}});
  table.add("槗", {"橋", SubstituteSource::tsuchi_5202, 1, {}});
  table.add("槗", {"驕", SubstituteSource::tsuchi_5202, 1, {}});
  CHECK(listed(table, "槗") == "喬 koseki 1\n橋 koseki 1\n驕 koseki 1\n嶠 koseki 2\n");
  CHECK(table.size() == 5);
}

TEST_CASE("a variation sequence has its own candidates, then its base") {
  SubstitutionTable table;
  table.add("葛\U000E0102", {"蔓", SubstituteSource::analogy, 1, {}});
  CHECK(listed(table, "葛\U000E0102") == "蔓 analogy 1\n葛 base_character 1\n");
  CHECK(listed(table, "葛\U000E0100") == "葛 base_character 1\n");
  CHECK(listed(table, "葛") == "");
}

TEST_CASE("what is no character has no candidates, and a character is no candidate of itself") {
  SubstitutionTable table;
  table.add("鷗", {"鷗", SubstituteSource::jis_ucs, 1, {}});
  CHECK(table.size() == 0);
  CHECK(listed(table, "") == "");
  CHECK(listed(table, "鷗鷗") == "");
}

TEST_CASE("what no table can hold is refused") {
  SubstitutionTable table;
  CHECK_THROWS_AS(table.add("", {"鴎", SubstituteSource::own, 1, {}}), std::invalid_argument);
  CHECK_THROWS_AS(table.add("鷗外", {"鴎", SubstituteSource::own, 1, {}}), std::invalid_argument);
  CHECK_THROWS_AS(table.add("鷗", {"", SubstituteSource::own, 1, {}}), std::invalid_argument);
  CHECK_THROWS_AS(table.add("鷗", {"鴎", SubstituteSource::own, 0, {}}), std::invalid_argument);
  CHECK_THROWS_AS(table.add("鷗", {"鴎", SubstituteSource::own, 256, {}}), std::invalid_argument);
  CHECK_THROWS_AS(table.add("鷗", {std::string(256, 'x'), SubstituteSource::own, 1, {}}), std::invalid_argument);
}

TEST_CASE("every rule has a name and a label of its own") {
  std::set<std::string_view> names;
  std::set<std::string_view> labels;
  for (std::size_t rule = 0; rule < daicho::kSubstituteRules; ++rule) {
    names.insert(substitute_rule_name(static_cast<SubstituteRule>(rule)));
    labels.insert(substitute_rule_label(static_cast<SubstituteRule>(rule)));
  }
  CHECK(names.size() == daicho::kSubstituteRules);
  CHECK(labels.size() == daicho::kSubstituteRules);
  CHECK(substitute_rule_label(rule_of(SubstituteSource::jis_ucs)) == "JIS包摂規準・UCS統合規則");
  CHECK(substitute_rule_label(SubstituteRule::unihan) == "Unihan の異体字情報");
}

TEST_CASE("every built-in pair can be used: its character is outside CP932's repertoire and its substitute is inside") {
  const SubstitutionTable table = SubstitutionTable::built_in();
  const daicho::TargetRepertoire target = daicho::TargetRepertoire::certificate(daicho::Charset::cp932);
  std::size_t pairs = 0;
  for (char32_t code_point = 0x80; code_point < 0x30000; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    std::string character;
    daicho::append_code_point(character, code_point);
    for (const Candidate& one : table.candidates(character)) {
      if (rule_of(one.source) == SubstituteRule::compatibility) continue;
      ++pairs;
      CAPTURE(character);
      CHECK_FALSE(target.holds(character));
      CHECK(target.holds_all(one.to));
    }
  }
  CHECK(pairs == 65);
}

TEST_CASE("a compatibility ideograph goes to its canonical form") {
  const SubstitutionTable table = SubstitutionTable::built_in();
  CHECK(listed(table, "\uFA19") == "神 compatibility 1\n");
  CHECK(listed(table, "\uFA1B") == "福 compatibility 1\n");
}
