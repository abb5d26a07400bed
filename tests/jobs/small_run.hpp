// A state folder with one published run, made by hand, for tests of what happens to runs afterwards.
#pragma once

#include <filesystem>
#include <string>

#include "formats/sha256.hpp"
#include "jobs/manifest.hpp"
#include "jobs/state.hpp"
#include "tests/support/temp_folder.hpp"

namespace daicho::test {

inline const std::string kSmallRun = "cs-update_20261120000000_001";
inline const std::string kSecondSmallRun = "cs-update_20261120000000_002";

/// Publishes `content` as the one data file (layout honnin) of kSmallRun (serial 1) or kSecondSmallRun: folders `state`
/// and `out`. Answers the manifest.
inline Manifest publish_small_run(const TempFolder& folder, const std::string& content, std::uint64_t rejected = 0,
                                  int serial = 1) {
  const std::string run = serial == 1 ? kSmallRun : kSecondSmallRun;
  Manifest manifest;
  manifest.job = "cs-update";
  manifest.run = run;
  manifest.clock = "20261120000000000";
  manifest.as_of = "20261120";
  manifest.municipality = "132101";
  manifest.counts.rejected = rejected;
  ManifestFile data{"honnin_132101_D_20261120000000_001.dat",
                    "data",
                    "honnin",
                    "1.0",
                    "市町村CS",
                    "fixed:utf-16be",
                    Extent::difference,
                    3,
                    content.size(),
                    sha256_of(content)};
  ManifestFile rejects;
  rejects.name = "rejects.csv";
  rejects.kind = "rejects";
  rejects.sha256 = sha256_of("");
  manifest.files = {data, rejects};
  std::filesystem::create_directories(folder.path() / "out" / run);
  folder.write("out/" + run + "/" + data.name, content);
  folder.write("out/" + run + "/rejects.csv", "");
  folder.write("out/" + run + "/manifest.json", manifest_text(manifest));

  State state(folder.path() / "state");
  RunRow row;
  row.job = manifest.job;
  row.identity = "identity" + std::to_string(serial);
  row.clock = manifest.clock;
  row.serial = serial;
  row.as_of = manifest.as_of;
  row.out_folder = (folder.path() / "out").string();
  state.reserve(row);
  row.snapshot = row.name() + ".snap";
  row.manifest_sha256 = sha256_of(manifest_text(manifest));
  LedgerEntry entry;
  entry.reference = row.name();
  state.prepare(row, {}, entry);
  state.finish(row);
  return manifest;
}

}  // namespace daicho::test
