#include "formats/layout_conditions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "formats/layout_relations.hpp"
#include "formats/layout_words.hpp"

namespace daicho {
namespace {

constexpr std::string_view kAny = "*";

/// `2*` without its star; nothing where the value is a whole one.
std::optional<std::string_view> prefix_of(std::string_view value) {
  if (!value.ends_with('*')) return std::nullopt;
  value.remove_suffix(1);
  return value;
}

void check_value_of(const TomlTable& terms, const Item& item, const std::string& value) {
  if (value.empty() || value == kAny) return;
  const auto prefix = prefix_of(value);
  if (item.picture.cls == PictureClass::national) {
    terms.fail(item.id, fmt::format("'{}' is {}: only \"*\" (any value) and \"\" (none) can be asked for", item.id,
                                    to_string(item.picture)));
  }
  if ((prefix ? prefix->size() : value.size()) > item.picture.length) {
    terms.fail(item.id, fmt::format("'{}' is longer than {}", value, to_string(item.picture)));
  }
  const bool digits =
      (prefix ? *prefix : std::string_view(value)).find_first_not_of("0123456789") == std::string_view::npos;
  const bool flag = item.kind != Kind::flag || prefix || value == "0" || value == "1";
  if (item.picture.cls == PictureClass::digits && (!digits || !flag)) {
    terms.fail(item.id, fmt::format("'{}' is no value of {} {}", value, to_string(item.picture), kind_name(item.kind)));
  }
  if (!item.codes || item.codes_chained) return;
  const auto& codes = item.codes->codes;
  const bool known = std::any_of(codes.begin(), codes.end(), [&](const Code& code) {
    return prefix ? code.code.starts_with(*prefix) : code.code == value;
  });
  if (!known) terms.fail(item.id, fmt::format("the code list '{}' has no '{}'", item.codes->id, value));
}

ConditionTerm read_term(const TomlTable& terms, const std::string& id, const Layout& layout) {
  ConditionTerm term;
  term.item = find_item(terms, id, id, layout);
  if (terms.is_array(id)) {
    term.values = terms.strings(id);
    if (term.values.empty()) terms.fail(id, fmt::format("'{}' has no value here", id));
  } else {
    term.values = {terms.string(id)};
  }
  for (const std::string& value : term.values) check_value_of(terms, layout.items[term.item], value);
  return term;
}

std::vector<Condition> read_word(const TomlTable& table, std::string_view word, const Layout& layout,
                                 std::size_t item) {
  if (!table.has(word)) return {};
  const Item& own = layout.items[item];
  if (own.presence == Presence::required) {
    table.fail(word, fmt::format("'{}' is required always, so '{}' says nothing", own.id, word));
  }
  std::vector<Condition> conditions;
  const std::vector<TomlTable> alternatives =
      table.is_array(word) ? table.tables(word) : std::vector<TomlTable>{table.table(word)};
  if (alternatives.empty()) table.fail(word, fmt::format("'{}' names no condition", word));
  for (const TomlTable& terms : alternatives) {
    Condition condition;
    for (const std::string& id : terms.keys()) {
      if (id == own.id) terms.fail(id, fmt::format("'{}' names the item itself", word));
      condition.push_back(read_term(terms, id, layout));
    }
    if (condition.empty()) table.fail(word, fmt::format("'{}' names no item", word));
    conditions.push_back(std::move(condition));
  }
  return conditions;
}

std::string term_text(const Layout& layout, const ConditionTerm& term, Language language) {
  const bool ja = language == Language::ja;
  const std::string& name = layout.items[term.item].name;
  if (term.values.size() == 1 && term.values[0] == kAny) return name + (ja ? "に値がある" : " has a value");
  if (term.values.size() == 1 && term.values[0].empty()) return name + (ja ? "が空である" : " is blank");
  std::string values;
  for (const std::string& value : term.values) {
    values += values.empty() ? "" : ja ? "・" : " or ";
    values += value.empty() ? (ja ? "空" : "blank") : value;
  }
  return ja ? fmt::format("{}が {} である", name, values) : fmt::format("{} is {}", name, values);
}

/// Whether some value is one of both.
bool meet(const std::string& one, const std::string& other) {
  const auto prefix = prefix_of(one);
  const auto other_prefix = prefix_of(other);
  if (!prefix && !other_prefix) return one == other;
  if (!prefix) return meet(other, one);
  const std::string_view begin = *prefix;
  if (!other_prefix) return !other.empty() && other.starts_with(begin);
  return begin.starts_with(*other_prefix) || other_prefix->starts_with(begin);
}

const ConditionTerm* term_of(const Condition& condition, std::size_t item) {
  const auto found =
      std::find_if(condition.begin(), condition.end(), [&](const ConditionTerm& term) { return term.item == item; });
  return found == condition.end() ? nullptr : &*found;
}

/// Whether a record that has all that `wide` asks for may have all that `narrow` does, too, and `narrow` asks for
/// nothing of items that `wide` leaves open. Of conditions on different items nothing is said: that they never hold
/// together may be known to whoever wrote them.
bool may_meet(const Condition& narrow, const Condition& wide) {
  return std::all_of(narrow.begin(), narrow.end(), [&](const ConditionTerm& term) {
    const ConditionTerm* other = term_of(wide, term.item);
    return other != nullptr && std::any_of(term.values.begin(), term.values.end(), [&](const std::string& value) {
             return std::any_of(other->values.begin(), other->values.end(),
                                [&](const std::string& wanted) { return meet(value, wanted); });
           });
  });
}

/// Where an item had to have a value and to have none, no record could be right.
void refuse_contradiction(const TomlTable& table, const Layout& layout, const Item& item) {
  for (const Condition& required : item.required_when) {
    for (const Condition& blank : item.blank_when) {
      if (!may_meet(required, blank) && !may_meet(blank, required)) continue;
      table.fail(
          kBlankWhen,
          fmt::format("'{}' must be blank where {}, but is required where {}: no record with both is right", item.id,
                      condition_text(layout, blank, Language::en), condition_text(layout, required, Language::en)));
    }
  }
}

}  // namespace

void ask_for_conditions(const TomlTable& table) {
  table.ask_for(kRequiredWhen);
  table.ask_for(kBlankWhen);
}

void read_conditions(const TomlTable& table, Layout& layout, std::size_t item) {
  layout.items[item].required_when = read_word(table, kRequiredWhen, layout, item);
  layout.items[item].blank_when = read_word(table, kBlankWhen, layout, item);
  refuse_contradiction(table, layout, layout.items[item]);
}

bool term_holds(const ConditionTerm& term, std::string_view value) {
  return std::any_of(term.values.begin(), term.values.end(), [&](const std::string& wanted) {
    const auto prefix = prefix_of(wanted);
    return prefix ? !value.empty() && value.starts_with(*prefix) : value == wanted;
  });
}

const Condition* first_that_holds(const std::vector<Condition>& conditions, const RecordView& record) {
  const auto found = std::find_if(conditions.begin(), conditions.end(), [&](const Condition& condition) {
    return holds(condition, [&](std::size_t item) { return record[item]; });
  });
  return found == conditions.end() ? nullptr : &*found;
}

std::string condition_text(const Layout& layout, const Condition& condition, Language language) {
  std::string text;
  for (const ConditionTerm& term : condition) {
    text += text.empty() ? "" : language == Language::ja ? "、かつ" : " and ";
    text += term_text(layout, term, language);
  }
  return text;
}

}  // namespace daicho
