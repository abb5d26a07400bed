// A census made up: every character with what is known of it and what becomes of it, and the sums.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/census_input.hpp"
#include "cli/character_census.hpp"
#include "converters/character_fate.hpp"
#include "converters/repertoire.hpp"
#include "formats/character_tables.hpp"
#include "formats/finding_texts.hpp"

namespace daicho {

/// Different characters, and how often they occur.
struct CensusCount {
  std::uint64_t characters = 0;
  std::uint64_t occurrences = 0;
  void add(std::uint64_t times) {
    ++characters;
    occurrences += times;
  }
};

using RepertoireCounts = std::array<CensusCount, kRepertoireCount>;
using FateCounts = std::array<CensusCount, kFateCount>;

/// One character.
struct CensusRow {
  std::string character;  ///< UTF-8
  std::uint64_t count = 0;
  bool rare = false;  ///< its places were kept (see CharacterCensus::Entry)
  Repertoire repertoire = Repertoire::none;
  RepertoireSet held_by;
  std::string mj_name;                     ///< of a 外字: of what it means here; empty: none
  std::optional<std::uint16_t> juki_code;  ///< 住基ネット統一文字コード
  const Gaiji* gaiji = nullptr;            ///< the entry of a 外字 in the municipality's table
  std::vector<CharacterFate> fates;        ///< in the order of kCharacterTargets
  std::vector<CharacterPlace> places;

  /// Whether somebody should look at it: it is rare, or some target does not keep it.
  bool notable() const;
};

struct CensusFileReport {
  CensusFile file;
  std::uint64_t ascii = 0;
  CensusCount all;  ///< outside ASCII
  RepertoireCounts repertoires{};
};

struct CensusReport {
  const Layout* layout = nullptr;  ///< null: plain text
  std::vector<CensusFileReport> files;
  std::uint64_t ascii = 0;
  CensusCount all;                 ///< outside ASCII
  std::uint64_t beyond_limit = 0;  ///< occurrences of rare characters that were not told apart; 0 in real files
  std::vector<CensusRow> rows;     ///< by repertoire, then the most frequent first, then by code point
  RepertoireCounts repertoires{};
  std::array<FateCounts, kCharacterTargets.size()> targets{};  ///< in the order of kCharacterTargets
};

/// Makes reports. Asks each character's facts once, whatever number of files it occurs in.
class CensusReporter {
 public:
  /// `tables` must outlive it and its reports.
  explicit CensusReporter(const CharacterTables& tables);

  /// Counts of one file alone.
  CensusFileReport file_report(CensusFile file, const CharacterCensus& census) const;
  /// Everything about `total`, the sum of the files.
  CensusReport report(const Layout* layout, std::vector<CensusFileReport> files, const CharacterCensus& total) const;

 private:
  CensusRow row(CharacterCensus::Entry entry, const std::vector<CharacterTarget>& targets) const;

  const CharacterTables& tables_;
  RepertoireTables repertoire_tables_;
};

/// The report as a table for a terminal, as one JSON object (docs/man/daicho-chars.md names its keys), and as one HTML
/// page in Japanese that needs nothing else.
std::string census_as_text(const CensusReport& report, Language language);
std::string census_as_json(const CensusReport& report);
std::string census_as_html(const CensusReport& report);

}  // namespace daicho
