// The checks of each subject: one function for each file beside this one. check_list.cpp puts them together.
#pragma once

#include <vector>

#include "formats/checks/check.hpp"

namespace daicho {

std::vector<CheckKind> arrival_checks();           ///< where people came from: arrivals.cpp
std::vector<CheckKind> beyond_file_checks();       ///< about what no file here holds: beyond_files.cpp
std::vector<CheckKind> change_scope_checks();      ///< what an event may change: change_scope.cpp
std::vector<CheckKind> departure_checks();         ///< 転出: departures.cpp
std::vector<CheckKind> envelope_checks();          ///< 送付先情報 by envelope, and its 外字: envelopes.cpp
std::vector<CheckKind> event_date_checks();        ///< 異動日, 届出日 and 処理日: event_dates.cpp
std::vector<CheckKind> foreign_resident_checks();  ///< Japanese and foreign residents: foreign_residents.cpp
std::vector<CheckKind> four_items_checks();        ///< 4情報 beside another file: four_items.cpp
std::vector<CheckKind> household_checks();         ///< head, spouses, parents and children: households.cpp
std::vector<CheckKind> key_checks();               ///< keys that stand twice: keys_twice.cpp
std::vector<CheckKind> life_date_checks();         ///< birth, residence, death: life_dates.cpp
std::vector<CheckKind> living_state_checks();      ///< events of the living and of the removed: living_state.cpp
std::vector<CheckKind> number_change_checks();   ///< changes of 個人番号 and 住民票コード: number_changes.cpp
std::vector<CheckKind> number_holder_checks();   ///< who holds a number: number_holders.cpp
std::vector<CheckKind> relationship_checks();    ///< 続柄: relationships.cpp
std::vector<CheckKind> removed_people_checks();  ///< 除票 and those who come back: removed_people.cpp
std::vector<CheckKind> rules_elsewhere();        ///< run by the schema's words or by reading: rules_elsewhere.cpp
std::vector<CheckKind> text_length_checks();     ///< names and addresses that fill their item: text_length.cpp
std::vector<CheckKind> update_sequence_checks();  ///< sequence numbers of 本人確認情報: update_sequences.cpp

}  // namespace daicho
