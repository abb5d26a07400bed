#include <doctest/doctest.h>

#include "tests/formats/checks/check_trial.hpp"

namespace daicho {
namespace {

using test::CheckTrial;
using test::Values;

Values person(std::string envelope, std::string people, std::string address = "前原町",
              std::string print_class = "01") {
  return {{"dispatch_no", std::move(envelope)},     {"dispatch_postal_code", "1840013"},
          {"dispatch_address", std::move(address)}, {"dispatch_name", "山田　太郎"},
          {"person_count", std::move(people)},      {"print_class", std::move(print_class)}};
}

const Values kHousehold1{{"household_no", "1"}};
const Values kHousehold2{{"household_no", "2"}};

TEST_CASE("L52: an envelope holds as many people as it says") {
  CheckTrial trial("L52", "soufusaki");
  trial.record(person("1", "02")).record(person("2", "01")).record(person("1", "02"));
  CHECK(trial.findings().empty());
  CheckTrial wrong("L52", "soufusaki");
  wrong.record(person("1", "02")).record(person("2", "02")).record(person("1", "03"));
  CHECK(wrong.findings() == "D3052 2 person_count expected=1; D3052 3 person_count expected=2");
}

TEST_CASE("L52: a count is not judged where a record could not be read, another destination is") {
  CheckTrial trial("L52", "soufusaki");
  trial.record(person("1", "03")).unreadable().record(person("1", "03", "本町"));
  CHECK(trial.findings() == "D3252 3 dispatch_address record=1");
  CHECK(trial.lacking());
}

TEST_CASE("L52: the records of an envelope have one destination and one 印刷区分") {
  CheckTrial trial("L52", "soufusaki");
  trial.record(person("1", "03")).record(person("1", "03", "本町", "02")).record(person("1", "03"));
  CHECK(trial.findings() == "D3252 2 dispatch_address record=1; D3252 2 print_class record=1");
}

TEST_CASE("L52: beside the register, the people of an envelope are of one household") {
  CheckTrial trial("L52", "soufusaki", "juki");
  trial.pair(person("1", "02"), kHousehold1).pair(person("1", "02"), kHousehold1);
  trial.pair(person("2", "03"), kHousehold1).record(person("2", "03")).pair(person("2", "03"), kHousehold2);
  CHECK(trial.findings() == "D3352 5 dispatch_no record=3");
}

TEST_CASE("L52: zeros on the left make no other envelope and no other household") {
  CheckTrial trial("L52", "soufusaki", "juki");
  trial.pair(person("1", "2"), kHousehold1).pair(person("00001", "02"), {{{"household_no", "0001"}}});
  CHECK(trial.findings().empty());
}

TEST_CASE("L50: a record with 外字 names the font of their glyphs") {
  CheckTrial trial("L50", "soufusaki");
  trial.record({{"gaiji_flag", "1"}, {"gaiji_pattern", "a.bdf"}}).record({{"gaiji_flag", "0"}});
  CHECK(trial.findings().empty());
  CheckTrial wrong("L50", "soufusaki");
  wrong.record({{"gaiji_flag", "1"}});
  CHECK(wrong.findings() == "D3050 1 gaiji_pattern");
  CHECK_FALSE(CheckTrial("L50", "honnin").runs());  // has no such item
}

}  // namespace
}  // namespace daicho
