#include <nlohmann/json.hpp>

#include "cli/character_words.hpp"
#include "cli/transcode_report.hpp"
#include "converters/character_name.hpp"

namespace daicho {
namespace {

using Json = nlohmann::ordered_json;

std::string hex_of(std::string_view bytes) {
  std::string hex;
  for (const char byte : bytes) {
    hex += "0123456789ABCDEF"[static_cast<unsigned char>(byte) >> 4];
    hex += "0123456789ABCDEF"[static_cast<unsigned char>(byte) & 0xF];
  }
  return hex;
}

Json name_of(const std::string& character) {
  const std::string name = character_name(character);
  return name.empty() ? Json() : Json(name);
}

void add_place(Json& json, const TextChange& change) {
  json["count"] = change.count;
  json["offset"] = change.offset;
  json["line"] = change.line;
}

Json duplicates_of(const TranscodeSummary& summary) {
  Json codes = Json::array();
  for (const auto& [code, change] : summary.counts.duplicate_codes) {
    Json json = {{"code", code_name(code, summary.options.from)},
                 {"character", change.by},
                 {"code_points", code_points_of(change.by)},
                 {"name", name_of(change.by)}};
    add_place(json, change);
    codes.push_back(std::move(json));
  }
  return {{"count", summary.counts.duplicates}, {"codes", codes}};
}

/// `by`: the name of the key for what was written; null where all were written as the same.
Json characters_of(const TextChanges& changes, const char* by) {
  Json characters = Json::array();
  std::uint64_t all = 0;
  for (const auto& [character, change] : changes) {
    Json json = {{"character", character}, {"code_points", code_points_of(character)}, {"name", name_of(character)}};
    if (by != nullptr) json[by] = change.by;
    add_place(json, change);
    characters.push_back(std::move(json));
    all += change.count;
  }
  return {{"count", all}, {"characters", characters}};
}

Json fault_of(const std::optional<TranscodeFault>& fault) {
  if (!fault) return nullptr;
  const char* const error = fault->other_byte_order                 ? "byte_order"
                            : fault->error == TextError::unmappable ? "unmappable"
                            : fault->error == TextError::truncated  ? "truncated"
                                                                    : "illegal";
  Json json = {
      {"error", error},       {"offset", fault->offset}, {"line", fault->line}, {"bytes", hex_of(fault->bytes)},
      {"character", nullptr}, {"code_points", nullptr},  {"open_run", nullptr}};
  if (fault->error == TextError::unmappable) {
    json["character"] = fault->character;
    json["code_points"] = code_points_of(fault->character);
  }
  if (fault->open_run) json["open_run"] = {{"offset", fault->open_run->offset}, {"line", fault->open_run->line}};
  return json;
}

Json refused_of(const TranscodeSummary& summary) {
  if (!summary.refused) return nullptr;
  const FirstChange& first = *summary.refused;
  const bool duplicate = first.duplicate;
  return {{"change", duplicate ? "duplicate" : "similar"},
          {"code", duplicate ? Json(code_name(first.code, summary.options.from)) : Json()},
          {"character", first.character},
          {"code_points", code_points_of(first.character)},
          {"offset", first.offset},
          {"line", first.line}};
}

}  // namespace

std::string transcode_json(const TranscodeSummary& summary) {
  const TranscodeCounts& counts = summary.counts;
  const Json json = {{"type", "transcode"},
                     {"file", summary.in},
                     {"output", summary.out},
                     {"from", charset_name(summary.options.from)},
                     {"to", charset_name(summary.options.to)},
                     {"written", summary.written},
                     {"input_bytes", counts.input_bytes},
                     {"output_bytes", counts.output_bytes},
                     {"line_feeds", counts.line_feeds},
                     {"bom_dropped", counts.bom_dropped},
                     {"duplicates", duplicates_of(summary)},
                     {"similar", characters_of(counts.similar_characters, "similar")},
                     {"substituted", characters_of(counts.substituted, "substitute")},
                     {"geta", characters_of(counts.geta, nullptr)},
                     {"refused", refused_of(summary)},
                     {"fault", fault_of(summary.fault)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace daicho
