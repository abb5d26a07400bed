#include "converters/date.hpp"

#include <doctest/doctest.h>

#include <string>

using daicho::DateFault;
using daicho::format_date;
using daicho::format_era_date;
using daicho::format_era_gregorian_date;
using daicho::parse_date;
using daicho::parse_era_date;
using daicho::parse_era_gregorian_date;
using daicho::PartialDate;

TEST_CASE("Gregorian dates: whole, with unknown parts, and unknown altogether") {
  CHECK(parse_date("20261120").date == PartialDate{2026, 11, 20, 0});
  CHECK(parse_date("20240229").fault == DateFault::none);
  CHECK(parse_date("20000229").fault == DateFault::none);
  CHECK(parse_date("19450800").date == PartialDate{1945, 8, 0, 0});
  CHECK(parse_date("19450000").date == PartialDate{1945, 0, 0, 0});
  CHECK(parse_date("00000000").date == PartialDate{});
  CHECK(parse_date("00000000").fault == DateFault::none);
}

TEST_CASE("Gregorian dates: every fault has its name") {
  for (const std::string bad : {"", "2026112", "202611200", "2026112x", "２０２６", " 2026112", "2026-1-2"}) {
    CAPTURE(bad);
    CHECK(parse_date(bad).fault == DateFault::not_digits);
  }
  CHECK(parse_date("20230229").fault == DateFault::bad_day);
  CHECK(parse_date("19000229").fault == DateFault::bad_day);
  CHECK(parse_date("20230431").fault == DateFault::bad_day);
  CHECK(parse_date("20230132").fault == DateFault::bad_day);
  CHECK(parse_date("20231301").fault == DateFault::bad_month);
  CHECK(parse_date("20231300").fault == DateFault::bad_month);
  CHECK(parse_date("20230015").fault == DateFault::unknown_part);
  CHECK(parse_date("00000115").fault == DateFault::unknown_part);
  CHECK(parse_date("00000100").fault == DateFault::unknown_part);
}

TEST_CASE("the double days: two eras, one day") {
  CHECK(parse_era_date("1450730").date == PartialDate{1912, 7, 30, 1});
  CHECK(parse_era_date("2010730").date == PartialDate{1912, 7, 30, 2});
  CHECK(parse_era_date("2151225").date == PartialDate{1926, 12, 25, 2});
  CHECK(parse_era_date("3011225").date == PartialDate{1926, 12, 25, 3});
}

TEST_CASE("eras end where they end") {
  for (const char* good : {"1450730", "2010730", "2151225", "3011225", "3640107", "4010108", "4310430", "5010501"}) {
    CAPTURE(good);
    CHECK(parse_era_date(good).fault == DateFault::none);
    CHECK(format_era_date(parse_era_date(good).date) == good);
  }
  for (const char* bad : {"1450731", "2010729", "2151226", "3011224", "3640108", "4010107", "4310501", "5010430",
                          "1460101", "3650101", "4320101", "6010101", "9010101", "0010101", "0000001", "1010124"}) {
    CAPTURE(bad);
    CHECK(parse_era_date(bad).fault == DateFault::bad_era);
  }
}

TEST_CASE("era dates with unknown parts lie in the era where a possible day does") {
  CHECK(parse_era_date("3200000").date == PartialDate{1945, 0, 0, 3});
  CHECK(parse_era_date("0000000").date == PartialDate{});
  CHECK(parse_era_date("3000000").date == PartialDate{0, 0, 0, 3});
  CHECK(format_era_date({0, 0, 0, 3}) == "3000000");
  CHECK(parse_era_date("3640100").fault == DateFault::none);
  CHECK(parse_era_date("3640200").fault == DateFault::bad_era);
  CHECK(parse_era_date("4310000").fault == DateFault::none);
  CHECK(parse_era_date("4310500").fault == DateFault::bad_era);
  CHECK(parse_era_date("3200015").fault == DateFault::unknown_part);
  CHECK(parse_era_date("3001225").fault == DateFault::unknown_part);
  CHECK(parse_era_date("3201300").fault == DateFault::bad_month);
  CHECK(parse_era_date("3200230").fault == DateFault::bad_day);
  CHECK(parse_era_date("320023").fault == DateFault::not_digits);
}

TEST_CASE("era digit and Gregorian date, as 公的個人認証 writes it") {
  CHECK(parse_era_gregorian_date("118991201").date == PartialDate{1899, 12, 1, 1});
  CHECK(parse_era_gregorian_date("019850315").date == PartialDate{1985, 3, 15, 0});
  CHECK(parse_era_gregorian_date("000000000").date == PartialDate{});
  CHECK(parse_era_gregorian_date("119120730").fault == DateFault::none);
  CHECK(parse_era_gregorian_date("219120730").fault == DateFault::none);
  CHECK(parse_era_gregorian_date("420190501").fault == DateFault::bad_era);
  CHECK(parse_era_gregorian_date("620190501").fault == DateFault::bad_era);
  CHECK(parse_era_gregorian_date("319450000").date == PartialDate{1945, 0, 0, 3});
  CHECK(parse_era_gregorian_date("20261120").fault == DateFault::not_digits);
  CHECK(format_era_gregorian_date({1912, 7, 30, 1}) == "119120730");
  CHECK(format_era_gregorian_date({1985, 3, 15, 0}) == "019850315");
}

TEST_CASE("a Gregorian date takes its era by the day, the later one on the double days") {
  CHECK(format_era_date({1912, 7, 29, 0}) == "1450729");
  CHECK(format_era_date({1912, 7, 30, 0}) == "2010730");
  CHECK(format_era_date({1926, 12, 25, 0}) == "3011225");
  CHECK(format_era_date({1989, 1, 7, 0}) == "3640107");
  CHECK(format_era_date({1989, 1, 8, 0}) == "4010108");
  CHECK(format_era_date({2019, 4, 30, 0}) == "4310430");
  CHECK(format_era_date({2019, 5, 1, 0}) == "5010501");
  CHECK(format_era_date({1868, 1, 24, 0}) == "0000000");
  CHECK(format_era_date({1868, 1, 25, 0}) == "1010125");
  CHECK(format_era_date({2117, 12, 31, 0}) == "5991231");
  CHECK(format_era_date({2118, 1, 1, 0}) == "0000000");
  CHECK(format_era_date({}) == "0000000");
}

TEST_CASE("a date without a day takes the era that holds most of its month or year") {
  CHECK(format_era_date({1912, 0, 0, 0}) == "1450000");
  CHECK(format_era_date({1926, 0, 0, 0}) == "2150000");
  CHECK(format_era_date({1989, 0, 0, 0}) == "4010000");
  CHECK(format_era_date({2019, 0, 0, 0}) == "5010000");
  CHECK(format_era_date({1912, 7, 0, 0}) == "1450700");
  CHECK(format_era_date({1926, 12, 0, 0}) == "2151200");
  CHECK(format_era_date({1989, 1, 0, 0}) == "4010100");
  CHECK(format_era_date({2019, 4, 0, 0}) == "4310400");
  CHECK(format_era_date({1945, 0, 0, 0}) == "3200000");
}

TEST_CASE("every day of three centuries: number, calendar, era and back") {
  std::int32_t day = daicho::day_number(1868, 1, 25);
  CHECK(daicho::day_number(1970, 1, 1) == 0);
  CHECK(daicho::day_number(2000, 3, 1) == 11017);
  for (; day <= daicho::day_number(2117, 12, 31); ++day) {
    const PartialDate date = daicho::date_of_day_number(day);
    REQUIRE(daicho::day_number(date.year, date.month, date.day) == day);
    REQUIRE(parse_date(format_date(date)).date == date);
    const auto back = parse_era_date(format_era_date(date));
    REQUIRE(back.fault == DateFault::none);
    REQUIRE(format_date(back.date) == format_date(date));
  }
}

TEST_CASE("day numbers hold over the whole range of years") {
  CHECK(daicho::date_of_day_number(daicho::day_number(1, 1, 1)) == PartialDate{1, 1, 1, 0});
  CHECK(daicho::date_of_day_number(daicho::day_number(9999, 12, 31)) == PartialDate{9999, 12, 31, 0});
  CHECK(daicho::day_number(9999, 12, 31) - daicho::day_number(1, 1, 1) == 3652058);
}

TEST_CASE("an unknown date is an interval, and only certain order counts") {
  const auto august = daicho::interval_of({1945, 8, 0, 0});
  CHECK(august.first == daicho::day_number(1945, 8, 1));
  CHECK(august.last == daicho::day_number(1945, 8, 31));
  const auto showa64 = daicho::interval_of({1989, 0, 0, 3});
  CHECK(showa64.first == daicho::day_number(1989, 1, 1));
  CHECK(showa64.last == daicho::day_number(1989, 1, 7));
  CHECK(daicho::surely_after({1946, 0, 0, 0}, {1945, 0, 0, 0}));
  CHECK_FALSE(daicho::surely_after({1945, 12, 31, 0}, {1945, 0, 0, 0}));
  CHECK_FALSE(daicho::surely_after({2026, 1, 1, 0}, {}));
  CHECK_FALSE(daicho::surely_after({}, {1945, 1, 1, 0}));
  CHECK(daicho::surely_after({2026, 1, 2, 0}, {2026, 1, 1, 0}));
  CHECK_FALSE(daicho::surely_after({2026, 1, 1, 0}, {2026, 1, 1, 0}));
}

TEST_CASE("an age is reached on the day before the birthday") {
  CHECK(daicho::age_at({2006, 4, 1, 0}, {2026, 3, 30, 0}) == 19);
  CHECK(daicho::age_at({2006, 4, 1, 0}, {2026, 3, 31, 0}) == 20);
  CHECK(daicho::age_at({2006, 1, 1, 0}, {2025, 12, 31, 0}) == 20);
  CHECK(daicho::age_at({2026, 11, 20, 0}, {2026, 11, 20, 0}) == 0);
  CHECK(daicho::age_at({2026, 11, 21, 0}, {2026, 11, 20, 0}) == -1);
}

TEST_CASE("one born on 29 February reaches an age on 28 February, in every year") {
  CHECK(daicho::age_at({2004, 2, 29, 0}, {2026, 2, 27, 0}) == 21);
  CHECK(daicho::age_at({2004, 2, 29, 0}, {2026, 2, 28, 0}) == 22);
  CHECK(daicho::age_at({2004, 2, 29, 0}, {2024, 2, 27, 0}) == 19);
  CHECK(daicho::age_at({2004, 2, 29, 0}, {2024, 2, 28, 0}) == 20);
  CHECK(daicho::age_at({2004, 3, 1, 0}, {2024, 2, 28, 0}) == 19);
  CHECK(daicho::age_at({2004, 3, 1, 0}, {2024, 2, 29, 0}) == 20);
}

TEST_CASE("an unknown birthday counts as the last possible day that is not in the future") {
  CHECK(daicho::age_at({2006, 0, 0, 0}, {2026, 12, 29, 0}) == 19);
  CHECK(daicho::age_at({2006, 0, 0, 0}, {2026, 12, 30, 0}) == 20);
  CHECK(daicho::age_at({2006, 2, 0, 0}, {2026, 2, 27, 0}) == 20);
  CHECK(daicho::age_at({2026, 0, 0, 0}, {2026, 5, 1, 0}) == 0);
  CHECK(daicho::age_at({}, {2026, 5, 1, 0}) == -1);
  CHECK(daicho::age_at({2027, 0, 0, 0}, {2026, 5, 1, 0}) == -1);
}

TEST_CASE("a timestamp is a real moment") {
  CHECK(daicho::timestamp_valid("20261120235959999"));
  CHECK(daicho::timestamp_valid("20240229000000000"));
  for (const char* bad :
       {"20261120240000000", "20261120006000000", "20261120000060000", "20230229000000000", "20261100000000000",
        "00000000000000000", "2026112023595999", "202611202359599990", "2026112023595999x"}) {
    CAPTURE(bad);
    CHECK_FALSE(daicho::timestamp_valid(bad));
  }
}
