// Checks of a record by its schema: presence, dates, check digits, code lists, patterns and relations.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "formats/finding.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho {

class RecordChecker {
 public:
  /// The layout must outlive it.
  explicit RecordChecker(const Layout& layout);
  /// Reports every fault with the record's position, by item; true where none is an error. Values must have passed
  /// check_value, but for those of `faulty_items`: they are not looked at. What an item has to have beside another one
  /// is not told where that one is at fault itself, be it by its own value or by a relation: it may only follow.
  bool check(const RecordView& record, const std::string& file, FindingSink& findings,
             const std::vector<std::size_t>& faulty_items = {}) const;

 private:
  const Layout& layout_;
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;  // regular expressions, made once
};

/// A finding about one item of a record, with position, byte range and value filled in.
Finding finding_at(FindingCode code, const Layout& layout, const RecordView& record, std::size_t item,
                   const std::string& file);

}  // namespace daicho
