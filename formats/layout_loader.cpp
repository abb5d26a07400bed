// Reads a layout file (docs/layouts.md is its grammar) and refuses whatever the grammar does not say.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "formats/catalog.hpp"
#include "formats/code_lists.hpp"
#include "formats/error.hpp"
#include "formats/gaiji_rule.hpp"
#include "formats/layout_conditions.hpp"
#include "formats/layout_relations.hpp"
#include "formats/layout_words.hpp"
#include "formats/toml_reader.hpp"

namespace daicho {
namespace {

constexpr std::size_t kMostItems = 2000;
constexpr std::size_t kLongestName = 200;  // bytes
constexpr std::size_t kLongestItemId = 64;
constexpr std::size_t kLongestLayoutId = 32;  // the X(32) of an envelope
constexpr int kLargestNo = 9999;

/// What is shared by the items of one file.
struct Loading {
  const Catalog& catalog;
  std::map<std::string, std::shared_ptr<const CodeList>> code_lists;
};

void require_id(const TomlTable& table, const std::string& id, char separator, std::size_t longest) {
  const bool good = !id.empty() && id.size() <= longest && id[0] >= 'a' && id[0] <= 'z' &&
                    std::all_of(id.begin(), id.end(), [&](char c) {
                      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == separator;
                    });
  if (!good) {
    table.fail("id", fmt::format("'{}' is no id", id),
               fmt::format("an id is a letter a-z, then a-z, 0-9 and '{}', at most {} characters", separator, longest));
  }
}

void require_name(const TomlTable& table, std::string_view key, const std::string& name) {
  if (name.empty() || name.size() > kLongestName || name.find_first_of("\n\t") != std::string::npos) {
    table.fail(key, fmt::format("'{}' must be one line of 1 to {} bytes", key, kLongestName));
  }
}

void require_version(const TomlTable& table, const std::string& version) {
  const auto number = [](std::string_view part) {
    return !part.empty() && part.size() <= 2 &&
           std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  const std::string_view text = version;
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos || !number(text.substr(0, dot)) || !number(text.substr(dot + 1))) {
    table.fail("version", fmt::format("'{}' is no version", version), "write major and minor, for example \"1.0\"");
  }
}

void read_fill(const TomlTable& table, Item& item) {
  if (const auto fill = table.optional_string("fill")) {
    if (*fill != "zeros") {
      table.fail("fill", fmt::format("no such fill '{}'", *fill), "known: zeros; without it a 9 item is always full");
    }
    if (item.picture.cls != PictureClass::digits || item.kind != Kind::digits) {
      table.fail("fill", "only 9 items of the kind digits are filled with zeros");
    }
    item.zero_filled = true;
  }
  if (const auto absent = table.optional_string("absent")) {
    if (*absent != "zeros") {
      table.fail("absent", fmt::format("no such absent value '{}'", *absent),
                 "known: zeros; without it an absent item is blank");
    }
    if (item.picture.cls != PictureClass::digits) table.fail("absent", "only 9 items can be absent as zeros");
    item.absent_is_zeros = true;
  }
}

void read_unknown(const TomlTable& table, Item& item) {
  item.unknown_allowed = table.optional_boolean("unknown").value_or(false);
  const bool date = item.kind == Kind::date || item.kind == Kind::era_date || item.kind == Kind::era_gregorian_date;
  if (item.unknown_allowed && !date) {
    table.fail("unknown", fmt::format("only dates have unknown parts, not {}", kind_name(item.kind)));
  }
}

void read_check(const TomlTable& table, Item& item) {
  if (const auto word = table.optional_string("check")) item.check = read_check_digit(table, *word, item.picture);
  item.check_except = table.strings("check_except");
  if (item.check_except.empty()) return;
  if (item.check == CheckDigit::none) table.fail("check_except", "'check_except' needs 'check'");
  for (const std::string& value : item.check_except) {
    const bool digits = std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (value.size() != item.picture.length || !digits) {
      table.fail("check_except", fmt::format("'{}' is no value of {}", value, to_string(item.picture)));
    }
  }
}

std::shared_ptr<const CodeList> code_list(const TomlTable& table, std::string_view key, const std::string& id,
                                          Loading& loading) {
  auto& list = loading.code_lists[id];
  if (list) return list;
  std::filesystem::path file;
  try {
    file = loading.catalog.file("codes/" + id + ".toml");
  } catch (const UsageError&) {
    const auto near = nearest_word(id, loading.catalog.code_list_ids());
    table.fail(key, fmt::format("no code list '{}'", id),
               near ? fmt::format("did you mean '{}'?", *near) : fmt::format("it would stand in codes/{}.toml", id));
  }
  list = std::make_shared<const CodeList>(load_code_list(file, loading.catalog.shown(file)));
  return list;
}

void read_codes(const TomlTable& table, Item& item, Loading& loading) {
  const auto plain = table.optional_string("codes");
  const auto chained = table.optional_string("codes_chained");
  if (plain && chained) table.fail("codes_chained", "'codes' and 'codes_chained' exclude each other");
  if (!plain && !chained) return;
  const std::string_view key = plain ? "codes" : "codes_chained";
  if (item.picture.cls == PictureClass::national) table.fail(key, "N items have no codes");
  item.codes = code_list(table, key, plain ? *plain : *chained, loading);
  item.codes_chained = chained.has_value();
  const std::size_t width = item.codes->codes.front().code.size();
  for (const Code& code : item.codes->codes) {
    if (chained && (code.code.size() != width || item.picture.length % width != 0)) {
      table.fail(key,
                 fmt::format("the codes of '{}' do not divide {} evenly", item.codes->id, to_string(item.picture)));
    }
    const bool fits = item.picture.cls == PictureClass::digits ? code.code.size() == item.picture.length
                                                               : code.code.size() <= item.picture.length;
    if (plain && !fits) {
      table.fail(
          key, fmt::format("code '{}' of '{}' is no value of {}", code.code, item.codes->id, to_string(item.picture)));
    }
  }
}

Item read_item(const TomlTable& table, Loading& loading) {
  Item item;
  item.place = table.place();
  const std::int64_t no = table.integer("no");
  if (no < 1 || no > kLargestNo) table.fail("no", fmt::format("{} is no item number (1 to {})", no, kLargestNo));
  item.no = static_cast<int>(no);
  item.id = table.string("id");
  require_id(table, item.id, '_', kLongestItemId);
  item.name = table.string("name");
  require_name(table, "name", item.name);
  item.aliases = table.strings("aliases");
  for (const std::string& alias : item.aliases) require_name(table, "aliases", alias);
  item.picture = read_picture(table, table.string("picture"));
  item.kind = read_kind(table, table.string("kind"), item.picture);
  item.presence = read_presence(table, table.string("presence"));
  read_fill(table, item);
  read_unknown(table, item);
  read_check(table, item);
  read_codes(table, item, loading);
  item.pattern = read_pattern(table, item.picture);
  if (const auto word = table.optional_string("private")) item.privacy = read_privacy(table, *word);
  item.note = table.optional_string("note").value_or("");
  ask_for_relations(table);  // they name other items, which are read first
  ask_for_conditions(table);
  table.refuse_unknown();
  return item;
}

/// Refuses numbers, ids, names and aliases that stand twice. An alias may be another item's name (別添1 prints one name
/// for two items): the name wins.
class Uniqueness {
 public:
  void add(const TomlTable& table, const Item& item) {
    require(table, "no", numbers_.emplace(item.no, item.place), fmt::format("item number {}", item.no));
    require(table, "id", words_.emplace(item.id, item.place), fmt::format("id '{}'", item.id));
    if (item.name != item.id) {
      require(table, "name", words_.emplace(item.name, item.place), fmt::format("name '{}'", item.name));
    }
    for (const std::string& alias : item.aliases) {
      require(table, "aliases", aliases_.emplace(alias, item.place), fmt::format("alias '{}'", alias));
      if (alias == item.name || alias == item.id) {
        table.fail("aliases", fmt::format("alias '{}' is the item's own {}", alias, alias == item.id ? "id" : "name"));
      }
    }
  }

 private:
  template <typename Inserted>
  static void require(const TomlTable& table, std::string_view key, const Inserted& inserted, const std::string& what) {
    if (inserted.second) return;
    const SchemaPlace& first = inserted.first->second;
    table.fail(key, fmt::format("{} stands twice", what),
               fmt::format("first at {}:{}:{}", first.file, first.line, first.column));
  }

  std::map<int, SchemaPlace> numbers_;
  std::map<std::string, SchemaPlace> words_;  // ids and names: both name an item
  std::map<std::string, SchemaPlace> aliases_;
};

void read_key(const TomlTable& root, Layout& layout) {
  const auto key = root.optional_string("key");
  if (!key) return;
  layout.key = find_item(root, "key", *key, layout);
  if (layout.items[*layout.key].picture.cls == PictureClass::national) {
    root.fail("key", fmt::format("the key '{}' must be a 9 or an X item", *key));
  }
}

std::string known_gaiji_rules() {
  std::string names;
  for (const GaijiRule rule : all_gaiji_rules()) {
    names += names.empty() ? "known: " : ", ";
    names += gaiji_rule_name(rule);
  }
  return names;
}

void read_gaiji_rule(const TomlTable& root, const Catalog& catalog, Layout& layout) {
  const auto word = root.optional_string("gaiji_rule");
  if (!word) {
    for (const Item& item : layout.items) {
      for (const Relation& relation : item.relations) {
        if (relation.kind != RelationKind::gaiji_count_of) continue;
        root.fail("gaiji_rule", fmt::format("'gaiji_rule' is missing: the item '{}' counts 外字", item.id),
                  known_gaiji_rules());
      }
    }
    return;
  }
  const auto rule = parse_gaiji_rule(*word);
  if (!rule) root.fail("gaiji_rule", fmt::format("no such 外字 rule '{}'", *word), known_gaiji_rules());
  layout.gaiji = gaiji_set(*rule, catalog);
}

}  // namespace

Layout load_layout(const std::filesystem::path& file, const std::string& shown_as, const Catalog& catalog) {
  const TomlFile toml(file, shown_as);
  const TomlTable root = toml.root();
  Layout layout;
  layout.place = root.place();
  layout.id = root.string("id");
  require_id(root, layout.id, '-', kLongestLayoutId);
  layout.version = root.string("version");
  require_version(root, layout.version);
  layout.name = root.string("name");
  require_name(root, "name", layout.name);
  layout.source = root.string("source");
  const std::vector<TomlTable> tables = root.tables("items");
  if (tables.empty()) root.fail("items", "a layout needs items");
  if (tables.size() > kMostItems) root.fail("items", fmt::format("more than {} items", kMostItems));
  Loading loading{catalog, {}};
  Uniqueness uniqueness;
  for (const TomlTable& table : tables) {
    layout.items.push_back(read_item(table, loading));
    uniqueness.add(table, layout.items.back());
  }
  for (std::size_t i = 0; i < tables.size(); ++i) {
    read_relations(tables[i], layout, i);
    read_conditions(tables[i], layout, i);
  }
  read_key(root, layout);
  read_gaiji_rule(root, catalog, layout);
  root.refuse_unknown();
  return layout;
}

}  // namespace daicho
