// Columns whose values are exchanged: each wrong for its own item and right for the other's, in every record.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "formats/finding.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho {

/// Looks on while records are read. Pairs are those of the first record, so that nothing is kept of sound files.
class ExchangedColumns {
 public:
  /// The layout must outlive it.
  explicit ExchangedColumns(const Layout& layout) : layout_(layout) {}

  /// The next record and what reading said of it.
  void record(const RecordView& record, const std::vector<Finding>& read);
  /// Items that were exchanged in every record, where they had values at all; each pair once.
  const std::vector<std::pair<std::size_t, std::size_t>>& pairs() const { return pairs_; }

 private:
  bool fits(std::size_t item, std::string_view value) const;
  bool exchanged(const RecordView& record, std::size_t a, std::size_t b) const;

  const Layout& layout_;
  bool begun_ = false;
  std::vector<std::pair<std::size_t, std::size_t>> pairs_;
};

}  // namespace daicho
