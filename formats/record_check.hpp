// Checks of a record by its schema: presence, dates, check digits, code lists, patterns and relations.
#pragma once

#include <memory>
#include <string>

#include "formats/finding.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho {

class RecordChecker {
 public:
  /// The layout must outlive it.
  explicit RecordChecker(const Layout& layout);
  /// Reports every fault with the record's position; true where none is an error. Values must have passed check_value.
  bool check(const RecordView& record, const std::string& file, FindingSink& findings) const;

 private:
  const Layout& layout_;
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;  // regular expressions, made once
};

/// A finding about one item of a record, with position, byte range and value filled in.
Finding finding_at(FindingCode code, const Layout& layout, const RecordView& record, std::size_t item,
                   const std::string& file);

}  // namespace daicho
