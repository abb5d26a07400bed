#include "converters/mj_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace daicho {

void MjTable::add(MjCharacter row) {
  if (!rows_.empty() && row.number <= rows_.back().number) {
    throw std::invalid_argument("rows of the MJ文字情報一覧表 come in the order of their numbers");
  }
  for (const std::string& sequence : row.sequences) by_sequence_.try_emplace(sequence, rows_.size());
  rows_.push_back(std::move(row));
}

const MjCharacter* MjTable::find(std::string_view character) const {
  // A character has at most 8 bytes, which a string holds without allocating.
  const auto found = by_sequence_.find(std::string(character.substr(0, 16)));
  return found == by_sequence_.end() ? nullptr : &rows_[found->second];
}

const MjCharacter* MjTable::find_number(std::uint32_t number) const {
  const auto found = std::lower_bound(rows_.begin(), rows_.end(), number,
                                      [](const MjCharacter& row, std::uint32_t wanted) { return row.number < wanted; });
  return found != rows_.end() && found->number == number ? &*found : nullptr;
}

std::string mj_name(std::uint32_t number) { return fmt::format("MJ{:06}", number); }

}  // namespace daicho
