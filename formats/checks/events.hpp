// The event (異動) that a record tells of, whichever layout and code list it is written in; and its dates as intervals.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "converters/date.hpp"
#include "formats/checks/check.hpp"

namespace daicho {

/// The index of the first of these items that a layout has; throws UsageError where it has none.
std::size_t index_of(const Layout& layout, std::initializer_list<std::string_view> ids);

/// Whether the file --against is an older one of the same layout. A check that needs no other file but says more beside
/// an older one asks this first: `Check::pair` is called with the records of other layouts, too.
bool beside_older_file(const CheckContext& context);

/// A date item, read by its kind. The layout must outlive it.
class DateItem {
 public:
  /// Throws UsageError where the layout has none of the items.
  DateItem(const Layout& layout, std::initializer_list<std::string_view> ids);

  std::size_t index() const { return index_; }
  const std::string& name() const { return item_->name; }
  /// Nothing where the item is absent or no date. A date that is wholly unknown is one: its interval excludes nothing.
  std::optional<PartialDate> read(const RecordView& record) const;

 private:
  std::size_t index_;
  const Item* item_;
};

/// True only where both are there and every possible day of `a` lies after every possible day of `b`.
bool surely_after(const std::optional<PartialDate>& a, const std::optional<PartialDate>& b);

/// True only where both are there and no possible day of `a` is one of `b`.
bool surely_differ(const std::optional<PartialDate>& a, const std::optional<PartialDate>& b);

/// True only where both are there and `to` lies more than `days` days after `from`, whatever the unknown parts are.
bool surely_later_by_more(const std::optional<PartialDate>& from, const std::optional<PartialDate>& to, int days);

/// What an event is to the checks.
enum class EventKind : std::uint8_t {
  arrival,     ///< 転入, from elsewhere in the country or from abroad
  birth,       ///< 出生
  ex_officio,  ///< 職権記載 and 職権消除: 帰化, 国籍喪失, 失踪 and others
  departure,   ///< 転出
  death,       ///< 死亡
  move,        ///< 転居
  other,
};

/// 異動事由 of the register (juki 11, 17, 56).
EventKind register_event(std::string_view reason);
/// 異動事由 of 本人確認情報 (honnin 21).
EventKind cs_event(std::string_view reason);

/// The items of a record's newest event, in `juki` and `honnin`.
class EventItems {
 public:
  explicit EventItems(const Layout& layout);

  EventKind kind(const RecordView& record) const {
    return cs_ ? cs_event(record[reason]) : register_event(record[reason]);
  }
  /// Whether two records of one person tell of the same event: reason and dates are equal.
  bool same(const RecordView& a, const RecordView& b) const;

  std::size_t reason;
  DateItem date;
  DateItem notified;

 private:
  bool cs_;
};

}  // namespace daicho
