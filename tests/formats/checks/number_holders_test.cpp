#include <doctest/doctest.h>

#include "tests/formats/checks/check_trial.hpp"

namespace daicho {
namespace {

using test::CheckTrial;
using test::Values;

Values resident(std::string person, std::string number, std::string code, std::string removal = "0") {
  return {{"addressee_no", std::move(person)},
          {"individual_no", std::move(number)},
          {"juminhyo_code", std::move(code)},
          {"removal_class", std::move(removal)}};
}

Values update(std::string code, std::string number, std::string status = "0") {
  return {
      {"juminhyo_code", std::move(code)}, {"individual_no", std::move(number)}, {"record_status", std::move(status)}};
}

TEST_CASE("L35: living people hold numbers of their own; one may have no 個人番号 yet, and removed ones keep theirs") {
  CheckTrial trial("L35", "juki");
  trial.record(resident("1", "100", "11")).record(resident("2", "", "12")).record(resident("3", "", "13"));
  trial.record(resident("4", "100", "11", "1"));
  CHECK(trial.findings().empty());
}

TEST_CASE("L35: an 個人番号 or a 住民票コード of two living people is an error, of one person twice it is not") {
  CheckTrial trial("L35", "juki");
  trial.record(resident("1", "100", "11")).record(resident("2", "200", "12")).record(resident("3", "100", "13"));
  trial.record(resident("4", "400", "12")).record(resident("1", "100", "11"));
  CHECK(trial.findings() == "D3035 3 individual_no record=1; D3035 4 juminhyo_code record=2");
}

TEST_CASE("L35: in 本人確認情報 somebody may get another 住民票コード, or stand in several updates") {
  CheckTrial trial("L35", "honnin");
  trial.record(update("11", "100")).record(update("11", "100", "2")).record(update("12", "100"));
  trial.record(update("21", "200")).record(update("21", "200", "1")).record(update("21", "200", "1"));
  CHECK(trial.findings().empty());
  CheckTrial wrong("L35", "honnin");
  wrong.record(update("11", "100")).record(update("12", "100")).record(update("12", "100", "2"));
  CHECK(wrong.findings() == "D3035 2 individual_no record=1");
}

TEST_CASE("L35: in 本人確認情報 a record that could not be read may be the one that gives the 個人番号 back") {
  CheckTrial trial("L35", "honnin");
  trial.record(update("11", "100")).unreadable().record(update("12", "100"));
  CHECK(trial.findings().empty());
  CHECK(trial.lacking());
  CheckTrial residents("L35", "juki");  // where nobody gives a number back
  residents.record(resident("1", "100", "11")).unreadable().record(resident("2", "100", "12"));
  CHECK(residents.findings() == "D3035 3 individual_no record=1");
  CHECK(residents.lacking());
}

TEST_CASE("L35: zeros on the left of a 宛名番号 make nobody else of one") {
  CheckTrial trial("L35", "juki");
  trial.record(resident("19", "100", "11")).record(resident("000000000000019", "100", "11"));
  CHECK(trial.findings().empty());
}

TEST_CASE("L35: 送付先情報 and 団体内統合宛名 know people by their own keys") {
  CheckTrial envelopes("L35", "soufusaki");
  envelopes.record({{"juminhyo_code", "11"}, {"individual_no", "100"}});
  envelopes.record({{"juminhyo_code", "12"}, {"individual_no", "100"}});
  CHECK(envelopes.findings() == "D3035 2 individual_no record=1");
  CheckTrial addressees("L35", "atena");
  for (const char* deleted : {"0", "1", "0"}) {
    addressees.record({{"integrated_addressee_no", deleted[0] == '1' ? "2" : "1"},
                       {"individual_no", "100"},
                       {"removal_class", "0"},
                       {"deleted_flag", deleted}});
  }
  CHECK(addressees.findings().empty());
}

}  // namespace
}  // namespace daicho
