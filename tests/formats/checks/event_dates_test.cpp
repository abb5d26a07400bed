#include <doctest/doctest.h>

#include "tests/formats/checks/one_check.hpp"

namespace daicho::test {
namespace {

TEST_CASE("L05: no event after the processing date, but for 転出") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L05", {{"move_date", "20261120"}}) == "");
  CHECK(juki.says("L05", {{"move_date", "20261121"}}) == "D3005 move_date as_of=20261120");
  CHECK(juki.says("L05", {{"move_date", "20261121"}, {"move_reason", "21"}}) == "");
  CHECK(juki.says("L05", {{"move_date", "20261121"}, {"move_reason", "22"}}) == "");
  CHECK(juki.says("L05", {{"move_date", "20261121"}, {"move_reason", "23"}}) == "D3005 move_date as_of=20261120");
  const OneCheck honnin = cs_checks();
  CHECK(honnin.says("L05", {{"move_date", "5081121"}}) == "D3005 move_date as_of=20261120");
  CHECK(honnin.says("L05", {{"move_date", "5081121"}, {"move_reason", "11"}}) == "");
}

TEST_CASE("L05: an unknown day counts only where every possible one lies after the processing date") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L05", {{"move_date", "20261100"}}) == "");
  CHECK(juki.says("L05", {{"move_date", "20260000"}}) == "");
  CHECK(juki.says("L05", {{"move_date", "00000000"}}) == "");
  CHECK(juki.says("L05", {{"move_date", "20261200"}}) == "D3005 move_date as_of=20261120");
  CHECK(juki.says("L05", {{"move_date", "20270000"}}) == "D3005 move_date as_of=20261120");
}

TEST_CASE("L06: no notice after the processing date, of any event that the record tells of") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L06") == "");
  CHECK(juki.says("L06", {{"move_notified_date", "20261120"}, {"settled_notified_date", ""}}) == "");
  CHECK(juki.says("L06", {{"move_notified_date", "20261121"}, {"move_reason", "21"}}) ==
        "D3006 move_notified_date as_of=20261120");
  CHECK(juki.says("L06", {{"removal_notified_date", "20270101"}, {"settled_notified_date", "20261121"}}) ==
        "D3006 settled_notified_date as_of=20261120 / D3006 removal_notified_date as_of=20261120");
  CHECK(cs_checks().says("L06", {{"notified_date", "5081121"}}) == "D3006 notified_date as_of=20261120");
  CHECK(cs_checks().says("L06", {{"notified_date", "5081120"}}) == "");
}

TEST_CASE("L07: 送付先情報 carry the processing date") {
  const OneCheck soufusaki("soufusaki", {{"processed_date", "20261120"}});
  CHECK(soufusaki.says("L07") == "");
  CHECK(soufusaki.says("L07", {{"processed_date", "20261119"}}) == "D3007 processed_date as_of=20261120");
  CHECK(soufusaki.says("L07", {{"processed_date", "20261121"}}) == "D3007 processed_date as_of=20261120");
}

TEST_CASE("L08: nothing but 転出 is notified before it happens") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L08") == "");
  CHECK(juki.says("L08", {{"move_date", "20261005"}}) == "");
  CHECK(juki.says("L08", {{"move_date", "20261006"}}) == "D3008 move_date other=住民届出日");
  CHECK(juki.says("L08", {{"move_date", "20261006"}, {"move_reason", "21"}}) == "");
  CHECK(juki.says("L08", {{"move_date", "20261000"}}) == "");
  CHECK(juki.says("L08", {{"move_date", "20261100"}}) == "D3008 move_date other=住民届出日");
  CHECK(juki.says("L08", {{"move_date", "20261006"}, {"move_notified_date", ""}}) == "");
  CHECK(juki.says("L08", {{"settled_date", "20261006"}}) == "D3008 settled_date other=住定届出日");
  const Items death{{"removal_reason", "23"}, {"removal_date", "20261102"}, {"removal_notified_date", "20261101"}};
  CHECK(juki.says("L08", death) == "D3008 removal_date other=除票届出日");
  Items departure = death;
  departure["removal_reason"] = "21";
  CHECK(juki.says("L08", departure) == "");
  CHECK(cs_checks().says("L08", {{"move_date", "5081006"}}) == "D3008 move_date other=届出の年月日");
  CHECK(cs_checks().says("L08", {{"move_date", "5081006"}, {"move_reason", "11"}}) == "");
}

TEST_CASE("L09: a 転出 notified 14 days late passes, 15 days late is told unless the office removed the record") {
  const OneCheck juki = resident_checks();
  Items left{{"move_reason", "21"}, {"move_date", "20261001"}, {"move_notified_date", "20261015"}};
  CHECK(juki.says("L09", left) == "");
  left["move_notified_date"] = "20261016";
  CHECK(juki.says("L09", left) == "D3009 move_notified_date");
  left["removal_notified_reason"] = "01";
  CHECK(juki.says("L09", left) == "D3009 move_notified_date");
  left["removal_notified_reason"] = "02";
  CHECK(juki.says("L09", left) == "");
  left["removal_notified_reason"] = "03";
  CHECK(juki.says("L09", left) == "");
  CHECK(juki.says("L09", {{"move_date", "20260901"}}) == "");
  CHECK(cs_checks().says("L09", {{"move_reason", "11"}, {"move_date", "5080901"}}) == "D3009 notified_date");
}

TEST_CASE("L10: a 転入 or 転居 notified 14 days late passes, 15 days late is told") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L10", {{"move_notified_date", "20261015"}}) == "");
  CHECK(juki.says("L10", {{"move_notified_date", "20261016"}}) == "D3010 move_notified_date");
  CHECK(juki.says("L10", {{"move_notified_date", "20261016"}, {"move_reason", "12"}}) == "D3010 move_notified_date");
  CHECK(juki.says("L10", {{"move_notified_date", "20261016"}, {"move_reason", "31"}}) == "D3010 move_notified_date");
  CHECK(juki.says("L10", {{"move_notified_date", "20261016"}, {"move_reason", "13"}}) == "");
  CHECK(juki.says("L10", {{"move_date", "20261000"}, {"move_notified_date", "20261114"}}) == "");
  CHECK(juki.says("L10", {{"move_date", "20261000"}, {"move_notified_date", "20261115"}}) ==
        "D3010 move_notified_date");
  CHECK(cs_checks().says("L10", {{"notified_date", "5081016"}}) == "D3010 notified_date");
  CHECK(cs_checks().says("L10", {{"notified_date", "5081016"}, {"move_reason", "23"}}) == "");
}

}  // namespace
}  // namespace daicho::test
