#include <doctest/doctest.h>

#include "formats/error.hpp"
#include "jobs/destinations.hpp"
#include "tests/jobs/iten_city.hpp"

namespace daicho {
namespace {

using fake::City;
using fake::Rows;
using fake::Texts;
using fake::told;

TEST_CASE("the first run gives everyone as entered, in full files; the next gives differences only") {
  City city(Rows{{"01-tax", R"("ID", "NO", "AD")"}});
  const auto& first = city.day("20261120", {city.resident("19"), city.resident("27")});
  CHECK(told(first, "01-tax") == Texts{"1 19", "1 27"});
  CHECK(first.file("iten.01-tax").request().extent == Extent::full);
  CHECK(first.file("iten.01-tax").request().destination == "市民部　試験課");
  CHECK(first.file("iten.01-tax").records[0] == Texts{"1", "1840004", "東京都小金井市本町六丁目６番３号", "13", "19",
                                                      "0", "20260401", "コガネイ　ハナコ", "小金井　花子", "2",
                                                      "419900401", "123456789018"});

  const auto& second = city.day(
      "20261121", {city.resident("19"), city.resident("27").set("name_kanji", "東　花子"), city.resident("35")});
  CHECK(told(second, "01-tax") == Texts{"2 27", "1 35"});
  CHECK(second.file("iten.01-tax").request().extent == Extent::difference);

  const auto& third = city.day(
      "20261122", {city.resident("19"), city.resident("27").set("name_kanji", "東　花子"), city.resident("35")});
  CHECK(third.files.empty());
}

TEST_CASE("a destination is not told of what it may not see") {
  City city(Rows{{"01-tax", R"("ID")"}, {"02-household", R"("ID", "HH")"}});
  city.day("20261120", {city.resident("19")});
  const auto& run = city.day("20261121", {city.resident("19")
                                              .set("household_no", "300")
                                              .set("move_reason", "40")
                                              .set("move_date", "20261120")
                                              .set("juminhyo_code", "24727059608")
                                              .set("remarks", "世帯分離")});
  CHECK(told(run, "01-tax").empty());
  CHECK(told(run, "02-household") == Texts{"2 19"});
}

TEST_CASE("people enter and leave an age window on the day before their birthday") {
  City city(Rows{{"01-children", R"("ID", "NO")", "{ age_to = 18 }"}, {"02-grown", R"("ID")", "{ age_from = 19 }"}});
  const auto person = city.resident("19").set("birth_date", "420071122");
  city.day("20261120", {person});
  const auto& run = city.day("20261121", {person});
  CHECK(told(run, "01-children") == Texts{"3 19"});
  CHECK(told(run, "02-grown") == Texts{"1 19"});
  CHECK(city.day("20261122", {person}).files.empty());
}

TEST_CASE("a removal is a leaving with the removal's items") {
  City city(Rows{{"01-tax", R"("ID", "EX")"}});
  city.day("20261120", {city.resident("19")});
  const auto dead = city.resident("19")
                        .set("removal_class", "2")
                        .set("removal_date", "20261120")
                        .set("removal_reason", "23")
                        .set("move_reason", "23")
                        .set("move_date", "20261120");
  const auto& run = city.day("20261121", {dead});
  CHECK(told(run, "01-tax") == Texts{"3 19"});
  CHECK(run.file("iten.01-tax").at(0, "removal_date") == "20261120");
  CHECK(run.file("iten.01-tax").at(0, "removal_reason") == "23");
  CHECK(run.file("iten.01-tax").at(0, "move_reason") == "23");
  CHECK(city.day("20261122", {dead}).files.empty());
}

TEST_CASE("a destination without EX learns that somebody left, and not why") {
  City city(Rows{{"01-tax", R"("ID")"}});
  city.day("20261120", {city.resident("19")});
  const auto& run = city.day("20261121", {city.resident("19")
                                              .set("removal_class", "2")
                                              .set("removal_date", "20261120")
                                              .set("removal_reason", "23")
                                              .set("move_reason", "23")
                                              .set("move_date", "20261120")});
  CHECK(run.file("iten.01-tax").records[0] ==
        Texts{"3", "", "19", "", "", "コガネイ　ハナコ", "小金井　花子", "2", "419900401"});
}

TEST_CASE("a destination that sees removed records is told of a removal as a change") {
  City city(Rows{{"01-tax", R"("ID", "EX")", "{ everyone = true }", "removed = \"this-year\"\n"}});
  city.day("20261120", {city.resident("19")});
  const auto gone =
      city.resident("19").set("removal_class", "1").set("removal_date", "20261121").set("removal_reason", "21");
  CHECK(told(city.day("20261121", {gone}), "01-tax") == Texts{"2 19"});
  CHECK(city.day("20261231", {gone}).files.empty());
  CHECK(told(city.day("20270101", {gone}), "01-tax") == Texts{"3 19"});
}

TEST_CASE("whoever comes back after a removal enters again") {
  City city(Rows{{"01-tax", R"("ID", "EX")"}});
  city.day("20261120", {city.resident("19")});
  city.day("20261121", {city.resident("19").set("removal_class", "1").set("removal_date", "20261121")});
  CHECK(told(city.day("20261122", {city.resident("19")}), "01-tax") == Texts{"1 19"});
}

TEST_CASE("somebody absent from the register, or held back by a check, has not left") {
  City city(Rows{{"01-tax", R"("ID")"}});
  city.day("20261120", {city.resident("19"), city.resident("27")});
  CHECK(city.day("20261121", {city.resident("27")}).files.empty());
  CHECK(city.day("20261122", {city.resident("19"), city.resident("27")}).files.empty());
}

TEST_CASE("--full gives everyone in scope as entered, and forgets silently who left") {
  City city(Rows{{"01-children", R"("ID", "NO")", "{ age_to = 18 }"}});
  const auto child = city.resident("19").set("birth_date", "520200401");
  const auto grown = city.resident("27").set("birth_date", "420071122");
  city.day("20261120", {child, grown});
  city.next("20261121").set_full();
  const auto& full = city.run({child, grown});
  CHECK(told(full, "01-children") == Texts{"1 19"});
  CHECK(full.file("iten.01-children").request().extent == Extent::full);
  CHECK(full.file("access-log").records.size() == 1);
  CHECK(city.day("20261122", {child, grown}).files.empty());
}

TEST_CASE("a full file stands even where nobody belongs") {
  City city(Rows{{"01-old", R"("ID")", "{ age_from = 100 }"}});
  const auto& run = city.day("20261120", {city.resident("19")});
  CHECK(run.file("iten.01-old").records.empty());
}

TEST_CASE("a destination may always want everyone") {
  City city(Rows{{"01-tax", R"("ID")", "{ everyone = true }", "extent = \"full\"\n"}});
  city.day("20261120", {city.resident("19"), city.resident("27")});
  const auto& run = city.day("20261121", {city.resident("19"), city.resident("27").set("name_kanji", "東　花子")});
  CHECK(told(run, "01-tax") == Texts{"1 19", "1 27"});
  CHECK(run.file("iten.01-tax").request().extent == Extent::full);
}

TEST_CASE("a value that a destination's charset lacks holds the person back from that destination alone") {
  City city(
      Rows{{"01-old", R"("ID", "NO")", "{ everyone = true }", "format = \"fixed:cp932\"\n"}, {"02-new", R"("ID")"}});
  const auto person = city.resident("19").set("name_kanji", "𠮷田　花子");
  const auto& first = city.day("20261120", {person});
  CHECK(told(first, "01-old").empty());
  CHECK(told(first, "02-new") == Texts{"1 19"});
  REQUIRE(first.warnings.size() == 1);
  CHECK(first.warnings[0].first == 19);
  CHECK(std::string(first.warnings[0].second.code.code) == "D1002");
  CHECK(first.warnings[0].second.layout->id == "iten.01-old");
  CHECK(first.warnings[0].second.is_error());
  CHECK(first.rejects.empty());
  CHECK(first.files.count("access-log") == 0);  // nothing was handed over

  const auto& again = city.day("20261121", {city.resident("19").set("name_kanji", "𠮷田　花代")});
  CHECK(told(again, "02-new") == Texts{"2 19"});
  CHECK(again.warnings.size() == 1);
  CHECK(again.files.count("iten.01-old") == 0);  // differences of nobody make no file

  const auto& second = city.day("20261122", {city.resident("19").set("name_kanji", "吉田　花子")});
  CHECK(told(second, "01-old") == Texts{"1 19"});
  CHECK(told(second, "02-new") == Texts{"2 19"});
}

TEST_CASE("a household stays together while a check holds one of its people back") {
  City city(Rows{{"01-kokuho", R"("ID")", "{ age_to = 74, household = true }"}});
  const auto old = city.resident("19").set("birth_date", "319400401");
  const auto young = city.resident("27").set("birth_date", "319600401");
  city.day("20261120", {old, young});
  city.next("20261121").keep(young);
  CHECK(city.run({old}).files.empty());
}

TEST_CASE("no destination's file has 住民票コード, whatever the register says") {
  const DestinationTable all = load_destinations(fake::catalog());
  for (const Destination& one : all.destinations) CHECK_FALSE(one.layout->find("住民票コード").has_value());
}

}  // namespace
}  // namespace daicho
