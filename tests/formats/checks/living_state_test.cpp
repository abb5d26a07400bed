#include <doctest/doctest.h>

#include "tests/formats/checks/check_trial.hpp"
#include "tests/formats/checks/one_check.hpp"

namespace daicho::test {
namespace {

Items event(const std::string& reason, Items more = {}) {
  more["move_reason"] = reason;
  more["move_date"] = "20261119";
  more["move_notified_date"] = "20261120";
  return more;
}

const Items kRemoved{{"removal_class", "1"}};

TEST_CASE("L01: whoever lives here does not move in, but is naturalised") {
  const OneCheck juki = resident_checks();
  for (const char* reason : {"11", "12", "13", "16"}) {
    CAPTURE(reason);
    CHECK(juki.says_of_pair("L01", {}, event(reason)) == "D3001 move_reason");
    CHECK(juki.says_of_pair("L01", kRemoved, event(reason)) == "");
  }
  for (const char* reason : {"14", "15", "19", "31"}) CHECK(juki.says_of_pair("L01", {}, event(reason)) == "");
}

TEST_CASE("an event that the older file has already is not judged again") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says_of_pair("L01", {}, {{"name_kanji", "山田　次郎"}}) == "");
  const Items gone{{"removal_class", "2"}, {"move_reason", "23"}};
  CHECK(juki.says_of_pair("L03", gone, gone) == "");
}

TEST_CASE("L03, L04: whoever was removed is neither removed nor changed") {
  const OneCheck juki = resident_checks();
  for (const char* reason : {"21", "23", "29"}) {
    CAPTURE(reason);
    CHECK(juki.says_of_pair("L03", kRemoved, event(reason, kRemoved)) == "D3003 move_reason");
    CHECK(juki.says_of_pair("L03", {}, event(reason, kRemoved)) == "");
    CHECK(juki.says_of_pair("L04", kRemoved, event(reason, kRemoved)) == "");
  }
  for (const char* reason : {"31", "34", "42", "49"}) {
    CAPTURE(reason);
    CHECK(juki.says_of_pair("L04", kRemoved, event(reason, kRemoved)) == "D3004 move_reason");
    CHECK(juki.says_of_pair("L04", {}, event(reason)) == "");
    CHECK(juki.says_of_pair("L03", kRemoved, event(reason, kRemoved)) == "");
  }
  CHECK(juki.says_of_pair("L04", kRemoved, event("19")) == "");
}

TEST_CASE("a record of another layout beside it is not taken for an older one") {
  CheckTrial older("L48", "juki", "juki");
  older.pair({{"move_reason", "19"}, {"removal_class", "0"}}, Values{{"removal_class", "0"}});
  CHECK(older.findings() == "D3048 1 move_reason");
  CheckTrial other("L48", "juki", "honnin");  // whose 13th item is another one
  other.pair({{"move_reason", "19"}, {"removal_class", "0"}}, Values{{"individual_no", "0"}});
  CHECK(other.findings() == "");
}

TEST_CASE("L48: a cancelled removal brings somebody back, a cancelled entry removes") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L48", event("19")) == "");
  CHECK(juki.says("L48", event("19", kRemoved)) == "D3048 removal_class");
  CHECK(juki.says("L48", event("19", {{"removal_date", "20261101"}, {"removal_reason", "23"}})) ==
        "D3048 removal_date / D3048 removal_reason");
  CHECK(juki.says("L48", event("29")) == "D3048 removal_class");
  CHECK(juki.says("L48", event("29", {{"removal_class", "3"}})) == "");
  CHECK(juki.says("L48", event("49")) == "");
  CHECK(juki.says_of_pair("L48", kRemoved, event("19")) == "");
  CHECK(juki.says_of_pair("L48", {}, event("19")) == "D3048 move_reason");
}

}  // namespace
}  // namespace daicho::test
