// Events that only the living (現存者) or only the removed (除票) can have, beside the record of the older file.
#include <string_view>

#include "formats/checks/events.hpp"
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

bool is_entry(std::string_view reason) { return reason >= "11" && reason <= "16"; }

/// 帰化 and 国籍喪失 replace the record of somebody who lives here (L45).
bool replaces_a_record(std::string_view reason) { return reason == "14" || reason == "15"; }

bool is_removal(std::string_view reason) { return reason.starts_with('2'); }

bool is_change(std::string_view reason) { return reason.starts_with('3') || reason.starts_with('4'); }

/// 19 異動の取消し(増), 29 異動の取消し(減).
bool restores(std::string_view reason) { return reason == "19"; }
bool takes_back(std::string_view reason) { return reason == "29"; }

/// What the checks of this file share: a new event of somebody, whose older record was live or not. A record whose
/// reason and dates are those of the older one repeats an event that was judged before.
class NewEvent : public Check {
 public:
  explicit NewEvent(const CheckContext& context)
      : event_(context.layout),
        removal_class_(context.layout.index("removal_class")),
        beside_older_(beside_older_file(context)) {}

  std::vector<std::size_t> items() const override {
    return {event_.reason, event_.date.index(), event_.notified.index(), removal_class_};
  }

  void pair(const RecordView& record, const RecordView& other, CheckOutput& output) const override {
    if (!beside_older_ || event_.same(record, other)) return;
    if (const auto code = judge(record[event_.reason], live(other))) output.report(*code, record, event_.reason, {});
  }

 protected:
  bool live(const RecordView& record) const { return record[removal_class_] == "0"; }
  std::size_t reason_item() const { return event_.reason; }
  std::size_t removal_class_item() const { return removal_class_; }

 private:
  virtual std::optional<FindingCode> judge(std::string_view reason, bool was_live) const = 0;

  EventItems event_;
  std::size_t removal_class_;
  bool beside_older_;
};

/// L01: 転入, 出生 or 職権記載 of somebody who is 現存, by the 宛名番号. That somebody else holds the 住民票コード or
/// 個人番号 is L35.
class ArrivalOfLiving : public NewEvent {
 public:
  using NewEvent::NewEvent;

 private:
  std::optional<FindingCode> judge(std::string_view reason, bool was_live) const override {
    if (!was_live || !is_entry(reason) || replaces_a_record(reason)) return std::nullopt;
    return code::kArrivalOfLiving;
  }
};

/// L03: 消除 of somebody who has been removed.
class RemovalOfRemoved : public NewEvent {
 public:
  using NewEvent::NewEvent;

 private:
  std::optional<FindingCode> judge(std::string_view reason, bool was_live) const override {
    if (was_live || !is_removal(reason)) return std::nullopt;
    return code::kRemovalOfRemoved;
  }
};

/// L04: 修正 of somebody who has been removed.
class ChangeOfRemoved : public NewEvent {
 public:
  using NewEvent::NewEvent;

 private:
  std::optional<FindingCode> judge(std::string_view reason, bool was_live) const override {
    if (was_live || !is_change(reason)) return std::nullopt;
    return code::kChangeOfRemoved;
  }
};

/// L48: 異動の取消し leaves the state before the cancelled event: (増) cancels a 消除, so the record is 現存 again and
/// was not before; (減) cancels a 記載, so the record is a 除票. What the other items were before the cancelled event
/// stands in no file: the register has the newest record of each person alone.
class CancelledEvent : public NewEvent {
 public:
  explicit CancelledEvent(const CheckContext& context) : NewEvent(context) {
    for (const char* id : {"removal_date", "removal_reason"}) removal_.push_back(context.layout.index(id));
  }

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items = NewEvent::items();
    items.insert(items.end(), removal_.begin(), removal_.end());
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    const std::string_view reason = record[reason_item()];
    if (takes_back(reason) && live(record)) output.report(code::kNotCancelled, record, removal_class_item(), {});
    if (!restores(reason)) return;
    if (!live(record)) output.report(code::kNotCancelled, record, removal_class_item(), {});
    for (const std::size_t item : removal_) {
      if (!record[item].empty()) output.report(code::kNotCancelled, record, item, {});
    }
  }

 private:
  std::optional<FindingCode> judge(std::string_view reason, bool was_live) const override {
    if (!was_live || !restores(reason)) return std::nullopt;
    return code::kNotCancelled;
  }

  std::vector<std::size_t> removal_;
};

}  // namespace

std::vector<CheckKind> living_state_checks() {
  const std::vector<std::string_view> items{"move_reason", "move_date", "move_notified_date", "removal_class"};
  const std::vector<std::string_view> removal{"move_reason",   "move_date",    "move_notified_date",
                                              "removal_class", "removal_date", "removal_reason"};
  const auto previous = CheckNeed::previous;
  return {
      {"L01", {code::kArrivalOfLiving}, {"juki"}, items, previous, make_check<ArrivalOfLiving>},
      {"L03", {code::kRemovalOfRemoved}, {"juki"}, items, previous, make_check<RemovalOfRemoved>},
      {"L04", {code::kChangeOfRemoved}, {"juki"}, items, previous, make_check<ChangeOfRemoved>},
      {"L48",
       {code::kNotCancelled},
       {"juki"},
       removal,
       CheckNeed::nothing,
       make_check<CancelledEvent>,
       CheckedBy::check,
       {CheckNeed::previous}},
  };
}

}  // namespace daicho
