// Findings of rules about many records, put into the order of the records that they tell of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/checks/spill_file.hpp"
#include "formats/finding.hpp"

namespace daicho {

/// Takes findings in any order and gives them in that of their records; those of one record by the rule that told them,
/// then by code, item and arguments, so that the order is the same in each run. Past its memory it sorts what it has
/// and spills it. Findings must be without a value: nothing personal goes to a disk.
class ToldOrder {
 public:
  /// `file` and `layout` are those of every finding. Keeps about `memory` bytes in memory.
  ToldOrder(const Layout& layout, std::string file, std::uint64_t memory);

  /// `rule` is the number of the rule, below 256. Throws WorldError where spilling fails.
  void add(std::size_t rule, const Finding& finding);

  /// Calls with each finding, in order. Nothing is left afterwards. Throws WorldError where spilling fails.
  void for_each(const std::function<void(Finding)>& use);

 private:
  struct Run {
    std::uint64_t offset = 0;  // in the file, in bytes
    std::uint64_t end = 0;
  };

  std::size_t code_number(const FindingCode& code);
  Finding finding_of(std::string_view entry) const;
  void sort();
  void spill();
  void merge(const std::function<void(Finding)>& use);

  const Layout& layout_;
  const std::string file_;
  const std::uint64_t memory_;
  std::vector<FindingCode> codes_;    // those met, by number
  std::vector<std::string> entries_;  // findings as bytes that sort as they are to be told
  std::uint64_t bytes_ = 0;           // that entries_ takes, about
  std::unique_ptr<SpillFile> spilt_;  // null: nothing was spilt
  std::vector<Run> runs_;
};

}  // namespace daicho
