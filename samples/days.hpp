// Days of the synthetic city: day numbers (converters/date.hpp) and the texts that registers hold.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "samples/prng.hpp"

namespace daicho {

using Day = std::int32_t;  ///< days since 1970-01-01

std::string day_text(Day day);  ///< YYYYMMDD
/// The first possible day of a YYYYMMDD that may have unknown parts; `otherwise` where the year is unknown or the text
/// is no date.
Day day_of(std::string_view text, Day otherwise);
int year_of(Day day);

/// The birth date as item 23: an era digit and YYYYMMDD, with era 0 (Gregorian) for foreign residents.
std::string birth_text(Day day, bool foreign);
/// The same with the day (or with month and day) unknown.
std::string unknown_birth_text(Day day, bool foreign, bool month_too);

/// A day of birth of somebody who is `age` years old on `today`.
Day birth_day(Prng& prng, int age, Day today);
/// Full years between two days, as people count them.
int years_between(Day from, Day to);

/// `令和８年１１月２０日`, for remarks and the history of aliases. The day lies in 平成 or 令和.
std::string written_day(Day day);

}  // namespace daicho
