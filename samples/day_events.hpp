// The single events of a day. Each changes one person or household, consistently in all items.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "samples/evolve.hpp"
#include "samples/household.hpp"
#include "samples/residence.hpp"

namespace daicho {

/// The day in which events happen.
class DayEvents {
 public:
  using Row = RegisterTable::Row;

  DayEvents(RegisterTable& table, const EvolveWish& wish);

  /// Makes one event happen; answers how many people changed, 0 where the chosen ones were not fit for it.
  std::uint32_t happen(DayEvent event);

  // What falls due by itself; each looks at one row.
  void receive_individual_no(Row row);
  void confirm_departure(Row row);
  void settle_short_stay(Row row);
  void renew_period_of_stay(Row row);

 private:
  /// A household with its rows; the head is not always first.
  struct House {
    std::vector<Row> rows;
    std::vector<Resident> members;
    std::size_t head() const;
  };

  // day_arrivals.cpp
  std::uint32_t arrive(bool from_abroad);
  std::uint32_t arrive_again();
  std::uint32_t move_within_city();
  std::uint32_t give_departure_notice();
  // day_family.cpp
  std::uint32_t bear();
  std::uint32_t die();
  std::uint32_t split_household();
  std::uint32_t merge_households();
  std::uint32_t change_household();
  std::uint32_t change_head();
  /// Lets somebody of those who remain become head after `leaver` is gone; answers how many people changed.
  std::uint32_t succeed(const Resident& leaver, Day happened);
  // day_corrections.cpp
  std::uint32_t change_name();
  std::uint32_t record_former_surname();
  std::uint32_t naturalise();
  std::uint32_t change_juminhyo_code();
  std::uint32_t change_individual_no();
  std::uint32_t correct_slightly();
  std::uint32_t record_alias();

  /// The household of a living person drawn at random, if nobody of it changed today, has a plan to leave or waits for
  /// a number; else an empty one.
  House draw_house();
  /// A living person of such a household, or nothing (`rows` empty); the only member of the answer.
  House draw_person();
  House house_of(const std::string& household_no) const;
  bool at_rest(const House& house) const;
  /// Another household at the same address as `house`, or an empty one.
  House neighbour_of(const House& house);
  /// The latest day on which something happened to or was told of any of them.
  Day latest(const House& house) const;
  void put(const House& house);
  std::uint32_t count(const House& house) const { return static_cast<std::uint32_t>(house.rows.size()); }

  RegisterTable& table_;
  EvolveWish wish_;
  Day today_;
  Prng prng_;
  JapaneseNames names_;
  NumberOffice numbers_;
  HouseholdMaker maker_;
  std::unordered_map<std::string, std::vector<std::string>> by_address_;  // household numbers at an address
};

/// Whether 転出 is planned and its day is yet to come.
bool leaves_soon(const Resident& resident);
/// 氏 and 名 of a name with U+3000 between them; the second is empty where there is none.
std::pair<std::string, std::string> name_parts(const std::string& name);

}  // namespace daicho
