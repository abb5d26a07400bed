#include "samples/resident.hpp"

namespace daicho {
namespace {

constexpr std::array<std::string_view, kJukiItems> kIds = {
    "household_no",
    "head_name_kana",
    "head_name_kanji",
    "district_code",
    "address_postal_code",
    "address_municipality_code",
    "address_town_code",
    "address",
    "address_building_code",
    "address_building",
    "move_reason",
    "addressee_no",
    "removal_class",
    "move_date",
    "move_notified_date",
    "settled_date",
    "settled_reason",
    "settled_notified_date",
    "settled_notified_reason",
    "name_kana",
    "name_kanji",
    "sex_code",
    "birth_date",
    "relationship_code",
    "honseki_municipality_code",
    "honseki_postal_code",
    "honseki",
    "hittosha_kanji",
    "former_surname_kanji",
    "juminhyo_code",
    "previous_municipality_code",
    "previous_postal_code",
    "previous_address",
    "previous_building",
    "previous_head_kanji",
    "planned_municipality_code",
    "planned_postal_code",
    "planned_address",
    "planned_building",
    "planned_head_kanji",
    "confirmed_municipality_code",
    "confirmed_postal_code",
    "confirmed_address",
    "confirmed_building",
    "confirmed_head_kanji",
    "last_registered_municipality_code",
    "last_registered_postal_code",
    "last_registered_address",
    "last_registered_building",
    "last_registered_head_kanji",
    "unreported_from",
    "unreported_to",
    "remarks",
    "removal_date",
    "removal_notified_date",
    "removal_reason",
    "removal_notified_reason",
    "foreign_real_name_kana",
    "foreign_real_name_kanji",
    "foreign_alias_kana",
    "foreign_alias_kanji",
    "foreign_combined_name_kanji",
    "foreign_combined_name_kana",
    "nationality_code",
    "nationality_kanji",
    "residence_card_no",
    "residence_status_code",
    "residence_status_kanji",
    "article_30_45_class",
    "period_of_stay",
    "period_of_stay_expiry",
    "foreign_birth_date",
    "foreign_move_date",
    "foreign_move_notified_date",
    "foreign_settled_date",
    "foreign_settled_reason",
    "foreign_settled_notified_date",
    "foreign_settled_notified_reason",
    "residence_notified_flag",
    "alias_history",
    "individual_no",
};

}  // namespace

JukiLayout::JukiLayout(const Layout& layout) : layout_(layout) {
  for (std::size_t item = 0; item < kJukiItems; ++item) index_[item] = layout.index(kIds[item]);
}

std::vector<std::string> JukiLayout::values(const Resident& resident) const {
  std::vector<std::string> values(layout_.items.size());
  for (std::size_t item = 0; item < kJukiItems; ++item) values[index_[item]] = resident[static_cast<Juki>(item)];
  return values;
}

Resident JukiLayout::resident(const RecordView& record) const {
  Resident resident;
  for (std::size_t item = 0; item < kJukiItems; ++item) resident[static_cast<Juki>(item)] = record[index_[item]];
  return resident;
}

bool JukiLayout::unknown_allowed(Juki item) const {
  return layout_.items[index_[static_cast<std::size_t>(item)]].unknown_allowed;
}

}  // namespace daicho
