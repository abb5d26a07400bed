// When an item must have a value, and when it may not: `required_when = { removal_class = "2" }`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/layout.hpp"
#include "formats/record.hpp"
#include "formats/toml_reader.hpp"

namespace daicho {

inline constexpr std::string_view kRequiredWhen = "required_when";
inline constexpr std::string_view kBlankWhen = "blank_when";

/// Notes that an item's table may hold conditions, before TomlTable::refuse_unknown.
void ask_for_conditions(const TomlTable& table);

/// Reads the conditions of `layout.items[item]` once all items are known. Throws SchemaError where a condition names an
/// item that does not exist, or a value that it cannot have.
void read_conditions(const TomlTable& table, Layout& layout, std::size_t item);

/// Whether a value is one of a term's.
bool term_holds(const ConditionTerm& term, std::string_view value);

/// The first of `conditions` all of whose terms hold in a record; null where none does.
const Condition* first_that_holds(const std::vector<Condition>& conditions, const RecordView& record);

/// A condition for people, in the words of the schema: `除票区分 = 2`; `*` and blanks as `≠ ""` and `= ""`.
std::string condition_text(const Layout& layout, const Condition& condition);

}  // namespace daicho
