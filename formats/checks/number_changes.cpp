// Changes of 個人番号 and 住民票コード, and records that forbid updates.
#include <algorithm>
#include <array>
#include <string_view>

#include "formats/checks/events.hpp"
#include "formats/checks/number_item.hpp"
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

/// L36 and L37 in the register: after the reasons of a change (35 and 36 for the 個人番号, 38 and 39 for the
/// 住民票コード) there is a number, and another one than in the older file. That nobody else holds it is L35.
class RegisterNumberChange : public Check {
 public:
  struct Rule {
    std::string_view item;
    std::array<std::string_view, 2> reasons;
    FindingCode code;
  };

  RegisterNumberChange(const CheckContext& context, const Rule& rule)
      : rule_(rule),
        event_(context.layout),
        number_(context.layout.index(rule.item)),
        beside_older_(beside_older_file(context)) {}

  std::vector<std::size_t> items() const override {
    return {event_.reason, event_.date.index(), event_.notified.index(), number_};
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (is_change(record) && record[number_].empty()) output.report(rule_.code, record, number_, {});
  }

  void pair(const RecordView& record, const RecordView& other, CheckOutput& output) const override {
    if (!beside_older_ || !is_change(record) || event_.same(record, other) || record[number_].empty()) return;
    if (record[number_] == other[number_]) output.report(rule_.code, record, number_, {});
  }

 private:
  bool is_change(const RecordView& record) const {
    return std::find(rule_.reasons.begin(), rule_.reasons.end(), record[event_.reason]) != rule_.reasons.end();
  }

  Rule rule_;
  EventItems event_;
  std::size_t number_;
  bool beside_older_;
};

/// L36 in 団体内統合宛名: the numbers before and after are both there or neither, they differ, and the one after is the
/// person's. Beside an older file: the one before was the person's.
class AddresseeNumberChange : public Check {
 public:
  explicit AddresseeNumberChange(const CheckContext& context)
      : number_(context.layout.index("individual_no")),
        before_(context.layout.index("previous_individual_no")),
        after_(context.layout.index("next_individual_no")),
        deleted_(context.layout.index("deleted_flag")),
        beside_older_(beside_older_file(context)) {}

  std::vector<std::size_t> items() const override { return {number_, before_, after_, deleted_}; }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (record[before_].empty() != record[after_].empty()) {
      report(record, record[before_].empty() ? before_ : after_, output);
    } else if (!record[after_].empty()) {
      if (record[before_] == record[after_]) report(record, after_, output);
      if (record[deleted_] == "0" && record[number_] != record[after_]) report(record, number_, output);
    }
  }

  void pair(const RecordView& record, const RecordView& other, CheckOutput& output) const override {
    if (!beside_older_) return;
    const bool changed = !record[before_].empty() && record[before_] != other[before_];
    if (changed && record[before_] != other[number_]) report(record, before_, output);
  }

 private:
  void report(const RecordView& record, std::size_t item, CheckOutput& output) const {
    output.report(code::kIndividualNoChange, record, item, {});
  }

  std::size_t number_;
  std::size_t before_;
  std::size_t after_;
  std::size_t deleted_;
  bool beside_older_;
};

/// L37 in 本人確認情報: the record of the new code tells the old one and since when; the record of the old code is
/// closed, where it stands in the same file.
class CsCodeChange : public Check {
 public:
  explicit CsCodeChange(const CheckContext& context)
      : code_(context.layout.index("juminhyo_code")),
        old_code_(context.layout.index("old_juminhyo_code")),
        used_from_(context.layout.index("juminhyo_code_used_from")),
        reason_(context.layout.index("move_reason")),
        status_(context.layout.index("record_status")) {}

  std::vector<std::size_t> items() const override { return {code_, old_code_, used_from_, reason_, status_}; }

  void record(const RecordView& record, CheckOutput& output) const override {
    const bool closed = record[status_] == "2";
    const bool change = record[reason_] == "31";
    const bool has_old = !record[old_code_].empty();
    if (closed && !change) report(record, status_, output);
    if (change && !closed && !has_old) report(record, old_code_, output);
    if (has_old && record[old_code_] == record[code_]) report(record, old_code_, output);
    if (has_old && record[used_from_].empty()) report(record, used_from_, output);
    output.collect(record[code_], record, closed ? kClosed : 0);
    if (change && !closed) output.collect(record[old_code_], record, kReplaced);
  }

  /// Everything that a file says of one code: its own records, and that of the code that replaces it. A record that
  /// could not be read may be the one that closes it.
  void group(std::span<const Evidence> evidence, CheckOutput& output) const override {
    const Evidence* last = nullptr;
    bool replaced = false;
    for (const Evidence& each : evidence) {
      if (each.facts == kReplaced) {
        replaced = true;
      } else {
        last = &each;
      }
    }
    if (replaced && last != nullptr && last->facts != kClosed && output.complete()) {
      output.report(code::kJuminhyoCodeChange, *last, status_, {});
    }
  }

 private:
  static constexpr std::uint64_t kClosed = 1;    // レコード状況フラグ 2
  static constexpr std::uint64_t kReplaced = 2;  // another record has it as 旧住民票コード

  void report(const RecordView& record, std::size_t item, CheckOutput& output) const {
    output.report(code::kJuminhyoCodeChange, record, item, {});
  }

  std::size_t code_;
  std::size_t old_code_;
  std::size_t used_from_;
  std::size_t reason_;
  std::size_t status_;
};

/// L40: an update of a 住民票コード whose record in the older file forbids updates. Only a higher 更新順番号 is an
/// update: a file may repeat the history up to that record.
class UpdateForbidden : public Check {
 public:
  explicit UpdateForbidden(const CheckContext& context)
      : forbidden_(context.layout.index("update_forbidden_flag")), update_(context.layout.index("update_seq")) {}

  std::vector<std::size_t> items() const override { return {forbidden_, update_}; }

  void pair(const RecordView& record, const RecordView& other, CheckOutput& output) const override {
    const auto now = number_of(record[update_]);
    const auto before = number_of(other[update_]);
    if (other[forbidden_] != "1" || !now || !before || *now <= *before) return;
    output.report(code::kUpdateForbidden, record, update_, {});
  }

 private:
  std::size_t forbidden_;
  std::size_t update_;
};

std::unique_ptr<Check> individual_no_change(const CheckContext& context) {
  if (context.layout.id == "atena") return std::make_unique<AddresseeNumberChange>(context);
  const RegisterNumberChange::Rule rule{"individual_no", {"35", "36"}, code::kIndividualNoChange};
  return std::make_unique<RegisterNumberChange>(context, rule);
}

std::unique_ptr<Check> juminhyo_code_change(const CheckContext& context) {
  if (context.layout.id == "honnin") return std::make_unique<CsCodeChange>(context);
  const RegisterNumberChange::Rule rule{"juminhyo_code", {"38", "39"}, code::kJuminhyoCodeChange};
  return std::make_unique<RegisterNumberChange>(context, rule);
}

}  // namespace

std::vector<CheckKind> number_change_checks() {
  return {
      {"L36",
       {code::kIndividualNoChange},
       {"juki", "atena"},
       {"individual_no", "move_reason|previous_individual_no", "move_date|next_individual_no",
        "move_notified_date|deleted_flag"},
       CheckNeed::nothing,
       individual_no_change,
       CheckedBy::check,
       {CheckNeed::previous}},
      {"L37",
       {code::kJuminhyoCodeChange},
       {"juki", "honnin"},
       {"juminhyo_code", "move_reason", "move_date", "move_notified_date|old_juminhyo_code",
        "move_notified_date|juminhyo_code_used_from", "move_notified_date|record_status"},
       CheckNeed::nothing,
       juminhyo_code_change,
       CheckedBy::check,
       {CheckNeed::previous, "juki"}},
      {"L40",
       {code::kUpdateForbidden},
       {"honnin"},
       {"update_forbidden_flag", "update_seq"},
       CheckNeed::previous,
       make_check<UpdateForbidden>},
      // pattern = "0" of the item.
      {"L41", {code::kPatternMismatch}, {"honnin"}, {}, CheckNeed::nothing, nullptr, CheckedBy::schema},
  };
}

}  // namespace daicho
