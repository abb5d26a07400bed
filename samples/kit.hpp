// The conformance kit: from a layout alone, files that a vendor runs against a reader and a writer of their own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "formats/byte_sink.hpp"
#include "samples/kit_good.hpp"
#include "samples/kit_trial.hpp"

namespace daicho {

/// Makes a kit in memory: good files, bad files, README.md, expected.json. The same layout and program make the same
/// bytes. `made_by` is the program's name and version.
KitContents make_kit(const KitTrial& trial, const std::string& made_by);

/// Writes a kit as a folder, whole or not at all. Throws as KitFolder.
void write_kit(const KitContents& contents, const std::filesystem::path& folder, Overwrite overwrite);

struct KitVerdict {
  std::string layout;
  std::size_t good = 0;  ///< files that were looked at
  std::size_t bad = 0;
  std::vector<std::string> mismatches;  ///< a sentence each, beginning with the file
};

/// Runs the program over a kit: every file is what it was, good files have no finding and come back byte for byte, bad
/// ones raise exactly what expected.json says. Throws WorldError where the folder can't be read, UsageError where it
/// names a layout that `catalog` does not have.
KitVerdict verify_kit(const std::filesystem::path& folder, const Catalog& catalog, const CharacterTables& tables);

}  // namespace daicho
