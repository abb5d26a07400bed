#include <doctest/doctest.h>

#include "tests/formats/checks/check_trial.hpp"

namespace daicho {
namespace {

using test::CheckTrial;
using test::Values;

Values with(Values values, const Values& more) {
  values.insert(values.end(), more.begin(), more.end());
  return values;
}

/// Somebody who arrived on a day, by 国内転入 where the reason is 11.
Values arrived(std::string person, std::string day, const Values& more, std::string reason = "11") {
  return with({{"addressee_no", std::move(person)},
               {"removal_class", "0"},
               {"move_reason", std::move(reason)},
               {"move_date", std::move(day)}},
              more);
}

Values removed(std::string person, std::string day, const Values& more, std::string removal_class = "1") {
  return with({{"addressee_no", std::move(person)},
               {"removal_class", std::move(removal_class)},
               {"removal_date", std::move(day)}},
              more);
}

const Values kTaro{{"name_kanji", "山田　太郎"}, {"sex_code", "1"}, {"birth_date", "319800401"}};

TEST_CASE("L43, L44: zeros on the left of a 宛名番号 make nobody else of one") {
  CheckTrial number("L43", "juki");
  number.record(arrived("19", "20260401", {{"individual_no", "A"}}));
  number.record(removed("000000000000019", "20200401", {{"individual_no", "A"}}));
  CHECK(number.findings().empty());
  CheckTrial name("L44", "juki");
  name.record(arrived("19", "20260401", kTaro)).record(removed("000000000000019", "20200401", kTaro));
  CHECK(name.findings().empty());
}

TEST_CASE("L43: somebody who comes back under another 宛名番号 is told, by each of three numbers") {
  for (const std::string_view number : {"individual_no", "juminhyo_code", "residence_card_no"}) {
    CAPTURE(number);
    CheckTrial trial("L43", "juki");
    trial.record(arrived("1", "20260401", {{number, "A"}})).record(removed("2", "20200401", {{number, "A"}}));
    trial.record(removed("3", "20200401", {{number, "B"}}));
    CHECK(trial.findings() == "D3043 1 " + std::string(number) + " record=2");
  }
}

TEST_CASE("L43: who came otherwise, was removed later, or only had a record made anew is no 再転入") {
  const Values number{{"individual_no", "A"}};
  CheckTrial trial("L43", "juki");
  trial.record(arrived("1", "20260401", number, "12")).record(removed("2", "20200401", number));
  CHECK(trial.findings().empty());
  CheckTrial later("L43", "juki");
  later.record(arrived("1", "20260401", number)).record(removed("2", "20260402", number));
  CHECK(later.findings().empty());
  CheckTrial anew("L43", "juki");
  anew.record(arrived("1", "20260401", number)).record(removed("2", "20200401", number, "4"));
  CHECK(anew.findings().empty());
}

TEST_CASE("L43: an unknown day counts only where every possible day came before") {
  const Values number{{"individual_no", "A"}};
  CheckTrial unsure("L43", "juki");
  unsure.record(arrived("1", "20260401", number)).record(removed("2", "20260000", number, "2"));
  CHECK(unsure.findings().empty());
  CheckTrial sure("L43", "juki");
  sure.record(arrived("1", "20260401", number)).record(removed("2", "20250000", number, "2"));
  CHECK(sure.findings() == "D3043 1 individual_no record=2");
}

TEST_CASE("L43: an arrival counts by 住定異動事由 where something else has happened since") {
  CheckTrial trial("L43", "juki");
  trial.record(removed("2", "20200401", {{"juminhyo_code", "A"}}));
  trial.record(
      arrived("1", "20260901", {{"juminhyo_code", "A"}, {"settled_reason", "11"}, {"settled_date", "20250401"}}, "32"));
  CHECK(trial.findings() == "D3043 2 juminhyo_code record=1");
}

TEST_CASE("L44: the same name, sex and birth date as a removed record is an alert, unless a number tells it") {
  CheckTrial trial("L44", "juki");
  trial.record(removed("2", "20200401", kTaro)).record(arrived("1", "20260401", kTaro));
  CHECK(trial.findings() == "D3044 2 addressee_no record=1");
  CheckTrial number("L44", "juki");
  number.record(removed("2", "20200401", with(kTaro, {{"individual_no", "A"}})));
  number.record(arrived("1", "20260401", with(kTaro, {{"individual_no", "A"}})));
  CHECK(number.findings().empty());
  CheckTrial other("L44", "juki");
  other.record(removed("2", "20200401", kTaro));
  other.record(
      arrived("1", "20260401", {{"name_kanji", "山田　太郎"}, {"sex_code", "1"}, {"birth_date", "319800402"}}));
  CHECK(other.findings().empty());
}

TEST_CASE("L56: removed records are due after 5 years, overdue after 6, and end after 150") {
  const auto found = [](const std::string& day, const std::string& removal_class) {
    CheckTrial trial("L56", "juki", {}, PartialDate{2026, 11, 23, 0});
    trial.record(removed("1", day, {}, removal_class));
    return trial.findings();
  };
  CHECK(found("20211123", "1").empty());
  CHECK(found("20211122", "1") == "D3156 1 removal_date");
  CHECK(found("20201123", "2") == "D3156 1 removal_date");
  CHECK(found("20201122", "5") == "D3056 1 removal_date");
  CHECK(found("18761123", "1") == "D3056 1 removal_date");
  CHECK(found("18761122", "1") == "D3256 1 removal_date");
  CHECK(found("20210000", "2").empty());
  CHECK(found("20200000", "2") == "D3156 1 removal_date");
  CHECK(found("", "0").empty());
  CHECK_FALSE(CheckTrial("L56", "juki").runs());
}

}  // namespace
}  // namespace daicho
