#include "samples/history.hpp"

#include <algorithm>
#include <array>

#include "converters/date.hpp"

namespace daicho {
namespace {

const Day kForeignRegisterBegins = day_number(2012, 7, 9);
const Day kIndividualNosBegin = day_number(2015, 10, 5);

// The day on which the adults came: more often recently than long ago.
Day arrival_day(Prng& prng, const Household& household, Day today) {
  int youngest = 120;
  for (const Dweller& dweller : household) {
    if (!dweller.member.child) youngest = std::min(youngest, dweller.member.age);
  }
  const int most = std::clamp((youngest - 17) * 365, 60, 50 * 365);
  return today - 1 - std::min(prng.between(0, most), prng.between(0, most));
}

// The last day on which something was told of this person.
Day last_told(const Resident& record) { return day_of(record[Juki::move_notified_date], 0); }

}  // namespace

Day HistoryWriter::told(Day happened) { return std::min(today_, happened + prng_.between(0, 13)); }

void HistoryWriter::arrive(Dweller& dweller, const Move& move, const Address& from) {
  Resident& record = dweller.record;
  set_move(record, move);
  set_settled(record, move);
  dweller.since = dweller.settled = move.happened;
  if (record.foreign()) set_foreign_since(record, std::max(move.happened, kForeignRegisterBegins), move.notified);
  set_previous_address(record, from, prng_.chance(6000) ? record[Juki::head_name_kanji] : record[Juki::name_kanji]);
  if (move.reason == "11" && prng_.chance(30)) arrive_unreported(dweller, move.happened);
}

void HistoryWriter::arrive_unreported(Dweller& dweller, Day arrived) {
  Resident& record = dweller.record;
  const Address last = address_elsewhere(prng_);
  record[Juki::last_registered_municipality_code] = last.municipality_code;
  record[Juki::last_registered_postal_code] = last.postal_code;
  record[Juki::last_registered_address] = last.text;
  record[Juki::last_registered_building] = last.building;
  record[Juki::last_registered_head_kanji] = record[Juki::name_kanji];
  record[Juki::previous_address] += "（未届）";
  record[Juki::unreported_from] = day_text(arrived - prng_.between(60, 900));
  record[Juki::unreported_to] = day_text(arrived - 1);
}

void HistoryWriter::be_born(Dweller& dweller) {
  Resident& record = dweller.record;
  const Move birth{"13", dweller.birth, told(dweller.birth)};
  set_move(record, birth);
  set_settled(record, birth);
  dweller.since = dweller.settled = dweller.birth;
  if (record.foreign()) set_foreign_since(record, std::max(dweller.birth, kForeignRegisterBegins), birth.notified);
  if (birth.notified < kIndividualNosBegin) return;
  if (birth.notified == today_) {
    record[Juki::individual_no].clear();  // it comes a day later
  } else {
    set_move(record, {"37", birth.notified + 1, birth.notified + 1, "02"});
  }
}

void HistoryWriter::settle(Household& household, bool arrived_yesterday) {
  Day arrived = arrived_yesterday ? today_ - 1 : arrival_day(prng_, household, today_);
  const bool all_foreign = household.front().record.foreign();
  const bool by_law = all_foreign && arrived < kForeignRegisterBegins;
  if (by_law) arrived = kForeignRegisterBegins;
  const bool from_abroad = prng_.chance(all_foreign ? 4500 : 350);
  const Address from = from_abroad ? address_abroad(prng_) : address_elsewhere(prng_);
  Move arrival{from_abroad ? "12" : "11", arrived, arrived_yesterday ? today_ : told(arrived)};
  if (by_law) arrival = {"16", arrived, arrived, "02"};
  for (Dweller& dweller : household) {
    if (dweller.birth > arrived) {
      be_born(dweller);
    } else {
      arrive(dweller, arrival, by_law ? Address{} : from);
    }
  }
  if (household.front().record[Juki::article_30_45_class] == "06") {
    const Day lost = today_ - prng_.between(5, 40);
    Resident& record = household.front().record;
    if (day_of(record[Juki::settled_date], 0) > lost) {
      record[Juki::settled_date] = record[Juki::foreign_settled_date] = day_text(lost - 400);
      record[Juki::settled_notified_date] = record[Juki::foreign_settled_notified_date] = day_text(lost - 399);
      household.front().since = household.front().settled = lost - 400;
    }
    set_move(record, {"15", lost, lost, "02"});
    set_foreign_since(record, lost, lost);
    return;
  }
  if (today_ - arrived > 500 && prng_.chance(3000)) move_within_city(household, arrived);
  for (Dweller& dweller : household) {
    correct(dweller);
    blur_dates(dweller);
  }
}

void HistoryWriter::arrive_now(Household& household, bool from_abroad, Day happened) {
  const Address from = from_abroad ? address_abroad(prng_) : address_elsewhere(prng_);
  for (Dweller& dweller : household) arrive(dweller, {from_abroad ? "12" : "11", happened, today_}, from);
}

void HistoryWriter::move_within_city(Household& household, Day arrived) {
  const Day moved = arrived + prng_.between(200, today_ - arrived - 60);
  const Address former = city_address(prng_, true);
  const Move move{"31", moved, told(moved)};
  for (Dweller& dweller : household) {
    if (dweller.settled > moved) continue;
    set_previous_address(dweller.record, former, dweller.record[Juki::head_name_kanji]);
    set_settled(dweller.record, move);
    dweller.settled = moved;
    if (last_told(dweller.record) < move.notified) set_move(dweller.record, move);
  }
}

// Corrections after the arrival, about one in fourteen people.
void HistoryWriter::correct(Dweller& dweller) {
  Resident& record = dweller.record;
  const Day told_last = last_told(record);
  if (!prng_.chance(700) || today_ - told_last < 60) return;
  const Day day = told_last + prng_.between(10, today_ - told_last - 10);
  constexpr std::array<std::string_view, 6> kReasons = {"32", "33", "34", "38", "35", "14"};
  constexpr std::array<std::uint32_t, 6> kWeights = {45, 30, 15, 5, 3, 3};
  std::string_view reason = kReasons[prng_.weighted(kWeights)];
  if (!record[Juki::former_surname_kanji].empty()) reason = "44";
  if (!record[Juki::foreign_alias_kanji].empty()) reason = "47";
  if (reason == "14" && (record.foreign() || dweller.member.age < 20)) reason = "33";
  if (reason == "35" && day < kIndividualNosBegin) reason = "34";
  set_move(record, {reason, day, day, "02"});
  if (prng_.chance(5000)) record[Juki::remarks] = "職権により修正（" + full_width_number(year_of(day)) + "年度）";
}

void HistoryWriter::blur_dates(Dweller& dweller) {
  Resident& record = dweller.record;
  const bool foreign = record.foreign();
  if (prng_.chance(dweller.member.age > 84 ? 120 : foreign ? 60 : 1) && dweller.member.age > 25) {
    const bool month_too = prng_.chance(6000);
    record[Juki::birth_date] = unknown_birth_text(dweller.birth, foreign, month_too);
    if (foreign) record[Juki::foreign_birth_date] = record[Juki::birth_date].substr(1);
  }
  if (!foreign && dweller.settled < day_number(1995, 1, 1) && prng_.chance(200)) {
    std::string& settled = record[Juki::settled_date];
    settled = prng_.chance(1000) ? "00000000" : settled.substr(0, prng_.chance(5000) ? 6 : 4) + "0000";
    settled.resize(8);
  }
}

void HistoryWriter::plan_departure(Household& household) {
  for (const Dweller& dweller : household) {
    if (dweller.record[Juki::individual_no].empty() || dweller.record[Juki::article_30_45_class] == "06") return;
  }
  const bool abroad = prng_.chance(1000);
  const Address to = abroad ? address_abroad(prng_) : address_elsewhere(prng_);
  const Move move{abroad ? "22" : "21", today_ + prng_.between(1, 14), today_ - prng_.between(0, 10)};
  const auto goes_alone = [](const Dweller& dweller) { return dweller.member.child && dweller.member.age >= 18; };
  const auto child = std::find_if(household.begin(), household.end(), goes_alone);
  const std::string head(child == household.end() ? household.front().record[Juki::name_kanji]
                                                  : child->record[Juki::name_kanji]);
  for (Dweller& dweller : household) {
    if (child != household.end() && &dweller != &*child) continue;
    set_planned_address(dweller.record, to, head);
    set_move(dweller.record, {move.reason, move.happened, std::max(move.notified, last_told(dweller.record))});
  }
}

void HistoryWriter::depart(Household& household) {
  constexpr std::array<std::string_view, 3> kReasons = {"21", "22", "26"};
  constexpr std::array<std::uint32_t, 3> kWeights = {82, 11, 7};
  const std::string_view reason = kReasons[prng_.weighted(kWeights)];
  const Address to = reason == "22" ? address_abroad(prng_) : address_elsewhere(prng_);
  const bool by_office = reason == "26";
  const bool confirmed = prng_.chance(9000);
  for (Dweller& dweller : household) {
    Resident& record = dweller.record;
    set_removed(record, by_office ? "3" : "1", {reason, today_, today_, by_office ? "02" : "01"});
    if (by_office) continue;
    set_planned_address(record, to, record[Juki::head_name_kanji]);
    if (confirmed && reason == "21") confirm_planned_address(record);
  }
}

void HistoryWriter::die(Household& household) {
  Resident& record = household.front().record;
  set_removed(record, "2", {"23", today_, today_});
  if (!unknown_death_ || !prng_.chance(200)) return;
  for (const Juki item : {Juki::removal_date, Juki::move_date}) record[item].replace(6, 2, "00");
}

void HistoryWriter::add_late_spouse(Household& household, HouseholdMaker& maker) {
  Dweller& widow = household.front();
  const Day lived = last_told(widow.record);
  if (widow.record.foreign() || today_ - lived < 40) return;
  const Day died = std::max(lived + 5, today_ - prng_.between(20, 5 * 365));
  Dweller spouse = widow;
  spouse.member.male = !widow.member.male;
  spouse.birth = widow.birth - prng_.between(-700, 2500);
  Resident& record = spouse.record;
  record[Juki::addressee_no] = maker.numbers().next_addressee_no();
  record[Juki::juminhyo_code] = prng_.chance(500) ? "" : maker.numbers().juminhyo_code(prng_);
  record[Juki::individual_no] = maker.numbers().individual_no(prng_);
  record[Juki::sex_code] = spouse.member.male ? "1" : "2";
  record[Juki::birth_date] = birth_text(spouse.birth, false);
  const std::string& name = widow.record[Juki::name_kanji];
  const std::string& kana = widow.record[Juki::name_kana];
  constexpr std::string_view kSpace = "　";
  const ReadName surname{std::string_view(name).substr(0, name.find(kSpace)),
                         std::string_view(kana).substr(0, kana.find(kSpace))};
  set_japanese_name(record, surname, maker.names().given(prng_, spouse.member.male, year_of(spouse.birth)));
  const Move death{"23", died, std::min(today_, died + prng_.between(0, 7))};
  const bool was_head = spouse.member.male;
  set_removed(record, "2", death);
  if (was_head) {
    record[Juki::head_name_kana] = record[Juki::name_kana];
    record[Juki::head_name_kanji] = record[Juki::name_kanji];
    set_move(widow.record, {"43", death.happened, death.notified, "02"});
  } else {
    record[Juki::relationship_code] = relationship::kWife;
  }
  household.push_back(spouse);
}

}  // namespace daicho
