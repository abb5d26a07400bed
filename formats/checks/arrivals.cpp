// Where people came from.
#include <array>
#include <string>
#include <string_view>

#include "formats/checks/events.hpp"
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

constexpr std::string_view kUnknownPlace = "不明";
constexpr std::string_view kUnreported = "（未届）";

bool is_abroad(std::string_view municipality) {
  return !municipality.empty() && municipality.find_first_not_of('0') == std::string_view::npos;
}

/// How somebody came to live here: the reason of settling in the register, the event in 本人確認情報.
class Settling {
 public:
  explicit Settling(const Layout& layout)
      : cs_(layout.id == "honnin"),
        reason_(index_of(layout, {"settled_reason", "move_reason"})),
        detail_(index_of(layout, {"settled_notified_reason", "move_reason_detail"})) {}

  std::vector<std::size_t> items() const { return {reason_, detail_}; }

  bool domestic_arrival(const RecordView& record) const {
    return cs_ ? record[reason_] == "01" && record[detail_] == "01" : record[reason_] == "11";
  }
  bool birth(const RecordView& record) const { return record[reason_] == (cs_ ? "02" : "13"); }
  /// Whether the office may have entered it of its own accord. 本人確認情報 don't say.
  bool may_be_ex_officio(const RecordView& record) const { return cs_ || record[detail_] == "02"; }
  std::string reason(const RecordView& record) const { return std::string(record[reason_]); }

 private:
  bool cs_;
  std::size_t reason_;
  std::size_t detail_;
};

/// L11 and L13: 国内転入 needs the address and the municipality before, which may be 不明 only where the office entered
/// it; a birth has neither. Foreign residents who became such on the day of settling (住民基本台帳法 30条の46, 47) may
/// lack them (住民記録システム標準仕様書 4.2.1.1, 4.5.1, 4.5.2).
class PreviousAddress : public Check {
 public:
  explicit PreviousAddress(const CheckContext& context)
      : settling_(context.layout),
        municipality_(context.layout.index("previous_municipality_code")),
        address_(context.layout.index("previous_address")),
        foreign_since_(context.layout.find("foreign_move_date")),
        settled_(context.layout.index("settled_date")) {}

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items = settling_.items();
    items.insert(items.end(), {municipality_, address_, settled_});
    if (foreign_since_) items.push_back(*foreign_since_);
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (settling_.domestic_arrival(record)) check_arrival(record, output);
    if (!settling_.birth(record)) return;
    for (const std::size_t item : {municipality_, address_}) {
      if (!record[item].empty()) report(record, item, output);
    }
  }

 private:
  void check_arrival(const RecordView& record, CheckOutput& output) const {
    const std::string_view address = record[address_];
    const std::string_view municipality = record[municipality_];
    if (address == kUnknownPlace) {
      if (!settling_.may_be_ex_officio(record)) report(record, address_, output);
      return;
    }
    if (is_abroad(municipality)) report(record, municipality_, output);
    if (began_foreign_residence(record)) return;
    if (address.empty()) report(record, address_, output);
    if (municipality.empty()) report(record, municipality_, output);
  }

  bool began_foreign_residence(const RecordView& record) const {
    return foreign_since_ && !record[*foreign_since_].empty() && record[*foreign_since_] == record[settled_];
  }

  void report(const RecordView& record, std::size_t item, CheckOutput& output) const {
    output.report(code::kPreviousAddress, record, item, {{"reason", settling_.reason(record)}});
  }

  Settling settling_;
  std::size_t municipality_;
  std::size_t address_;
  std::optional<std::size_t> foreign_since_;
  std::size_t settled_;
};

/// L12: an unreported former address （未届） goes with the last registered one, and the other way round in a 国内転入
/// (住民記録システム標準仕様書 4.1.1.4). After a 転居 the former address is one's own, and the other stays.
class UnreportedArrival : public Check {
 public:
  explicit UnreportedArrival(const CheckContext& context)
      : settling_(context.layout),
        previous_(context.layout.index("previous_address")),
        last_{context.layout.index("last_registered_municipality_code"),
              context.layout.index("last_registered_address")} {}

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items = settling_.items();
    items.insert(items.end(), {previous_, last_[0], last_[1]});
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (record[previous_].ends_with(kUnreported)) {
      for (const std::size_t item : last_) {
        if (record[item].empty()) output.report(code::kUnreportedArrival, record, item, {});
      }
    } else if (settling_.domestic_arrival(record) && !record[last_[1]].empty()) {
      output.report(code::kUnreportedArrival, record, previous_, {});
    }
  }

 private:
  Settling settling_;
  std::size_t previous_;
  std::array<std::size_t, 2> last_;  // municipality and address
};

/// L14: an arrival from one's own municipality.
class ArrivalFromHere : public Check {
 public:
  explicit ArrivalFromHere(const CheckContext& context)
      : settling_(context.layout), municipality_(context.layout.index("previous_municipality_code")) {
    const std::size_t digits = context.layout.items[municipality_].picture.length;
    own_ = context.municipality.substr(0, digits);  // 本人確認情報 write it without its check digit
  }

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items = settling_.items();
    items.push_back(municipality_);
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (!settling_.domestic_arrival(record) || record[municipality_] != own_) return;
    output.report(code::kArrivalFromHere, record, municipality_, {});
  }

 private:
  Settling settling_;
  std::size_t municipality_;
  std::string own_;
};

}  // namespace

std::vector<CheckKind> arrival_checks() {
  const std::string_view reason = "settled_reason|move_reason";
  const std::string_view detail = "settled_notified_reason|move_reason_detail";
  const auto nothing = CheckNeed::nothing;
  return {
      {"L11",
       {code::kPreviousAddress},
       {"juki", "honnin"},
       {reason, detail, "previous_municipality_code", "previous_address", "settled_date"},
       nothing,
       make_check<PreviousAddress>},
      {"L12",
       {code::kUnreportedArrival},
       {"juki"},
       {"settled_reason", "settled_notified_reason", "previous_address", "last_registered_municipality_code",
        "last_registered_address"},
       nothing,
       make_check<UnreportedArrival>},
      // An exception from L11, which PreviousAddress makes.
      {"L13", {code::kPreviousAddress}, {"juki"}, {}, nothing, nullptr},
      {"L14",
       {code::kArrivalFromHere},
       {"juki", "honnin"},
       {reason, detail, "previous_municipality_code"},
       CheckNeed::municipality,
       make_check<ArrivalFromHere>},
  };
}

}  // namespace daicho
