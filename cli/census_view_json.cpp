// A census as one JSON object.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/census_report.hpp"
#include "converters/character_name.hpp"

namespace daicho {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(std::string(text)); }

/// On one line. A file's name may be no UTF-8.
std::string to_text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json count_json(const CensusCount& count) {
  return {{"characters", count.characters}, {"occurrences", count.occurrences}};
}

Json repertoires_json(const RepertoireCounts& counts) {
  Json json = Json::object();
  for (const Repertoire repertoire : all_repertoires()) {
    json[std::string(repertoire_name(repertoire))] = count_json(counts[static_cast<std::size_t>(repertoire)]);
  }
  return json;
}

Json file_json(const CensusFileReport& each, bool records) {
  const CensusFile& file = each.file;
  Json json;
  json["file"] = file.name;
  json["format"] = file.format;
  json["bytes"] = file.bytes;
  json["records"] = records ? Json(file.records) : Json(nullptr);
  json["bad_records"] = records ? Json(file.bad_records) : Json(nullptr);
  json["lines"] = records ? Json(nullptr) : Json(file.lines);
  json["broken_places"] = records ? Json(nullptr) : Json(file.faults);
  json["duplicate_codes"] = file.duplicates;
  json["ascii"] = each.ascii;
  json["characters"] = each.all.characters;
  json["occurrences"] = each.all.occurrences;
  json["repertoires"] = repertoires_json(each.repertoires);
  return json;
}

Json place_json(const CensusReport& report, const CharacterPlace& place) {
  Json json;
  json["file"] = report.files[place.file].file.name;
  const bool in_record = report.layout != nullptr && place.item != CharacterPlace::kNoItem;
  const Item* item = in_record ? &report.layout->items[place.item] : nullptr;
  json["record"] = item ? Json(place.record) : Json(nullptr);
  json["item"] = item ? Json(item->id) : Json(nullptr);
  json["name"] = item ? Json(item->name) : Json(nullptr);
  json["line"] = item ? Json(nullptr) : Json(place.line);
  json["offset"] = item ? Json(nullptr) : Json(place.offset);
  return json;
}

Json fate_json(const CharacterFate& fate) {
  Json hops = Json::array();
  for (const Hop& hop : fate.hops) {
    hops.push_back({{"to", hop.to}, {"rule", substitute_rule_name(hop.rule)}, {"evidence", or_null(hop.evidence)}});
  }
  return {{"fate", fate_name(fate.fate)},
          {"becomes", or_null(fate.becomes)},
          {"becomes_code_points", fate.becomes.empty() ? Json() : Json(code_points_of(fate.becomes))},
          {"hops", hops}};
}

Json gaiji_json(const Gaiji* gaiji) {
  if (gaiji == nullptr) return nullptr;
  return {{"meaning", or_null(gaiji->meaning)}, {"reading", or_null(gaiji->reading)}, {"note", or_null(gaiji->note)}};
}

Json row_json(const CensusReport& report, const CensusRow& row) {
  Json json;
  json["character"] = row.character;
  json["code_points"] = code_points_of(row.character);
  json["unicode_name"] = or_null(character_name(row.character));
  json["mj_name"] = or_null(row.mj_name);
  json["juki_code"] = row.juki_code ? Json(fmt::format("J+{:04X}", *row.juki_code)) : Json(nullptr);
  json["repertoire"] = repertoire_name(row.repertoire);
  Json held_by = Json::array();
  for (const Repertoire repertoire : all_repertoires()) {
    if (row.held_by.has(repertoire)) held_by.push_back(repertoire_name(repertoire));
  }
  json["held_by"] = held_by;
  json["notable"] = row.notable();
  json["occurrences"] = row.count;
  Json places = Json::array();
  for (const CharacterPlace& place : row.places) places.push_back(place_json(report, place));
  json["places"] = places;
  json["gaiji"] = gaiji_json(row.gaiji);
  Json targets = Json::object();
  for (std::size_t i = 0; i < row.fates.size(); ++i) {
    targets[std::string(kCharacterTargets[i])] = fate_json(row.fates[i]);
  }
  json["targets"] = targets;
  return json;
}

}  // namespace

std::string census_as_json(const CensusReport& report) {
  const bool records = report.layout != nullptr;
  Json json;
  json["type"] = "census";
  json["layout"] = records ? Json(report.layout->id) : Json(nullptr);
  json["ascii"] = report.ascii;
  json["characters"] = report.all.characters;
  json["occurrences"] = report.all.occurrences;
  json["not_told_apart"] = report.beyond_limit;
  json["repertoires"] = repertoires_json(report.repertoires);
  Json targets = Json::object();
  for (std::size_t i = 0; i < kCharacterTargets.size(); ++i) {
    Json fates = Json::object();
    for (std::size_t fate = 0; fate < kFateCount; ++fate) {
      fates[std::string(fate_name(static_cast<Fate>(fate)))] = count_json(report.targets[i][fate]);
    }
    targets[std::string(kCharacterTargets[i])] = fates;
  }
  json["targets"] = targets;
  Json files = Json::array();
  for (const CensusFileReport& file : report.files) files.push_back(file_json(file, records));
  json["files"] = files;
  std::string text = to_text(json);
  text.pop_back();  // its closing brace: the list follows, a character a line
  text += ",\"list\":[";
  for (const CensusRow& row : report.rows) {
    text += (text.back() == '[' ? "\n" : ",\n") + to_text(row_json(report, row));
  }
  return text + "\n]}\n";
}

}  // namespace daicho
