// Events of a day: who comes, who moves within the city, who gives notice of leaving.
#include <algorithm>

#include "samples/day_events.hpp"
#include "samples/history.hpp"

namespace daicho {

std::uint32_t DayEvents::arrive(bool from_abroad) {
  HouseholdWish wish;
  const bool foreign = prng_.chance(from_abroad ? 6500 : 400);
  if (foreign) wish.section = prng_.chance(200) ? "02" : "01";
  wish.limit = 6;
  Household household = maker_.make(prng_, wish, today_);
  Day happened = today_ - prng_.between(0, 13);
  for (const Dweller& dweller : household) happened = std::max(happened, dweller.birth);
  HistoryWriter(prng_, today_, false).arrive_now(household, from_abroad, happened);
  const bool numbers_later = from_abroad && prng_.chance(5000);
  for (Dweller& dweller : household) {
    if (numbers_later) dweller.record[Juki::individual_no].clear();
    table_.change(table_.add(dweller.record), dweller.record);
  }
  return static_cast<std::uint32_t>(household.size());
}

// 再転入: somebody who left comes back, with the same 宛名番号, 住民票コード and 個人番号.
std::uint32_t DayEvents::arrive_again() {
  const Row row = prng_.below(static_cast<std::uint32_t>(table_.size()));
  Resident resident = table_[row];
  const bool left = resident[Juki::removal_class] == "1" && resident[Juki::removal_reason] == "21";
  if (!left || resident.foreign() || resident[Juki::juminhyo_code].empty() || table_.changed(row)) return 0;
  if (resident[Juki::individual_no].empty() || resident[Juki::confirmed_address].empty()) return 0;
  Address from;
  from.municipality_code = resident[Juki::confirmed_municipality_code];
  from.postal_code = resident[Juki::confirmed_postal_code];
  from.text = resident[Juki::confirmed_address];
  from.building = resident[Juki::confirmed_building];
  const Day happened = std::max(today_ - prng_.between(0, 10), day_of(resident[Juki::removal_date], today_));
  if (happened > today_) return 0;
  set_previous_address(resident, from, resident[Juki::name_kanji]);
  clear_removal(resident);
  for (const Juki item :
       {Juki::last_registered_municipality_code, Juki::last_registered_postal_code, Juki::last_registered_address,
        Juki::last_registered_building, Juki::last_registered_head_kanji, Juki::unreported_from, Juki::unreported_to}) {
    resident[item].clear();
  }
  resident[Juki::household_no] = numbers_.next_household_no();
  resident[Juki::relationship_code] = relationship::kHead;
  resident[Juki::head_name_kana] = resident[Juki::name_kana];
  resident[Juki::head_name_kanji] = resident[Juki::name_kanji];
  set_address(resident, city_address(prng_, true));
  const Move move{"11", happened, today_};
  set_move(resident, move);
  set_settled(resident, move);
  table_.change(row, resident);
  return 1;
}

// 転居 changes the address and what goes with it, and nothing else (L02).
std::uint32_t DayEvents::move_within_city() {
  House house = draw_house();
  if (house.rows.empty()) return 0;
  const Day happened = std::max(latest(house), today_ - prng_.between(0, 13));
  const Address to = city_address(prng_, house.rows.size() < 4);
  for (Resident& member : house.members) {
    set_previous_address_from_present(member);
    set_address(member, to);
    const Move move{"31", happened, today_};
    set_move(member, move);
    set_settled(member, move);
  }
  put(house);
  return count(house);
}

// A whole household, or one grown member other than the head.
std::uint32_t DayEvents::give_departure_notice() {
  House house = draw_house();
  if (house.rows.empty()) return 0;
  for (const Resident& member : house.members) {
    const std::string& section = member[Juki::article_30_45_class];
    if (section == "05" || section == "06") return 0;
  }
  const bool abroad = prng_.chance(1000);
  const Address to = abroad ? address_abroad(prng_) : address_elsewhere(prng_);
  const Move move{abroad ? "22" : "21", today_ + prng_.between(0, 14), today_};
  House leaving = house;
  if (house.rows.size() > 1 && prng_.chance(4000)) {
    const std::size_t at = prng_.below(static_cast<std::uint32_t>(house.rows.size()));
    const Day birth = birth_of(house.members[at]);
    if (at == house.head() || years_between(birth, today_) < 18) return 0;
    leaving = {{house.rows[at]}, {house.members[at]}};
  }
  const std::string head = leaving.members.front()[Juki::name_kanji];
  for (Resident& member : leaving.members) {
    set_planned_address(member, to, head);
    set_move(member, move);
  }
  put(leaving);
  return count(leaving);
}

}  // namespace daicho
