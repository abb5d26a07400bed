#include "samples/evolve.hpp"

#include <algorithm>
#include <array>

#include "samples/day_events.hpp"

namespace daicho {
namespace {

constexpr std::array<EventShare, 17> kShares = {{
    {DayEvent::domestic_arrival, "国内転入", 230},
    {DayEvent::arrival_from_abroad, "国外転入等", 50},
    {DayEvent::birth, "出生", 70},
    {DayEvent::move_within_city, "転居", 170},
    {DayEvent::departure_notice, "転出（予定）", 210},
    {DayEvent::death, "死亡", 70},
    {DayEvent::household_split, "世帯分離", 15},
    {DayEvent::household_merger, "世帯合併", 5},
    {DayEvent::household_change, "世帯変更", 5},
    {DayEvent::head_change, "世帯主変更", 15},
    {DayEvent::name_change, "職権修正（氏名変更）", 40},
    {DayEvent::former_surname, "旧氏の記載", 10},
    {DayEvent::naturalisation, "職権記載（帰化）", 10},
    {DayEvent::juminhyo_code_change, "住民票コードの変更請求", 10},
    {DayEvent::individual_no_change, "個人番号の変更請求", 10},
    {DayEvent::minor_correction, "軽微な修正", 70},
    {DayEvent::alias, "通称の記載", 10},
}};

constexpr std::uint32_t kEachFrom = 20;     // so many changes, and every event happens at least once
constexpr std::uint32_t kTriesEach = 3000;  // people looked at before an event is given up for today

bool due_today(const Resident& resident, Day today) {
  return leaves_soon(resident) && day_of(resident[Juki::move_date], today + 1) <= today;
}

// What happens without anybody's doing, row by row of what the register had in the morning.
void fall_due(RegisterTable& table, DayEvents& events, Day today) {
  const auto rows = static_cast<RegisterTable::Row>(table.size());
  for (RegisterTable::Row row = 0; row < rows; ++row) {
    const Resident resident = table[row];
    if (!resident.living()) continue;
    if (due_today(resident, today)) {
      events.confirm_departure(row);
    } else if (resident[Juki::individual_no].empty()) {
      events.receive_individual_no(row);
    } else if (resident.foreign() && !leaves_soon(resident) && !table.changed(row)) {
      const std::string& section = resident[Juki::article_30_45_class];
      if (section == "05" || section == "06") {
        events.settle_short_stay(row);
      } else {
        events.renew_period_of_stay(row);
      }
    }
  }
}

}  // namespace

std::span<const EventShare> event_shares() { return kShares; }

std::vector<std::uint32_t> event_quotas(std::uint32_t total) {
  std::vector<std::uint32_t> quotas;
  std::uint64_t before = 0;
  std::uint64_t share = 0;
  for (const EventShare& one : kShares) {
    share += one.per_mille;
    const std::uint64_t until = total * share / 1000;
    const auto quota = static_cast<std::uint32_t>(until - before);
    before = until;
    quotas.push_back(total >= kEachFrom ? std::max(quota, 1U) : quota);
  }
  return quotas;
}

void evolve(RegisterTable& table, const EvolveWish& wish) {
  DayEvents events(table, wish);
  fall_due(table, events, wish.as_of);
  const std::uint64_t wanted = table.living() * std::uint64_t{wish.changes_per_million};
  const std::vector<std::uint32_t> quotas = event_quotas(static_cast<std::uint32_t>((wanted + 500'000) / 1'000'000));
  for (std::size_t kind = 0; kind < quotas.size(); ++kind) {
    std::uint32_t changed = 0;
    for (std::uint32_t tried = 0; changed < quotas[kind] && tried < kTriesEach; ++tried) {
      changed += events.happen(kShares[kind].event);
    }
  }
}

Day newest_notice(const RegisterTable& table) {
  Day newest = 0;
  for (RegisterTable::Row row = 0; row < table.size(); ++row) {
    newest = std::max(newest, day_of(table[row][Juki::move_notified_date], 0));
  }
  return newest;
}

}  // namespace daicho
