// What the logical checks want of a made-up record: items that must not contradict each other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "formats/layout.hpp"
#include "samples/days.hpp"
#include "samples/prng.hpp"

namespace daicho {

/// Makes the items of a record agree whose layout is one of the resident files: the record of somebody who arrived from
/// another municipality and lives alone, of a letter for one person, of an addressee. Other layouts stay as they are.
class ConsistentItems {
 public:
  /// The layout must outlive it. `as_of` is the 処理日.
  ConsistentItems(const Layout& layout, Day as_of);

  /// Changes what the checks would complain of. Values are those of the layout's items, before their relations.
  void settle(std::vector<std::string>& values, Prng& prng) const;
  /// The same for what depends on relations, which stand in `values` now: 外字 have glyphs somewhere.
  void complete(std::vector<std::string>& values) const;

 private:
  class Record;

  const Layout& layout_;
  Day as_of_;
};

}  // namespace daicho
