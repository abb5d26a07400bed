#include <doctest/doctest.h>

#include "tests/formats/checks/one_check.hpp"

namespace daicho::test {
namespace {

/// A 中長期在留者 until 2027-03-31.
Items foreigner(Items more = {}) {
  Items items{{"birth_date", "019800101"},      {"honseki", ""},
              {"hittosha_kanji", ""},           {"honseki_municipality_code", ""},
              {"nationality_code", "USA"},      {"residence_card_no", "AB12345678CD"},
              {"residence_status_code", "035"}, {"article_30_45_class", "01"},
              {"period_of_stay", "0100000"},    {"period_of_stay_expiry", "20270331"},
              {"foreign_move_date", "20261001"}};
  for (auto& [id, value] : more) items[id] = value;
  return items;
}

TEST_CASE("L24: Japanese residents are born in an era, foreign residents in a Gregorian year") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L24") == "");
  CHECK(juki.says("L24", {{"birth_date", "019800101"}}) == "D3024 birth_date");
  CHECK(juki.says("L24", {{"birth_date", "000000000"}}) == "");
  CHECK(juki.says("L24", foreigner()) == "");
  CHECK(juki.says("L24", foreigner({{"birth_date", "319800101"}})) == "D3024 birth_date");
  CHECK(juki.says("L24", foreigner({{"birth_date", "000000000"}})) == "");
  CHECK(juki.says("L24", {{"nationality_code", "JPN"}}) == "");
  const OneCheck soufusaki("soufusaki", {{"birth_date", "319800101"}, {"article_30_45_class", "0"}});
  CHECK(soufusaki.says("L24") == "");
  CHECK(soufusaki.says("L24", {{"article_30_45_class", ""}}) == "");
  CHECK(soufusaki.says("L24", {{"article_30_45_class", "1"}}) == "D3024 birth_date");
  CHECK(soufusaki.says("L24", {{"birth_date", "019800101"}}) == "D3024 birth_date");
}

TEST_CASE("L23: the double days belong to both eras") {
  for (const char* day : {"119120730", "219120730", "219261225", "319261225"}) {
    CAPTURE(day);
    CHECK(parse_era_gregorian_date(day).fault == DateFault::none);
  }
  for (const char* day : {"119120731", "219120729", "219261226", "319261224"}) {
    CAPTURE(day);
    CHECK(parse_era_gregorian_date(day).fault == DateFault::bad_era);
  }
}

TEST_CASE("L30: Japanese residents have 本籍 and 筆頭者, foreign residents neither") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L30") == "");
  CHECK(juki.says("L30", {{"honseki", ""}}) == "D3030 honseki");
  CHECK(juki.says("L30", {{"hittosha_kanji", ""}}) == "D3030 hittosha_kanji");
  CHECK(juki.says("L30", {{"honseki", "不明"}, {"hittosha_kanji", ""}}) == "");
  CHECK(juki.says("L30", {{"honseki", "なし"}, {"hittosha_kanji", ""}}) == "");
  CHECK(juki.says("L30", foreigner()) == "");
  CHECK(juki.says("L30", foreigner({{"honseki", "東京都千代田区"}, {"hittosha_kanji", "山田　太郎"}})) ==
        "D3030 honseki / D3030 hittosha_kanji");
}

TEST_CASE("L31: 中長期在留者 have a card, a status and an expiry unless their stay is unlimited") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L31") == "");
  CHECK(juki.says("L31", foreigner()) == "");
  CHECK(juki.says("L31", foreigner({{"residence_card_no", ""}})) == "D3031 residence_card_no section=01");
  CHECK(juki.says("L31", foreigner({{"residence_status_code", ""}})) == "D3031 residence_status_code section=01");
  CHECK(juki.says("L31", foreigner({{"period_of_stay_expiry", ""}})) == "D3031 period_of_stay_expiry section=01");
  const Items unlimited{{"residence_status_code", "026"}, {"period_of_stay", "0000000"}};
  CHECK(juki.says("L31", foreigner(unlimited)) == "D3031 period_of_stay_expiry section=01");
  Items permanent = foreigner(unlimited);
  permanent["period_of_stay_expiry"] = "";
  CHECK(juki.says("L31", permanent) == "");
}

TEST_CASE("L31: each class has what it needs, a removed record only what it may not have") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L31", foreigner({{"article_30_45_class", ""}})) ==
        "D3031 period_of_stay_expiry section= / D3031 article_30_45_class section=");
  const Items special{{"article_30_45_class", "02"}, {"residence_status_code", ""}, {"period_of_stay", ""}};
  CHECK(juki.says("L31", foreigner(special)) == "D3031 period_of_stay_expiry section=02");
  Items right = foreigner(special);
  right["period_of_stay_expiry"] = "";
  CHECK(juki.says("L31", right) == "");
  right["residence_card_no"] = "";
  CHECK(juki.says("L31", right) == "D3031 residence_card_no section=02");
  right["removal_class"] = "1";
  CHECK(juki.says("L31", right) == "");
  Items provisional = right;
  provisional["removal_class"] = "0";
  provisional["article_30_45_class"] = "04";
  CHECK(juki.says("L31", provisional) == "D3031 period_of_stay section=04");
  provisional["period_of_stay"] = "0006000";
  CHECK(juki.says("L31", provisional) == "");
  Items newborn = right;
  newborn["removal_class"] = "0";
  newborn["article_30_45_class"] = "05";
  CHECK(juki.says("L31", newborn) == "");
  CHECK(juki.says("L31", {{"period_of_stay_expiry", "20270331"}}) == "D3031 period_of_stay_expiry section=");
}

TEST_CASE("L31: of 送付先情報 only those whose stay ends have an expiry") {
  const OneCheck soufusaki("soufusaki", {{"period_of_stay_expiry", "20270331"}});
  for (const char* section : {"1", "3", "4"}) CHECK(soufusaki.says("L31", {{"article_30_45_class", section}}) == "");
  for (const char* section : {"0", "2", "5", "6"}) {
    CAPTURE(section);
    CHECK(soufusaki.says("L31", {{"article_30_45_class", section}}) ==
          std::string("D3031 period_of_stay_expiry section=") + section);
  }
  CHECK(soufusaki.says("L31", {{"period_of_stay_expiry", ""}}) == "");
}

TEST_CASE("L32: a period of stay that ended yesterday is told, one that ends today not") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L32", foreigner({{"period_of_stay_expiry", "20261120"}})) == "");
  CHECK(juki.says("L32", foreigner({{"period_of_stay_expiry", "20261119"}})) ==
        "D3032 period_of_stay_expiry as_of=20261120");
  CHECK(juki.says("L32", foreigner({{"period_of_stay_expiry", "20261119"}, {"removal_class", "1"}})) == "");
  CHECK(juki.says("L32") == "");
  CHECK(OneCheck("soufusaki", {{"period_of_stay_expiry", "20261119"}}).says("L32") ==
        "D3032 period_of_stay_expiry as_of=20261120");
}

TEST_CASE("L33: a transitional stay may last 60 days, and no more") {
  const OneCheck juki = resident_checks();
  const Items born{{"article_30_45_class", "05"}, {"foreign_move_date", "20260921"}};
  CHECK(juki.says("L33", foreigner(born)) == "");
  Items longer = foreigner(born);
  longer["foreign_move_date"] = "20260920";
  CHECK(juki.says("L33", longer) == "D3033 foreign_move_date");
  longer["article_30_45_class"] = "06";
  CHECK(juki.says("L33", longer) == "D3033 foreign_move_date");
  longer["foreign_move_date"] = "20260900";
  CHECK(juki.says("L33", longer) == "");
  longer["foreign_move_date"] = "20260800";
  CHECK(juki.says("L33", longer) == "D3033 foreign_move_date");
  longer["removal_class"] = "3";
  CHECK(juki.says("L33", longer) == "");
  CHECK(juki.says("L33", foreigner({{"foreign_move_date", "20200101"}})) == "");
}

}  // namespace
}  // namespace daicho::test
