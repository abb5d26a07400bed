// Items whose values are numbers, or number somebody or something, however many zeros stand before them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "formats/layout.hpp"
#include "formats/record.hpp"
#include "formats/zero_fill.hpp"

namespace daicho {

/// The number that 1 to 18 digits write; nothing for any other text, such as a layout of one's own may have there.
inline std::optional<std::uint64_t> number_of(std::string_view digits) {
  constexpr std::size_t most = 18;
  if (digits.empty() || digits.size() > most) return std::nullopt;
  std::uint64_t value = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  return value;
}

/// An item by which records belong together, or people are known. The layout must outlive it.
class NumberItem {
 public:
  NumberItem(const Layout& layout, std::size_t index) : item_(&layout.items.at(index)), index_(index) {}

  std::size_t index() const { return index_; }
  /// See without_zero_fill. A view into the record.
  std::string_view read(const RecordView& record) const { return without_zero_fill(record[index_], *item_); }

 private:
  const Item* item_;
  std::size_t index_;
};

}  // namespace daicho
