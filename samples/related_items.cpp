#include "samples/related_items.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "converters/kana.hpp"
#include "converters/utf8.hpp"
#include "formats/error.hpp"
#include "samples/numbers.hpp"

namespace daicho {

RelatedItems::RelatedItems(const Layout& layout, const SubstitutionTable& substitutes, TargetRepertoire target)
    : layout_(layout), substitutes_(substitutes), target_(std::move(target)) {
  std::vector<std::size_t> waiting;
  std::vector<bool> known(layout.items.size());
  for (std::size_t item = 0; item < layout.items.size(); ++item) {
    known[item] = layout.items[item].relations.empty();
    if (!known[item]) waiting.push_back(item);
  }
  // Relations of relations come last: an item waits until everything that it speaks of stands before it.
  while (!waiting.empty()) {
    const auto ready = std::find_if(waiting.begin(), waiting.end(), [&](std::size_t item) {
      const auto& relations = layout.items[item].relations;
      return std::all_of(relations.begin(), relations.end(), [&](const Relation& relation) {
        return std::all_of(relation.items.begin(), relation.items.end(),
                           [&](std::size_t other) { return known[other]; });
      });
    });
    if (ready == waiting.end()) {
      const Item& item = layout.items[waiting.front()];
      throw UsageError(fmt::format("{}:{}: no sample for item '{}': its relations go round in a circle",
                                   item.place.file, item.place.line, item.id));
    }
    known[*ready] = true;
    order_.push_back(*ready);
    waiting.erase(ready);
  }
}

bool RelatedItems::fill(std::vector<std::string>& values) const {
  SubstituteResult worst = SubstituteResult::unchanged;
  for (const std::size_t item : order_) {
    values[item] = value_of(layout_.items[item], values);
    for (const Relation& relation : layout_.items[item].relations) {
      if (relation.kind != RelationKind::substitute_of) continue;
      worst = std::max(worst, substitution_of(relation.items[0], values).result);
    }
  }
  if (worst == SubstituteResult::impossible) return false;
  for (std::size_t item = 0; item < values.size(); ++item) {
    const auto& codes = layout_.items[item].codes;
    if (codes && codes->id == "substitute_result") values[item] = std::string(1, static_cast<char>(worst));
  }
  return true;
}

Substitution RelatedItems::substitution_of(std::size_t item, const std::vector<std::string>& values) const {
  const auto reading = layout_.find(layout_.items[item].id + "_hiragana");
  if (!reading) return substitute(substitutes_, values[item], target_);
  return substitute_name(substitutes_, values[item], values[*reading], target_);
}

std::string RelatedItems::value_of(const Item& item, const std::vector<std::string>& values) const {
  const Relation& relation = item.relations.front();
  const std::string& source = values[relation.items[0]];
  const auto count = [&](std::size_t number) {
    return item.zero_filled ? zero_filled(number, item.picture.length) : std::to_string(number);
  };
  switch (relation.kind) {
    case RelationKind::length_of:
      return count(utf16_length(source));
    case RelationKind::gaiji_count_of:
      return count(layout_.gaiji.count(source));
    case RelationKind::positions_of:
      return substitution_of(relation.items[0], values).positions;
    case RelationKind::flag_of:
      return std::any_of(relation.items.begin(), relation.items.end(),
                         [&](std::size_t other) { return values[other].find_first_not_of('0') != std::string::npos; })
                 ? "1"
                 : "0";
    case RelationKind::seion_of:
      return seion(source);
    case RelationKind::substitute_of:
      return substitution_of(relation.items[0], values).text;
    case RelationKind::equals:
      return source;
  }
  return {};
}

}  // namespace daicho
