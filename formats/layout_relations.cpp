#include "formats/layout_relations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace daicho {
namespace {

constexpr std::array<RelationKind, 7> kRelations{
    RelationKind::length_of, RelationKind::gaiji_count_of, RelationKind::positions_of, RelationKind::flag_of,
    RelationKind::seion_of,  RelationKind::substitute_of,  RelationKind::equals};

/// One relation while it is checked: where it stands, whose it is, and which items it names.
struct Reading {
  const TomlTable& table;
  const Layout& layout;
  const Item& own;
  RelationKind kind;
  std::vector<std::size_t> targets;

  std::string_view word() const { return relation_name(kind); }
  const Item& target(std::size_t i) const { return layout.items[targets[i]]; }
  [[noreturn]] void fail(const std::string& message) const { table.fail(word(), message); }

  void require_own(bool right, std::string_view wanted) const {
    if (!right) fail(fmt::format("'{}' is a word of {}, not of {} items", word(), wanted, describe(own)));
  }
  void require_target(std::size_t i, bool right, std::string_view wanted) const {
    if (!right) fail(fmt::format("'{}' is about {}; '{}' is {}", word(), wanted, target(i).id, describe(target(i))));
  }
  static std::string describe(const Item& item) {
    return fmt::format("{} {}", to_string(item.picture), kind_name(item.kind));
  }
};

bool national(const Item& item) { return item.picture.cls == PictureClass::national; }
bool number(const Item& item) { return item.kind == Kind::digits; }

/// Largest number that fits in `digits` digits, for the few digits that counts have.
std::size_t largest(std::size_t digits) {
  std::size_t value = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(digits, 9); ++i) value = value * 10 + 9;
  return value;
}

void check_count(const Reading& reading) {
  reading.require_own(number(reading.own), "9 items of the kind digits");
  reading.require_target(0, national(reading.target(0)), "N items");
  const Picture counted = reading.target(0).picture;
  if (largest(reading.own.picture.length) < counted.length) {
    reading.fail(fmt::format("{} cannot hold a count up to {} ('{}' is {})", to_string(reading.own.picture),
                             counted.length, reading.target(0).id, to_string(counted)));
  }
}

void check_positions(const Reading& reading) {
  reading.require_own(reading.own.kind == Kind::text, "X items");
  for (std::size_t i = 0; i < 2; ++i) reading.require_target(i, national(reading.target(i)), "two N items");
  const Picture original = reading.target(0).picture;
  if (reading.own.picture.length < original.length) {
    reading.fail(fmt::format("{} cannot hold a flag for each of the {} positions of '{}'",
                             to_string(reading.own.picture), original.length, reading.target(0).id));
  }
}

void check_seion(const Reading& reading) {
  reading.require_own(reading.own.kind == Kind::hiragana, "N items of the kind hiragana");
  const Kind kind = reading.target(0).kind;
  reading.require_target(0, kind == Kind::hiragana || kind == Kind::katakana, "kana items");
}

void check_flag(const Reading& reading) {
  reading.require_own(reading.own.kind == Kind::flag, "9 items of the kind flag");
  for (std::size_t i = 0; i < reading.targets.size(); ++i) {
    reading.require_target(i, number(reading.target(i)), "counts: 9 items of the kind digits");
  }
}

void check_types(const Reading& reading) {
  switch (reading.kind) {
    case RelationKind::length_of:
    case RelationKind::gaiji_count_of:
      return check_count(reading);
    case RelationKind::positions_of:
      return check_positions(reading);
    case RelationKind::flag_of:
      return check_flag(reading);
    case RelationKind::seion_of:
      return check_seion(reading);
    case RelationKind::substitute_of:
      reading.require_own(national(reading.own), "N items");
      return reading.require_target(0, national(reading.target(0)), "N items");
    case RelationKind::equals:
      return reading.require_target(0, reading.target(0).picture.cls == reading.own.picture.cls,
                                    fmt::format("items of the same class as {}", Reading::describe(reading.own)));
  }
}

/// The ids that a relation names: one as a string, several as an array.
std::vector<std::string> target_ids(const TomlTable& table, RelationKind kind) {
  const std::string_view word = relation_name(kind);
  if (kind != RelationKind::flag_of && kind != RelationKind::positions_of) return {table.string(word)};
  std::vector<std::string> ids = table.strings(word);
  if (kind == RelationKind::positions_of && ids.size() != 2) {
    table.fail(word, "'positions_of' names two items: the original and its substitute");
  }
  if (ids.empty()) table.fail(word, fmt::format("'{}' names no item", word));
  return ids;
}

}  // namespace

std::string_view relation_name(RelationKind kind) {
  switch (kind) {
    case RelationKind::length_of:
      return "length_of";
    case RelationKind::gaiji_count_of:
      return "gaiji_count_of";
    case RelationKind::positions_of:
      return "positions_of";
    case RelationKind::flag_of:
      return "flag_of";
    case RelationKind::seion_of:
      return "seion_of";
    case RelationKind::substitute_of:
      return "substitute_of";
    case RelationKind::equals:
      return "equals";
  }
  return "";
}

void ask_for_relations(const TomlTable& table) {
  for (const RelationKind kind : kRelations) table.ask_for(relation_name(kind));
}

std::size_t find_item(const TomlTable& table, std::string_view key, const std::string& id, const Layout& layout) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < layout.items.size(); ++i) {
    if (layout.items[i].id == id) return i;
    ids.push_back(layout.items[i].id);
  }
  const auto near = nearest_word(id, ids);
  table.fail(key, fmt::format("no item '{}' in this layout", id),
             near ? fmt::format("did you mean '{}'?", *near) : "items are named by their id here");
}

void read_relations(const TomlTable& table, Layout& layout, std::size_t item) {
  for (const RelationKind kind : kRelations) {
    if (!table.has(relation_name(kind))) continue;
    Reading reading{table, layout, layout.items[item], kind, {}};
    for (const std::string& id : target_ids(table, kind)) {
      const std::size_t target = find_item(table, reading.word(), id, layout);
      if (target == item) reading.fail(fmt::format("'{}' names the item itself", reading.word()));
      if (std::find(reading.targets.begin(), reading.targets.end(), target) != reading.targets.end()) {
        reading.fail(fmt::format("'{}' names '{}' twice", reading.word(), id));
      }
      reading.targets.push_back(target);
    }
    check_types(reading);
    layout.items[item].relations.push_back({kind, std::move(reading.targets)});
  }
}

}  // namespace daicho
