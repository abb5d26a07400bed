#include <doctest/doctest.h>

#include "tests/formats/checks/one_check.hpp"

namespace daicho::test {
namespace {

Items event(const std::string& reason, Items more = {}) {
  more["move_reason"] = reason;
  more["move_date"] = "20261119";
  more["move_notified_date"] = "20261120";
  return more;
}

const Items kElsewhere{{"address", "東京都小金井市緑町二丁目２番２号"}, {"address_building", "緑荘"}};

TEST_CASE("L02: a 転居 changes the address and what goes with it, nothing else") {
  const OneCheck juki = resident_checks();
  Items moved = event("31", kElsewhere);
  moved["household_no"] = "000000000000019";
  moved["relationship_code"] = "20000000";
  moved["settled_date"] = "20261119";
  moved["remarks"] = "備考";
  CHECK(juki.says_of_pair("L02", {}, moved) == "");
  moved["name_kanji"] = "山田　次郎";
  moved["sex_code"] = "2";
  CHECK(juki.says_of_pair("L02", {}, moved) == "D3002 name_kanji / D3002 sex_code");
  CHECK(juki.says_of_pair("L02", {{"removal_class", "1"}}, moved) == "");
}

TEST_CASE("zeros on the left of 宛名番号 and 世帯番号 are no change; in other items they are") {
  const OneCheck juki = resident_checks();
  const Items stripped{{"household_no", "12345674"}, {"addressee_no", "19"}};
  CHECK(juki.says_of_pair("L02", {}, event("31", stripped)) == "");
  CHECK(juki.says_of_pair("L46", {}, event("32", stripped)) == "");
  CHECK(juki.says_of_pair("L46", {}, event("32", {{"addressee_no", "27"}})) == "D3046 addressee_no");
  CHECK(juki.says_of_pair("L46", {}, event("32", {{"relationship_code", "2000000"}})) == "D3046 relationship_code");
}

TEST_CASE("L45: a change of nationality carries over who it is, where and since when") {
  const OneCheck juki = resident_checks();
  const Items foreigner{{"birth_date", "019800101"},
                        {"name_kanji", "ＹＡＭＡＤＡ　ＴＡＲＯ"},
                        {"honseki", ""},
                        {"hittosha_kanji", ""},
                        {"nationality_code", "USA"},
                        {"article_30_45_class", "01"}};
  CHECK(juki.says_of_pair("L45", foreigner, event("14")) == "");
  CHECK(juki.says_of_pair("L45", {}, event("15", foreigner)) == "");
  CHECK(juki.says_of_pair("L45", foreigner, event("14", {{"birth_date", "319800102"}})) == "D3045 birth_date");
  Items changed = event("14", kElsewhere);
  changed["sex_code"] = "2";
  changed["settled_date"] = "20261119";
  changed["juminhyo_code"] = "24727059608";
  CHECK(juki.says_of_pair("L45", foreigner, changed) ==
        "D3045 address / D3045 address_building / D3045 settled_date / D3045 sex_code / D3045 juminhyo_code");
  CHECK(juki.says_of_pair("L45", {{"individual_no", ""}}, event("14")) == "");
  CHECK(juki.says_of_pair("L45", {}, event("14", {{"individual_no", ""}})) == "D3045 individual_no");
  CHECK(juki.says_of_pair("L45", {{"removal_class", "1"}}, event("14", kElsewhere)) == "");
}

TEST_CASE("L46: a slight correction changes the writing of names and addresses, nothing else") {
  const OneCheck juki = resident_checks();
  Items corrected = event("32", kElsewhere);
  corrected["name_kanji"] = "山田　大郎";
  corrected["honseki"] = "東京都千代田区丸の内１丁目";
  corrected["remarks"] = "備考";
  CHECK(juki.says_of_pair("L46", {}, corrected) == "");
  corrected["birth_date"] = "319800102";
  corrected["settled_date"] = "20261119";
  CHECK(juki.says_of_pair("L46", {}, corrected) == "D3046 settled_date / D3046 birth_date");
  CHECK(juki.says_of_pair("L46", {}, event("33", {{"birth_date", "319800102"}})) == "");
}

TEST_CASE("L47: a change of the household leaves the address") {
  const OneCheck juki = resident_checks();
  for (const char* reason : {"40", "41", "42", "43"}) {
    CAPTURE(reason);
    CHECK(juki.says_of_pair("L47", {}, event(reason, {{"household_no", "000000000000019"}})) == "");
    CHECK(juki.says_of_pair("L47", {}, event(reason, kElsewhere)) == "D3047 address / D3047 address_building");
  }
  CHECK(juki.says_of_pair("L47", {}, event("44", kElsewhere)) == "");
}

}  // namespace
}  // namespace daicho::test
