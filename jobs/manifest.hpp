// manifest.json: what a run published and from what. docs/on-disk/manifest.md specifies it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jobs/job.hpp"

namespace daicho {

inline constexpr std::string_view kManifestName = "manifest.json";

/// A file of a run folder.
struct ManifestFile {
  std::string name;
  std::string kind;    ///< data | rejects | waiting | glyphs | substitutions
  std::string layout;  ///< with layout_version, destination, format and extent: data files only
  std::string layout_version;
  std::string destination;
  std::string format;
  Extent extent = Extent::difference;
  std::uint64_t records = 0;
  std::uint64_t bytes = 0;
  std::string sha256;
};

struct ManifestSideFile {
  std::string option;
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// The register that a run read.
struct ManifestRegister {
  std::string layout;
  std::string layout_version;
  std::string format;
  std::uint64_t records = 0;
  std::uint64_t bad_records = 0;
  std::uint64_t bytes = 0;
  std::string sha256;
};

struct ManifestCounts {
  std::uint64_t changed = 0;   ///< people
  std::uint64_t rejected = 0;  ///< people
  std::uint64_t waiting = 0;   ///< people
  std::uint64_t warnings = 0;
};

struct Manifest {
  std::string job;
  std::string run;
  std::string control_no;
  std::string clock;
  std::string as_of;
  Extent extent = Extent::difference;
  bool initial = false;
  std::string municipality;
  std::string identity;
  std::string settings_sha256;
  std::string schemas_sha256;
  ManifestRegister input;
  std::vector<ManifestSideFile> side_files;
  ManifestCounts counts;
  std::vector<ManifestFile> files;
};

/// The document's text. The same manifest gives the same bytes.
std::string manifest_text(const Manifest& manifest);

/// Reads a manifest; nothing where the text is no manifest of a known version.
std::optional<Manifest> parse_manifest(std::string_view text);

/// Compares a run folder with its manifest, whose SHA-256 is given: every file there, none besides, sizes and digests
/// equal; symbolic links are none of them. Answers the manifest, or nothing with the reason in `difference`. Throws
/// RefusedError where the manifest is of another version of the program, WorldError where a file cannot be read.
std::optional<Manifest> verify_run_folder(const std::filesystem::path& folder, std::string_view manifest_sha256,
                                          std::string& difference);

}  // namespace daicho
