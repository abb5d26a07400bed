#include <doctest/doctest.h>

#include "tests/formats/checks/one_check.hpp"

namespace daicho::test {
namespace {

TEST_CASE("L18: nobody settles before becoming a resident") {
  const OneCheck honnin = cs_checks();
  CHECK(honnin.says("L18") == "");
  CHECK(honnin.says("L18", {{"settled_date", "5081002"}}) == "");
  CHECK(honnin.says("L18", {{"settled_date", "5080930"}}) == "D3018 settled_date other=住民となった日");
  CHECK(honnin.says("L18", {{"settled_date", "5081000"}}) == "");
  CHECK(honnin.says("L18", {{"settled_date", "5080900"}}) == "D3018 settled_date other=住民となった日");
  CHECK(honnin.says("L18", {{"settled_date", "0000000"}}) == "");
  CHECK(honnin.says("L18", {{"resident_since", "0000000"}}) == "");
}

TEST_CASE("L19: nothing happens before birth") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L19") == "");
  CHECK(juki.says("L19", {{"birth_date", "520261001"}}) == "");
  CHECK(juki.says("L19", {{"birth_date", "520261002"}}) == "D3019 birth_date other=住民異動日, 住定異動日");
  CHECK(juki.says("L19", {{"birth_date", "520261000"}}) == "");
  CHECK(juki.says("L19", {{"birth_date", "520261100"}, {"settled_date", "00000000"}}) ==
        "D3019 birth_date other=住民異動日");
  CHECK(juki.says("L19", {{"foreign_move_date", "19791231"}}) == "D3019 birth_date other=外国人住民異動日");
  const OneCheck honnin = cs_checks();
  CHECK(honnin.says("L19") == "");
  CHECK(honnin.says("L19", {{"resident_since", "3541231"}}) == "D3019 birth_date other=住民となった日");
}

TEST_CASE("L20: a birth is dated with the birth date") {
  const OneCheck juki = resident_checks();
  Items born{{"move_reason", "13"},
             {"settled_reason", "13"},
             {"move_date", "20261001"},
             {"settled_date", "20261001"},
             {"birth_date", "520261001"}};
  CHECK(juki.says("L20", born) == "");
  born["birth_date"] = "520260930";
  CHECK(juki.says("L20", born) == "D3020 move_date / D3020 settled_date");
  born["birth_date"] = "520261000";
  CHECK(juki.says("L20", born) == "");
  born["move_reason"] = "37";
  born["move_date"] = "20261020";
  CHECK(juki.says("L20", born) == "");
  CHECK(cs_checks().says("L20", {{"move_reason", "02"}}) == "D3020 move_date");
  CHECK(cs_checks().says("L20", {{"move_reason", "02"}, {"birth_date", "520261001"}}) == "");
}

TEST_CASE("L21: nobody dies before birth, and little follows a death") {
  const OneCheck juki = resident_checks();
  Items dead{{"move_reason", "23"},    {"move_date", "20261110"},    {"removal_class", "2"},
             {"removal_reason", "23"}, {"removal_date", "20261110"}, {"birth_date", "319800101"}};
  CHECK(juki.says("L21", dead) == "");
  dead["birth_date"] = "520261111";
  CHECK(juki.says("L21", dead) == "D3021 move_date / D3021 removal_date");
  dead["birth_date"] = "520261100";
  CHECK(juki.says("L21", dead) == "");
  dead["move_date"] = "20261111";
  dead["move_reason"] = "33";
  CHECK(juki.says("L21", dead) == "D3021 move_date");
  for (const char* reason : {"19", "29", "34", "49"}) {
    dead["move_reason"] = reason;
    CHECK(juki.says("L21", dead) == "");
  }
}

TEST_CASE("L21: 本人確認情報 of a death before the birth, and of somebody dead who arrives") {
  const OneCheck honnin = cs_checks();
  const Items dead{{"move_reason", "12"}, {"move_date", "5080910"}, {"record_status", "1"}};
  CHECK(honnin.says("L21", dead) == "");
  CHECK(honnin.says("L21", {{"move_reason", "12"}, {"move_date", "3541231"}}) == "D3021 move_date");
  CHECK(honnin.says_of_pair("L21", dead, {}) == "D3021 move_reason");
  CHECK(honnin.says_of_pair("L21", dead, {{"move_reason", "03"}}) == "");
  CHECK(honnin.says_of_pair("L21", {{"move_reason", "11"}, {"move_date", "5080910"}}, {}) == "");
}

TEST_CASE("L21: nobody dead moves in, beside the older file") {
  const OneCheck juki = resident_checks();
  const Items dead{{"move_reason", "23"}, {"removal_class", "2"}, {"move_date", "20260910"}};
  CHECK(juki.says_of_pair("L21", dead, {}) == "D3021 move_reason");
  CHECK(juki.says_of_pair("L21", dead, {{"move_reason", "16"}}) == "D3021 move_reason");
  CHECK(juki.says_of_pair("L21", dead, {{"move_reason", "19"}}) == "");
  CHECK(juki.says_of_pair("L21", {{"removal_class", "1"}, {"move_reason", "21"}}, {}) == "");
}

TEST_CASE("L22: only births, deaths and disappearances have unknown days") {
  const OneCheck juki = resident_checks();
  const Items unknown{{"move_date", "20261000"}};
  CHECK(juki.says("L22", unknown) == "D3022 move_date reason=11");
  for (const char* reason : {"13", "23", "26"}) {
    Items allowed = unknown;
    allowed["move_reason"] = reason;
    CHECK(juki.says("L22", allowed) == "");
  }
  CHECK(juki.says("L22", {{"removal_reason", "21"}, {"removal_date", "00000000"}}) == "D3022 removal_date reason=21");
  CHECK(juki.says("L22", {{"removal_reason", "23"}, {"removal_date", "00000000"}}) == "");
  const OneCheck honnin = cs_checks();
  CHECK(honnin.says("L22", {{"move_date", "5081000"}}) == "D3022 move_date reason=01");
  CHECK(honnin.says("L22", {{"move_date", "5081000"}, {"move_reason", "12"}}) == "");
  CHECK(honnin.says("L22", {{"move_date", "5081000"}, {"move_reason", "13"}}) == "");
}

}  // namespace
}  // namespace daicho::test
