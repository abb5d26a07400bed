// The records into which a kit puts its values: right by themselves, and of many kinds, because a code that is wrong in
// one life (除票区分 1 of somebody who lives here) is right in another.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "samples/kit_trial.hpp"
#include "samples/numbers.hpp"

namespace daicho {

/// Records that belong together, such as a household; values are put into one of them.
struct KitScene {
  std::vector<KitRecord> records;
  std::size_t target = 0;
};

/// Scenes of a layout without a finding, the plainest first: a record with nothing but what must be there, the same
/// with each other item and with each code, and, where the layout holds residents, people of a synthetic city as they
/// moved, died, came from abroad. Deterministic. Texts keep to what CP932 holds.
std::vector<KitScene> kit_scenes(const KitTrial& trial);

/// The first record of those scenes, before anybody tried it.
KitRecord kit_plain_record(const Layout& layout, const CharacterTables& tables);

/// A day YYYYMMDD (unknown parts are zeros) in the form of a date's kind; empty for other kinds.
std::string day_value(Kind kind, std::string_view day);

/// Sets every date that a record has to one day, YYYYMMDD. 生年月日 in the Gregorian calendar stays in it.
void set_all_days(const Layout& layout, KitRecord& record, std::string_view day);

/// Gives the records of a scene numbers of their own, so that one file may hold a scene many times: keys, 個人番号,
/// 住民票コード, 宛名番号, 世帯番号 and other sequences. What had one number in the scene has one number again.
class KitNumbers {
 public:
  explicit KitNumbers(const Layout& layout);
  std::vector<KitRecord> renumbered(const std::vector<KitRecord>& records);

 private:
  std::string next(std::size_t item);

  const Layout& layout_;
  std::vector<std::size_t> items_;  // that hold numbers
  NumberOffice office_;
  Prng prng_;
  std::map<std::size_t, std::uint64_t> last_;  // by item
};

}  // namespace daicho
