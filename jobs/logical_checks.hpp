// Logical checks (論理チェック) of a resident's record against what was last published and against the processing date.
// They are L01-L06 of the checks of files (formats/checks); D30NN is check LNN.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "converters/date.hpp"
#include "formats/checks/check.hpp"
#include "formats/finding.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho {

class LogicalChecker {
 public:
  /// `layout` is the register's (juki) and must outlive it. Throws UsageError where it lacks an item that the checks
  /// need.
  LogicalChecker(const Layout& layout, const PartialDate& as_of);

  /// L05, L06: dates of the newest event after the processing date. A record by itself.
  void check_dates(const RecordView& record, FindingSink& findings) const;

  /// L01-L04: the record against the one last published of the same 宛名番号. Only a new event is judged: a record
  /// whose reason and dates are as published repeats the event that was judged before.
  void check_change(const RecordView& current, const RecordView& previous, FindingSink& findings) const;

  bool live(const RecordView& record) const { return record[removal_class_] == "0"; }

 private:
  class Output;

  const Layout& layout_;
  std::size_t removal_class_;
  std::size_t notified_date_;  // of the newest event: the only notice that is judged here
  std::vector<std::unique_ptr<Check>> of_dates_;
  std::vector<std::unique_ptr<Check>> of_changes_;
};

}  // namespace daicho
