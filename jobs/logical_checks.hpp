// Logical checks (論理チェック) of a resident's record against what was last published and against the processing date.
// The numbers L01-L06 are those of the project's check list; D30NN is check LNN.
#pragma once

#include <cstddef>
#include <vector>

#include "converters/date.hpp"
#include "formats/finding.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho {

class LogicalChecker {
 public:
  /// `layout` is the register's (juki) and must outlive it. Throws UsageError where it lacks an item that the checks
  /// need.
  LogicalChecker(const Layout& layout, const PartialDate& as_of);

  /// L05, L06: dates after the processing date. A record by itself.
  void check_dates(const RecordView& record, FindingSink& findings) const;

  /// L01-L04: the record against the one last published of the same 宛名番号. Only a new event is judged: a record
  /// whose reason and dates are as published repeats the event that was judged before.
  void check_change(const RecordView& current, const RecordView& previous, FindingSink& findings) const;

  bool live(const RecordView& record) const { return record[removal_class_] == "0"; }

 private:
  bool same_event(const RecordView& current, const RecordView& previous) const;
  void check_move(const RecordView& current, const RecordView& previous, FindingSink& findings) const;
  void check_date(const RecordView& record, std::size_t item, FindingCode code, FindingSink& findings) const;
  void report(FindingCode code, const RecordView& record, std::size_t item, FindingSink& findings) const;

  const Layout& layout_;
  PartialDate as_of_;
  std::size_t removal_class_;
  std::size_t move_reason_;
  std::size_t move_date_;
  std::size_t move_notified_date_;
  std::vector<bool> may_change_in_move_;  // by item
};

}  // namespace daicho
