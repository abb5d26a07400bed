// Trying records and bytes in daicho itself: what a kit promises of a file is what validation says of it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/catalog.hpp"
#include "formats/character_tables.hpp"
#include "formats/format_spec.hpp"
#include "samples/days.hpp"
#include "samples/kit_manifest.hpp"

namespace daicho {

using KitRecord = std::vector<std::string>;  ///< one value for each item

/// The processing date of a kit, fixed, so that the bytes are too: the day on which the synthetic city is seen.
inline constexpr std::string_view kKitDay = "20261120";

/// Writes records and validates bytes. Not for use by two threads at once.
class KitTrial {
 public:
  /// All must outlive it.
  KitTrial(const Layout& layout, const Catalog& catalog, const CharacterTables& tables)
      : layout_(layout), catalog_(catalog), tables_(tables) {}

  const Layout& layout() const { return layout_; }
  const Catalog& catalog() const { return catalog_; }
  const CharacterTables& tables() const { return tables_; }

  /// The records as a file of `format`. `refused`: the indexes of records that the writer does not take; they are left
  /// out. The envelope's header names the synthetic city and kKitDay.
  std::string bytes(const std::vector<KitRecord>& records, const FormatSpec& format,
                    std::vector<std::size_t>& refused) const;

  /// What validation says of a file of the kit: its `format`, `as_of`, `municipality` and `against` are taken,
  /// `records` is set. `against_bytes`: the file beside it. Throws UsageError where one of them is wrong.
  std::vector<KitFinding> findings(KitFile& file, std::string_view bytes, std::string_view against_bytes = {}) const;

  /// Reads every record of a file and writes it again.
  std::string round_trip(const FormatSpec& format, std::string_view bytes) const;

 private:
  const Layout& layout_;
  const Catalog& catalog_;
  const CharacterTables& tables_;
};

/// Whether two lists hold the same findings, in any order.
bool same_findings(std::vector<KitFinding> a, std::vector<KitFinding> b);

/// A finding for people: `D1003 record 2 birth_date bytes 1323-1331`.
std::string finding_words(const KitFinding& finding);

}  // namespace daicho
