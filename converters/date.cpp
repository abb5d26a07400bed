#include "converters/date.hpp"

#include <algorithm>
#include <array>

namespace daicho {
namespace {

constexpr int kLastYear = 9999;

/// Days of the civil calendar since 1970-01-01 (the Gregorian rule of leap years in both directions).
constexpr std::int32_t civil_day(int year, int month, int day) {
  const int shifted = month <= 2 ? year - 1 : year;  // years that begin in March end with the leap day
  const int cycle = (shifted >= 0 ? shifted : shifted - 399) / 400;
  const int year_of_cycle = shifted - cycle * 400;
  const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return cycle * 146097 + year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year - 719468;
}

struct Era {
  std::int32_t first;  ///< day numbers; on the double days two eras hold the same day
  std::int32_t last;
  int year_zero;  ///< the Gregorian year before its 元年
};

/// By era digit less 1. 明治 begins with the first day of its lunar 元年; 令和's last writable year is 99.
constexpr std::array<Era, 5> kEras = {{
    {civil_day(1868, 1, 25), civil_day(1912, 7, 30), 1867},
    {civil_day(1912, 7, 30), civil_day(1926, 12, 25), 1911},
    {civil_day(1926, 12, 25), civil_day(1989, 1, 7), 1925},
    {civil_day(1989, 1, 8), civil_day(2019, 4, 30), 1988},
    {civil_day(2019, 5, 1), civil_day(2117, 12, 31), 2018},
}};

bool is_era(int era) { return era >= 1 && era <= static_cast<int>(kEras.size()); }
const Era& era_at(int era) { return kEras[static_cast<std::size_t>(era - 1)]; }

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The value of ASCII digits, at most nine of them.
int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

void put_digits(std::string& text, int value, int width) {
  const std::size_t begin = text.size();
  text.resize(begin + static_cast<std::size_t>(width));
  for (std::size_t at = text.size(); at > begin; value /= 10) text[--at] = static_cast<char>('0' + value % 10);
}

DateFault fault_in_calendar(const PartialDate& date) {
  if (date.year == 0 && (date.month != 0 || date.day != 0)) return DateFault::unknown_part;
  if (date.month == 0 && date.day != 0) return DateFault::unknown_part;
  if (date.month > 12) return DateFault::bad_month;
  if (date.day != 0 && date.day > days_in(date.year, date.month)) return DateFault::bad_day;
  return DateFault::none;
}

/// Whether some possible day of the date, taken without its era, lies inside the era.
bool meets_era(const PartialDate& date, int era) {
  const DateInterval days = interval_of({date.year, date.month, date.day, 0});
  return days.first <= era_at(era).last && days.last >= era_at(era).first;
}

ParsedDate checked(const PartialDate& date) {
  const DateFault fault = fault_in_calendar(date);
  if (fault != DateFault::none) return {date, fault};
  if (date.era != 0 && date.year != 0 && !meets_era(date, date.era)) return {date, DateFault::bad_era};
  return {date, DateFault::none};
}

}  // namespace

ParsedDate parse_date(std::string_view text) {
  if (text.size() != 8 || !all_digits(text)) return {{}, DateFault::not_digits};
  return checked({number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6, 2)), 0});
}

ParsedDate parse_era_date(std::string_view text) {
  if (text.size() != 7 || !all_digits(text)) return {{}, DateFault::not_digits};
  const int era = text[0] - '0';
  if (era == 0 && number(text) == 0) return {};
  if (!is_era(era)) return {{}, DateFault::bad_era};
  const int year = number(text.substr(1, 2));
  const int gregorian = year == 0 ? 0 : era_at(era).year_zero + year;
  return checked({gregorian, number(text.substr(3, 2)), number(text.substr(5, 2)), era});
}

ParsedDate parse_era_gregorian_date(std::string_view text) {
  if (text.size() != 9 || !all_digits(text)) return {{}, DateFault::not_digits};
  const int era = text[0] - '0';
  if (era != 0 && !is_era(era)) return {{}, DateFault::bad_era};
  return checked({number(text.substr(1, 4)), number(text.substr(5, 2)), number(text.substr(7, 2)), era});
}

int era_of(const PartialDate& date) {
  if (date.era != 0) return date.era;
  if (date.year == 0) return 0;
  const DateInterval days = interval_of(date);
  int best = 0;
  std::int32_t most = 0;
  for (int era = 1; era <= static_cast<int>(kEras.size()); ++era) {
    const std::int32_t shared = std::min(days.last, era_at(era).last) - std::max(days.first, era_at(era).first) + 1;
    if (shared > 0 && shared >= most) {  // equal on a double day: the later era
      best = era;
      most = shared;
    }
  }
  return best;
}

std::string format_date(const PartialDate& date) {
  std::string text;
  put_digits(text, date.year, 4);
  put_digits(text, date.month, 2);
  put_digits(text, date.day, 2);
  return text;
}

std::string format_era_date(const PartialDate& date) {
  const int era = era_of(date);
  if (era == 0) return "0000000";
  std::string text(1, static_cast<char>('0' + era));
  put_digits(text, date.year == 0 ? 0 : date.year - era_at(era).year_zero, 2);
  put_digits(text, date.month, 2);
  put_digits(text, date.day, 2);
  return text;
}

std::string format_era_gregorian_date(const PartialDate& date) {
  return static_cast<char>('0' + date.era) + format_date(date);
}

std::int32_t day_number(int year, int month, int day) { return civil_day(year, month, day); }

PartialDate date_of_day_number(std::int32_t day) {
  const std::int32_t shifted = day + 719468;  // days since 0000-03-01
  const std::int32_t cycle = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int32_t day_of_cycle = shifted - cycle * 146097;
  const std::int32_t year_of_cycle =
      (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36524 - day_of_cycle / 146096) / 365;
  const std::int32_t day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
  const std::int32_t month_from_march = (5 * day_of_year + 2) / 153;
  const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const int year = year_of_cycle + cycle * 400 + (month <= 2 ? 1 : 0);
  return {year, month, day_of_year - (153 * month_from_march + 2) / 5 + 1, 0};
}

DateInterval interval_of(const PartialDate& date) {
  DateInterval days = {civil_day(1, 1, 1), civil_day(kLastYear, 12, 31)};
  if (date.day != 0) {
    days.first = days.last = civil_day(date.year, date.month, date.day);
  } else if (date.month != 0) {
    days = {civil_day(date.year, date.month, 1), civil_day(date.year, date.month, days_in(date.year, date.month))};
  } else if (date.year != 0) {
    days = {civil_day(date.year, 1, 1), civil_day(date.year, 12, 31)};
  }
  if (!is_era(date.era) || date.day != 0) return days;
  return {std::max(days.first, era_at(date.era).first), std::min(days.last, era_at(date.era).last)};
}

bool surely_after(const PartialDate& a, const PartialDate& b) { return interval_of(a).first > interval_of(b).last; }

int age_at(const PartialDate& birth, const PartialDate& on) {
  const std::int32_t today = interval_of(on).first;
  const DateInterval born = interval_of(birth);
  if (birth.year == 0 || born.first > today) return -1;
  const PartialDate last_birthday = date_of_day_number(std::min(born.last, today));
  const PartialDate tomorrow = date_of_day_number(today + 1);  // an age is reached on the day before
  const bool before_birthday =
      tomorrow.month != last_birthday.month ? tomorrow.month < last_birthday.month : tomorrow.day < last_birthday.day;
  return tomorrow.year - last_birthday.year - (before_birthday ? 1 : 0);
}

bool timestamp_valid(std::string_view text) {
  if (text.size() != 17 || !all_digits(text)) return false;
  const ParsedDate day = parse_date(text.substr(0, 8));
  return day.fault == DateFault::none && day.date.fully_known() && number(text.substr(8, 2)) < 24 &&
         number(text.substr(10, 2)) < 60 && number(text.substr(12, 2)) < 60;
}

}  // namespace daicho
