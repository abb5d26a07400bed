// Dates of resident files: Gregorian and era dates, unknown parts (不詳), intervals and ages.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace daicho {

/// A date whose parts may be unknown (0). A month is known only where the year is, a day only where the month is.
/// Equality is that of the parts and of the era digit.
struct PartialDate {
  int year = 0;   ///< Gregorian, 1-9999; 0: 年月日不詳
  int month = 0;  ///< 1-12; 0: unknown
  int day = 0;    ///< 1-31; 0: unknown
  int era = 0;    ///< 1 明治 ... 5 令和 where the source carried one, else 0
  bool fully_known() const { return day != 0; }
  friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

enum class DateFault : std::uint8_t {
  none,
  not_digits,  ///< another length, or a character that is no ASCII digit
  bad_era,     ///< no such era digit, or the day lies outside that era (4310501: 平成31年5月1日 is 令和)
  bad_month,
  bad_day,       ///< not in the calendar, for example 20230229
  unknown_part,  ///< zeros for a part before a known one (20230015)
};

struct ParsedDate {
  PartialDate date;
  DateFault fault = DateFault::none;
};

/// YYYYMMDD. Zeros are unknown parts; whether an item allows them is the caller's rule.
ParsedDate parse_date(std::string_view text);

/// Era digit 1-5 and YYMMDD of that era (7 digits); all zeros: 年月日不詳. On the double days 1912-07-30 and
/// 1926-12-25 both eras are right (住民記録システム標準仕様書 1.1.8). An era with year 00 is a year unknown inside that
/// era. A date with unknown parts is right where one of its possible days lies inside the era. Months and days are read
/// as Gregorian; 明治1-5 (before 1873-01-01), which people wrote in the lunar calendar, is not converted.
ParsedDate parse_era_date(std::string_view text);

/// Era digit 0-5 and YYYYMMDD (9 digits); era 0 is the Gregorian calendar; all zeros: 年月日不詳.
ParsedDate parse_era_gregorian_date(std::string_view text);

/// The era digit of a date: its own where it has one; else by the day, the later era on the double days; a date without
/// a day takes the era that holds most of that month or year. 0 before 1868-01-25, after 令和99 or for an unknown year.
int era_of(const PartialDate& date);

std::string format_date(const PartialDate& date);      ///< YYYYMMDD
std::string format_era_date(const PartialDate& date);  ///< era_of(date) and YYMMDD; `0000000` where it has no era
std::string format_era_gregorian_date(const PartialDate& date);  ///< the date's own era digit and YYYYMMDD

/// Days since 1970-01-01 of a fully known date in the proleptic Gregorian calendar.
std::int32_t day_number(int year, int month, int day);
PartialDate date_of_day_number(std::int32_t day);

/// The first and the last possible day (day numbers) of a date with unknown parts: inside its era where it has one,
/// else of the years 1-9999.
struct DateInterval {
  std::int32_t first = 0;
  std::int32_t last = 0;
};
DateInterval interval_of(const PartialDate& date);

/// True only where every possible day of `a` lies after every possible day of `b`.
bool surely_after(const PartialDate& a, const PartialDate& b);

/// Full years at `on`: an age is reached on the day before the birthday (年齢計算ニ関スル法律; 29 February counts as
/// reaching on 28 February). A birth date with an unknown month or day counts as its last possible day that is not
/// after `on`. -1 where the birth lies after `on` or its year is unknown.
int age_at(const PartialDate& birth, const PartialDate& on);

/// `YYYYMMDDhhmmssSSS`, 17 digits, a real moment. Leap seconds are not accepted.
bool timestamp_valid(std::string_view text);

}  // namespace daicho
