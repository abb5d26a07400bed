// What an event may change of a record, beside the one of the older file, and what it must leave as it was.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "formats/checks/events.hpp"
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"
#include "formats/zero_fill.hpp"

namespace daicho {
namespace {

using NumberRange = std::pair<int, int>;

/// Whether an item's number lies in one of some ranges.
template <std::size_t n>
bool in_ranges(const Item& item, const std::array<NumberRange, n>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const NumberRange& range) { return item.no >= range.first && item.no <= range.second; });
}

/// 転居 (L02): the household, the address and what goes with it, the dates and reasons of the move, 続柄, 前住所, 備考
/// and the same of foreign residents.
constexpr std::array<NumberRange, 7> kMoveMayChange{
    {{1, 10}, {11, 11}, {14, 19}, {24, 24}, {31, 35}, {53, 53}, {73, 79}}};

/// 軽微な修正 (L46): names and addresses and what goes with them.
constexpr std::array<NumberRange, 8> kCorrectionMayChange{
    {{2, 3}, {5, 11}, {14, 15}, {20, 21}, {27, 29}, {33, 35}, {53, 53}, {58, 63}}};

/// 住所 and 方書, which a change of the household leaves (L47).
constexpr std::array<NumberRange, 1> kAddress{{{5, 10}}};

/// What 帰化 and 国籍喪失 carry over (L45): 住所, 性別, 生年月日, 続柄, 住定異動日, 住民票コード, 前住所, 個人番号.
/// That the 宛名番号 is carried over is why the two records stand beside each other.
constexpr std::array<NumberRange, 6> kNationalityCarries{{{5, 10}, {16, 16}, {22, 24}, {30, 30}, {31, 35}, {81, 81}}};

bool is_move(std::string_view reason) { return reason == "31"; }
bool is_slight_correction(std::string_view reason) { return reason == "32"; }
bool is_household_change(std::string_view reason) { return reason >= "40" && reason <= "43"; }
bool is_nationality_change(std::string_view reason) { return reason == "14" || reason == "15"; }

/// A new event of somebody who was 現存, and the items that it must leave.
class ChangeScope : public Check {
 public:
  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items{event_.reason, event_.date.index(), event_.notified.index(), removal_class_};
    items.insert(items.end(), kept_.begin(), kept_.end());
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
    return items;
  }

  void pair(const RecordView& record, const RecordView& other, CheckOutput& output) const override {
    if (!concerns(record[event_.reason]) || other[removal_class_] != "0" || event_.same(record, other)) return;
    for (const std::size_t item : kept_) {
      const Item& one = layout_.items[item];
      if (!kept(item, without_zero_fill(record[item], one), without_zero_fill(other[item], one)))
        output.report(code_, record, item, {});
    }
  }

 protected:
  /// `keeps` chooses the items.
  template <typename Choice>
  ChangeScope(const CheckContext& context, FindingCode code, Choice keeps)
      : layout_(context.layout),
        code_(code),
        event_(context.layout),
        removal_class_(context.layout.index("removal_class")) {
    for (std::size_t item = 0; item < context.layout.items.size(); ++item) {
      if (keeps(context.layout.items[item])) kept_.push_back(item);
    }
  }

 private:
  virtual bool concerns(std::string_view reason) const = 0;
  /// Of the values without zeros on the left of numbers.
  virtual bool kept(std::size_t /*item*/, std::string_view now, std::string_view before) const { return now == before; }

  const Layout& layout_;
  FindingCode code_;
  EventItems event_;
  std::size_t removal_class_;
  std::vector<std::size_t> kept_;
};

/// L02: 転居 changes the address and what goes with it, nothing else.
class MoveChangesMore : public ChangeScope {
 public:
  explicit MoveChangesMore(const CheckContext& context)
      : ChangeScope(context, code::kMoveChangesMore,
                    [](const Item& item) { return !in_ranges(item, kMoveMayChange); }) {}

 private:
  bool concerns(std::string_view reason) const override { return is_move(reason); }
};

/// L45: 帰化, 国籍取得 and 国籍喪失 carry over who it is, where and since when. A number that was not there may come.
class NationalityChangesMore : public ChangeScope {
 public:
  explicit NationalityChangesMore(const CheckContext& context)
      : ChangeScope(context, code::kNationalityChangesMore,
                    [](const Item& item) { return in_ranges(item, kNationalityCarries); }),
        birth_date_(context.layout.index("birth_date")),
        numbers_{context.layout.index("individual_no"), context.layout.index("juminhyo_code")} {}

 private:
  bool concerns(std::string_view reason) const override { return is_nationality_change(reason); }

  bool kept(std::size_t item, std::string_view now, std::string_view before) const override {
    if (now == before) return true;
    // 日本人 are written with an era, foreign residents without: the day is the same.
    if (item == birth_date_) return !now.empty() && !before.empty() && now.substr(1) == before.substr(1);
    return before.empty() && std::find(numbers_.begin(), numbers_.end(), item) != numbers_.end();
  }

  std::size_t birth_date_;
  std::array<std::size_t, 2> numbers_;
};

/// L46: 軽微な修正 changes the writing of names and addresses, nothing else.
class CorrectionChangesMore : public ChangeScope {
 public:
  explicit CorrectionChangesMore(const CheckContext& context)
      : ChangeScope(context, code::kCorrectionChangesMore,
                    [](const Item& item) { return !in_ranges(item, kCorrectionMayChange); }) {}

 private:
  bool concerns(std::string_view reason) const override { return is_slight_correction(reason); }
};

/// L47: 世帯分離, 世帯合併, 世帯変更 and 世帯主変更 leave the address.
class HouseholdChangeMoves : public ChangeScope {
 public:
  explicit HouseholdChangeMoves(const CheckContext& context)
      : ChangeScope(context, code::kHouseholdChangeMoves, [](const Item& item) { return in_ranges(item, kAddress); }) {}

 private:
  bool concerns(std::string_view reason) const override { return is_household_change(reason); }
};

}  // namespace

std::vector<CheckKind> change_scope_checks() {
  const std::vector<std::string_view> items{"move_reason", "move_date", "move_notified_date", "removal_class"};
  std::vector<std::string_view> nationality = items;
  nationality.insert(nationality.end(), {"birth_date", "individual_no", "juminhyo_code"});
  const auto previous = CheckNeed::previous;
  return {
      {"L02", {code::kMoveChangesMore}, {"juki"}, items, previous, make_check<MoveChangesMore>},
      {"L45", {code::kNationalityChangesMore}, {"juki"}, nationality, previous, make_check<NationalityChangesMore>},
      {"L46", {code::kCorrectionChangesMore}, {"juki"}, items, previous, make_check<CorrectionChangesMore>},
      {"L47", {code::kHouseholdChangeMoves}, {"juki"}, items, previous, make_check<HouseholdChangeMoves>},
  };
}

}  // namespace daicho
