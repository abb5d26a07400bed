// The next day of a register: what people do, and what the office writes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "samples/register_table.hpp"
#include "samples/sample_repertoire.hpp"

namespace daicho {

struct EvolveWish {
  std::uint32_t changes_per_million = 0;  ///< of the living residents, besides what falls due by itself
  std::uint64_t seed = 0;
  Day as_of = 0;
  Charset charset = Charset::utf8;  ///< names are chosen from what it holds
  TextOptions text = {};            ///< its tables, which must outlive the making
};

/// What may happen on a day, and how often.
enum class DayEvent : std::uint8_t {
  domestic_arrival,      ///< 国内転入 11, one in ten a 再転入 of a removed person with the same 宛名番号
  arrival_from_abroad,   ///< 国外転入等 12, half of them without an 個人番号 yet
  birth,                 ///< 出生 13, without an 個人番号 yet
  move_within_city,      ///< 転居 31, a whole household
  departure_notice,      ///< 転出 21 and 22: planned, the person stays 現存 until the day
  death,                 ///< 死亡 23
  household_split,       ///< 世帯分離 40
  household_merger,      ///< 世帯合併 41
  household_change,      ///< 世帯変更 42
  head_change,           ///< 世帯主変更 43
  name_change,           ///< 職権修正 33 after a 戸籍届出
  former_surname,        ///< 旧氏の記載 44
  naturalisation,        ///< 職権記載（帰化等） 14
  juminhyo_code_change,  ///< 住民票コードの変更請求 38
  individual_no_change,  ///< 個人番号の変更請求 35
  minor_correction,      ///< 軽微な修正 32
  alias,                 ///< 通称の記載 47
};

struct EventShare {
  DayEvent event;
  std::string_view name;
  std::uint32_t per_mille;  ///< of the day's changed people
};
/// The shares of all events; they add up to 1,000.
std::span<const EventShare> event_shares();

/// How many people each event shall change out of `total`: by its share, and at least one from 20 people on.
std::vector<std::uint32_t> event_quotas(std::uint32_t total);

/// Changes the register to its state at the end of `as_of`. First what falls due: 個人番号 that arrive (37), 転出 whose
/// day has come, 経過滞在者 who get a 在留資格 and periods of stay that are renewed (33); then the events. Nobody
/// changes twice. The same table and wish give the same result on every machine.
void evolve(RegisterTable& table, const EvolveWish& wish);

/// The newest 住民届出日 of the register; 0 for an empty one.
Day newest_notice(const RegisterTable& table);

}  // namespace daicho
