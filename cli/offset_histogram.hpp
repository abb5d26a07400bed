// Where in a file of unknown length things lie, in memory of one size.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace daicho {

/// Counts by byte offset in ranges of equal width. The width doubles, and neighbours join, whenever an offset lies
/// beyond the last range; so at the end of a file at least half of the ranges are in use, whatever its size.
class OffsetHistogram {
 public:
  static constexpr std::size_t kRanges = 240;

  void add(std::uint64_t offset, bool error);

  struct Range {
    std::uint64_t errors = 0;
    std::uint64_t warnings = 0;
  };
  const std::array<Range, kRanges>& ranges() const { return ranges_; }
  /// Bytes of each range.
  std::uint64_t width() const { return width_; }

 private:
  void widen();

  std::array<Range, kRanges> ranges_{};
  std::uint64_t width_ = 1;
};

}  // namespace daicho
