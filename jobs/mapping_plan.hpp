// A mapping as loaded: one rule for each item of the output, in an order in which every rule finds what it needs.
// docs/mappings.md is the grammar.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/catalog.hpp"
#include "formats/finding.hpp"
#include "formats/layout.hpp"

namespace daicho {

/// Where a rule takes its value from.
enum class RuleSource : std::uint8_t {
  literal,      ///< `value = "0"`
  absent,       ///< `absent = true`
  setting,      ///< `setting = "operator.id"`
  job,          ///< `job = "update_seq"`
  from,         ///< `from = "name_kanji"`, an item of the source
  join,         ///< `join = ["address", "address_building"]`, items of the source with U+3000 between
  any_present,  ///< `any_present = [...]`: 1 where any of these items of the source has a value, else 0
  of,           ///< `of = "name_hiragana"`, an item of the output
  relation,     ///< `relation = "gaiji_count_of"`: what the output layout's relation demands
};

/// A named change of a value on its way.
enum class Transform : std::uint8_t {
  none,
  hiragana,          ///< katakana to hiragana, ヴ as the output's charset has it
  seion,             ///< 清音化
  era_date,          ///< YYYYMMDD to era digit and YYMMDD; 年月日不詳 stays zeros
  drop_check_digit,  ///< 全国地方公共団体コード to 市町村コード, its first five digits
};

struct CodeTable {
  std::map<std::string, std::string, std::less<>> codes;
  std::optional<std::string> blank;   ///< for an absent value; without it an absent value stays absent
  std::optional<std::string> others;  ///< for a code that is not in the table; without it that is a fault
};

struct MappingRule {
  std::size_t item = 0;  ///< of the output
  std::string variant;   ///< empty: the plain rule
  RuleSource source = RuleSource::absent;
  std::string text;                          ///< literal, setting key or job value's name
  std::vector<std::size_t> items;            ///< of the source, or of the output for `of` and `relation`
  std::optional<std::size_t> or_if_unknown;  ///< a source item that stands in where the first has unknown parts
  std::optional<std::size_t> unknown_of;     ///< the source item whose parts are asked for instead of the first's
  Transform transform = Transform::none;
  const CodeTable* codes = nullptr;       ///< into MappingPlan::code_tables
  std::optional<std::size_t> while_item;  ///< any_present: 0 unless this source item has `while_value`
  std::string while_value;
  Relation relation;                 ///< source `relation`
  std::vector<std::string> warn_on;  ///< source values that raise `warning`
  FindingCode warning{"", Severity::warning};
};

struct MappingPlan {
  std::map<std::string, CodeTable, std::less<>> code_tables;
  std::vector<MappingRule> rules;  ///< in the order of application
};

/// Reads `mappings/<to.id>.toml`; throws SchemaError.
std::shared_ptr<const MappingPlan> load_mapping_plan(const Catalog& catalog, const Layout& from, const Layout& to);

/// The same from text, for tests; `shown_as` is how messages call it.
std::shared_ptr<const MappingPlan> parse_mapping_plan(std::string_view text, const std::string& shown_as,
                                                      const Layout& from, const Layout& to);

}  // namespace daicho
