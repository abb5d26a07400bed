#include "samples/evolve.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "samples/city.hpp"
#include "tests/samples/register_checks.hpp"

namespace daicho {
namespace {

const Day kDay = day_number(2026, 11, 20);

RegisterTable city_table(std::uint32_t residents, std::uint64_t seed) {
  const JukiLayout juki(juki_layout());
  RegisterTable table;
  make_city({residents, seed, kDay, Charset::utf8}, juki, [&](const Household& household) {
    for (const Dweller& dweller : household) table.add(dweller.record);
  });
  return table;
}

std::vector<Resident> all_of(const RegisterTable& table) {
  std::vector<Resident> residents;
  for (RegisterTable::Row row = 0; row < table.size(); ++row) residents.push_back(table[row]);
  return residents;
}

RegisterTable copy_of(const RegisterTable& table) {
  RegisterTable copy;
  for (RegisterTable::Row row = 0; row < table.size(); ++row) copy.add(table[row]);
  return copy;
}

/// 1-based numbers of the items that differ.
std::set<int> changed_items(const Resident& before, const Resident& after) {
  std::set<int> items;
  for (std::size_t item = 0; item < kJukiItems; ++item) {
    if (before[static_cast<Juki>(item)] != after[static_cast<Juki>(item)]) items.insert(static_cast<int>(item) + 1);
  }
  return items;
}

std::set<int> ranges(std::initializer_list<std::pair<int, int>> list) {
  std::set<int> items;
  for (const auto& [first, last] : list) {
    for (int item = first; item <= last; ++item) items.insert(item);
  }
  return items;
}

struct Evolved {
  std::vector<Resident> before;
  std::vector<Resident> after;
};

/// A city of 20,000 and its next day with two per cent of changes.
const Evolved& evolved() {
  static const Evolved result = [] {
    RegisterTable table = city_table(20000, 1);
    Evolved made{all_of(table), {}};
    evolve(table, {20000, 7, kDay + 1, Charset::utf8});
    made.after = all_of(table);
    return made;
  }();
  return result;
}

/// Calls `visit(before, after)` for everyone who changed under one of the reasons and was there before.
template <typename Visit>
int for_each_changed(const std::set<std::string>& reasons, Visit visit) {
  int count = 0;
  const Evolved& day = evolved();
  for (std::size_t row = 0; row < day.before.size(); ++row) {
    if (day.before[row] == day.after[row] || reasons.count(day.after[row][Juki::move_reason]) == 0) continue;
    visit(day.before[row], day.after[row]);
    ++count;
  }
  return count;
}

bool within(const std::set<int>& items, const std::set<int>& allowed) {
  return std::includes(allowed.begin(), allowed.end(), items.begin(), items.end());
}

TEST_CASE("After each of five days a register has no finding and passes the logical checks") {
  RegisterTable table = city_table(5000, 4);
  for (int day = 1; day <= 5; ++day) {
    table = copy_of(table);
    evolve(table, {10000, 9, kDay + day, Charset::utf8});
    const auto residents = all_of(table);
    CAPTURE(day);
    CHECK(findings_of(residents) == "");
    CHECK(logical_faults(residents, day_text(kDay + day)) == "");
  }
}

TEST_CASE("After three months without a run a register still passes") {
  RegisterTable table = city_table(5000, 4);
  evolve(table, {3000, 9, kDay + 90, Charset::utf8});
  CHECK(logical_faults(all_of(table), day_text(kDay + 90)) == "");
}

TEST_CASE("Every reason of a day happens, each in about its share") {
  std::map<std::string, int> reasons;
  const Evolved& day = evolved();
  for (std::size_t row = 0; row < day.after.size(); ++row) {
    if (row < day.before.size() && day.before[row] == day.after[row]) continue;
    ++reasons[day.after[row][Juki::move_reason]];
  }
  for (const char* reason :
       {"11", "12", "13", "14", "21", "23", "31", "32", "33", "35", "37", "38", "40", "43", "44", "47"}) {
    CAPTURE(reason);
    CHECK(reasons[reason] > 0);
  }
  CHECK(reasons["11"] >= 80);
  CHECK(reasons["11"] <= 115);
  CHECK(reasons["31"] >= 60);
  CHECK(reasons["31"] <= 85);
}

TEST_CASE("転居 changes only what L02 allows, for the whole household") {
  const std::set<int> allowed = ranges({{1, 3}, {4, 10}, {11, 11}, {14, 19}, {24, 24}, {31, 35}, {53, 53}, {73, 79}});
  const int moved = for_each_changed({"31"}, [&](const Resident& before, const Resident& after) {
    CHECK(within(changed_items(before, after), allowed));
    CHECK(after[Juki::previous_address] == before[Juki::address]);
    CHECK(before.living());
  });
  CHECK(moved > 20);
}

TEST_CASE("軽微な修正 changes only what L46 allows") {
  const std::set<int> allowed =
      ranges({{2, 3}, {5, 10}, {11, 11}, {14, 15}, {20, 21}, {27, 29}, {33, 35}, {53, 53}, {58, 63}});
  const int corrected = for_each_changed({"32"}, [&](const Resident& before, const Resident& after) {
    CHECK(within(changed_items(before, after), allowed));
  });
  CHECK(corrected > 10);
}

TEST_CASE("帰化 carries over what L45 names") {
  const int naturalised = for_each_changed({"14"}, [&](const Resident& before, const Resident& after) {
    CHECK(before.foreign());
    CHECK_FALSE(after.foreign());
    for (const Juki item :
         {Juki::address, Juki::address_building, Juki::sex_code, Juki::relationship_code, Juki::settled_date,
          Juki::juminhyo_code, Juki::addressee_no, Juki::individual_no, Juki::previous_address, Juki::household_no}) {
      CHECK(before[item] == after[item]);
    }
    CHECK(before[Juki::birth_date].substr(1) == after[Juki::birth_date].substr(1));
  });
  CHECK(naturalised > 0);
}

TEST_CASE("Household reasons leave address and building alone (L47), and arrivals are of nobody who lives here (L01)") {
  const int household = for_each_changed({"40", "41", "42", "43"}, [&](const Resident& before, const Resident& after) {
    CHECK(before[Juki::address] == after[Juki::address]);
    CHECK(before[Juki::address_building] == after[Juki::address_building]);
  });
  CHECK(household > 5);
  for_each_changed({"11", "12", "13"}, [&](const Resident& before, const Resident& after) {
    CHECK_FALSE(before.living());
    CHECK(before[Juki::addressee_no] == after[Juki::addressee_no]);
    CHECK(before[Juki::individual_no] == after[Juki::individual_no]);
  });
}

TEST_CASE("個人番号 of newborns arrive a day later") {
  RegisterTable table = city_table(5000, 4);
  evolve(table, {20000, 1, kDay + 1, Charset::utf8});
  std::vector<RegisterTable::Row> waiting;
  for (RegisterTable::Row row = 0; row < table.size(); ++row) {
    if (table[row].living() && table[row][Juki::individual_no].empty()) waiting.push_back(row);
  }
  CHECK(waiting.size() >= 5);
  RegisterTable next = copy_of(table);
  evolve(next, {0, 1, kDay + 2, Charset::utf8});
  for (const auto row : waiting) {
    CHECK_FALSE(next[row][Juki::individual_no].empty());
    CHECK(next[row][Juki::move_reason] == "37");
    CHECK(next[row][Juki::move_date] == day_text(kDay + 2));
  }
}

TEST_CASE("A planned departure takes effect on its day and keeps reason and dates") {
  RegisterTable table = city_table(5000, 4);
  std::vector<RegisterTable::Row> planned;
  for (RegisterTable::Row row = 0; row < table.size(); ++row) {
    const Resident one = table[row];
    const bool plan = one.living() && (one[Juki::move_reason] == "21" || one[Juki::move_reason] == "22");
    if (plan) planned.push_back(row);
  }
  CHECK(planned.size() >= 2);
  RegisterTable later = copy_of(table);
  evolve(later, {0, 1, kDay + 15, Charset::utf8});
  for (const auto row : planned) {
    const Resident before = table[row];
    const Resident after = later[row];
    CHECK(after[Juki::removal_class] == "1");
    CHECK(after[Juki::removal_date] == before[Juki::move_date]);
    for (const Juki item : {Juki::move_reason, Juki::move_date, Juki::move_notified_date, Juki::planned_address}) {
      CHECK(before[item] == after[item]);
    }
  }
}

TEST_CASE("Event shares add up, and from 20 changes on every event happens") {
  std::uint32_t sum = 0;
  for (const EventShare& share : event_shares()) sum += share.per_mille;
  CHECK(sum == 1000);
  std::uint32_t people = 0;
  for (const std::uint32_t quota : event_quotas(1000)) people += quota;
  CHECK(people == 1000);
  for (const std::uint32_t quota : event_quotas(20)) CHECK(quota >= 1);
}

TEST_CASE("The same seed and day make the same changes") {
  RegisterTable one = city_table(1000, 2);
  RegisterTable two = city_table(1000, 2);
  evolve(one, {20000, 3, kDay + 1, Charset::utf8});
  evolve(two, {20000, 3, kDay + 1, Charset::utf8});
  CHECK(all_of(one) == all_of(two));
}

TEST_CASE("An empty register stays empty but for arrivals") {
  RegisterTable table;
  evolve(table, {500000, 1, kDay, Charset::utf8});
  CHECK(table.size() == 0);
}

}  // namespace
}  // namespace daicho
