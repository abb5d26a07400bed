#include <doctest/doctest.h>

#include "tests/formats/checks/one_check.hpp"

namespace daicho::test {
namespace {

const Items kNoPlace{{"previous_address", ""}, {"previous_municipality_code", ""}};

Items with(Items items, const Items& more) {
  for (const auto& [id, value] : more) items[id] = value;
  return items;
}

TEST_CASE("L11: an arrival from elsewhere in the country has the address and the municipality before") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L11") == "");
  CHECK(juki.says("L11", kNoPlace) == "D3011 previous_address reason=11 / D3011 previous_municipality_code reason=11");
  CHECK(juki.says("L11", {{"previous_municipality_code", "000000"}}) == "D3011 previous_municipality_code reason=11");
  CHECK(juki.says("L11", with(kNoPlace, {{"settled_reason", "12"}})) == "");
  CHECK(juki.says("L11", with(kNoPlace, {{"settled_reason", "31"}})) == "");
  CHECK(cs_checks().says("L11") == "");
  CHECK(cs_checks().says("L11", kNoPlace) ==
        "D3011 previous_address reason=01 / D3011 previous_municipality_code reason=01");
  CHECK(cs_checks().says("L11", with(kNoPlace, {{"move_reason_detail", "02"}})) == "");
}

TEST_CASE("L11: 不明 is for what the office entered") {
  const OneCheck juki = resident_checks();
  const Items unknown{{"previous_address", "不明"}, {"previous_municipality_code", "000000"}};
  CHECK(juki.says("L11", unknown) == "D3011 previous_address reason=11");
  CHECK(juki.says("L11", with(unknown, {{"settled_notified_reason", "02"}})) == "");
}

TEST_CASE("L11: a newborn has no address before") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L11", {{"settled_reason", "13"}}) ==
        "D3011 previous_municipality_code reason=13 / D3011 previous_address reason=13");
  CHECK(juki.says("L11", with(kNoPlace, {{"settled_reason", "13"}})) == "");
  CHECK(cs_checks().says("L11", with(kNoPlace, {{"move_reason", "02"}})) == "");
}

TEST_CASE("L13: foreign residents who became such on the day of settling may lack the address before") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L11", with(kNoPlace, {{"foreign_move_date", "20261001"}})) == "");
  CHECK(juki.says("L11", with(kNoPlace, {{"foreign_move_date", "20200101"}})) ==
        "D3011 previous_address reason=11 / D3011 previous_municipality_code reason=11");
}

TEST_CASE("L12: an unreported former address goes with the last registered one") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L12") == "");
  const Items unreported{{"previous_address", "東京都武蔵野市緑町二丁目２番（未届）"}};
  const Items last{{"last_registered_address", "東京都三鷹市下連雀一丁目"},
                   {"last_registered_municipality_code", "132047"}};
  CHECK(juki.says("L12", unreported) == "D3012 last_registered_municipality_code / D3012 last_registered_address");
  CHECK(juki.says("L12", with(unreported, last)) == "");
  CHECK(juki.says("L12", last) == "D3012 previous_address");
  CHECK(juki.says("L12", with(last, {{"settled_reason", "31"}})) == "");
  CHECK(juki.says("L12", with(last, {{"settled_reason", "16"}})) == "");
}

TEST_CASE("L14: nobody arrives from one's own municipality") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L14") == "");
  CHECK(juki.says("L14", {{"previous_municipality_code", "132101"}}) == "D3014 previous_municipality_code");
  CHECK(juki.says("L14", {{"previous_municipality_code", "132101"}, {"settled_reason", "31"}}) == "");
  CHECK(cs_checks().says("L14") == "");
  CHECK(cs_checks().says("L14", {{"previous_municipality_code", "13210"}}) == "D3014 previous_municipality_code");
}

}  // namespace
}  // namespace daicho::test
