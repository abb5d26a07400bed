// 転出: where to, and when it takes effect.
#include <array>
#include <string_view>

#include "formats/checks/events.hpp"
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

bool is_departure(std::string_view reason) { return register_event(reason) == EventKind::departure; }

/// L15: a 転出 needs a planned address, the municipality at least (住民記録システム標準仕様書 4.1.3.0.2). One that a
/// 転入通知 made known has the confirmed address instead. The planned day is the 異動日 (L22: always known).
class DepartureNowhere : public Check {
 public:
  explicit DepartureNowhere(const CheckContext& context)
      : reason_(context.layout.index("move_reason")),
        removal_reason_(context.layout.index("removal_reason")),
        removal_kind_(context.layout.index("removal_notified_reason")),
        municipality_(context.layout.index("planned_municipality_code")),
        address_(context.layout.index("planned_address")),
        confirmed_(context.layout.index("confirmed_address")) {}

  std::vector<std::size_t> items() const override {
    return {reason_, removal_reason_, removal_kind_, municipality_, address_, confirmed_};
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    const std::string_view removal = record[removal_reason_];
    const std::string_view reason = is_departure(removal) ? removal : record[reason_];
    if (!is_departure(reason)) return;
    if (record[removal_kind_] == "03" && !record[confirmed_].empty()) return;
    const bool abroad_only = reason == "21" && record[municipality_] == "000000";
    if (record[municipality_].empty() || abroad_only) output.report(code::kDepartureNowhere, record, municipality_, {});
    if (record[address_].empty()) output.report(code::kDepartureNowhere, record, address_, {});
  }

 private:
  std::size_t reason_;
  std::size_t removal_reason_;
  std::size_t removal_kind_;
  std::size_t municipality_;
  std::size_t address_;
  std::size_t confirmed_;
};

/// L16: the 転入通知 settles 転出確定地 and leaves 転出予定地 as people declared it (住民記録システム標準仕様書
/// 4.1.3.1.1). Judged where both records tell of the same notice of leaving.
class PlanOverwritten : public Check {
 public:
  explicit PlanOverwritten(const CheckContext& context)
      : event_(context.layout), confirmed_(context.layout.index("confirmed_address")) {
    for (const char* id : {"planned_municipality_code", "planned_postal_code", "planned_address", "planned_building",
                           "planned_head_kanji"}) {
      planned_.push_back(context.layout.index(id));
    }
  }

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items = planned_;
    items.insert(items.end(), {event_.reason, event_.notified.index(), confirmed_});
    return items;
  }

  void pair(const RecordView& record, const RecordView& other, CheckOutput& output) const override {
    const bool same_notice = is_departure(record[event_.reason]) && record[event_.reason] == other[event_.reason] &&
                             record[event_.notified.index()] == other[event_.notified.index()];
    if (!same_notice || record[confirmed_].empty() || record[confirmed_] == other[confirmed_]) return;
    for (const std::size_t item : planned_) {
      if (record[item] != other[item]) output.report(code::kPlanOverwritten, record, item, {});
    }
  }

 private:
  EventItems event_;
  std::size_t confirmed_;
  std::vector<std::size_t> planned_;
};

/// L17: a 転出 takes effect on the planned day, or on the day of the 転入通知 where that is earlier
/// (住民記録システム標準仕様書 1.1.5). The planned day is the 異動日, here and in the older file.
class RemovalDay : public Check {
 public:
  explicit RemovalDay(const CheckContext& context)
      : event_(context.layout),
        removal_(context.layout, {"removal_date"}),
        removal_reason_(context.layout.index("removal_reason")),
        removal_class_(context.layout.index("removal_class")),
        confirmed_(context.layout.index("confirmed_address")),
        beside_older_(beside_older_file(context)) {}

  std::vector<std::size_t> items() const override {
    return {event_.reason,  event_.date.index(), event_.notified.index(), removal_.index(), removal_reason_,
            removal_class_, confirmed_};
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (left(record) && !on_time(record, event_.date.read(record))) {
      output.report(code::kRemovalDay, record, removal_.index(), {});
    }
  }

  void pair(const RecordView& record, const RecordView& other, CheckOutput& output) const override {
    if (!beside_older_) return;
    const bool planned = other[removal_class_] == "0" && is_departure(other[event_.reason]);
    const bool same_notice = record[event_.notified.index()] == other[event_.notified.index()];
    const bool same_day = record[event_.date.index()] == other[event_.date.index()];  // judged by the record itself
    if (!planned || !same_notice || same_day || !left(record)) return;
    if (!on_time(record, event_.date.read(other))) output.report(code::kRemovalDay, record, removal_.index(), {});
  }

 private:
  /// A 除票 by 転出 whose newest event is that 転出.
  bool left(const RecordView& record) const {
    return record[removal_class_] == "1" && is_departure(record[removal_reason_]) &&
           record[event_.reason] == record[removal_reason_];
  }

  bool on_time(const RecordView& record, const std::optional<PartialDate>& planned) const {
    const auto removed = removal_.read(record);
    if (surely_after(removed, planned)) return false;
    return !surely_after(planned, removed) || !record[confirmed_].empty();
  }

  EventItems event_;
  DateItem removal_;
  std::size_t removal_reason_;
  std::size_t removal_class_;
  std::size_t confirmed_;
  bool beside_older_;
};

}  // namespace

std::vector<CheckKind> departure_checks() {
  return {
      {"L15",
       {code::kDepartureNowhere},
       {"juki"},
       {"move_reason", "removal_reason", "removal_notified_reason", "planned_municipality_code", "planned_address",
        "confirmed_address"},
       CheckNeed::nothing,
       make_check<DepartureNowhere>},
      {"L16",
       {code::kPlanOverwritten},
       {"juki"},
       {"move_reason", "move_date", "move_notified_date", "confirmed_address", "planned_municipality_code",
        "planned_postal_code", "planned_address", "planned_building", "planned_head_kanji"},
       CheckNeed::previous,
       make_check<PlanOverwritten>},
      {"L17",
       {code::kRemovalDay},
       {"juki"},
       {"move_reason", "move_date", "move_notified_date", "removal_date", "removal_reason", "removal_class",
        "confirmed_address"},
       CheckNeed::nothing,
       make_check<RemovalDay>,
       CheckedBy::check,
       {CheckNeed::previous}},
  };
}

}  // namespace daicho
