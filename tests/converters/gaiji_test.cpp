#include "converters/gaiji.hpp"

#include <doctest/doctest.h>

using daicho::gaiji_count;
using daicho::GaijiRule;

TEST_CASE("private-use characters are counted, in the BMP and in planes 15 and 16") {
  CHECK(gaiji_count(GaijiRule::private_use, "\uE000田\uF8FF") == 2);
  CHECK(gaiji_count(GaijiRule::private_use, "\U000F0000\U0010FFFD") == 2);
  CHECK(gaiji_count(GaijiRule::private_use, "\uD7FF\uF900\U000EFFFF") == 0);
  CHECK(gaiji_count(GaijiRule::private_use, "") == 0);
}

TEST_CASE("a base and its variation selector are one character; an IVS alone makes no 外字") {
  CHECK(gaiji_count(GaijiRule::private_use, "\uE001\U000E0100郎") == 1);
  CHECK(gaiji_count(GaijiRule::private_use, "葛\U000E0100𠮷髙") == 0);
}

TEST_CASE("the rule's name goes both ways") {
  REQUIRE(daicho::parse_gaiji_rule("private_use").has_value());
  CHECK(daicho::gaiji_rule_name(*daicho::parse_gaiji_rule("private_use")) == "private_use");
  CHECK_FALSE(daicho::parse_gaiji_rule("").has_value());
}
