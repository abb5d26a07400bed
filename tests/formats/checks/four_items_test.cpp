#include <doctest/doctest.h>

#include "tests/formats/checks/check_trial.hpp"

namespace daicho {
namespace {

using test::CheckTrial;
using test::Values;

Values letter(std::string name, std::string address) {
  return {{"juminhyo_code", "1"},
          {"name", std::move(name)},
          {"address", std::move(address)},
          {"birth_date", "319800401"},
          {"sex", "1"}};
}

Values honnin(std::string name, std::string address, std::string birth = "319800401", std::string status = "0") {
  return {{"juminhyo_code", "1"},
          {"name_kanji", std::move(name)},
          {"address", std::move(address)},
          {"birth_date", std::move(birth)},
          {"sex", "1"},
          {"record_status", std::move(status)}};
}

Values resident(std::string name, std::string address, std::string building = "", std::string removal = "0") {
  return {{"juminhyo_code", "1"},
          {"name_kanji", std::move(name)},
          {"address", std::move(address)},
          {"address_building", std::move(building)},
          {"birth_date", "319800401"},
          {"sex_code", "1"},
          {"removal_class", std::move(removal)}};
}

TEST_CASE("L53: 送付先情報 has the four items of 本人確認情報") {
  CheckTrial trial("L53", "soufusaki", "honnin");
  trial.pair(letter("山田", "前原町"), honnin("山田", "前原町"));
  CHECK(trial.findings().empty());
  CheckTrial wrong("L53", "soufusaki", "honnin");
  wrong.pair(letter("山田", "前原町"), honnin("鈴木", "本町", "319800402"));
  CHECK(wrong.findings() == "D3053 1 name; D3053 1 address; D3053 1 birth_date");
}

TEST_CASE("L53: beside the register the address is 現住所 and 方書, with or without a space between") {
  CheckTrial trial("L53", "soufusaki", "juki");
  trial.pair(letter("山田", "前原町　一号室"), resident("山田", "前原町", "一号室"));
  trial.pair(letter("山田", "前原町一号室"), resident("山田", "前原町", "一号室"));
  trial.pair(letter("山田", "前原町"), resident("山田", "前原町"));
  trial.pair(letter("山田", "本町"), resident("鈴木", "前原町", "", "1"));
  CHECK(trial.findings().empty());
  CheckTrial wrong("L53", "soufusaki", "juki");
  wrong.pair(letter("山田", "前原町　"), resident("山田", "前原町"));
  wrong.pair(letter("山田", "前原町　二号室"), resident("山田", "前原町", "一号室"));
  wrong.pair(letter("山田", "前原町"), resident("山田", "前原町", "一号室"));
  CHECK(wrong.findings() == "D3253 1 address; D3253 2 address; D3253 3 address");
}

TEST_CASE("L53: of 本人確認情報 the last record of a person agrees with the register") {
  CheckTrial trial("L53", "honnin", "juki");
  trial.pair(honnin("山田", "本町"), resident("山田", "前原町"));
  trial.pair(honnin("山田", "前原町"), resident("山田", "前原町"));
  CHECK(trial.findings().empty());
  CheckTrial wrong("L53", "honnin", "juki");
  wrong.pair(honnin("山田", "前原町"), resident("山田", "前原町"));
  wrong.pair(honnin("山田", "本町"), resident("山田", "前原町"));
  CHECK(wrong.findings() == "D3253 2 address");
  CheckTrial closed("L53", "honnin", "juki");
  closed.pair(honnin("山田", "本町", "319800401", "2"), resident("山田", "前原町"));
  CHECK(closed.findings().empty());
}

TEST_CASE("L53: without another file it does not run") {
  CHECK_FALSE(CheckTrial("L53", "soufusaki").runs());
  CHECK_FALSE(CheckTrial("L53", "honnin", "honnin").runs());
}

}  // namespace
}  // namespace daicho
