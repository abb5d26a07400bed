#include <fmt/format.h>

#include <algorithm>

#include "formats/error.hpp"
#include "samples/kit.hpp"
#include "samples/kit_folder.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

/// One kit against the program.
class Verification {
 public:
  Verification(fs::path folder, const KitManifest& manifest, const KitTrial& trial, KitVerdict& verdict)
      : folder_(std::move(folder)), manifest_(manifest), trial_(trial), verdict_(verdict) {}

  void run() {
    const std::string& version = trial_.layout().version;
    if (manifest_.layout_version != version) {
      say("expected.json",
          fmt::format("made for version {} of {}; here it is {}", manifest_.layout_version, manifest_.layout, version));
    }
    for (const KitFile& file : manifest_.good) {
      ++verdict_.good;
      guarded(file, [&] { check(file, true); });
    }
    for (const KitFile& file : manifest_.bad) {
      ++verdict_.bad;
      guarded(file, [&] { check(file, false); });
    }
  }

 private:
  void say(const std::string& path, const std::string& what) {
    verdict_.mismatches.push_back(fmt::format("{}: {}", path, what));
  }

  /// What can't be read, and a format or a date that is none, is that file's mismatch; the others are looked at.
  template <class Action>
  void guarded(const KitFile& file, const Action& action) {
    if (told_unreadable(file.path)) return;
    try {
      action();
    } catch (const UsageError& error) {
      say(file.path, error.what());
    } catch (const WorldError& error) {
      say(file.path, error.what());
    }
  }

  /// By its sum: what could not be read there cannot be read here.
  bool told_unreadable(const std::string& path) const {
    const std::string changed = path + ": changed";
    return std::any_of(verdict_.mismatches.begin(), verdict_.mismatches.end(), [&](const std::string& told) {
      return told.starts_with(path + ": ") && !told.starts_with(changed);
    });
  }

  void check(const KitFile& file, bool good) {
    const std::string bytes = kit_bytes(folder_ / file.path);
    const std::string beside = file.against ? kit_bytes(folder_ / file.against->path) : std::string();
    KitFile found = file;
    found.findings = trial_.findings(found, bytes, beside);
    if (found.records != file.records) {
      say(file.path, fmt::format("{} records; expected {}", found.records, file.records));
    }
    compare(file, found);
    if (good && trial_.round_trip(*parse_format_spec(file.format), bytes) != bytes) {
      say(file.path, "decoded and encoded again it is not the same bytes");
    }
  }

  void compare(const KitFile& expected, const KitFile& found) {
    std::vector<KitFinding> missing = expected.findings;
    for (const KitFinding& finding : found.findings) {
      const auto known = std::find(missing.begin(), missing.end(), finding);
      if (known != missing.end()) {
        missing.erase(known);
      } else {
        say(expected.path, "raises " + finding_words(finding) + ", which is not expected");
      }
    }
    for (const KitFinding& finding : missing) say(expected.path, "does not raise " + finding_words(finding));
  }

  const fs::path folder_;
  const KitManifest& manifest_;
  const KitTrial& trial_;
  KitVerdict& verdict_;
};

}  // namespace

KitVerdict verify_kit(const fs::path& folder, const Catalog& catalog, const CharacterTables& tables) {
  KitVerdict verdict;
  try {
    verdict.mismatches = kit_damage(folder);
  } catch (const WorldError& error) {
    if (!fs::is_directory(folder)) throw;
    verdict.mismatches = {error.what()};
  }
  KitManifest manifest;
  try {
    manifest = parse_kit_manifest(kit_bytes(folder / "expected.json"));
  } catch (const UsageError& error) {
    verdict.mismatches.push_back(fmt::format("expected.json: {}", error.what()));
    return verdict;
  } catch (const WorldError&) {  // told by kit_damage, or there was no list either
    if (verdict.mismatches.empty()) verdict.mismatches.emplace_back("expected.json: missing");
    return verdict;
  }
  verdict.layout = manifest.layout;
  const auto layout = catalog.layout(manifest.layout);
  Verification(folder, manifest, KitTrial(*layout, catalog, tables), verdict).run();
  return verdict;
}

}  // namespace daicho
