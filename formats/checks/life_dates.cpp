// Dates of a life: birth, residence, death; and which of them may be unknown.
#include <string>
#include <string_view>

#include "formats/checks/events.hpp"
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

/// What may follow a death: 異動の取消し and 誤記修正.
bool may_follow_death(std::string_view reason) {
  return reason == "19" || reason == "29" || reason == "49" || reason == "34";
}

/// L18: settled before becoming a resident (住民記録システム標準仕様書 4.1.1.1).
class SettledBeforeResident : public Check {
 public:
  explicit SettledBeforeResident(const CheckContext& context)
      : layout_(context.layout), settled_(layout_, {"settled_date"}), since_(layout_, {"resident_since"}) {}

  std::vector<std::size_t> items() const override { return {settled_.index(), since_.index()}; }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (!surely_after(since_.read(record), settled_.read(record))) return;
    output.report(code::kSettledBeforeResident, record, settled_.index(), {{"other", since_.name()}});
  }

 private:
  const Layout& layout_;
  DateItem settled_;
  DateItem since_;
};

/// L19: an event, the residence or the removal before the birth, told once with all that lie before it: a wrong birth
/// date lies after every one. A death before the birth is L21.
class BeforeBirth : public Check {
 public:
  explicit BeforeBirth(const CheckContext& context)
      : layout_(context.layout), event_(layout_), birth_(layout_, {"birth_date"}) {
    for (const char* id : {"resident_since", "settled_date", "foreign_move_date"}) {
      if (layout_.find(id)) others_.emplace_back(layout_, std::initializer_list<std::string_view>{id});
    }
  }

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items{birth_.index(), event_.reason, event_.date.index()};
    for (const DateItem& other : others_) items.push_back(other.index());
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    const auto birth = birth_.read(record);
    std::string before;
    const auto add_if_before = [&](const DateItem& date) {
      if (surely_after(birth, date.read(record))) before += (before.empty() ? "" : ", ") + std::string(date.name());
    };
    if (event_.kind(record) != EventKind::death) add_if_before(event_.date);
    for (const DateItem& other : others_) add_if_before(other);
    if (!before.empty()) output.report(code::kBeforeBirth, record, birth_.index(), {{"other", before}});
  }

 private:
  const Layout& layout_;
  EventItems event_;
  DateItem birth_;
  std::vector<DateItem> others_;
};

/// L20: an entry by birth on another day than the birth date.
class BirthDay : public Check {
 public:
  explicit BirthDay(const CheckContext& context)
      : event_(context.layout),
        birth_(context.layout, {"birth_date"}),
        settled_reason_(context.layout.find("settled_reason")),
        settled_(context.layout, {"settled_date"}) {}

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items{birth_.index(), event_.reason, event_.date.index(), settled_.index()};
    if (settled_reason_) items.push_back(*settled_reason_);
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    const auto birth = birth_.read(record);
    if (event_.kind(record) == EventKind::birth && surely_differ(event_.date.read(record), birth)) {
      output.report(code::kBirthDay, record, event_.date.index(), {});
    }
    const bool settled_by_birth = settled_reason_ && register_event(record[*settled_reason_]) == EventKind::birth;
    if (settled_by_birth && surely_differ(settled_.read(record), birth)) {
      output.report(code::kBirthDay, record, settled_.index(), {});
    }
  }

 private:
  EventItems event_;
  DateItem birth_;
  std::optional<std::size_t> settled_reason_;
  DateItem settled_;
};

/// L21: a death before the birth; an event after a death that is neither a cancellation nor the correction of a
/// mistake; beside an older file, somebody dead who arrives or is born. That somebody dead is removed or changed once
/// more is L03 and L04.
class DeathOrder : public Check {
 public:
  explicit DeathOrder(const CheckContext& context)
      : event_(context.layout), birth_(context.layout, {"birth_date"}), beside_older_(beside_older_file(context)) {
    if (context.layout.find("removal_date")) removal_.emplace(Removal(context.layout));
  }

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items{birth_.index(), event_.reason, event_.date.index(), event_.notified.index()};
    if (removal_) items.insert(items.end(), {removal_->date.index(), removal_->reason, removal_->removal_class});
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    const auto birth = birth_.read(record);
    const auto date = event_.date.read(record);
    if (event_.kind(record) == EventKind::death && surely_after(birth, date)) {
      output.report(code::kDeathOrder, record, event_.date.index(), {});
    }
    if (!removal_ || register_event(record[removal_->reason]) != EventKind::death) return;
    const auto died = removal_->date.read(record);
    if (surely_after(birth, died)) output.report(code::kDeathOrder, record, removal_->date.index(), {});
    if (surely_after(date, died) && !may_follow_death(record[event_.reason])) {
      output.report(code::kDeathOrder, record, event_.date.index(), {});
    }
  }

  void pair(const RecordView& record, const RecordView& other, CheckOutput& output) const override {
    if (!beside_older_ || !was_dead(other) || event_.same(record, other)) return;
    const EventKind kind = event_.kind(record);
    const bool entry = removal_ && register_event(record[event_.reason]) == EventKind::ex_officio &&
                       record[event_.reason].starts_with('1');
    if (entry || kind == EventKind::arrival || kind == EventKind::birth) {
      output.report(code::kDeathOrder, record, event_.reason, {});
    }
  }

 private:
  /// The removal of a register's record; 本人確認情報 tell their newest event alone.
  struct Removal {
    explicit Removal(const Layout& layout)
        : date(layout, {"removal_date"}),
          reason(layout.index("removal_reason")),
          removal_class(layout.index("removal_class")) {}
    DateItem date;
    std::size_t reason;
    std::size_t removal_class;
  };

  bool was_dead(const RecordView& other) const {
    return removal_ ? other[removal_->removal_class] == "2" : event_.kind(other) == EventKind::death;
  }

  EventItems event_;
  DateItem birth_;
  std::optional<Removal> removal_;
  bool beside_older_;
};

/// L22: an unknown 異動日 of an event other than 出生, 死亡 and 失踪 (住民記録システム標準仕様書 1.1.8). 失踪 is a
/// 職権消除. That other dates are days of the calendar, and known where they have to be, the layout's words say.
class UnknownMoveDate : public Check {
 public:
  explicit UnknownMoveDate(const CheckContext& context)
      : event_(context.layout), removal_reason_(context.layout.find("removal_reason")), cs_(!removal_reason_) {
    if (removal_reason_) removal_.emplace(context.layout, std::initializer_list<std::string_view>{"removal_date"});
  }

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items{event_.reason, event_.date.index()};
    if (removal_reason_) items.insert(items.end(), {*removal_reason_, removal_->index()});
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    check(record, event_.reason, event_.date, output);
    if (removal_reason_) check(record, *removal_reason_, *removal_, output);
  }

 private:
  void check(const RecordView& record, std::size_t reason, const DateItem& date, CheckOutput& output) const {
    const auto day = date.read(record);
    if (!day || day->fully_known() || may_be_unknown(record[reason])) return;
    output.report(code::kUnknownMoveDate, record, date.index(), {{"reason", std::string(record[reason])}});
  }

  bool may_be_unknown(std::string_view reason) const {
    const EventKind kind = cs_ ? cs_event(reason) : register_event(reason);
    const bool disappeared = reason == (cs_ ? "13" : "26");
    return kind == EventKind::birth || kind == EventKind::death || disappeared;
  }

  EventItems event_;
  std::optional<std::size_t> removal_reason_;
  std::optional<DateItem> removal_;
  bool cs_;
};

}  // namespace

std::vector<CheckKind> life_date_checks() {
  const std::string_view notified = "move_notified_date|notified_date";
  const auto nothing = CheckNeed::nothing;
  return {
      {"L18",
       {code::kSettledBeforeResident},
       {"honnin"},
       {"settled_date", "resident_since"},
       nothing,
       make_check<SettledBeforeResident>},
      {"L19",
       {code::kBeforeBirth},
       {"juki", "honnin"},
       {"birth_date", "move_reason", "move_date", notified},
       nothing,
       make_check<BeforeBirth>},
      {"L20",
       {code::kBirthDay},
       {"juki", "honnin"},
       {"birth_date", "move_reason", "move_date", notified, "settled_date"},
       nothing,
       make_check<BirthDay>},
      {"L21",
       {code::kDeathOrder},
       {"juki", "honnin"},
       {"birth_date", "move_reason", "move_date", notified},
       nothing,
       make_check<DeathOrder>,
       CheckedBy::check,
       {CheckNeed::previous}},
      {"L22",
       {code::kUnknownMoveDate},
       {"juki", "honnin"},
       {"move_reason", "move_date", notified},
       nothing,
       make_check<UnknownMoveDate>},
      // 明治45年7月30日 and 大正15年12月25日 are read as days of either era.
      {"L23", {code::kEraWrong}, {"juki", "honnin", "soufusaki"}, {}, nothing, nullptr, CheckedBy::schema},
  };
}

}  // namespace daicho
