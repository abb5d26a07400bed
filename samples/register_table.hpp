// A whole register in memory, compactly, while a day changes it.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "samples/days.hpp"
#include "samples/numbers.hpp"
#include "samples/resident.hpp"

namespace daicho {

/// The rows of a register in its order, about as large as the file, with the living members of each household.
class RegisterTable {
 public:
  using Row = std::uint32_t;

  std::size_t size() const { return rows_.size(); }
  Row add(const Resident& resident);
  Resident operator[](Row row) const;
  /// Replaces a row, and notes that the day has changed it. Follows changes of household and of removal.
  void change(Row row, const Resident& resident);

  bool changed(Row row) const { return changed_.count(row) != 0; }
  /// The living members, in the order of the register; empty where none lives there.
  std::vector<Row> household(const std::string& household_no) const;
  std::size_t living() const { return living_; }

 private:
  void enter(Row row, const Resident& resident);
  void leave(Row row, const Resident& resident);

  std::vector<std::string> rows_;  // values joined by U+001F
  std::unordered_map<std::string, std::vector<Row>> households_;
  std::unordered_set<Row> changed_;
  std::size_t living_ = 0;
};

}  // namespace daicho
