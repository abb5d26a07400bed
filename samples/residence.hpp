// Where somebody lives and what happened last: the items that a 異動 writes.
#pragma once

#include <string>
#include <string_view>

#include "samples/days.hpp"
#include "samples/places.hpp"
#include "samples/resident.hpp"

namespace daicho {

/// What happened, when, and when it was told.
struct Move {
  std::string_view reason;  ///< 異動事由
  Day happened = 0;
  Day notified = 0;
  std::string_view kind = "01";  ///< 届出事由: 01 届出, 02 職権, 03 通知, 04 申出
};

/// The day of birth (the first possible one); 0 where the record has none that can be read.
Day birth_of(const Resident& resident);

/// Items 4-10.
void set_address(Resident& resident, const Address& address);
/// Items 31-35.
void set_previous_address(Resident& resident, const Address& address, std::string_view head);
/// Takes the present address as the former one (転居).
void set_previous_address_from_present(Resident& resident);
/// Items 36-40.
void set_planned_address(Resident& resident, const Address& address, std::string_view head);
/// Items 41-45, as the planned ones are.
void confirm_planned_address(Resident& resident);
/// Items 11, 14 and 15.
void set_move(Resident& resident, const Move& move);
/// Items 16-19, and 75-78 of a foreign resident.
void set_settled(Resident& resident, const Move& move);
/// Items 73 and 74.
void set_foreign_since(Resident& resident, Day since, Day notified);
/// Items 13 and 54-57, and 11, 14 and 15 unless the move stands there already (a planned 転出).
void set_removed(Resident& resident, std::string_view removal_class, const Move& move);
/// Takes removal, planned and confirmed addresses away (再転入).
void clear_removal(Resident& resident);

}  // namespace daicho
