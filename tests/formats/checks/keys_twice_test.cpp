#include <doctest/doctest.h>

#include "tests/formats/checks/check_trial.hpp"

namespace daicho {
namespace {

using test::CheckTrial;

TEST_CASE("L42: one key stands in one record, in every layout that is no history") {
  for (const auto& each :
       std::vector<std::pair<std::string_view, std::string_view>>{{"juki", "addressee_no"},
                                                                  {"soufusaki", "juminhyo_code"},
                                                                  {"atena", "integrated_addressee_no"},
                                                                  {"kengen", "serial_no"},
                                                                  {"access-log", "seq"},
                                                                  {"iten.01-shiminzei", "addressee_no"}}) {
    const auto layout = each.first;  // a structured binding cannot be captured
    const auto key = each.second;
    CAPTURE(layout);
    CheckTrial trial("L42", layout);
    trial.record({{key, "1"}}).record({{key, "2"}});
    CHECK(trial.findings().empty());
    CheckTrial wrong("L42", layout);
    wrong.record({{key, "1"}}).record({{key, "2"}}).record({{key, "1"}}).record({{key, "1"}});
    CHECK(wrong.findings() == "D3042 3 " + std::string(key) + " other=1; D3042 4 " + std::string(key) + " other=1");
  }
  CHECK_FALSE(CheckTrial("L42", "honnin").runs());
}

TEST_CASE("L42: zeros on the left make no other key of a number") {
  CheckTrial trial("L42", "kengen");
  trial.record({{"serial_no", "00010"}}).record({{"serial_no", "1"}}).record({{"serial_no", "10"}});
  trial.record({{"serial_no", "0"}}).record({{"serial_no", "00000"}});
  CHECK(trial.findings() == "D3042 3 serial_no other=1; D3042 5 serial_no other=4");
}

TEST_CASE("L42: does not run, and says so, where the layout has no key item") {
  Layout layout = *Catalog().layout("kengen");
  layout.key.reset();
  const CheckSet set({layout, nullptr, {}, {}}, Profile());
  const auto skipped =
      std::find_if(set.skipped().begin(), set.skipped().end(), [](const SkippedCheck& one) { return one.id == "L42"; });
  REQUIRE(skipped != set.skipped().end());
  CHECK(skipped->missing_item == "key");
  CHECK(std::none_of(set.active().begin(), set.active().end(),
                     [](const ActiveCheck& one) { return one.kind->id == "L42"; }));
}

TEST_CASE("L42: findings come in the order of the file, whatever the keys are hashed to") {
  CheckTrial trial("L42", "juki");
  std::string expected;
  for (int i = 1; i <= 200; ++i) trial.record({{"addressee_no", std::to_string(i)}});
  for (int i = 1; i <= 200; ++i) {
    trial.record({{"addressee_no", std::to_string(i)}});
    expected += (i == 1 ? "" : "; ") + std::string("D3042 ") + std::to_string(200 + i) +
                " addressee_no other=" + std::to_string(i);
  }
  CHECK(trial.findings() == expected);
}

}  // namespace
}  // namespace daicho
