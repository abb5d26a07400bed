#include "formats/destination_layouts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "formats/catalog.hpp"
#include "formats/code_lists.hpp"
#include "formats/toml_reader.hpp"

namespace daicho {
namespace {

constexpr std::string_view kFile = "iten.toml";
constexpr std::size_t kLongestId = 27;  // `iten.` and the id fit the X(32) of an envelope

/// Every destination gets these of juki: 異動事由, 宛名番号, 除票区分 and 住民異動日.
const std::vector<std::string> kCommonItems{"move_reason", "addressee_no", "removal_class", "move_date"};

constexpr std::string_view kSource =
    "移転先と項目の組は公開されていないため、番号法の別表をもとにこの道具が選んだもの。項目は住民票と団体内統合宛名のも"
    "の";

/// Where the items of destinations come from.
struct Register {
  std::shared_ptr<const Layout> juki;
  std::shared_ptr<const Layout> atena;
};

struct Groups {
  std::vector<Item> common;
  std::map<std::string, std::vector<Item>> by_name;
};

TomlFile open_file(const Catalog& catalog) {
  const std::filesystem::path path = catalog.file(kFile);
  return TomlFile(path, catalog.shown(path));
}

/// Copies of the items with these ids, for the value of `key`.
std::vector<Item> items_of(const TomlTable& table, std::string_view key, const std::vector<std::string>& ids,
                           const Register& source) {
  std::vector<std::string> known;
  for (const Item& item : source.juki->items) known.push_back(item.id);
  for (const Item& item : source.atena->items) known.push_back(item.id);
  const std::size_t juki_items = source.juki->items.size();
  std::vector<Item> items;
  for (const std::string& id : ids) {
    const auto found = static_cast<std::size_t>(std::find(known.begin(), known.end(), id) - known.begin());
    if (found == known.size()) {
      const auto near = nearest_word(id, known);
      table.fail(key, fmt::format("neither juki nor atena has an item '{}'", id),
                 near ? fmt::format("did you mean '{}'?", *near) : "`daicho layout show juki` lists its items");
    }
    items.push_back(found < juki_items ? source.juki->items[found] : source.atena->items[found - juki_items]);
    items.back().relations.clear();  // their indexes are those of another layout
    items.back().required_when.clear();
    items.back().blank_when.clear();
    // What the register must have a destination may lack: addresses under 支援措置, 個人番号 that is stopped, and why
    // somebody was removed.
    if (id != "addressee_no") items.back().presence = Presence::optional;
  }
  return items;
}

Groups read_groups(const TomlTable& root, const Register& source) {
  Groups groups;
  groups.common = items_of(root, "groups", kCommonItems, source);
  const TomlTable table = root.table("groups");
  for (const std::string& name : table.keys()) {
    groups.by_name[name] = items_of(table, name, table.strings(name), source);
    if (groups.by_name[name].empty()) table.fail(name, fmt::format("group {} has no items", name));
  }
  return groups;
}

Item change_class(const Catalog& catalog, const SchemaPlace& place) {
  Item item;
  item.id = "change_class";
  item.name = "移転区分";
  item.picture = {PictureClass::digits, 1};
  item.kind = Kind::digits;
  item.presence = Presence::required;
  item.codes = find_code_list(catalog, "transfer_class");
  item.note = "1 対象者になった, 2 変更, 3 対象者でなくなった";
  item.place = place;
  return item;
}

void require_destination_id(const TomlTable& table, const std::string& id, std::set<std::string>& seen) {
  const bool good = !id.empty() && id.size() <= kLongestId && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (!good) {
    table.fail("id", fmt::format("'{}' is no destination's id", id),
               "an id is a-z, 0-9 and '-', at most 27 characters, for example \"01-shiminzei\"");
  }
  if (!seen.insert(id).second) table.fail("id", fmt::format("destination '{}' stands twice", id));
}

Layout destination_layout(const TomlTable& table, const Groups& groups, const Register& source) {
  Layout layout;
  layout.place = table.place();
  layout.id = "iten." + table.string("id");
  layout.name = table.string("name");
  std::vector<Item> items = groups.common;
  for (const std::string& name : table.strings("groups")) {
    const auto group = groups.by_name.find(name);
    if (group == groups.by_name.end()) {
      std::vector<std::string> known;
      for (const auto& [each, unused] : groups.by_name) known.push_back(each);
      table.fail("groups", fmt::format("no group '{}'", name), fmt::format("known: {}", fmt::join(known, ", ")));
    }
    items.insert(items.end(), group->second.begin(), group->second.end());
  }
  const std::vector<Item> own = items_of(table, "items", table.strings("items"), source);
  items.insert(items.end(), own.begin(), own.end());
  std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.no < b.no; });
  for (Item& item : items) {
    if (!layout.items.empty() && layout.items.back().no == item.no) continue;  // two groups may share an item
    if (layout.find(item.id) || layout.find(item.name)) {
      table.fail("groups", fmt::format("the item '{}' of juki and that of atena exclude each other", item.id));
    }
    layout.items.push_back(std::move(item));
  }
  return layout;
}

}  // namespace

std::vector<std::string> destination_ids(const Catalog& catalog) {
  const TomlFile toml = open_file(catalog);
  std::vector<std::string> ids;
  for (const TomlTable& table : toml.root().tables("destination")) ids.push_back(table.string("id"));
  return ids;
}

std::vector<Layout> destination_layouts(const Catalog& catalog) {
  const TomlFile toml = open_file(catalog);
  const TomlTable root = toml.root();
  const Register source{catalog.layout("juki"), catalog.layout("atena")};
  const Groups groups = read_groups(root, source);
  const Item change = change_class(catalog, root.place());
  std::vector<Layout> layouts;
  std::set<std::string> seen;
  for (const TomlTable& table : root.tables("destination")) {
    require_destination_id(table, table.string("id"), seen);
    Layout layout = destination_layout(table, groups, source);
    layout.items.insert(layout.items.begin(), change);
    layout.version = root.string("version");
    layout.source = kSource;
    layout.key = layout.find("addressee_no");
    layouts.push_back(std::move(layout));
  }
  return layouts;
}

}  // namespace daicho
