// When an item must have a value, and when it may not: `required_when = { removal_class = "2" }`.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "formats/finding_texts.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"
#include "formats/toml_reader.hpp"

namespace daicho {

inline constexpr std::string_view kRequiredWhen = "required_when";
inline constexpr std::string_view kBlankWhen = "blank_when";

/// Notes that an item's table may hold conditions, before TomlTable::refuse_unknown.
void ask_for_conditions(const TomlTable& table);

/// Reads the conditions of `layout.items[item]` once all items are known. Throws SchemaError where a condition names an
/// item that does not exist, or a value that it cannot have, and where conditions on the same items say both that the
/// item must have a value and that it may have none.
void read_conditions(const TomlTable& table, Layout& layout, std::size_t item);

/// Whether a value is one of a term's.
bool term_holds(const ConditionTerm& term, std::string_view value);

/// Whether all terms of a condition hold; `value_of` tells the value of an item, by index.
template <typename ValueOf>
bool holds(const Condition& condition, const ValueOf& value_of) {
  return std::all_of(condition.begin(), condition.end(),
                     [&](const ConditionTerm& term) { return term_holds(term, value_of(term.item)); });
}

/// Whether any of `conditions` holds.
template <typename ValueOf>
bool any_holds(const std::vector<Condition>& conditions, const ValueOf& value_of) {
  return std::any_of(conditions.begin(), conditions.end(),
                     [&](const Condition& condition) { return holds(condition, value_of); });
}

/// The first of `conditions` all of whose terms hold in a record; null where none does.
const Condition* first_that_holds(const std::vector<Condition>& conditions, const RecordView& record);

/// A condition for people: `除票区分 is 2 and 氏名 has a value`, `除票区分が 2 である、かつ氏名に値がある`.
std::string condition_text(const Layout& layout, const Condition& condition, Language language);

}  // namespace daicho
