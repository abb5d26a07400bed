#include "jobs/manifest.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "formats/error.hpp"
#include "jobs/digest.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

const char* extent_word(Extent extent) { return extent == Extent::full ? "full" : "difference"; }
Extent extent_of(const Json& json) { return json == "full" ? Extent::full : Extent::difference; }

Json json_of(const ManifestFile& file) {
  Json json{{"name", file.name}, {"kind", file.kind}};
  if (file.kind == "data") {
    json["layout"] = file.layout;
    json["layout_version"] = file.layout_version;
    json["destination"] = file.destination;
    json["format"] = file.format;
    json["extent"] = extent_word(file.extent);
  }
  json["records"] = file.records;
  json["bytes"] = file.bytes;
  json["sha256"] = file.sha256;
  return json;
}

ManifestFile file_of(const Json& json) {
  ManifestFile file;
  file.name = json.at("name");
  file.kind = json.at("kind");
  if (file.kind == "data") {
    file.layout = json.at("layout");
    file.layout_version = json.at("layout_version");
    file.destination = json.at("destination");
    file.format = json.at("format");
    file.extent = extent_of(json.at("extent"));
  }
  file.records = json.at("records");
  file.bytes = json.at("bytes");
  file.sha256 = json.at("sha256");
  return file;
}

Json json_of(const ManifestRegister& input) {
  return {{"layout", input.layout},   {"layout_version", input.layout_version}, {"format", input.format},
          {"records", input.records}, {"bad_records", input.bad_records},       {"bytes", input.bytes},
          {"sha256", input.sha256}};
}

ManifestRegister register_of(const Json& json) {
  return {json.at("layout"),      json.at("layout_version"), json.at("format"), json.at("records"),
          json.at("bad_records"), json.at("bytes"),          json.at("sha256")};
}

Manifest manifest_of(const Json& json) {
  Manifest manifest;
  manifest.job = json.at("job");
  manifest.run = json.at("run");
  manifest.control_no = json.at("control_no");
  manifest.clock = json.at("clock");
  manifest.as_of = json.at("as_of");
  manifest.extent = extent_of(json.at("extent"));
  manifest.initial = json.at("initial");
  manifest.municipality = json.at("municipality");
  manifest.identity = json.at("identity");
  manifest.settings_sha256 = json.at("settings_sha256");
  manifest.schemas_sha256 = json.at("schemas_sha256");
  manifest.input = register_of(json.at("register"));
  for (const Json& side : json.at("side_files")) {
    manifest.side_files.push_back({side.at("option"), side.at("bytes"), side.at("sha256")});
  }
  const Json& counts = json.at("counts");
  manifest.counts = {counts.at("changed"), counts.at("rejected"), counts.at("waiting"), counts.at("warnings")};
  for (const Json& file : json.at("files")) manifest.files.push_back(file_of(file));
  return manifest;
}

/// A file's bytes; of one that is larger than any manifest only the first, whose digest is another.
std::optional<std::string> text_of(const Descriptor& folder, std::string_view name) {
  constexpr std::size_t kMostBytes = std::size_t{16} << 20;
  std::string text;
  const auto take = [&](std::string_view block) {
    if (text.size() <= kMostBytes) text += block;
  };
  if (!for_each_block_at(folder, name, take)) return std::nullopt;
  return text;
}

/// What an open folder holds, but for `.` and `..`.
std::set<std::string> names_in(const Descriptor& folder, const fs::path& path) {
  const int again = ::openat(folder.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const std::unique_ptr<DIR, int (*)(DIR*)> listing(again < 0 ? nullptr : ::fdopendir(again), ::closedir);
  if (!listing) {
    const Descriptor unused(again);  // closed, as nobody took it
    throw_errno("look into", path.string());
  }
  std::set<std::string> names;
  for (;;) {
    errno = 0;
    const dirent* const entry = ::readdir(listing.get());
    if (entry == nullptr && errno != 0) throw_errno("look into", path.string());
    if (entry == nullptr) return names;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace(name);
  }
}

}  // namespace

std::string manifest_text(const Manifest& manifest) {
  Json json{{"manifest", kVersion},
            {"job", manifest.job},
            {"run", manifest.run},
            {"control_no", manifest.control_no},
            {"clock", manifest.clock},
            {"as_of", manifest.as_of},
            {"extent", extent_word(manifest.extent)},
            {"initial", manifest.initial},
            {"municipality", manifest.municipality},
            {"identity", manifest.identity},
            {"settings_sha256", manifest.settings_sha256},
            {"schemas_sha256", manifest.schemas_sha256},
            {"register", json_of(manifest.input)}};
  json["side_files"] = Json::array();
  for (const ManifestSideFile& side : manifest.side_files) {
    json["side_files"].push_back({{"option", side.option}, {"bytes", side.bytes}, {"sha256", side.sha256}});
  }
  const ManifestCounts& counts = manifest.counts;
  json["counts"] = {{"changed", counts.changed},
                    {"rejected", counts.rejected},
                    {"waiting", counts.waiting},
                    {"warnings", counts.warnings}};
  json["files"] = Json::array();
  for (const ManifestFile& file : manifest.files) json["files"].push_back(json_of(file));
  return json.dump(2) + "\n";
}

std::optional<Manifest> parse_manifest(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    if (json.at("manifest") != kVersion) return std::nullopt;
    return manifest_of(json);
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

std::optional<Manifest> verify_run_folder(const fs::path& folder, std::string_view manifest_sha256,
                                          std::string& difference) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!opened.open()) {
    if (errno != ENOENT && errno != ENOTDIR && errno != ELOOP) throw_errno("open folder", folder.string());
    difference = "it is no folder";
    return std::nullopt;
  }
  const auto text = text_of(opened, kManifestName);
  if (!text || sha256_of(*text) != manifest_sha256) {
    difference = fmt::format("{} is missing or another one", kManifestName);
    return std::nullopt;
  }
  auto manifest = parse_manifest(*text);
  if (!manifest) {
    // Its digest is right, so it is no damage: another version of the program wrote it, and must not be taken back.
    throw RefusedError(fmt::format("{} has another version than {}, which this program knows",
                                   (folder / kManifestName).string(), kVersion));
  }
  std::set<std::string> there = names_in(opened, folder);
  there.erase(std::string(kManifestName));
  for (const ManifestFile& file : manifest->files) {
    if (there.erase(file.name) == 0) {
      difference = fmt::format("{} is missing", file.name);
      return std::nullopt;
    }
    Sha256 digest;
    std::uint64_t bytes = 0;
    const bool is_file = for_each_block_at(opened, file.name, [&](std::string_view block) {
      digest.update(block);
      bytes += block.size();
    });
    if (!is_file) {
      difference = fmt::format("{} is no file", file.name);
      return std::nullopt;
    }
    if (bytes != file.bytes || digest.hex() != file.sha256) {
      difference = fmt::format("{} is not as its manifest says", file.name);
      return std::nullopt;
    }
  }
  if (!there.empty()) {
    difference = fmt::format("{} does not belong there", *there.begin());
    return std::nullopt;
  }
  return manifest;
}

}  // namespace daicho
