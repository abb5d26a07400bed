// A resident of the synthetic city: the 81 items of the 住民票 by name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho {

/// The items of layout `juki` in the order of 別添1; the enumerators are the items' ids.
enum class Juki : std::uint8_t {
  household_no,
  head_name_kana,
  head_name_kanji,
  district_code,
  address_postal_code,
  address_municipality_code,
  address_town_code,
  address,
  address_building_code,
  address_building,
  move_reason,
  addressee_no,
  removal_class,
  move_date,
  move_notified_date,
  settled_date,
  settled_reason,
  settled_notified_date,
  settled_notified_reason,
  name_kana,
  name_kanji,
  sex_code,
  birth_date,
  relationship_code,
  honseki_municipality_code,
  honseki_postal_code,
  honseki,
  hittosha_kanji,
  former_surname_kanji,
  juminhyo_code,
  previous_municipality_code,
  previous_postal_code,
  previous_address,
  previous_building,
  previous_head_kanji,
  planned_municipality_code,
  planned_postal_code,
  planned_address,
  planned_building,
  planned_head_kanji,
  confirmed_municipality_code,
  confirmed_postal_code,
  confirmed_address,
  confirmed_building,
  confirmed_head_kanji,
  last_registered_municipality_code,
  last_registered_postal_code,
  last_registered_address,
  last_registered_building,
  last_registered_head_kanji,
  unreported_from,
  unreported_to,
  remarks,
  removal_date,
  removal_notified_date,
  removal_reason,
  removal_notified_reason,
  foreign_real_name_kana,
  foreign_real_name_kanji,
  foreign_alias_kana,
  foreign_alias_kanji,
  foreign_combined_name_kanji,
  foreign_combined_name_kana,
  nationality_code,
  nationality_kanji,
  residence_card_no,
  residence_status_code,
  residence_status_kanji,
  article_30_45_class,
  period_of_stay,
  period_of_stay_expiry,
  foreign_birth_date,
  foreign_move_date,
  foreign_move_notified_date,
  foreign_settled_date,
  foreign_settled_reason,
  foreign_settled_notified_date,
  foreign_settled_notified_reason,
  residence_notified_flag,
  alias_history,
  individual_no,
};

inline constexpr std::size_t kJukiItems = 81;

/// One record of the register while it is made or changed. An empty value is an absent item.
class Resident {
 public:
  std::string& operator[](Juki item) { return values_[static_cast<std::size_t>(item)]; }
  const std::string& operator[](Juki item) const { return values_[static_cast<std::size_t>(item)]; }

  bool living() const { return (*this)[Juki::removal_class] == "0"; }
  /// 日本人: the birth date carries an era, foreign residents' does not.
  bool foreign() const { return !(*this)[Juki::article_30_45_class].empty(); }
  bool male() const { return (*this)[Juki::sex_code] == "1"; }
  bool head() const { return (*this)[Juki::relationship_code] == "02000000"; }

  friend bool operator==(const Resident&, const Resident&) = default;

 private:
  std::array<std::string, kJukiItems> values_;
};

/// Between residents and records of a `juki` layout, whose items may stand in another order than 別添1's.
class JukiLayout {
 public:
  /// Throws UsageError where the layout lacks one of the 81 items. The layout must outlive it.
  explicit JukiLayout(const Layout& layout);

  const Layout& layout() const { return layout_; }
  /// The record's values, one for each item of the layout; items that 別添1 does not have are absent.
  std::vector<std::string> values(const Resident& resident) const;
  Resident resident(const RecordView& record) const;
  /// Whether the schema lets this date be 不詳.
  bool unknown_allowed(Juki item) const;

 private:
  const Layout& layout_;
  std::array<std::size_t, kJukiItems> index_{};
};

}  // namespace daicho
