// What job iten knows besides the register: 団体内統合宛名 (--atena), 所属利用事務権限 (--kengen), 支援措置
// (--suppress) and the destinations' case lists.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "formats/catalog.hpp"
#include "formats/character_tables.hpp"
#include "jobs/destinations.hpp"
#include "jobs/job.hpp"
#include "jobs/side_files.hpp"

namespace daicho {

/// What 団体内統合宛名 says of people, by 宛名番号.
class Addressees {
 public:
  struct Entry {
    PersonKey person = 0;
    std::uint64_t integrated = 0;  ///< 団体内統合宛名番号
    bool number_stopped = false;   ///< 番号出力停止フラグ of any of the person's rows
  };
  Addressees() = default;
  /// Reads a file of layout atena in any format (found from its bytes), with the municipality's 外字; rows with
  /// 削除フラグ 1 do not count. A file with any error, or with two 団体内統合宛名番号 for one person, is refused with
  /// UsageError: a stop that was not read would hand over a number that must stay.
  static Addressees load(const Catalog& catalog, const CharacterTables& characters, const std::string& path);

  const Entry* find(PersonKey person) const;  ///< null: no row

 private:
  std::vector<Entry> entries_;  // sorted by person
};

/// The departments of a file of layout kengen. Refused with UsageError where it has an error.
std::set<std::string> load_departments(const Catalog& catalog, const CharacterTables& characters,
                                       const std::string& path);

/// Everything that a run of iten was given beside the register, read and checked before anything is written.
struct ItenInputs {
  Addressees addressees;
  SideFile suppressed;                           ///< no rows without --suppress
  std::vector<std::unique_ptr<SideFile>> cases;  ///< one for each destination; null where it needs none

  /// Throws UsageError for a wrong or missing list, RefusedError where --kengen does not list a destination's
  /// department, or where an earlier published run was given --suppress or --atena and this one is not.
  static ItenInputs read(JobRun& run, const std::vector<Destination>& destinations);
};

}  // namespace daicho
