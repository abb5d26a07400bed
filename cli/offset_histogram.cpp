#include "cli/offset_histogram.hpp"

namespace daicho {

void OffsetHistogram::add(std::uint64_t offset, bool error) {
  while (offset / width_ >= kRanges) widen();
  Range& range = ranges_[offset / width_];
  ++(error ? range.errors : range.warnings);
}

void OffsetHistogram::widen() {
  for (std::size_t i = 0; i < kRanges; ++i) {
    const Range first = 2 * i < kRanges ? ranges_[2 * i] : Range{};
    const Range second = 2 * i + 1 < kRanges ? ranges_[2 * i + 1] : Range{};
    ranges_[i] = {first.errors + second.errors, first.warnings + second.warnings};
  }
  width_ *= 2;
}

}  // namespace daicho
