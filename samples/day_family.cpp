// Events of a day: births, deaths, and who lives with whom.
#include <algorithm>

#include "samples/day_events.hpp"

namespace daicho {
namespace {

constexpr Day kPregnancy = 300;

void take_head(Resident& member, const Resident& head) {
  member[Juki::head_name_kana] = head[Juki::name_kana];
  member[Juki::head_name_kanji] = head[Juki::name_kanji];
}

void become_head(Resident& member) {
  member[Juki::relationship_code] = relationship::kHead;
  take_head(member, member);
}

bool starts_with_spouse(const Resident& member) {
  const std::string& code = member[Juki::relationship_code];
  return code == relationship::kHusband || code == relationship::kWife;
}

KinToHead kin_of(const Resident& resident) {
  return {resident[Juki::relationship_code], resident.male(), birth_of(resident)};
}

// Who becomes head: the spouse, else the oldest child, else the oldest.
std::size_t heir_among(const std::vector<Resident>& members) {
  const auto rank = [](const Resident& member) {
    const std::string& code = member[Juki::relationship_code];
    if (starts_with_spouse(member)) return 0;
    if (code == relationship::kUnmarriedHusband || code == relationship::kUnmarriedWife) return 1;
    return code == relationship::kChild ? 2 : 3;
  };
  std::size_t heir = 0;
  for (std::size_t at = 1; at < members.size(); ++at) {
    const int difference = rank(members[at]) - rank(members[heir]);
    if (difference < 0 || (difference == 0 && birth_of(members[at]) < birth_of(members[heir]))) heir = at;
  }
  return heir;
}

}  // namespace

std::uint32_t DayEvents::succeed(const Resident& leaver, Day happened) {
  House house = house_of(leaver[Juki::household_no]);
  if (house.rows.empty()) return 0;
  const std::size_t heir_at = heir_among(house.members);
  const KinToHead heir = kin_of(house.members[heir_at]);
  const bool all_leave = std::all_of(house.members.begin(), house.members.end(), [&](const Resident& member) {
    return leaves_soon(member) && member[Juki::move_date] == leaver[Juki::move_date];
  });
  if (all_leave) return 0;  // they follow today
  for (std::size_t at = 0; at < house.members.size(); ++at) {
    Resident& member = house.members[at];
    if (at != heir_at) member[Juki::relationship_code] = relationship_to_heir(kin_of(member), heir, leaver.male());
    const Day day = std::max(happened, std::min(today_, day_of(member[Juki::move_date], happened)));
    // A plan to leave, or what already happened today, stays the latest 異動: the head's change touches no item that is
    // reported outside.
    if (!leaves_soon(member) && !table_.changed(house.rows[at])) set_move(member, {"43", day, today_, "02"});
  }
  become_head(house.members[heir_at]);
  for (Resident& member : house.members) take_head(member, house.members[heir_at]);
  put(house);
  return count(house);
}

std::uint32_t DayEvents::bear() {
  const House house = draw_house();
  if (house.rows.empty()) return 0;
  const std::size_t head = house.head();
  std::size_t mother = house.rows.size();
  for (std::size_t at = 0; at < house.rows.size(); ++at) {
    const Resident& member = house.members[at];
    const int age = years_between(birth_of(member), today_);
    if (today_ - birth_of(member) < kPregnancy) return 0;
    if (!member.male() && age >= 20 && age <= 43 && (at == head || starts_with_spouse(member))) mother = at;
  }
  if (mother == house.rows.size() || (mother == head && !prng_.chance(500))) return 0;
  const Day born = std::max(latest(house), today_ - prng_.between(0, 9));
  const Resident& namer = house.members[head].foreign() ? house.members[mother] : house.members[head];
  Resident child;
  for (const Juki item : {Juki::household_no, Juki::head_name_kana, Juki::head_name_kanji, Juki::district_code,
                          Juki::address_postal_code, Juki::address_municipality_code, Juki::address_town_code,
                          Juki::address, Juki::address_building_code, Juki::address_building}) {
    child[item] = namer[item];
  }
  const bool male = prng_.chance(5130);
  child[Juki::sex_code] = male ? "1" : "2";
  child[Juki::relationship_code] = relationship::kChild;
  child[Juki::removal_class] = "0";
  child[Juki::addressee_no] = numbers_.next_addressee_no();
  child[Juki::juminhyo_code] = numbers_.juminhyo_code(prng_);
  child[Juki::birth_date] = birth_text(born, namer.foreign());
  if (namer.foreign()) {
    ForeignHousehold household;
    household.country = {namer[Juki::nationality_code], namer[Juki::nationality_kanji], 0};
    household.surname = prng_.pick(foreign_names(namer[Juki::nationality_code]).surnames);
    household.section = "05";
    set_foreign_status(child, prng_, household, born, today_);
    set_foreign_name(child, prng_, household, names_);
    set_foreign_since(child, born, today_);
  } else {
    const std::string surname = name_parts(namer[Juki::name_kanji]).first;
    const std::string kana = name_parts(namer[Juki::name_kana]).first;
    set_japanese_name(child, {surname, kana}, names_.given(prng_, male, year_of(born)));
    for (const Juki item :
         {Juki::honseki_municipality_code, Juki::honseki_postal_code, Juki::honseki, Juki::hittosha_kanji}) {
      child[item] = namer[item];
    }
  }
  const Move birth{"13", born, today_};
  set_move(child, birth);
  set_settled(child, birth);
  table_.change(table_.add(child), child);
  return 1;
}

std::uint32_t DayEvents::die() {
  House person = draw_person();
  if (person.rows.empty()) return 0;
  Resident& resident = person.members.front();
  const int age = years_between(birth_of(resident), today_);
  if (!prng_.chance(age > 85 ? 10000 : age > 74 ? 4000 : age > 64 ? 1500 : age > 39 ? 200 : 20)) return 0;
  const Day died = std::max(latest(person), today_ - prng_.between(0, 6));
  const Resident before = resident;
  set_removed(resident, "2", {"23", died, today_});
  put(person);
  return 1 + (before.head() ? succeed(before, died) : 0);
}

// 世帯分離: a grown child without a family of its own becomes head of a household at the same address.
std::uint32_t DayEvents::split_household() {
  const House house = draw_house();
  for (std::size_t at = 0; at < house.rows.size(); ++at) {
    Resident member = house.members[at];
    const std::string& code = member[Juki::relationship_code];
    const bool family = std::any_of(house.members.begin(), house.members.end(), [](const Resident& other) {
      return other[Juki::relationship_code].starts_with("20") && other[Juki::relationship_code] != relationship::kChild;
    });
    if (code != relationship::kChild || family || years_between(birth_of(member), today_) < 20) continue;
    member[Juki::household_no] = numbers_.next_household_no();
    become_head(member);
    set_move(member, {"40", today_, today_});
    table_.change(house.rows[at], member);
    by_address_[member[Juki::address] + "\x1F" + member[Juki::address_building]].push_back(member[Juki::household_no]);
    return 1;
  }
  return 0;
}

// 世帯合併: somebody who lives alone joins the other household at the same address.
std::uint32_t DayEvents::merge_households() {
  House single = draw_house();
  if (single.rows.size() != 1) return 0;
  const House other = neighbour_of(single);
  if (other.rows.empty()) return 0;
  Resident& member = single.members.front();
  member[Juki::household_no] = other.members.front()[Juki::household_no];
  member[Juki::relationship_code] = relationship::kRelative;
  take_head(member, other.members[other.head()]);
  set_move(member, {"41", today_, today_});
  put(single);
  return 1;
}

// 世帯変更: a grown member goes over to the other household at the same address.
std::uint32_t DayEvents::change_household() {
  const House house = draw_house();
  if (house.rows.size() < 2) return 0;
  const House other = neighbour_of(house);
  if (other.rows.empty()) return 0;
  const std::size_t last = house.rows.size() - 1;
  Resident member = house.members[last];
  if (member.head() || starts_with_spouse(member)) return 0;
  member[Juki::household_no] = other.members.front()[Juki::household_no];
  member[Juki::relationship_code] = relationship::kRelative;
  take_head(member, other.members[other.head()]);
  set_move(member, {"42", today_, today_});
  table_.change(house.rows[last], member);
  return 1;
}

// 世帯主変更: the head and the head's spouse change places.
std::uint32_t DayEvents::change_head() {
  House house = draw_house();
  const auto spouse = std::find_if(house.members.begin(), house.members.end(), starts_with_spouse);
  if (spouse == house.members.end()) return 0;
  Resident& head = house.members[house.head()];
  const KinToHead heir = kin_of(*spouse);
  const bool male = head.male();
  for (Resident& member : house.members) {
    if (&member == &head || &member == &*spouse) continue;
    member[Juki::relationship_code] = relationship_to_heir(kin_of(member), heir, male);
  }
  head[Juki::relationship_code] = male ? relationship::kHusband : relationship::kWife;
  become_head(*spouse);
  for (Resident& member : house.members) {
    take_head(member, *spouse);
    set_move(member, {"43", today_, today_});
  }
  put(house);
  return count(house);
}

}  // namespace daicho
