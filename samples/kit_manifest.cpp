#include "samples/kit_manifest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "formats/error.hpp"

namespace daicho {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr std::string_view kRemedy = "take the file from the kit as it was handed over, or make the kit anew";

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

std::string text_or_null(const Json& json) { return json.is_null() ? std::string() : json.get<std::string>(); }

Json json_of(const KitFinding& finding) {
  Json json{{"code", finding.code}, {"severity", finding.error ? "error" : "warning"}};
  json["record"] = finding.record == 0 ? Json() : Json(finding.record);
  json["item"] = or_null(finding.item);
  json["bytes"] = finding.byte_first == 0 ? Json() : Json::array({finding.byte_first, finding.byte_last});
  return json;
}

KitFinding finding_of(const Json& json) {
  KitFinding finding;
  finding.code = json.at("code");
  finding.error = json.at("severity") == "error";
  if (!json.at("record").is_null()) finding.record = json.at("record");
  finding.item = text_or_null(json.at("item"));
  if (!json.at("bytes").is_null()) {
    finding.byte_first = json.at("bytes").at(0);
    finding.byte_last = json.at("bytes").at(1);
  }
  return finding;
}

Json json_of(const KitFile& file) {
  Json json{{"path", file.path}, {"purpose", file.purpose}, {"format", file.format}};
  json["as_of"] = or_null(file.as_of);
  json["municipality"] = or_null(file.municipality);
  json["against"] = Json();
  if (file.against) {
    json["against"] = {
        {"path", file.against->path}, {"layout", file.against->layout}, {"format", file.against->format}};
  }
  json["records"] = file.records;
  json["findings"] = Json::array();
  for (const KitFinding& finding : file.findings) json["findings"].push_back(json_of(finding));
  return json;
}

/// A relative path that stays inside the kit.
std::string inner_path(const Json& json) {
  std::string path = json;
  const bool leaves = path.empty() || path.front() == '/' || path == ".." || path.starts_with("../") ||
                      path.ends_with("/..") || path.find("/../") != std::string::npos ||
                      path.find('\0') != std::string::npos;
  if (leaves) throw UsageError(fmt::format("the path '{}' leads out of the kit", path));
  return path;
}

KitFile file_of(const Json& json) {
  KitFile file;
  file.path = inner_path(json.at("path"));
  file.purpose = json.at("purpose");
  file.format = json.at("format");
  file.as_of = text_or_null(json.at("as_of"));
  file.municipality = text_or_null(json.at("municipality"));
  const Json& against = json.at("against");
  if (!against.is_null()) {
    file.against = KitAgainst{inner_path(against.at("path")), against.at("layout"), against.at("format")};
  }
  file.records = json.at("records");
  for (const Json& finding : json.at("findings")) file.findings.push_back(finding_of(finding));
  return file;
}

KitManifest manifest_of(const Json& json) {
  if (json.at("kit") != kVersion) throw UsageError(fmt::format("a kit of version {}", json.at("kit").dump()));
  KitManifest manifest;
  manifest.layout = json.at("layout");
  manifest.layout_version = json.at("layout_version");
  manifest.made_by = json.at("made_by");
  for (const Json& file : json.at("good")) manifest.good.push_back(file_of(file));
  for (const Json& file : json.at("bad")) manifest.bad.push_back(file_of(file));
  for (const Json& left : json.at("left_out")) {
    manifest.left_out.push_back({left.at("item"), left.at("purpose"), left.at("value"), left.at("reason")});
  }
  for (const Json& unshown : json.at("not_shown")) {
    manifest.not_shown.push_back({unshown.at("code"), unshown.at("reason")});
  }
  return manifest;
}

}  // namespace

std::string kit_manifest_text(const KitManifest& manifest) {
  Json json{{"kit", kVersion},
            {"layout", manifest.layout},
            {"layout_version", manifest.layout_version},
            {"made_by", manifest.made_by}};
  json["good"] = Json::array();
  json["bad"] = Json::array();
  json["left_out"] = Json::array();
  for (const KitFile& file : manifest.good) json["good"].push_back(json_of(file));
  for (const KitFile& file : manifest.bad) json["bad"].push_back(json_of(file));
  for (const KitLeftOut& left : manifest.left_out) {
    json["left_out"].push_back(
        {{"item", left.item}, {"purpose", left.purpose}, {"value", left.value}, {"reason", left.reason}});
  }
  json["not_shown"] = Json::array();
  for (const KitUnshown& unshown : manifest.not_shown) {
    json["not_shown"].push_back({{"code", unshown.code}, {"reason", unshown.reason}});
  }
  return json.dump(1) + "\n";
}

KitManifest parse_kit_manifest(std::string_view text) {
  try {
    return manifest_of(Json::parse(text));
  } catch (const nlohmann::json::parse_error& error) {
    throw UsageError(fmt::format("no JSON from byte {} on; {}", error.byte, kRemedy));
  } catch (const nlohmann::json::exception&) {
    throw UsageError(fmt::format("a key of a kit's list is missing or has another kind of value; {}", kRemedy));
  }
}

}  // namespace daicho
