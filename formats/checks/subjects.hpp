// The checks of each subject: one function for each file beside this one. check_list.cpp puts them together.
#pragma once

#include <vector>

#include "formats/checks/check.hpp"

namespace daicho {

std::vector<CheckKind> change_scope_checks();   ///< what an event may change: change_scope.cpp
std::vector<CheckKind> event_date_checks();     ///< 異動日, 届出日 and 処理日: event_dates.cpp
std::vector<CheckKind> living_state_checks();   ///< events of the living and of the removed: living_state.cpp
std::vector<CheckKind> number_holder_checks();  ///< who holds a number: number_holders.cpp

}  // namespace daicho
