#include "samples/days.hpp"

#include "converters/date.hpp"
#include "samples/places.hpp"

namespace daicho {

std::string day_text(Day day) { return format_date(date_of_day_number(day)); }

Day day_of(std::string_view text, Day otherwise) {
  const ParsedDate parsed = parse_date(text);
  if (parsed.fault != DateFault::none || parsed.date.year == 0) return otherwise;
  return interval_of(parsed.date).first;
}

int year_of(Day day) { return date_of_day_number(day).year; }

std::string birth_text(Day day, bool foreign) {
  PartialDate date = date_of_day_number(day);
  date.era = foreign ? 0 : era_of(date);
  return format_era_gregorian_date(date);
}

std::string unknown_birth_text(Day day, bool foreign, bool month_too) {
  PartialDate date = date_of_day_number(day);
  date.day = 0;
  if (month_too) date.month = 0;
  date.era = foreign ? 0 : era_of(date);
  return format_era_gregorian_date(date);
}

int years_between(Day from, Day to) {
  const PartialDate first = date_of_day_number(from);
  const PartialDate last = date_of_day_number(to);
  const bool before_birthday = last.month < first.month || (last.month == first.month && last.day < first.day);
  return last.year - first.year - (before_birthday ? 1 : 0);
}

Day birth_day(Prng& prng, int age, Day today) {
  if (age == 0) return today - (prng.chance(800) ? prng.between(0, 3) : prng.between(0, 364));
  return today - (age * 1461 + 3) / 4 - prng.between(0, 364);
}

std::string written_day(Day day) {
  const PartialDate date = date_of_day_number(day);
  const bool reiwa = era_of(date) == 5;
  const int year = date.year - (reiwa ? 2018 : 1988);
  return (reiwa ? "令和" : "平成") + (year == 1 ? "元" : full_width_number(year)) + "年" +
         full_width_number(date.month) + "月" + full_width_number(date.day) + "日";
}

}  // namespace daicho
