#include "cli/layout_diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "formats/layout_conditions.hpp"
#include "formats/layout_relations.hpp"
#include "formats/layout_words.hpp"

namespace daicho {
namespace {

using Words = std::vector<std::pair<std::string, std::string>>;

std::string yes(bool value) { return value ? "true" : ""; }

std::string codes_word(const Item& item, bool chained) {
  return item.codes && item.codes_chained == chained ? item.codes->id : std::string();
}

/// The codes themselves: a list may change without its name.
std::string codes_held(const Item& item) {
  std::vector<std::string> codes;
  if (item.codes) {
    for (const Code& code : item.codes->codes) codes.push_back(code.code + (code.alone ? " alone" : ""));
  }
  return fmt::format("{}", fmt::join(codes, " "));
}

std::string relation_word(const Layout& layout, const Item& item, RelationKind kind) {
  std::vector<std::string> ids;
  for (const Relation& relation : item.relations) {
    if (relation.kind != kind) continue;
    for (const std::size_t index : relation.items) ids.push_back(layout.items[index].id);
  }
  return fmt::format("{}", fmt::join(ids, " "));
}

std::string conditions_word(const Layout& layout, const std::vector<Condition>& conditions) {
  std::vector<std::string> texts;
  texts.reserve(conditions.size());
  for (const Condition& condition : conditions) texts.push_back(condition_text(layout, condition, Language::en));
  return fmt::format("{}", fmt::join(texts, "; "));
}

/// What a schema file says of an item, word by word, without its id; every item has the same words in the same order.
Words item_words(const Layout& layout, const Item& item) {
  Words words{{"no", std::to_string(item.no)},
              {"name", item.name},
              {"aliases", fmt::format("{}", fmt::join(item.aliases, " "))},
              {"picture", to_string(item.picture)},
              {"kind", std::string(kind_name(item.kind))},
              {"presence", std::string(presence_name(item.presence))},
              {"fill", item.zero_filled ? "zeros" : ""},
              {"absent", item.absent_is_zeros ? "zeros" : ""},
              {"unknown", yes(item.unknown_allowed)},
              {"check", item.check == CheckDigit::none ? "" : std::string(check_digit_name(item.check))},
              {"check_except", fmt::format("{}", fmt::join(item.check_except, " "))},
              {"codes", codes_word(item, false)},
              {"codes_chained", codes_word(item, true)},
              {"list of codes", codes_held(item)},
              {"pattern", item.pattern},
              {"required_when", conditions_word(layout, item.required_when)},
              {"blank_when", conditions_word(layout, item.blank_when)},
              {"private", item.privacy == Privacy::open ? "" : std::string(privacy_name(item.privacy))},
              {"note", item.note}};
  for (const RelationKind kind :
       {RelationKind::length_of, RelationKind::gaiji_count_of, RelationKind::positions_of, RelationKind::flag_of,
        RelationKind::seion_of, RelationKind::substitute_of, RelationKind::equals}) {
    words.emplace_back(relation_name(kind), relation_word(layout, item, kind));
  }
  return words;
}

Words head_words(const Layout& layout) {
  return {{"id", layout.id},
          {"version", layout.version},
          {"name", layout.name},
          {"source", layout.source},
          {"key", layout.key ? layout.items[*layout.key].id : ""},
          {"gaiji_rule", std::string(gaiji_rule_name(layout.gaiji.rule()))}};
}

std::vector<WordChange> changed_words(const Words& before, const Words& after) {
  std::vector<WordChange> changes;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i].second != after[i].second) changes.push_back({before[i].first, before[i].second, after[i].second});
  }
  return changes;
}

/// Which of `places` (all different) belong to a longest ascending run: these items kept their order, the others moved.
std::vector<bool> kept_order(const std::vector<std::size_t>& places) {
  std::vector<std::size_t> ends;                        // of the best run of each length: its last index
  std::vector<std::size_t> previous(places.size(), 0);  // index + 1 of the one before in the run; 0: none
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto end = std::lower_bound(ends.begin(), ends.end(), places[i],
                                      [&](std::size_t index, std::size_t place) { return places[index] < place; });
    previous[i] = end == ends.begin() ? 0 : *(end - 1) + 1;
    if (end == ends.end()) {
      ends.push_back(i);
    } else {
      *end = i;
    }
  }
  std::vector<bool> kept(places.size(), false);
  for (std::size_t at = ends.empty() ? 0 : ends.back() + 1; at != 0; at = previous[at - 1]) kept[at - 1] = true;
  return kept;
}

std::map<std::string, std::size_t> index_by_id(const Layout& layout) {
  std::map<std::string, std::size_t> indexes;
  for (std::size_t i = 0; i < layout.items.size(); ++i) indexes.emplace(layout.items[i].id, i);
  return indexes;
}

}  // namespace

LayoutDiff diff_layouts(const Layout& before, const Layout& after) {
  LayoutDiff diff;
  diff.head = changed_words(head_words(before), head_words(after));
  const auto old_index = index_by_id(before);
  const auto new_index = index_by_id(after);
  std::vector<std::size_t> places;  // of the items that both have, in the order of `after`
  for (const Item& item : after.items) {
    if (const auto found = old_index.find(item.id); found != old_index.end()) places.push_back(found->second);
  }
  const std::vector<bool> kept = kept_order(places);

  std::size_t removed = 0;  // everything of `before` up to here has been looked at for removals
  const auto report_removed = [&](std::size_t until) {
    for (; removed < until; ++removed) {
      if (!new_index.contains(before.items[removed].id)) diff.items.push_back({removed, std::nullopt, false, {}});
    }
  };
  std::size_t common = 0;
  for (std::size_t i = 0; i < after.items.size(); ++i) {
    const auto found = old_index.find(after.items[i].id);
    if (found == old_index.end()) {
      diff.items.push_back({std::nullopt, i, false, {}});
      continue;
    }
    const bool moved = !kept[common++];
    if (!moved) report_removed(found->second);
    ItemChange change{
        found->second, i, moved,
        changed_words(item_words(before, before.items[found->second]), item_words(after, after.items[i]))};
    if (moved || !change.words.empty()) diff.items.push_back(std::move(change));
  }
  report_removed(before.items.size());
  return diff;
}

}  // namespace daicho
