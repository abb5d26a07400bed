#include "jobs/medium_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace daicho {
namespace {

using Ordered = nlohmann::ordered_json;
using Sorted = nlohmann::json;  // its keys are sorted: canonical

constexpr int kVersion = 1;

template <typename Json>
Json json_of(const ManifestFile& file) {
  Json json{{"name", file.name}, {"kind", file.kind}};
  if (file.kind == "data") {
    json["layout"] = file.layout;
    json["layout_version"] = file.layout_version;
    json["format"] = file.format;
  }
  json["records"] = file.records;
  json["bytes"] = file.bytes;
  json["sha256"] = file.sha256;
  return json;
}

template <typename Json>
ManifestFile file_of(const Json& json) {
  ManifestFile file;
  file.name = json.at("name");
  file.kind = json.at("kind");
  if (file.kind == "data") {
    file.layout = json.at("layout");
    file.layout_version = json.at("layout_version");
    file.format = json.at("format");
  }
  file.records = json.at("records");
  file.bytes = json.at("bytes");
  file.sha256 = json.at("sha256");
  return file;
}

template <typename Json>
void put_delivery(Json& json, const MediumDelivery& delivery) {
  json["number"] = delivery.number;
  json["made"] = delivery.made;
  json["municipality"] = delivery.municipality;
  json["run"] = delivery.run;
  json["run_manifest_sha256"] = delivery.run_manifest_sha256;
  json["destination"] = delivery.destination;
}

template <typename Json>
MediumDelivery delivery_of(const Json& json) {
  MediumDelivery delivery;
  delivery.number = json.at("number");
  delivery.made = json.at("made");
  delivery.municipality = json.at("municipality");
  delivery.run = json.at("run");
  delivery.run_manifest_sha256 = json.at("run_manifest_sha256");
  delivery.destination = json.at("destination");
  for (const Json& file : json.at("files")) delivery.files.push_back(file_of(file));
  return delivery;
}

template <typename Json>
Json files_json(const std::vector<ManifestFile>& files) {
  Json list = Json::array();
  for (const ManifestFile& file : files) list.push_back(json_of<Json>(file));
  return list;
}

Sorted json_of(const MediumParty& party) {
  Sorted json{{"subject", party.subject}, {"fingerprint", party.fingerprint}};
  if (!party.key.empty()) {
    json["key"] = party.key;
    json["key_wrap"] = party.key_wrap;
  }
  return json;
}

MediumParty party_of(const Sorted& json) {
  return {json.at("subject"), json.at("fingerprint"), json.value("key", ""), json.value("key_wrap", "")};
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
}

std::string sum_line(const std::string& sha256, const std::string& name) { return sha256 + "  " + name + "\n"; }

}  // namespace

std::string medium_contents_text(const MediumContents& contents) {
  Ordered json{{"medium", kVersion}};
  put_delivery(json, contents.delivery);
  json["volume"] = contents.volume;
  json["volumes"] = contents.volumes;
  json["files"] = files_json<Ordered>(contents.delivery.files);
  json["pieces"] = Ordered::array();
  for (const MediumPiece& piece : contents.pieces) {
    json["pieces"].push_back({{"file", piece.file},
                              {"name", piece.name},
                              {"offset", piece.offset},
                              {"bytes", piece.bytes},
                              {"sha256", piece.sha256}});
  }
  return json.dump(2) + "\n";
}

std::optional<MediumContents> parse_medium_contents(std::string_view text) {
  try {
    const Ordered json = Ordered::parse(text);
    if (json.at("medium") != kVersion) return std::nullopt;
    MediumContents contents;
    contents.delivery = delivery_of(json);
    contents.volume = json.at("volume");
    contents.volumes = json.at("volumes");
    for (const Ordered& piece : json.at("pieces")) {
      contents.pieces.push_back(
          {piece.at("file"), piece.at("name"), piece.at("offset"), piece.at("bytes"), piece.at("sha256")});
    }
    return contents;
  } catch (const Ordered::exception&) {
    return std::nullopt;
  }
}

std::string medium_details(const MediumFacts& facts) {
  Sorted json;
  put_delivery(json, facts.delivery);
  json["files"] = files_json<Sorted>(facts.delivery.files);
  json["volumes"] = Sorted::array();
  for (const MediumVolume& volume : facts.volumes) {
    json["volumes"].push_back(
        {{"name", volume.name}, {"medium", volume.medium}, {"bytes", volume.bytes}, {"sha256", volume.sha256}});
  }
  json["media"] = facts.media;
  json["copies"] = facts.copies;
  json["media_type"] = facts.media_type;
  json["cipher"] = facts.cipher;
  json["recipients"] = Sorted::array();
  for (const MediumParty& recipient : facts.recipients) json["recipients"].push_back(json_of(recipient));
  json["signer"] = facts.signer ? json_of(*facts.signer) : Sorted();
  json["made_by"] = facts.made_by;
  json["approved_by"] = facts.approved_by;
  json["purpose"] = facts.purpose;
  json["note"] = facts.note;
  json["acknowledged"] = facts.acknowledged;
  if (!facts.replaces.empty()) json["replaces"] = facts.replaces;
  return json.dump();
}

std::optional<MediumFacts> parse_medium_details(std::string_view text) {
  try {
    const Sorted json = Sorted::parse(text);
    MediumFacts facts;
    facts.delivery = delivery_of(json);
    for (const Sorted& volume : json.at("volumes")) {
      facts.volumes.push_back({volume.at("name"), volume.at("medium"), volume.at("bytes"), volume.at("sha256")});
    }
    facts.media = json.at("media");
    facts.copies = json.at("copies");
    facts.media_type = json.at("media_type");
    facts.cipher = json.at("cipher");
    for (const Sorted& recipient : json.at("recipients")) facts.recipients.push_back(party_of(recipient));
    if (!json.at("signer").is_null()) facts.signer = party_of(json.at("signer"));
    facts.made_by = json.at("made_by");
    facts.approved_by = json.at("approved_by");
    facts.purpose = json.at("purpose");
    facts.note = json.at("note");
    facts.acknowledged = json.at("acknowledged");
    facts.replaces = json.value("replaces", "");
    return facts;
  } catch (const Sorted::exception&) {
    return std::nullopt;
  }
}

std::string volume_name(std::string_view number, unsigned volume, unsigned volumes) {
  return fmt::format("{}_{:03}of{:03}.cms", number, volume, volumes);
}

bool is_medium_number(std::string_view text) {
  return text.size() == 13 && text[0] == 'M' && all_digits(text.substr(1, 8)) && text[9] == '-' &&
         all_digits(text.substr(10));
}

bool is_volume_name(std::string_view name) {
  return name.size() == 26 && is_medium_number(name.substr(0, 13)) && name[13] == '_' &&
         all_digits(name.substr(14, 3)) && name.substr(17, 2) == "of" && all_digits(name.substr(19, 3)) &&
         name.substr(22) == ".cms";
}

std::string copy_name(unsigned copy, unsigned copies) {
  if (copy == 1) return "正";
  return copies == 2 ? "副" : fmt::format("副{}", copy - 1);
}

std::string sums_of_files(const std::vector<ManifestFile>& files) {
  std::string text;
  for (const ManifestFile& file : files) text += sum_line(file.sha256, file.name);
  return text;
}

std::string sums_of_volumes(const MediumFacts& facts, unsigned medium) {
  std::string text;
  for (const MediumVolume& volume : facts.volumes) {
    if (volume.medium == medium) text += sum_line(volume.sha256, volume.name);
  }
  return text;
}

std::uint64_t record_count(const std::vector<ManifestFile>& files) {
  std::uint64_t count = 0;
  for (const ManifestFile& file : files) count += file.kind == "data" ? file.records : 0;
  return count;
}

}  // namespace daicho
