// Days as facts: they can be compared with each other, but nobody who finds them on a disk can read them.
#pragma once

#include <cstdint>

#include "formats/checks/check.hpp"

namespace daicho {

inline constexpr unsigned kHiddenDayBits = 28;
inline constexpr std::uint64_t kHiddenDayMask = (std::uint64_t{1} << kHiddenDayBits) - 1;

/// A day number (see day_number) moved by an offset that is drawn with the key of the validation's hashes, and wrapped
/// to 28 bits.
inline std::uint64_t hidden_day(std::int32_t day, const CheckOutput& output) {
  return (static_cast<std::uint64_t>(static_cast<std::int64_t>(day)) + output.hash("days")) & kHiddenDayMask;
}

/// Whether one hidden day lies before another. Days of the calendar are never half the range apart.
inline bool hidden_before(std::uint64_t a, std::uint64_t b) {
  return ((b - a - 1) & kHiddenDayMask) < (kHiddenDayMask >> 1);
}

}  // namespace daicho
