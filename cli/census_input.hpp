// Record files into a census.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/character_census.hpp"
#include "cli/format_options.hpp"
#include "cli/report.hpp"
#include "formats/text_reader.hpp"

namespace daicho {

/// What was counted of one file.
struct CensusFile {
  std::string name;
  std::string format;             ///< the format spec, or the charset of a plain text
  std::uint64_t bytes = 0;        ///< decompressed
  std::uint64_t records = 0;      ///< 0 for a plain text
  std::uint64_t bad_records = 0;  ///< not counted: what stands in them can't be told
  std::uint64_t lines = 0;        ///< 0 for records
  std::uint64_t faults = 0;       ///< of a plain text: places with broken bytes, which were stepped over
  std::uint64_t duplicates = 0;   ///< codes that would come back as others
};

/// Counts the records of `path`; `index` is the file's number in places. Values of 個人番号 are never looked at. Throws
/// UsageError where the format can't be told, WorldError where the file can't be read.
CensusFile count_records(const std::string& path, std::uint32_t index, const InputOptions& options,
                         const Layout& layout, unsigned threads, FindingReport& report, CharacterCensus& census);

}  // namespace daicho
