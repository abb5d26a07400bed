#include <doctest/doctest.h>

#include "tests/formats/checks/one_check.hpp"

namespace daicho::test {
namespace {

/// A 転出 to 札幌市 on 2026-12-01, notified on 2026-11-15.
Items plan(Items more = {}) {
  Items items{{"move_reason", "21"},
              {"move_date", "20261201"},
              {"move_notified_date", "20261115"},
              {"planned_municipality_code", "011002"},
              {"planned_address", "北海道札幌市中央区"}};
  for (auto& [id, value] : more) items[id] = value;
  return items;
}

/// The same once it took effect.
Items left(Items more = {}) {
  Items items = plan({{"removal_class", "1"}, {"removal_reason", "21"}, {"removal_date", "20261201"}});
  for (auto& [id, value] : more) items[id] = value;
  return items;
}

TEST_CASE("L15: a 転出 says where to") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L15") == "");
  CHECK(juki.says("L15", plan()) == "");
  CHECK(juki.says("L15", plan({{"planned_address", ""}})) == "D3015 planned_address");
  CHECK(juki.says("L15", plan({{"planned_address", ""}, {"planned_municipality_code", ""}})) ==
        "D3015 planned_municipality_code / D3015 planned_address");
  CHECK(juki.says("L15", plan({{"planned_municipality_code", "000000"}})) == "D3015 planned_municipality_code");
  CHECK(juki.says("L15", plan({{"planned_municipality_code", "000000"}, {"move_reason", "22"}})) == "");
  const Items by_notice{{"planned_address", ""}, {"planned_municipality_code", ""}, {"removal_notified_reason", "03"}};
  CHECK(juki.says("L15", left(by_notice)) == "D3015 planned_municipality_code / D3015 planned_address");
  Items confirmed = left(by_notice);
  confirmed["confirmed_address"] = "北海道札幌市中央区";
  CHECK(juki.says("L15", confirmed) == "");
}

TEST_CASE("L16: the 転入通知 leaves the planned address") {
  const OneCheck juki = resident_checks();
  const Items confirmed{{"confirmed_municipality_code", "011002"}, {"confirmed_address", "北海道札幌市北区"}};
  CHECK(juki.says_of_pair("L16", plan(), left(confirmed)) == "");
  Items overwritten = left(confirmed);
  overwritten["planned_address"] = "北海道札幌市北区";
  CHECK(juki.says_of_pair("L16", plan(), overwritten) == "D3016 planned_address");
  CHECK(juki.says_of_pair("L16", {}, left(confirmed)) == "");
  CHECK(juki.says_of_pair("L16", plan(), plan({{"planned_address", "北海道札幌市北区"}})) == "");
  CHECK(juki.says_of_pair("L16", plan({{"move_notified_date", "20261101"}}), overwritten) == "");
}

TEST_CASE("L17: a 転出 takes effect on the planned day, or before it by a 転入通知") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L17", plan()) == "");
  CHECK(juki.says("L17", left()) == "");
  CHECK(juki.says("L17", left({{"removal_date", "20261202"}})) == "D3017 removal_date");
  CHECK(juki.says("L17", left({{"removal_date", "20261130"}})) == "D3017 removal_date");
  CHECK(juki.says("L17", left({{"removal_date", "20261130"}, {"confirmed_address", "北海道札幌市"}})) == "");
  CHECK(juki.says("L17", left({{"removal_date", "20261202"}, {"confirmed_address", "北海道札幌市"}})) ==
        "D3017 removal_date");
  CHECK(juki.says("L17", left({{"removal_date", "20261200"}})) == "");
  CHECK(juki.says("L17", left({{"removal_reason", "26"}, {"removal_class", "3"}, {"removal_date", "20261202"}})) == "");
}

TEST_CASE("L17: the planned day is that of the older file where the record's own has changed") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says_of_pair("L17", plan(), left()) == "");
  const Items later{{"move_date", "20261205"}, {"removal_date", "20261205"}};
  CHECK(juki.says_of_pair("L17", plan(), left(later)) == "D3017 removal_date");
  CHECK(juki.says_of_pair("L17", {}, left(later)) == "");
  Items earlier = left({{"move_date", "20261125"}, {"removal_date", "20261125"}});
  CHECK(juki.says_of_pair("L17", plan(), earlier) == "D3017 removal_date");
  earlier["confirmed_address"] = "北海道札幌市";
  CHECK(juki.says_of_pair("L17", plan(), earlier) == "");
}

}  // namespace
}  // namespace daicho::test
