// Dates of an event against the processing date and against each other.
#include "formats/checks/events.hpp"
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

/// 住民基本台帳法 22, 23: 転入 and 転居 are notified within 14 days.
constexpr int kNoticeDays = 14;

/// L05: an 異動日 after the processing date, except of a 転出, which is notified before people leave
/// (住民記録システム標準仕様書 4.0.3).
class MoveAfterProcessing : public Check {
 public:
  explicit MoveAfterProcessing(const CheckContext& context) : as_of_(*context.as_of), event_(context.layout) {}

  std::vector<std::size_t> items() const override { return {event_.reason, event_.date.index()}; }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (event_.kind(record) == EventKind::departure || !surely_after(event_.date.read(record), as_of_)) return;
    output.report(code::kMoveAfterProcessing, record, event_.date.index(), {{"as_of", format_date(as_of_)}});
  }

 private:
  PartialDate as_of_;
  EventItems event_;
};

/// L06: a 届出日 after the processing date, of the newest event or of an older one that the record still tells of.
class NoticeAfterProcessing : public Check {
 public:
  explicit NoticeAfterProcessing(const CheckContext& context) : as_of_(*context.as_of) {
    for (const char* id : {"move_notified_date", "notified_date", "settled_notified_date", "removal_notified_date",
                           "foreign_move_notified_date", "foreign_settled_notified_date"}) {
      if (context.layout.find(id)) notices_.emplace_back(context.layout, std::initializer_list<std::string_view>{id});
    }
  }

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items;
    for (const DateItem& notice : notices_) items.push_back(notice.index());
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    for (const DateItem& notice : notices_) {
      if (!surely_after(notice.read(record), as_of_)) continue;
      output.report(code::kNoticeAfterProcessing, record, notice.index(), {{"as_of", format_date(as_of_)}});
    }
  }

 private:
  PartialDate as_of_;
  std::vector<DateItem> notices_;
};

/// L07: 処理年月日 of a 送付先情報 is the processing date.
class OtherProcessingDate : public Check {
 public:
  explicit OtherProcessingDate(const CheckContext& context)
      : date_(context.layout.index("processed_date")), as_of_(format_date(*context.as_of)) {}

  std::vector<std::size_t> items() const override { return {date_}; }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (record[date_] != as_of_) output.report(code::kOtherProcessingDate, record, date_, {{"as_of", as_of_}});
  }

 private:
  std::size_t date_;
  std::string as_of_;
};

/// L08: an event that happened after it was notified. Only 転出 is notified ahead (住民記録システム標準仕様書
/// 4.1.3.0.1). The dates of having settled and of the removal are held to it as those of the newest event are.
class MoveAfterNotice : public Check {
 public:
  explicit MoveAfterNotice(const CheckContext& context) : event_(context.layout) {
    const Layout& layout = context.layout;
    for (const auto& [happened, notified, reason] :
         {std::tuple{"settled_date", "settled_notified_date", "settled_reason"},
          std::tuple{"removal_date", "removal_notified_date", "removal_reason"},
          std::tuple{"foreign_settled_date", "foreign_settled_notified_date", "foreign_settled_reason"}}) {
      if (!layout.find(happened) || !layout.find(notified) || !layout.find(reason)) continue;
      others_.push_back({DateItem(layout, {happened}), DateItem(layout, {notified}), layout.index(reason)});
    }
  }

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items{event_.reason, event_.date.index(), event_.notified.index()};
    for (const Notified& other : others_) {
      items.insert(items.end(), {other.date.index(), other.notified.index(), other.reason});
    }
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (event_.kind(record) != EventKind::departure) check(record, event_.date, event_.notified, output);
    for (const Notified& other : others_) {
      if (register_event(record[other.reason]) != EventKind::departure)
        check(record, other.date, other.notified, output);
    }
  }

 private:
  struct Notified {
    DateItem date;
    DateItem notified;
    std::size_t reason;
  };

  void check(const RecordView& record, const DateItem& date, const DateItem& notified, CheckOutput& output) const {
    if (!surely_after(date.read(record), notified.read(record))) return;
    output.report(code::kMoveAfterNotice, record, date.index(), {{"other", notified.name()}});
  }

  EventItems event_;
  std::vector<Notified> others_;
};

/// L09: a 転出 notified more than 14 days after it happened is not taken as a notice: the office removes the record ex
/// officio (職権), and a 転入通知 (通知) may do so too.
class LateDepartureNotice : public Check {
 public:
  explicit LateDepartureNotice(const CheckContext& context)
      : event_(context.layout), removal_kind_(context.layout.find("removal_notified_reason")) {}

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items{event_.reason, event_.date.index(), event_.notified.index()};
    if (removal_kind_) items.push_back(*removal_kind_);
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (event_.kind(record) != EventKind::departure) return;
    if (removal_kind_ && (record[*removal_kind_] == "02" || record[*removal_kind_] == "03")) return;
    if (!surely_later_by_more(event_.date.read(record), event_.notified.read(record), kNoticeDays)) return;
    output.report(code::kLateDepartureNotice, record, event_.notified.index(), {});
  }

 private:
  EventItems event_;
  std::optional<std::size_t> removal_kind_;
};

/// L10: a 転入 or 転居 notified more than 14 days after it happened.
class LateNotice : public Check {
 public:
  explicit LateNotice(const CheckContext& context) : event_(context.layout) {}

  std::vector<std::size_t> items() const override {
    return {event_.reason, event_.date.index(), event_.notified.index()};
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    const EventKind kind = event_.kind(record);
    if (kind != EventKind::arrival && kind != EventKind::move) return;
    if (!surely_later_by_more(event_.date.read(record), event_.notified.read(record), kNoticeDays)) return;
    output.report(code::kLateNotice, record, event_.notified.index(), {});
  }

 private:
  EventItems event_;
};

}  // namespace

std::vector<CheckKind> event_date_checks() {
  const std::vector<std::string_view> event{"move_reason", "move_date", "move_notified_date|notified_date"};
  return {
      {"L05",
       {code::kMoveAfterProcessing},
       {"juki", "honnin"},
       event,
       CheckNeed::processing_date,
       make_check<MoveAfterProcessing>},
      {"L06",
       {code::kNoticeAfterProcessing},
       {"juki", "honnin"},
       {"move_notified_date|notified_date"},
       CheckNeed::processing_date,
       make_check<NoticeAfterProcessing>},
      {"L07",
       {code::kOtherProcessingDate},
       {"soufusaki"},
       {"processed_date"},
       CheckNeed::processing_date,
       make_check<OtherProcessingDate>},
      {"L08", {code::kMoveAfterNotice}, {"juki", "honnin"}, event, CheckNeed::nothing, make_check<MoveAfterNotice>},
      {"L09",
       {code::kLateDepartureNotice},
       {"juki", "honnin"},
       event,
       CheckNeed::nothing,
       make_check<LateDepartureNotice>},
      {"L10", {code::kLateNotice}, {"juki", "honnin"}, event, CheckNeed::nothing, make_check<LateNotice>},
  };
}

}  // namespace daicho
