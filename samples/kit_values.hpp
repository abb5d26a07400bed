// The values of each item that a reader and a writer must be able to take: the shortest, the longest, the blank, every
// code, the days between which eras change, and the characters that are known to break programs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "formats/layout.hpp"

namespace daicho {

enum class KitPurpose : std::uint8_t { shortest, longest, blank, code, date, unknown_date, character };

/// `最短`, `最長`, ...
std::string_view kit_purpose_name(KitPurpose purpose);

/// One value that good files show.
struct KitValue {
  std::size_t item = 0;
  KitPurpose purpose = KitPurpose::shortest;
  std::string about;  ///< what it is for, Japanese; may be empty
  /// The value, and others in its place where every record with it would be wrong.
  std::vector<std::string> choices;
};

/// The values of all items of a layout, item by item; none of items whose value follows from others.
std::vector<KitValue> kit_values(const Layout& layout);

}  // namespace daicho
