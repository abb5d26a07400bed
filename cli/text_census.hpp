// Plain texts into a census, in several threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/census_input.hpp"
#include "cli/character_census.hpp"
#include "cli/report.hpp"
#include "converters/charset.hpp"

namespace daicho {

/// A plain text to be counted.
struct TextInput {
  std::string path;
  std::uint32_t index = 0;         ///< the file's number in places
  std::optional<Charset> charset;  ///< nothing: found from the bytes and told to the report
  TextOptions options;
  unsigned threads = 1;  ///< at most so many; the outcome does not depend on it
};

/// Counts a plain text. Throws UsageError where the charset can't be told, WorldError where the file can't be read.
CensusFile count_text(const TextInput& input, FindingReport& report, CharacterCensus& census);

/// The same of a source, in a charset that is known. Findings come in the order of the text.
TextSummary count_text(const TextInput& input, ByteSource& source, FindingSink& findings, CharacterCensus& census);

}  // namespace daicho
