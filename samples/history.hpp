// The past of a household: arrivals, births, moves within the city, corrections, departures and deaths.
#pragma once

#include "samples/household.hpp"

namespace daicho {

/// Writes the past of households up to `today`, consistent in all items.
class HistoryWriter {
 public:
  /// `unknown_death` tells whether the schema lets a death's date be 不詳. `prng` must outlive it.
  HistoryWriter(Prng& prng, Day today, bool unknown_death)
      : prng_(prng), today_(today), unknown_death_(unknown_death) {}

  /// How the members came, were born, moved within the city, and what was corrected since. `arrived_yesterday`: the
  /// household came yesterday and said so today.
  void settle(Household& household, bool arrived_yesterday);
  /// The household came on `happened` (国内転入 11 or 国外転入 12) and says so today. Nobody of it is born after that
  /// day.
  void arrive_now(Household& household, bool from_abroad, Day happened);
  /// 転出予定: the household, or one grown child of it, is to leave within two weeks.
  void plan_departure(Household& household);
  /// The household left, or was removed by office, on `today`.
  void depart(Household& household);
  /// The only member died on `today`.
  void die(Household& household);
  /// Adds the removed record of a spouse who died while the only member lived here.
  void add_late_spouse(Household& household, HouseholdMaker& maker);

 private:
  void arrive(Dweller& dweller, const Move& move, const Address& from);
  void be_born(Dweller& dweller);
  void move_within_city(Household& household, Day arrived);
  void correct(Dweller& dweller);
  void blur_dates(Dweller& dweller);
  void arrive_unreported(Dweller& dweller, Day arrived);
  Day told(Day happened);

  Prng& prng_;
  Day today_;
  bool unknown_death_;
};

}  // namespace daicho
