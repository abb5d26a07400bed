#include "samples/day_events.hpp"

#include <algorithm>

namespace daicho {
namespace {

std::string address_key(const Resident& resident) {
  return resident[Juki::address] + "\x1F" + resident[Juki::address_building];
}

// One stream of numbers a day, so that a seed gives other events every day.
Prng prng_of(const EvolveWish& wish) { return Prng(wish.seed, static_cast<std::uint64_t>(wish.as_of) | 1ULL << 40); }

}  // namespace

bool leaves_soon(const Resident& resident) {
  const std::string& reason = resident[Juki::move_reason];
  return resident.living() && (reason == "21" || reason == "22");
}

std::pair<std::string, std::string> name_parts(const std::string& name) {
  constexpr std::string_view kSpace = "　";
  const std::size_t space = name.find(kSpace);
  if (space == std::string::npos) return {name, ""};
  return {name.substr(0, space), name.substr(space + kSpace.size())};
}

DayEvents::DayEvents(RegisterTable& table, const EvolveWish& wish)
    : table_(table),
      wish_(wish),
      today_(wish.as_of),
      prng_(prng_of(wish)),
      names_(SampleRepertoire(wish.charset, wish.text)),
      maker_(names_, numbers_) {
  for (Row row = 0; row < table.size(); ++row) {
    const Resident resident = table[row];
    numbers_.note_individual_no(resident[Juki::individual_no]);
    numbers_.note_juminhyo_code(resident[Juki::juminhyo_code]);
    numbers_.note_addressee_no(resident[Juki::addressee_no]);
    numbers_.note_household_no(resident[Juki::household_no]);
    if (resident.living() && resident.head()) {
      by_address_[address_key(resident)].push_back(resident[Juki::household_no]);
    }
  }
}

std::uint32_t DayEvents::happen(DayEvent event) {
  switch (event) {
    case DayEvent::domestic_arrival:
      return prng_.chance(1000) ? arrive_again() : arrive(false);
    case DayEvent::arrival_from_abroad:
      return arrive(true);
    case DayEvent::birth:
      return bear();
    case DayEvent::move_within_city:
      return move_within_city();
    case DayEvent::departure_notice:
      return give_departure_notice();
    case DayEvent::death:
      return die();
    case DayEvent::household_split:
      return split_household();
    case DayEvent::household_merger:
      return merge_households();
    case DayEvent::household_change:
      return change_household();
    case DayEvent::head_change:
      return change_head();
    case DayEvent::name_change:
      return change_name();
    case DayEvent::former_surname:
      return record_former_surname();
    case DayEvent::naturalisation:
      return naturalise();
    case DayEvent::juminhyo_code_change:
      return change_juminhyo_code();
    case DayEvent::individual_no_change:
      return change_individual_no();
    case DayEvent::minor_correction:
      return correct_slightly();
    case DayEvent::alias:
      return record_alias();
  }
  return 0;
}

std::size_t DayEvents::House::head() const {
  const auto found = std::find_if(members.begin(), members.end(), [](const Resident& member) { return member.head(); });
  return static_cast<std::size_t>(found - members.begin());
}

DayEvents::House DayEvents::house_of(const std::string& household_no) const {
  House house;
  house.rows = table_.household(household_no);
  for (const Row row : house.rows) house.members.push_back(table_[row]);
  return house;
}

bool DayEvents::at_rest(const House& house) const {
  for (std::size_t at = 0; at < house.rows.size(); ++at) {
    const Resident& member = house.members[at];
    if (table_.changed(house.rows[at]) || leaves_soon(member) || member[Juki::individual_no].empty()) return false;
  }
  return house.head() < house.rows.size();  // a register without a head is somebody's to mend first
}

DayEvents::House DayEvents::draw_house() {
  if (table_.size() == 0) return {};
  const Row row = prng_.below(static_cast<std::uint32_t>(table_.size()));
  const Resident resident = table_[row];
  if (!resident.living()) return {};
  House house = house_of(resident[Juki::household_no]);
  return at_rest(house) ? house : House{};
}

DayEvents::House DayEvents::draw_person() {
  const House house = draw_house();
  if (house.rows.empty()) return {};
  const std::size_t at = prng_.below(static_cast<std::uint32_t>(house.rows.size()));
  return {{house.rows[at]}, {house.members[at]}};
}

DayEvents::House DayEvents::neighbour_of(const House& house) {
  const std::string& own = house.members.front()[Juki::household_no];
  const auto found = by_address_.find(address_key(house.members.front()));
  if (found == by_address_.end()) return {};
  for (const std::string& other : found->second) {
    if (other == own) continue;
    House neighbour = house_of(other);
    const bool there = !neighbour.rows.empty() && address_key(neighbour.members[0]) == address_key(house.members[0]);
    if (there && at_rest(neighbour)) return neighbour;
  }
  return {};
}

Day DayEvents::latest(const House& house) const {
  Day day = 0;
  for (const Resident& member : house.members) {
    for (const Juki item :
         {Juki::move_date, Juki::move_notified_date, Juki::settled_date, Juki::settled_notified_date}) {
      day = std::max(day, day_of(member[item], 0));
    }
  }
  return std::min(day, today_);
}

void DayEvents::put(const House& house) {
  for (std::size_t at = 0; at < house.rows.size(); ++at) table_.change(house.rows[at], house.members[at]);
}

void DayEvents::receive_individual_no(Row row) {
  Resident resident = table_[row];
  resident[Juki::individual_no] = numbers_.individual_no(prng_);
  if (!leaves_soon(resident)) set_move(resident, {"37", today_, today_, "02"});
  table_.change(row, resident);
}

void DayEvents::confirm_departure(Row row) {
  Resident resident = table_[row];
  const Day left = day_of(resident[Juki::move_date], today_);
  const Day told = day_of(resident[Juki::move_notified_date], today_);
  const std::string reason = resident[Juki::move_reason];
  const Resident before = resident;
  set_removed(resident, "1", {reason, left, told});
  if (reason == "21") confirm_planned_address(resident);
  table_.change(row, resident);
  if (before.head()) succeed(before, left);
}

void DayEvents::settle_short_stay(Row row) {
  Resident resident = table_[row];
  const Day since = day_of(resident[Juki::foreign_move_date], today_);
  const bool soon = today_ - since >= 30 && prng_.chance(3000);
  if (!soon && today_ - since < 55) return;
  ForeignHousehold household;
  household.country = {resident[Juki::nationality_code], resident[Juki::nationality_kanji], 0};
  household.head_status = resident.head() ? "029" : "026";
  household.section = "01";
  set_foreign_status(resident, prng_, household, day_of(resident[Juki::foreign_birth_date], since), today_);
  set_move(resident, {"33", today_, today_, "02"});
  table_.change(row, resident);
}

void DayEvents::renew_period_of_stay(Row row) {
  Resident resident = table_[row];
  if (day_of(resident[Juki::period_of_stay_expiry], today_ + 1) > today_) return;
  const bool permitted_only = resident[Juki::residence_card_no].empty();
  resident[Juki::period_of_stay] = permitted_only ? "0006000" : "0100000";
  resident[Juki::period_of_stay_expiry] = day_text(today_ + (permitted_only ? 182 : 365));
  if (!permitted_only) resident[Juki::residence_card_no] = residence_card_no(prng_);
  set_move(resident, {"33", today_, today_, "02"});
  table_.change(row, resident);
}

}  // namespace daicho
