// People whose record was removed (除票): those who come back, and those whose time is over.
#include <array>
#include <string>
#include <utility>

#include "converters/date.hpp"
#include "formats/checks/hidden_day.hpp"
#include "formats/checks/number_item.hpp"
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

constexpr std::string_view kArrivalInJapan = "11";

/// What L43 and L44 look at in a register: who came by 国内転入, and whose record was removed (改製 and 再製 remove a
/// record, but nobody).
class Returning {
 public:
  struct Part {
    bool removed = false;
    std::int32_t day = 0;  ///< the last on which the record may have been removed, the first of the arrival
  };

  explicit Returning(const Layout& layout)
      : person_(layout, layout.index("addressee_no")),
        removal_class_(layout.index("removal_class")),
        removal_date_(layout.index("removal_date")),
        move_reason_(layout.index("move_reason")),
        move_date_(layout.index("move_date")),
        settled_reason_(layout.index("settled_reason")),
        settled_date_(layout.index("settled_date")) {}

  std::vector<std::size_t> items() const {
    return {person_.index(), removal_class_, removal_date_, move_reason_, move_date_, settled_reason_, settled_date_};
  }

  const NumberItem& person() const { return person_; }

  std::optional<Part> part_of(const RecordView& record) const {
    const std::string_view removal = record[removal_class_];
    if (removal >= "1" && removal <= "3") return part(record[removal_date_], true);
    if (removal != "0") return {};
    if (record[move_reason_] == kArrivalInJapan) return part(record[move_date_], false);
    if (record[settled_reason_] == kArrivalInJapan) return part(record[settled_date_], false);
    return {};
  }

 private:
  static std::optional<Part> part(std::string_view date, bool removed) {
    const ParsedDate day = parse_date(date);
    if (day.fault != DateFault::none) return {};
    const DateInterval days = interval_of(day.date);
    return Part{removed, removed ? days.last : days.first};
  }

  NumberItem person_;
  std::size_t removal_class_;
  std::size_t removal_date_;
  std::size_t move_reason_;
  std::size_t move_date_;
  std::size_t settled_reason_;
  std::size_t settled_date_;
};

/// Facts of both: removed or not, the hidden day, and 35 bits for the check.
constexpr std::uint64_t kRemovedBit = std::uint64_t{1} << 63;
constexpr unsigned kOwnBits = 35;
constexpr std::uint64_t kOwnMask = (std::uint64_t{1} << kOwnBits) - 1;

std::uint64_t pack(const Returning::Part& part, std::uint64_t own, const CheckOutput& output) {
  return (part.removed ? kRemovedBit : 0) | hidden_day(part.day, output) << kOwnBits | (own & kOwnMask);
}

bool is_removed(const Evidence& evidence) { return (evidence.facts & kRemovedBit) != 0; }
std::uint64_t own_of(const Evidence& evidence) { return evidence.facts & kOwnMask; }

/// The record of the group that was removed first: whoever arrived after any removal arrived after this one.
const Evidence* first_removed(std::span<const Evidence> evidence) {
  const Evidence* first = nullptr;
  for (const Evidence& each : evidence) {
    if (!is_removed(each)) continue;
    if (first == nullptr ||
        hidden_before(each.facts >> kOwnBits & kHiddenDayMask, first->facts >> kOwnBits & kHiddenDayMask)) {
      first = &each;
    }
  }
  return first;
}

/// Whether the arrival surely came after the removal, or on its day.
bool arrived_after(const Evidence& arrival, const Evidence& removed) {
  return !hidden_before(arrival.facts >> kOwnBits & kHiddenDayMask, removed.facts >> kOwnBits & kHiddenDayMask);
}

/// L43: somebody came by 国内転入, and a removed record with the same 個人番号, 住民票コード or 在留カード番号 has
/// another 宛名番号. It is 再転入, and the person keeps the 宛名番号.
class ReturnedUnderAnotherNumber : public Check {
 public:
  explicit ReturnedUnderAnotherNumber(const CheckContext& context)
      : returning_(context.layout),
        numbers_{context.layout.index("individual_no"), context.layout.index("juminhyo_code"),
                 context.layout.index("residence_card_no")} {}

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items = returning_.items();
    items.insert(items.end(), numbers_.begin(), numbers_.end());
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    const auto part = returning_.part_of(record);
    if (!part) return;
    const std::uint64_t person = output.hash(returning_.person().read(record));
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      output.collect(record[numbers_[i]], record, pack(*part, person << 2 | i, output));
    }
  }

  void group(std::span<const Evidence> evidence, CheckOutput& output) const override {
    const Evidence* removed = first_removed(evidence);
    if (removed == nullptr) return;
    for (const Evidence& each : evidence) {
      if (is_removed(each) || own_of(each) == own_of(*removed) || !arrived_after(each, *removed)) continue;
      output.report(code::kReturnAsNew, each, numbers_[own_of(each) & 3],
                    {{"record", std::to_string(removed->place.number)}});
    }
  }

 private:
  Returning returning_;
  std::array<std::size_t, 3> numbers_;
};

/// L44: the same of a removed record that has only name, sex and birth date in common. Where both hold one 個人番号,
/// L43 tells it. Own facts: 18 bits of a hash of the person, 17 of one of the 個人番号 (0: none).
class PerhapsReturned : public Check {
 public:
  explicit PerhapsReturned(const CheckContext& context)
      : returning_(context.layout),
        name_(context.layout.index("name_kanji")),
        sex_(context.layout.index("sex_code")),
        birth_(context.layout.index("birth_date")),
        number_(context.layout.index("individual_no")) {}

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items = returning_.items();
    items.insert(items.end(), {name_, sex_, birth_, number_});
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    const auto part = returning_.part_of(record);
    if (!part) return;
    std::string key(record[name_]);
    key += '/';
    key += record[sex_];
    key += record[birth_];
    std::uint64_t own = output.hash(returning_.person().read(record)) << kNumberBits;
    if (!record[number_].empty()) own |= (output.hash(record[number_]) & kNumberMask) | 1;
    output.collect(key, record, pack(*part, own, output));
  }

  void group(std::span<const Evidence> evidence, CheckOutput& output) const override {
    const Evidence* removed = first_removed(evidence);
    if (removed == nullptr) return;
    const std::uint64_t number = own_of(*removed) & kNumberMask;
    for (const Evidence& each : evidence) {
      if (is_removed(each) || own_of(each) >> kNumberBits == own_of(*removed) >> kNumberBits) continue;
      if ((number != 0 && (own_of(each) & kNumberMask) == number) || !arrived_after(each, *removed)) continue;
      output.report(code::kPerhapsReturned, each, returning_.person().index(),
                    {{"record", std::to_string(removed->place.number)}});
    }
  }

 private:
  static constexpr unsigned kNumberBits = 17;
  static constexpr std::uint64_t kNumberMask = (std::uint64_t{1} << kNumberBits) - 1;

  Returning returning_;
  std::size_t name_;
  std::size_t sex_;
  std::size_t birth_;
  std::size_t number_;
};

/// L56: a removed record stays 5 years in the live register and is then moved, at least once a year, so that none is
/// older than 6 years. After 150 years it must not be kept at all.
class RemovedTooLongAgo : public Check {
 public:
  explicit RemovedTooLongAgo(const CheckContext& context)
      : as_of_(*context.as_of),
        removal_class_(context.layout.index("removal_class")),
        removal_date_(context.layout.index("removal_date")) {}

  std::vector<std::size_t> items() const override { return {removal_class_, removal_date_}; }

  void record(const RecordView& record, CheckOutput& output) const override {
    const ParsedDate removal = parse_date(record[removal_date_]);
    if (record[removal_class_] == "0" || removal.fault != DateFault::none) return;
    const auto older_than = [&](int years) { return surely_after(before_as_of(years), removal.date); };
    if (older_than(150)) {
      output.report(code::kKeptTooLong, record, removal_date_, {});
    } else if (older_than(6)) {
      output.report(code::kRemovedNotMoved, record, removal_date_, {});
    } else if (older_than(5)) {
      output.report(code::kRemovedDueToMove, record, removal_date_, {});
    }
  }

 private:
  /// The same day of an earlier year; the day after 28 February where that year has no 29th.
  PartialDate before_as_of(int years) const {
    return date_of_day_number(day_number(as_of_.year - years, as_of_.month, as_of_.day));
  }

  PartialDate as_of_;
  std::size_t removal_class_;
  std::size_t removal_date_;
};

const std::vector<std::string_view> kReturningItems{"addressee_no", "removal_class",  "removal_date", "move_reason",
                                                    "move_date",    "settled_reason", "settled_date", "individual_no"};

std::vector<std::string_view> with(std::vector<std::string_view> items) {
  items.insert(items.begin(), kReturningItems.begin(), kReturningItems.end());
  return items;
}

}  // namespace

std::vector<CheckKind> removed_people_checks() {
  return {
      {"L43",
       {code::kReturnAsNew},
       {"juki"},
       with({"juminhyo_code", "residence_card_no"}),
       CheckNeed::nothing,
       make_check<ReturnedUnderAnotherNumber>},
      {"L44",
       {code::kPerhapsReturned},
       {"juki"},
       with({"name_kanji", "sex_code", "birth_date"}),
       CheckNeed::nothing,
       make_check<PerhapsReturned>},
      {"L56",
       {code::kRemovedNotMoved, code::kRemovedDueToMove, code::kKeptTooLong},
       {"juki"},
       {"removal_class", "removal_date"},
       CheckNeed::processing_date,
       make_check<RemovedTooLongAgo>},
  };
}

}  // namespace daicho
