// Events of a day: names, nationality, numbers and small corrections.
#include <algorithm>

#include "converters/date.hpp"
#include "converters/utf8.hpp"
#include "samples/day_events.hpp"

namespace daicho {
namespace {

void replace_first(std::string& text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at != std::string::npos) text.replace(at, from.size(), to);
}

void keep_head_names(Resident& resident) {
  if (!resident.head()) return;
  resident[Juki::head_name_kana] = resident[Juki::name_kana];
  resident[Juki::head_name_kanji] = resident[Juki::name_kanji];
}

}  // namespace

// 氏名変更 after a notice to the family register: a new given name, or the surname of somebody who lives alone. A
// head's name stands in the records of the whole household, so heads of larger ones are left out.
std::uint32_t DayEvents::change_name() {
  House person = draw_person();
  if (person.rows.empty() || person.members.front().foreign()) return 0;
  Resident& resident = person.members.front();
  const bool alone = table_.household(resident[Juki::household_no]).size() == 1;
  if (resident.head() && !alone) return 0;
  const auto [surname, given] = name_parts(resident[Juki::name_kanji]);
  const auto [surname_kana, given_kana] = name_parts(resident[Juki::name_kana]);
  if (given.empty() || given_kana.empty()) return 0;
  const std::string before = resident[Juki::name_kanji];
  const ReadName other = names_.surname(prng_);
  const Day birth = birth_of(resident);
  const ReadName new_given = names_.given(prng_, resident.male(), year_of(birth));
  if (alone) {
    set_japanese_name(resident, other, {given, given_kana});
    set_honseki(resident, prng_, resident[Juki::name_kanji]);
  } else {
    set_japanese_name(resident, {surname, surname_kana}, new_given);
    if (resident[Juki::hittosha_kanji] == before) resident[Juki::hittosha_kanji] = resident[Juki::name_kanji];
  }
  if (resident[Juki::name_kanji] == before) return 0;
  keep_head_names(resident);
  set_move(resident, {"33", today_, today_, "02"});
  put(person);
  return 1;
}

std::uint32_t DayEvents::record_former_surname() {
  House person = draw_person();
  if (person.rows.empty()) return 0;
  Resident& resident = person.members.front();
  if (resident.foreign() || !resident[Juki::former_surname_kanji].empty()) return 0;
  if (resident[Juki::relationship_code] != relationship::kWife) return 0;
  resident[Juki::former_surname_kanji] = names_.surname(prng_).kanji;
  set_move(resident, {"44", today_, today_});
  put(person);
  return 1;
}

// 帰化: the record of a foreign resident becomes that of a Japanese one; who it is, where and since when stays (L45).
std::uint32_t DayEvents::naturalise() {
  House person = draw_person();
  if (person.rows.empty()) return 0;
  Resident& resident = person.members.front();
  const std::string& section = resident[Juki::article_30_45_class];
  const Day birth = birth_of(resident);
  if ((section != "01" && section != "02") || years_between(birth, today_) < 18) return 0;
  if (resident.head() && table_.household(resident[Juki::household_no]).size() > 1) return 0;
  ReadName surname = names_.surname(prng_);
  ReadName given = names_.given(prng_, resident.male(), year_of(birth));
  const auto [alias_surname, alias_given] = name_parts(resident[Juki::foreign_alias_kanji]);
  const auto [alias_surname_kana, alias_given_kana] = name_parts(resident[Juki::foreign_alias_kana]);
  if (!alias_given.empty() && !alias_given_kana.empty()) {
    surname = {alias_surname, alias_surname_kana};
    given = {alias_given, alias_given_kana};
  }
  PartialDate born = parse_era_gregorian_date(resident[Juki::birth_date]).date;
  born.era = era_of(born);
  set_japanese_name(resident, surname, given);
  clear_foreign_items(resident);
  resident[Juki::birth_date] = format_era_gregorian_date(born);
  set_honseki(resident, prng_, resident[Juki::name_kanji]);
  keep_head_names(resident);
  set_move(resident, {"14", today_, today_, "02"});
  put(person);
  return 1;
}

std::uint32_t DayEvents::change_juminhyo_code() {
  House person = draw_person();
  if (person.rows.empty()) return 0;
  person.members.front()[Juki::juminhyo_code] = numbers_.juminhyo_code(prng_);
  set_move(person.members.front(), {"38", today_, today_});
  put(person);
  return 1;
}

std::uint32_t DayEvents::change_individual_no() {
  House person = draw_person();
  if (person.rows.empty()) return 0;
  person.members.front()[Juki::individual_no] = numbers_.individual_no(prng_);
  set_move(person.members.front(), {"35", today_, today_});
  put(person);
  return 1;
}

// 軽微な修正: another spelling of the building, for the household; or a common character in the name of somebody who
// lives alone.
std::uint32_t DayEvents::correct_slightly() {
  House house = draw_house();
  if (house.rows.empty()) return 0;
  Resident& first = house.members.front();
  const std::string name = first[Juki::name_kanji];
  if (house.rows.size() == 1 && !first.foreign()) {
    for (const auto& [from, to] : {std::pair("髙", "高"), std::pair("﨑", "崎"), std::pair("濵", "浜"),
                                   std::pair("𠮷", "吉"), std::pair("邉", "辺"), std::pair("齋", "斎")}) {
      replace_first(first[Juki::name_kanji], from, to);
    }
    keep_head_names(first);
  }
  const bool renamed = first[Juki::name_kanji] != name;
  std::string building = first[Juki::address_building];
  if (!renamed) {
    const bool numbered = building.find("号館") != std::string::npos;
    replace_first(building, numbered ? "１号館　" : "　", numbered ? "　" : "１号館　");
    if (building == first[Juki::address_building] || utf16_length(building) > 100) return 0;
  }
  for (Resident& member : house.members) {
    if (!renamed) member[Juki::address_building] = building;
    set_move(member, {"32", today_, today_, "02"});
  }
  put(house);
  return count(house);
}

std::uint32_t DayEvents::record_alias() {
  House person = draw_person();
  if (person.rows.empty()) return 0;
  Resident& resident = person.members.front();
  if (!resident.foreign() || !resident[Juki::foreign_alias_kanji].empty()) return 0;
  if (utf16_length(resident[Juki::name_kanji]) > 60 || utf16_length(resident[Juki::name_kana]) > 60) return 0;
  Resident alias;
  set_japanese_name(alias, names_.surname(prng_), names_.given(prng_, resident.male(), 1990));
  resident[Juki::foreign_alias_kanji] = alias[Juki::name_kanji];
  resident[Juki::foreign_alias_kana] = alias[Juki::name_kana];
  resident[Juki::foreign_combined_name_kanji] = resident[Juki::name_kanji] + "（" + alias[Juki::name_kanji] + "）";
  resident[Juki::foreign_combined_name_kana] = resident[Juki::name_kana] + "　" + alias[Juki::name_kana];
  resident[Juki::alias_history] = alias[Juki::name_kanji] + "／" + written_day(today_) + "記載／東京都小金井市";
  set_move(resident, {"47", today_, today_});
  put(person);
  return 1;
}

}  // namespace daicho
