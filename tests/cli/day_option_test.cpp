#include "cli/day_option.hpp"

#include <doctest/doctest.h>

namespace daicho {
namespace {

TEST_CASE("a day is written with hyphens or without") {
  for (const char* text : {"20280229", "2028-02-29"}) {
    const auto day = day_of_option(text);
    REQUIRE(day);
    CHECK(format_date(*day) == "20280229");
  }
}

TEST_CASE("what is no whole day of the calendar is none") {
  for (const char* text : {"", "20270229", "2027-02-29", "20280200", "00000000", "2028-2-29", "2028-0229", "202802-29",
                           "20280229 ", "２０２８0229"}) {
    CAPTURE(text);
    CHECK_FALSE(day_of_option(text));
  }
}

}  // namespace
}  // namespace daicho
