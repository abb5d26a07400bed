#include "jobs/mapping_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "formats/error.hpp"
#include "formats/finding_codes.hpp"
#include "formats/toml_reader.hpp"
#include "jobs/settings.hpp"

namespace daicho {
namespace {

constexpr std::array<std::pair<std::string_view, Transform>, 4> kTransforms{{
    {"hiragana", Transform::hiragana},
    {"seion", Transform::seion},
    {"era_date", Transform::era_date},
    {"drop_check_digit", Transform::drop_check_digit},
}};

constexpr std::array<std::pair<std::string_view, RelationKind>, 5> kRelations{{
    {"length_of", RelationKind::length_of},
    {"gaiji_count_of", RelationKind::gaiji_count_of},
    {"flag_of", RelationKind::flag_of},
    {"seion_of", RelationKind::seion_of},
    {"equals", RelationKind::equals},
}};

/// The warnings that a mapping may raise.
constexpr std::array<FindingCode, 1> kWarnings{{code::kReasonNotForCs}};

template <typename Known>
std::vector<std::string> words_of(const Known& known) {
  std::vector<std::string> words;
  words.reserve(known.size());
  for (const auto& entry : known) words.emplace_back(entry.first);
  return words;
}

template <typename Known>
auto named(const TomlTable& table, std::string_view key, const Known& known, std::string_view word) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const auto& entry) { return entry.first == word; });
  if (found == known.end()) {
    table.fail(key, fmt::format("no {} `{}`", key, word),
               fmt::format("there are {}", fmt::join(words_of(known), ", ")));
  }
  return found->second;
}

std::size_t item_of(const TomlTable& table, std::string_view key, const Layout& layout, const std::string& id) {
  if (const auto index = layout.find(id)) return *index;
  std::vector<std::string> ids;
  for (const Item& item : layout.items) ids.push_back(item.id);
  const auto near = nearest_word(id, ids);
  table.fail(key, fmt::format("layout {} has no item `{}`", layout.id, id),
             near ? fmt::format("did you mean `{}`?", *near) : std::string());
}

class PlanReader {
 public:
  PlanReader(const Layout& from, const Layout& to) : from_(from), to_(to) {}

  std::shared_ptr<const MappingPlan> read(const TomlTable& root);

 private:
  void read_code_tables(const TomlTable& root);
  MappingRule read_rule(const TomlTable& table) const;
  void read_source(const TomlTable& table, MappingRule& rule) const;
  void read_relation(const TomlTable& table, MappingRule& rule) const;
  void read_refinements(const TomlTable& table, MappingRule& rule) const;
  void refuse_gaps(const TomlTable& root) const;
  void order(const TomlTable& root);

  const Layout& from_;
  const Layout& to_;
  std::shared_ptr<MappingPlan> plan_ = std::make_shared<MappingPlan>();
};

std::shared_ptr<const MappingPlan> PlanReader::read(const TomlTable& root) {
  for (const auto& [key, layout] : {std::pair{"from", &from_}, std::pair{"to", &to_}}) {
    if (const std::string id = root.string(key); id != layout->id) {
      root.fail(key, fmt::format("this mapping is asked for `{}`, not `{}`", layout->id, id));
    }
  }
  read_code_tables(root);
  for (const TomlTable& table : root.tables("rules")) {
    MappingRule rule = read_rule(table);
    const auto same = [&](const MappingRule& other) {
      return other.item == rule.item && other.variant == rule.variant;
    };
    if (std::any_of(plan_->rules.begin(), plan_->rules.end(), same)) {
      table.fail("item", fmt::format("a second rule for `{}`", to_.items[rule.item].id));
    }
    plan_->rules.push_back(std::move(rule));
  }
  root.refuse_unknown();
  refuse_gaps(root);
  order(root);
  return plan_;
}

void PlanReader::read_code_tables(const TomlTable& root) {
  const auto tables = root.optional_table("codes");
  if (!tables) return;
  for (const std::string& name : tables->keys()) {
    const TomlTable table = tables->table(name);
    CodeTable& codes = plan_->code_tables[name];
    for (const std::string& key : table.keys()) {
      if (key == "blank") {
        codes.blank = table.string(key);
      } else if (key == "others") {
        codes.others = table.string(key);
      } else {
        codes.codes.emplace(key, table.string(key));
      }
    }
  }
}

MappingRule PlanReader::read_rule(const TomlTable& table) const {
  MappingRule rule;
  rule.item = item_of(table, "item", to_, table.string("item"));
  rule.variant = table.optional_string("variant").value_or("");
  read_source(table, rule);
  read_refinements(table, rule);
  table.refuse_unknown();
  return rule;
}

void PlanReader::read_source(const TomlTable& table, MappingRule& rule) const {
  constexpr std::array<std::pair<std::string_view, RuleSource>, 9> kSources{{
      {"value", RuleSource::literal},
      {"absent", RuleSource::absent},
      {"setting", RuleSource::setting},
      {"job", RuleSource::job},
      {"from", RuleSource::from},
      {"join", RuleSource::join},
      {"any_present", RuleSource::any_present},
      {"of", RuleSource::of},
      {"relation", RuleSource::relation},
  }};
  const auto given = [&](const auto& source) { return table.has(source.first); };
  const auto found = std::find_if(kSources.begin(), kSources.end(), given);
  if (found == kSources.end() || std::find_if(found + 1, kSources.end(), given) != kSources.end()) {
    table.fail("item", "a rule has one source", fmt::format("one of {}", fmt::join(words_of(kSources), ", ")));
  }
  const std::string_view key = found->first;
  rule.source = found->second;
  switch (rule.source) {
    case RuleSource::literal:
    case RuleSource::job:
      rule.text = table.string(key);
      break;
    case RuleSource::absent:
      if (!table.optional_boolean(key).value_or(false)) table.fail(key, "`absent` is only ever true");
      break;
    case RuleSource::setting:
      rule.text = table.string(key);
      if (!Settings::known(rule.text)) table.fail(key, fmt::format("there is no setting `{}`", rule.text));
      break;
    case RuleSource::from:
      rule.items = {item_of(table, key, from_, table.string(key))};
      break;
    case RuleSource::join:
    case RuleSource::any_present:
      for (const std::string& id : table.strings(key)) rule.items.push_back(item_of(table, key, from_, id));
      if (rule.items.empty()) table.fail(key, "names no item");
      break;
    case RuleSource::of:
      rule.items = {item_of(table, key, to_, table.string(key))};
      break;
    case RuleSource::relation:
      read_relation(table, rule);
      break;
  }
}

void PlanReader::read_relation(const TomlTable& table, MappingRule& rule) const {
  const RelationKind kind = named(table, "relation", kRelations, table.string("relation"));
  const Item& item = to_.items[rule.item];
  const auto found = std::find_if(item.relations.begin(), item.relations.end(),
                                  [&](const Relation& relation) { return relation.kind == kind; });
  if (found == item.relations.end()) {
    table.fail("relation", fmt::format("layout {} gives `{}` no such relation", to_.id, item.id));
  }
  rule.relation = *found;
  rule.items = found->items;
}

void PlanReader::read_refinements(const TomlTable& table, MappingRule& rule) const {
  const bool one_value = rule.source == RuleSource::from || rule.source == RuleSource::of;
  if (const auto word = table.optional_string("transform")) {
    rule.transform = named(table, "transform", kTransforms, *word);
    if (!one_value) table.fail("transform", "goes with `from` or `of`");
  }
  if (const auto name = table.optional_string("codes")) {
    const auto codes = plan_->code_tables.find(*name);
    if (codes == plan_->code_tables.end()) table.fail("codes", fmt::format("there is no table [codes.{}]", *name));
    if (!one_value) table.fail("codes", "goes with `from` or `of`");
    rule.codes = &codes->second;
  }
  if (const auto id = table.optional_string("or_if_unknown")) {
    if (rule.source != RuleSource::from) table.fail("or_if_unknown", "goes with `from`");
    rule.or_if_unknown = item_of(table, "or_if_unknown", from_, *id);
  }
  if (const auto id = table.optional_string("unknown_of")) {
    if (!rule.or_if_unknown) table.fail("unknown_of", "goes with `or_if_unknown`");
    rule.unknown_of = item_of(table, "unknown_of", from_, *id);
  }
  if (const auto condition = table.optional_table("while")) {
    const std::vector<std::string> keys = condition->keys();
    if (rule.source != RuleSource::any_present || keys.size() != 1) {
      table.fail("while", "goes with `any_present` and names one item and its value");
    }
    rule.while_item = item_of(table, "while", from_, keys[0]);
    rule.while_value = condition->string(keys[0]);
  }
  rule.warn_on = table.strings("warn_on");
  const auto warning = table.optional_string("warn");
  if (warning.has_value() == rule.warn_on.empty()) table.fail("warn_on", "`warn_on` and `warn` go together");
  if (!warning) return;
  const auto found = std::find_if(kWarnings.begin(), kWarnings.end(),
                                  [&](const FindingCode& known) { return known.code == *warning; });
  if (found == kWarnings.end()) table.fail("warn", fmt::format("a mapping cannot raise `{}`", *warning));
  if (rule.source != RuleSource::from) table.fail("warn", "goes with `from`");
  rule.warning = *found;
}

void PlanReader::refuse_gaps(const TomlTable& root) const {
  for (std::size_t item = 0; item < to_.items.size(); ++item) {
    const auto plain = [&](const MappingRule& rule) { return rule.item == item && rule.variant.empty(); };
    if (std::none_of(plan_->rules.begin(), plan_->rules.end(), plain)) {
      root.fail("rules", fmt::format("no rule for `{}` of layout {}", to_.items[item].id, to_.id));
    }
  }
}

/// Puts every rule behind those whose items it needs.
void PlanReader::order(const TomlTable& root) {
  std::vector<MappingRule> waiting = std::move(plan_->rules);
  plan_->rules.clear();
  const auto needs_output = [](const MappingRule& rule) {
    return rule.source == RuleSource::of || rule.source == RuleSource::relation;
  };
  while (!waiting.empty()) {
    std::vector<bool> open(to_.items.size(), false);
    for (const MappingRule& rule : waiting) open[rule.item] = true;
    std::vector<MappingRule> later;
    for (MappingRule& rule : waiting) {
      const bool ready = !needs_output(rule) || std::none_of(rule.items.begin(), rule.items.end(),
                                                             [&](std::size_t item) { return open[item]; });
      (ready ? plan_->rules : later).push_back(std::move(rule));
    }
    if (later.size() == waiting.size()) {
      root.fail("rules", fmt::format("`{}` is made from itself", to_.items[later[0].item].id));
    }
    waiting = std::move(later);
  }
}

}  // namespace

std::shared_ptr<const MappingPlan> load_mapping_plan(const Catalog& catalog, const Layout& from, const Layout& to) {
  const std::filesystem::path path = catalog.file("mappings/" + to.id + ".toml");
  const TomlFile file(path, catalog.shown(path));
  return PlanReader(from, to).read(file.root());
}

std::shared_ptr<const MappingPlan> parse_mapping_plan(std::string_view text, const std::string& shown_as,
                                                      const Layout& from, const Layout& to) {
  const TomlFile file = TomlFile::parse(text, shown_as);
  return PlanReader(from, to).read(file.root());
}

}  // namespace daicho
