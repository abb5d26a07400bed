#include "jobs/destinations.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "formats/error.hpp"
#include "formats/value_check.hpp"

namespace daicho {
namespace {

constexpr std::size_t kIdLength = 27;  // `iten.` and it fill the envelope's X(32)
constexpr std::int64_t kOldest = 150;

/// 地方自治法 第180条の5: bodies of their own beside the mayor. What goes to them is 提供 (番号法 第19条), not 移転.
constexpr std::array<std::string_view, 6> kOtherBodies{"教育委員会", "選挙管理委員会",         "公平委員会",
                                                       "監査委員",   "固定資産評価審査委員会", "農業委員会"};
/// Affairs that use the register but not 個人番号.
constexpr std::array<std::string_view, 3> kAffairsWithoutNumber{"選挙人名簿", "印鑑登録", "学齢簿"};

using Groups = std::map<std::string, std::vector<std::string>, std::less<>>;

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What a destination's table needs of the rest of the file.
struct Surroundings {
  Groups groups;
  std::vector<std::string> never;
};

std::string text_of(const TomlTable& table, std::string_view key) {
  std::string text = table.string(key);
  if (text.empty()) table.fail(key, fmt::format("'{}' is empty", key));
  return text;
}

/// One of a key's known words, as the position in `words`; the first word where the key is absent.
std::size_t word_of(const TomlTable& table, std::string_view key, const std::vector<std::string>& words) {
  const auto given = table.optional_string(key);
  if (!given) return 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == *given) return i;
  }
  std::string known;
  for (const std::string& word : words) known += (known.empty() ? "'" : ", '") + word + "'";
  table.fail(key, fmt::format("'{}' cannot be '{}'", key, *given), "known are " + known);
}

int age_of(const TomlTable& table, std::string_view key, int otherwise) {
  const auto age = table.optional_integer(key);
  if (!age) return otherwise;
  if (*age < 0 || *age > kOldest) table.fail(key, fmt::format("'{}' must be 0 to {}", key, kOldest));
  return static_cast<int>(*age);
}

ResidentSelector read_selector(const TomlTable& table) {
  ResidentSelector selector;
  const bool everyone = table.optional_boolean("everyone").value_or(false);
  selector.age_from = age_of(table, "age_from", 0);
  selector.age_to = age_of(table, "age_to", ResidentSelector::kNoAgeEnd);
  selector.sex = table.optional_string("sex").value_or("");
  selector.cases = table.optional_boolean("cases").value_or(false);
  selector.household = table.optional_boolean("household").value_or(false);
  selector.parents = table.optional_boolean("parents").value_or(false);
  table.refuse_unknown();
  if (selector.age_from > selector.age_to) table.fail("age_from", "'age_from' is above 'age_to'");
  if (!selector.sex.empty() && selector.sex != "1" && selector.sex != "2") {
    table.fail("sex", "'sex' must be '1' (男) or '2' (女)");
  }
  const bool narrowed = table.has("age_from") || table.has("age_to") || !selector.sex.empty() || selector.cases;
  if (everyone && narrowed) table.fail("everyone", "'everyone' stands alone");
  if (!everyone && !narrowed) {
    fail_at(table.place(), "this says of nobody that he belongs to the residents",
            "give age_from, age_to, sex or cases = true, or everyone = true");
  }
  return selector;
}

void read_identity(const TomlTable& table, Destination& destination) {
  destination.place = table.place();
  destination.id = text_of(table, "id");
  const bool plain = destination.id.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz-") == std::string::npos;
  if (!plain || destination.id.size() > kIdLength) {
    table.fail("id", fmt::format("'{}' is no id", destination.id),
               fmt::format("small letters, digits and hyphens, at most {}", kIdLength));
  }
  for (const char c : text_of(table, "name")) {
    if (c == ' ') {
      destination.name += "　";
    } else {
      destination.name += c;
    }
  }
  destination.department_code = text_of(table, "department_code");
  destination.department = text_of(table, "department");
  destination.affair = text_of(table, "affair");
}

std::vector<std::string> read_items(const TomlTable& table, const Surroundings& around) {
  std::vector<std::string> items;
  for (const std::string& group : table.strings("groups")) {
    const auto found = around.groups.find(group);
    if (found == around.groups.end()) {
      std::vector<std::string> known;
      for (const auto& [name, group_items] : around.groups) known.push_back(name);
      const auto near = nearest_word(group, known);
      table.fail("groups", fmt::format("no group '{}'", group), near ? "did you mean '" + *near + "'?" : "");
    }
    items.insert(items.end(), found->second.begin(), found->second.end());
  }
  for (const std::string& item : table.strings("items")) {
    if (contains(around.never, item)) table.fail("items", fmt::format("'{}' is never moved", item));
    items.push_back(item);
  }
  if (items.empty()) fail_at(table.place(), "a destination without groups");
  return items;
}

/// 番号法 第9条 is the only basis on which a part of the city uses 個人番号.
bool is_article_9(const std::string& basis) {
  return basis.rfind("番号法 第9条", 0) == 0 || basis.rfind("番号法第9条", 0) == 0;
}

void check_basis(const TomlTable& table, const Destination& destination) {
  for (const std::string_view body : kOtherBodies) {
    if (destination.department.find(body) != std::string::npos || destination.name.find(body) != std::string::npos) {
      table.fail("department", fmt::format("{} is another 執行機関: what goes there is no 移転", body),
                 "番号法 第19条 (提供) is its basis, not 第9条");
    }
  }
  if (!destination.sees("individual_no")) return;
  if (!is_article_9(destination.legal_basis)) {
    table.fail("legal_basis", fmt::format("'{}' gets 個人番号 without 番号法 第9条 as its basis", destination.id),
               "leave the group NO out, or name the paragraph and the item of its table");
  }
  for (const std::string_view affair : kAffairsWithoutNumber) {
    if (destination.affair.find(affair) != std::string::npos || destination.name.find(affair) != std::string::npos) {
      table.fail("affair", fmt::format("{} does not use 個人番号", affair), "leave the group NO out");
    }
  }
  const bool by_table = destination.legal_basis.find("第9条第1項") != std::string::npos;
  if (by_table && destination.table_now.empty()) {
    table.fail("table_now", "番号法 第9条第1項 needs the item of its table", "for example table_now = [\"24\"]");
  }
}

void read_basis(const TomlTable& table, Destination& destination) {
  const auto basis = table.optional_string("legal_basis");
  if (!basis || basis->empty()) {
    table.fail("legal_basis", fmt::format("'{}' has no legal basis", destination.id),
               "what has none may not be handed over: name it in legal_basis");
  }
  destination.legal_basis = *basis;
  destination.table_2022 = table.strings("table_2022");
  destination.table_now = table.strings("table_now");
}

Destination read_destination(const TomlTable& table, const Surroundings& around) {
  Destination destination;
  read_identity(table, destination);
  read_basis(table, destination);
  destination.items = read_items(table, around);
  check_basis(table, destination);
  for (const TomlTable& selector : table.tables("residents")) destination.residents.push_back(read_selector(selector));
  if (destination.residents.empty()) table.fail("residents", fmt::format("'{}' has no residents", destination.id));
  destination.removed = static_cast<RemovedRecords>(word_of(table, "removed", {"none", "this-year", "all"}));
  if (destination.removed != RemovedRecords::none && !destination.sees("removal_date")) {
    table.fail("removed", fmt::format("'{}' sees no removed records", destination.id),
               "add the group EX, or removed = \"none\"");
  }
  destination.suppressed = static_cast<SuppressedPeople>(word_of(table, "suppressed", {"mask", "hold"}));
  destination.always_full = word_of(table, "extent", {"difference", "full"}) == 1;
  try {
    const auto format = parse_format_spec(text_of(table, "format"));
    if (!format) table.fail("format", "a file cannot be written as 'auto'");
    destination.format = *format;
  } catch (const SchemaError&) {
    throw;
  } catch (const UsageError& error) {
    table.fail("format", error.what());
  }
  table.refuse_unknown();
  return destination;
}

Surroundings read_surroundings(const TomlTable& root) {
  Surroundings around;
  around.never = root.strings("never");
  for (const std::string_view item : {"juminhyo_code", "alias_history"}) {
    if (!contains(around.never, item)) root.fail("never", fmt::format("'never' must have '{}'", item));
  }
  const TomlTable groups = root.table("groups");
  for (const std::string& group : groups.keys()) {
    std::vector<std::string> items = groups.strings(group);
    for (const std::string& item : items) {
      if (contains(around.never, item)) groups.fail(group, fmt::format("'{}' is never moved", item));
    }
    around.groups.emplace(group, std::move(items));
  }
  return around;
}

/// Item 136 of the access log must hold every name, and every item must be one of the register's or the stop flag.
void check_against_catalog(const Catalog& catalog, const DestinationTable& table) {
  const auto log = catalog.layout("access-log");
  const auto juki = catalog.layout("juki");
  const Item& remarks = log->items[log->index("remarks")];
  for (const Destination& destination : table.destinations) {
    if (check_value(remarks, destination.name)) {
      fail_at(destination.place, fmt::format("the name '{}' does not fit item 136 of the access log", destination.name),
              "full-width characters, at most 200");
    }
    check_destination_layout(destination, *destination.layout, *juki);
  }
}

}  // namespace

bool Destination::needs_cases() const {
  return std::any_of(residents.begin(), residents.end(), [](const ResidentSelector& one) { return one.cases; });
}

bool Destination::sees(std::string_view item) const { return contains(items, item); }

DestinationTable read_destinations(const TomlFile& file) {
  const TomlTable root = file.root();
  DestinationTable table;
  text_of(root, "version");
  const Surroundings around = read_surroundings(root);
  table.address_items = root.strings("address_items");
  std::set<std::string> ids;
  for (const TomlTable& one : root.tables("destination")) {
    table.destinations.push_back(read_destination(one, around));
    if (!ids.insert(table.destinations.back().id).second) {
      one.fail("id", fmt::format("the id '{}' stands twice", table.destinations.back().id));
    }
  }
  root.refuse_unknown();
  if (table.destinations.empty()) fail_at(root.place(), "no [[destination]]");
  return table;
}

DestinationTable load_destinations(const Catalog& catalog) {
  const auto path = catalog.file("iten.toml");
  DestinationTable table = read_destinations(TomlFile(path, catalog.shown(path)));
  for (Destination& destination : table.destinations) destination.layout = catalog.layout("iten." + destination.id);
  check_against_catalog(catalog, table);
  return table;
}

void check_destination_layout(const Destination& destination, const Layout& layout, const Layout& register_layout) {
  constexpr int first_always = 11;
  constexpr int last_always = 14;
  for (const Item& item : layout.items) {
    if (item.id == "change_class" || destination.sees(item.id)) continue;
    const auto source = register_layout.find(item.id);
    const int no = source ? register_layout.items[*source].no : 0;
    if (no >= first_always && no <= last_always) continue;
    fail_at(destination.place, fmt::format("the layout {} has '{}', which is outside the groups of '{}'", layout.id,
                                           item.id, destination.id));
  }
}

}  // namespace daicho
