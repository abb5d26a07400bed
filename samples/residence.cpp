#include "samples/residence.hpp"

namespace daicho {

Day birth_of(const Resident& resident) {
  const std::string& birth = resident[Juki::birth_date];
  return birth.empty() ? 0 : day_of(std::string_view(birth).substr(1), 0);
}

void set_address(Resident& resident, const Address& address) {
  resident[Juki::district_code] = address.district_code;
  resident[Juki::address_postal_code] = address.postal_code;
  resident[Juki::address_municipality_code] = address.municipality_code;
  resident[Juki::address_town_code] = address.town_code;
  resident[Juki::address] = address.text;
  resident[Juki::address_building_code] = address.building_code;
  resident[Juki::address_building] = address.building;
}

void set_previous_address(Resident& resident, const Address& address, std::string_view head) {
  resident[Juki::previous_municipality_code] = address.municipality_code;
  resident[Juki::previous_postal_code] = address.postal_code;
  resident[Juki::previous_address] = address.text;
  resident[Juki::previous_building] = address.building;
  resident[Juki::previous_head_kanji] = head;
}

void set_previous_address_from_present(Resident& resident) {
  resident[Juki::previous_municipality_code] = resident[Juki::address_municipality_code];
  resident[Juki::previous_postal_code] = resident[Juki::address_postal_code];
  resident[Juki::previous_address] = resident[Juki::address];
  resident[Juki::previous_building] = resident[Juki::address_building];
  resident[Juki::previous_head_kanji] = resident[Juki::head_name_kanji];
}

void set_planned_address(Resident& resident, const Address& address, std::string_view head) {
  const bool abroad = address.municipality_code.empty();
  resident[Juki::planned_municipality_code] = abroad ? "000000" : address.municipality_code;
  resident[Juki::planned_postal_code] = address.postal_code;
  resident[Juki::planned_address] = address.text;
  resident[Juki::planned_building] = address.building;
  resident[Juki::planned_head_kanji] = head;
}

void confirm_planned_address(Resident& resident) {
  resident[Juki::confirmed_municipality_code] = resident[Juki::planned_municipality_code];
  resident[Juki::confirmed_postal_code] = resident[Juki::planned_postal_code];
  resident[Juki::confirmed_address] = resident[Juki::planned_address];
  resident[Juki::confirmed_building] = resident[Juki::planned_building];
  resident[Juki::confirmed_head_kanji] = resident[Juki::planned_head_kanji];
}

void set_move(Resident& resident, const Move& move) {
  resident[Juki::move_reason] = move.reason;
  resident[Juki::move_date] = day_text(move.happened);
  resident[Juki::move_notified_date] = day_text(move.notified);
}

void set_settled(Resident& resident, const Move& move) {
  resident[Juki::settled_date] = day_text(move.happened);
  resident[Juki::settled_reason] = move.reason;
  resident[Juki::settled_notified_date] = day_text(move.notified);
  resident[Juki::settled_notified_reason] = move.kind;
  if (!resident.foreign()) return;
  resident[Juki::foreign_settled_date] = resident[Juki::settled_date];
  resident[Juki::foreign_settled_reason] = move.reason;
  resident[Juki::foreign_settled_notified_date] = resident[Juki::settled_notified_date];
  resident[Juki::foreign_settled_notified_reason] = move.kind;
}

void set_foreign_since(Resident& resident, Day since, Day notified) {
  resident[Juki::foreign_move_date] = day_text(since);
  resident[Juki::foreign_move_notified_date] = day_text(notified);
}

void set_removed(Resident& resident, std::string_view removal_class, const Move& move) {
  resident[Juki::removal_class] = removal_class;
  resident[Juki::removal_date] = day_text(move.happened);
  resident[Juki::removal_notified_date] = day_text(move.notified);
  resident[Juki::removal_reason] = move.reason;
  resident[Juki::removal_notified_reason] = move.kind;
  if (resident[Juki::move_reason] != move.reason) set_move(resident, move);
}

void clear_removal(Resident& resident) {
  for (auto item = static_cast<std::size_t>(Juki::planned_municipality_code);
       item <= static_cast<std::size_t>(Juki::confirmed_head_kanji); ++item) {
    resident[static_cast<Juki>(item)].clear();
  }
  for (const Juki item :
       {Juki::removal_date, Juki::removal_notified_date, Juki::removal_reason, Juki::removal_notified_reason}) {
    resident[item].clear();
  }
  resident[Juki::removal_class] = "0";
}

}  // namespace daicho
