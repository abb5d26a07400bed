// Values that follow from others: the items of a layout that have relations.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "converters/substitute.hpp"
#include "formats/layout.hpp"

namespace daicho {

/// Fills in what relations ask for: lengths, counts, flags, 清音化, 代替文字 and their positions.
class RelatedItems {
 public:
  /// Layout and table must outlive it. Throws UsageError where relations go round in a circle.
  RelatedItems(const Layout& layout, const SubstitutionTable& substitutes, TargetRepertoire target);

  /// Sets every item that has a relation, and 代替文字変換結果 beside them. A name that has no 代替文字 takes かな,
  /// where the item of its id and `_hiragana` has its reading. False where a text has no 代替文字: such a record can't
  /// be right.
  bool fill(std::vector<std::string>& values) const;

 private:
  std::string value_of(const Item& item, const std::vector<std::string>& values) const;
  Substitution substitution_of(std::size_t item, const std::vector<std::string>& values) const;

  const Layout& layout_;
  const SubstitutionTable& substitutes_;
  TargetRepertoire target_;
  std::vector<std::size_t> order_;  // items with relations, each behind those that it speaks of
};

}  // namespace daicho
