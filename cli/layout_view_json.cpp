// Layouts as JSON.
#include <nlohmann/json.hpp>

#include "cli/layout_view.hpp"
#include "cli/layout_words.hpp"
#include "formats/code_lists.hpp"
#include "formats/layout_relations.hpp"
#include "formats/layout_words.hpp"

namespace daicho {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json code_list_json(const CodeList& list) {
  Json codes = Json::array();
  for (const Code& code : list.codes)
    codes.push_back({{"code", code.code}, {"name", code.name}, {"alone", code.alone}});
  return {{"name", list.name}, {"origin", code_origin_name(list.origin)}, {"source", list.source}, {"codes", codes}};
}

Json relations_json(const Layout& layout, const Item& item) {
  Json relations = Json::array();
  for (const Relation& relation : item.relations) {
    Json items = Json::array();
    for (const std::size_t index : relation.items) items.push_back(layout.items[index].id);
    relations.push_back({{"relation", relation_name(relation.kind)}, {"items", items}});
  }
  return relations;
}

/// An array of alternatives; each holds the values of its items.
Json conditions_json(const Layout& layout, const std::vector<Condition>& conditions) {
  Json alternatives = Json::array();
  for (const Condition& condition : conditions) {
    Json terms = Json::object();
    for (const ConditionTerm& term : condition) terms[layout.items[term.item].id] = term.values;
    alternatives.push_back(std::move(terms));
  }
  return alternatives;
}

Json bytes_json(const Layout& layout, std::size_t index) {
  Json bytes = Json::object();
  for (const ShownCharset& each : kShownCharsets) {
    const std::vector<std::size_t> offsets = layout.offsets(each.charset);
    bytes[std::string(each.name)] = {{"first", offsets[index] + 1}, {"last", offsets[index + 1]}};
  }
  return bytes;
}

Json item_json(const Layout& layout, std::size_t index) {
  const Item& item = layout.items[index];
  Json json;
  json["no"] = item.no;
  json["id"] = item.id;
  json["name"] = item.name;
  json["aliases"] = item.aliases;
  json["picture"] = to_string(item.picture);
  json["kind"] = kind_name(item.kind);
  json["presence"] = presence_name(item.presence);
  json["fill"] = item.zero_filled ? Json("zeros") : Json(nullptr);
  json["absent"] = item.absent_is_zeros ? Json("zeros") : Json(nullptr);
  json["unknown"] = item.unknown_allowed;
  json["check"] = item.check == CheckDigit::none ? Json(nullptr) : Json(check_digit_name(item.check));
  json["check_except"] = item.check_except;
  json["codes"] = item.codes ? Json(item.codes->id) : Json(nullptr);
  json["codes_chained"] = item.codes_chained;
  json["pattern"] = or_null(item.pattern);
  json["relations"] = relations_json(layout, item);
  json["required_when"] = conditions_json(layout, item.required_when);
  json["blank_when"] = conditions_json(layout, item.blank_when);
  json["private"] = privacy_name(item.privacy);
  json["note"] = or_null(item.note);
  json["bytes"] = bytes_json(layout, index);
  json["schema"] = item.place.file + ":" + std::to_string(item.place.line);
  return json;
}

}  // namespace

std::string layout_as_json(const Layout& layout) {
  Json json;
  json["id"] = layout.id;
  json["version"] = layout.version;
  json["name"] = layout.name;
  json["source"] = layout.source;
  json["key"] = layout.key ? Json(layout.items[*layout.key].id) : Json(nullptr);
  json["gaiji_rule"] = gaiji_rule_name(layout.gaiji.rule());
  Json sizes = Json::object();
  for (const ShownCharset& each : kShownCharsets) sizes[std::string(each.name)] = layout.record_bytes(each.charset);
  json["record_bytes"] = sizes;
  Json items = Json::array();
  for (std::size_t i = 0; i < layout.items.size(); ++i) items.push_back(item_json(layout, i));
  json["items"] = items;
  Json lists = Json::object();
  for (const CodeList* list : code_lists_of(layout)) lists[list->id] = code_list_json(*list);
  json["code_lists"] = lists;
  return json.dump(2) + "\n";
}

}  // namespace daicho
