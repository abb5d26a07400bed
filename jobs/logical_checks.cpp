#include "jobs/logical_checks.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "formats/finding_codes.hpp"
#include "formats/record_check.hpp"

namespace daicho {
namespace {

/// Items (by number) that a 転居 may change: the household, the address and what goes with it, the dates and reasons of
/// the move, 続柄, 前住所, 備考 and the same of foreign residents (L02).
constexpr std::array<std::pair<int, int>, 7> kMoveMayChange{
    {{1, 10}, {11, 11}, {14, 19}, {24, 24}, {31, 35}, {53, 53}, {73, 79}}};

bool is_arrival(std::string_view reason) { return reason >= "11" && reason <= "16"; }

/// 帰化 and 国籍喪失 replace the record of somebody who lives here (L45).
bool replaces_a_record(std::string_view reason) { return reason == "14" || reason == "15"; }

bool is_departure(std::string_view reason) { return reason == "21" || reason == "22"; }

}  // namespace

LogicalChecker::LogicalChecker(const Layout& layout, const PartialDate& as_of)
    : layout_(layout),
      as_of_(as_of),
      removal_class_(layout.index("removal_class")),
      move_reason_(layout.index("move_reason")),
      move_date_(layout.index("move_date")),
      move_notified_date_(layout.index("move_notified_date")) {
  for (const Item& item : layout.items) {
    may_change_in_move_.push_back(std::any_of(kMoveMayChange.begin(), kMoveMayChange.end(), [&](const auto& range) {
      return item.no >= range.first && item.no <= range.second;
    }));
  }
}

void LogicalChecker::report(FindingCode code, const RecordView& record, std::size_t item, FindingSink& findings) const {
  findings.add(finding_at(code, layout_, record, item, {}));
}

void LogicalChecker::check_date(const RecordView& record, std::size_t item, FindingCode code,
                                FindingSink& findings) const {
  const ParsedDate parsed = parse_date(record[item]);
  if (parsed.fault == DateFault::none && surely_after(parsed.date, as_of_)) report(code, record, item, findings);
}

void LogicalChecker::check_dates(const RecordView& record, FindingSink& findings) const {
  if (!is_departure(record[move_reason_])) {
    check_date(record, move_date_, code::kMoveAfterProcessing, findings);
  }
  check_date(record, move_notified_date_, code::kNoticeAfterProcessing, findings);
}

bool LogicalChecker::same_event(const RecordView& current, const RecordView& previous) const {
  return current[move_reason_] == previous[move_reason_] && current[move_date_] == previous[move_date_] &&
         current[move_notified_date_] == previous[move_notified_date_];
}

void LogicalChecker::check_change(const RecordView& current, const RecordView& previous, FindingSink& findings) const {
  if (same_event(current, previous)) return;
  const std::string_view reason = current[move_reason_];
  const bool was_live = live(previous);
  if (is_arrival(reason) && was_live && !replaces_a_record(reason)) {
    report(code::kArrivalOfLiving, current, move_reason_, findings);
  }
  if (reason.starts_with('2') && !was_live) report(code::kRemovalOfRemoved, current, move_reason_, findings);
  if ((reason.starts_with('3') || reason.starts_with('4')) && !was_live) {
    report(code::kChangeOfRemoved, current, move_reason_, findings);
  }
  if (reason == "31" && was_live) check_move(current, previous, findings);
}

void LogicalChecker::check_move(const RecordView& current, const RecordView& previous, FindingSink& findings) const {
  for (std::size_t item = 0; item < current.size(); ++item) {
    if (!may_change_in_move_[item] && current[item] != previous[item]) {
      report(code::kMoveChangesMore, current, item, findings);
    }
  }
}

}  // namespace daicho
