#include <doctest/doctest.h>

#include "tests/formats/checks/check_trial.hpp"
#include "tests/formats/checks/one_check.hpp"

namespace daicho::test {
namespace {

Items event(const std::string& reason, Items more = {}) {
  more["move_reason"] = reason;
  more["move_date"] = "20261119";
  more["move_notified_date"] = "20261120";
  return more;
}

TEST_CASE("L36: a change of 個人番号 in the register brings another number") {
  const OneCheck juki = resident_checks();
  const Items other{{"individual_no", "379474484458"}};
  for (const char* reason : {"35", "36"}) {
    CAPTURE(reason);
    CHECK(juki.says_of_pair("L36", {}, event(reason, other)) == "");
    CHECK(juki.says_of_pair("L36", {}, event(reason)) == "D3036 individual_no");
    CHECK(juki.says_of_pair("L36", event(reason), event(reason)) == "");
    CHECK(juki.says("L36", event(reason, {{"individual_no", ""}})) == "D3036 individual_no");
    CHECK(juki.says("L36", event(reason)) == "");
  }
  CHECK(juki.says_of_pair("L36", {}, event("37")) == "");
}

TEST_CASE("L36: 宛名 tell the number before and the number after, and the one after is the person's") {
  const OneCheck atena("atena", {{"individual_no", "123456789018"}, {"deleted_flag", "0"}});
  CHECK(atena.says("L36") == "");
  const auto change = [](const char* before, const char* after) {
    return Items{{"previous_individual_no", before}, {"next_individual_no", after}};
  };
  CHECK(atena.says("L36", change("379474484458", "123456789018")) == "");
  CHECK(atena.says("L36", change("379474484458", "")) == "D3036 next_individual_no");
  CHECK(atena.says("L36", change("", "123456789018")) == "D3036 previous_individual_no");
  CHECK(atena.says("L36", change("123456789018", "123456789018")) == "D3036 next_individual_no");
  Items other = change("123456789018", "379474484458");
  CHECK(atena.says("L36", other) == "D3036 individual_no");
  other["deleted_flag"] = "1";
  CHECK(atena.says("L36", other) == "");
}

TEST_CASE("L36: the number before is the one of the older file") {
  const OneCheck atena("atena", {{"individual_no", "379474484458"}, {"deleted_flag", "0"}});
  const Items changed{{"individual_no", "123456789018"},
                      {"previous_individual_no", "379474484458"},
                      {"next_individual_no", "123456789018"}};
  CHECK(atena.says_of_pair("L36", {}, changed) == "");
  CHECK(atena.says_of_pair("L36", changed, changed) == "");
  CHECK(atena.says_of_pair("L36", {{"individual_no", "454972364860"}}, changed) == "D3036 previous_individual_no");
}

TEST_CASE("L37: a change of 住民票コード in the register brings another code") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says_of_pair("L37", {}, event("38", {{"juminhyo_code", "24727059608"}})) == "");
  CHECK(juki.says_of_pair("L37", {}, event("38")) == "D3037 juminhyo_code");
  CHECK(juki.says_of_pair("L37", {{"juminhyo_code", ""}}, event("39")) == "");
  CHECK(juki.says("L37", event("39", {{"juminhyo_code", ""}})) == "D3037 juminhyo_code");
  CHECK(juki.says_of_pair("L37", {}, event("35")) == "");
}

TEST_CASE("L37: 本人確認情報 of a new 住民票コード tell the old one") {
  const OneCheck honnin = cs_checks();
  Items change{{"move_reason", "31"}, {"old_juminhyo_code", "24727059608"}, {"juminhyo_code_used_from", "5081119"}};
  CHECK(honnin.says("L37") == "");
  CHECK(honnin.says("L37", change) == "");
  CHECK(honnin.says("L37", {{"move_reason", "31"}}) == "D3037 old_juminhyo_code");
  CHECK(honnin.says("L37", {{"move_reason", "31"}, {"record_status", "2"}}) == "");
  CHECK(honnin.says("L37", {{"record_status", "2"}}) == "D3037 record_status");
  change["juminhyo_code_used_from"] = "";
  CHECK(honnin.says("L37", change) == "D3037 juminhyo_code_used_from");
  change["juminhyo_code_used_from"] = "5081119";
  change["old_juminhyo_code"] = "12345678903";
  CHECK(honnin.says("L37", change) == "D3037 old_juminhyo_code");
}

TEST_CASE("L37: the record of the old code is closed where it stands in the same file") {
  const OneCheck honnin = cs_checks();
  const Items live{{"juminhyo_code", "24727059608"}, {"move_reason", "23"}};
  const Items closed{{"juminhyo_code", "24727059608"}, {"move_reason", "31"}, {"record_status", "2"}};
  const Items change{
      {"move_reason", "31"}, {"old_juminhyo_code", "24727059608"}, {"juminhyo_code_used_from", "5081119"}};
  CHECK(honnin.says_of_file("L37", {live, closed, change}) == "");
  CHECK(honnin.says_of_file("L37", {change}) == "");
  CHECK(honnin.says_of_file("L37", {live, change}) == "1: D3037 record_status");
  CHECK(honnin.says_of_file("L37", {closed, live, change}) == "2: D3037 record_status");
}

TEST_CASE("L37: a record that could not be read may be the one that closes the old code") {
  CheckTrial trial("L37", "honnin");
  trial.record({{"juminhyo_code", "11"}, {"move_reason", "23"}, {"record_status", "0"}}).unreadable();
  trial.record({{"juminhyo_code", "12"},
                {"move_reason", "31"},
                {"record_status", "0"},
                {"old_juminhyo_code", "11"},
                {"juminhyo_code_used_from", "5081119"}});
  CHECK(trial.findings().empty());
  CHECK(trial.lacking());
}

TEST_CASE("L40: whoever forbids updates is not updated") {
  const OneCheck honnin = cs_checks();
  const Items forbidden{{"update_forbidden_flag", "1"}};
  const Items update{{"update_seq", "00002"}};
  CHECK(honnin.says_of_pair("L40", {}, update) == "");
  CHECK(honnin.says_of_pair("L40", forbidden, update) == "D3040 update_seq");
  CHECK(honnin.says_of_pair("L40", forbidden, forbidden) == "");
}

TEST_CASE("L40: zeros on the left make no update, nor does the history before the record that forbids them") {
  const OneCheck honnin = cs_checks();
  const Items forbidden{{"update_forbidden_flag", "1"}, {"update_seq", "00002"}};
  CHECK(honnin.says_of_pair("L40", forbidden, {{"update_seq", "2"}}) == "");
  CHECK(honnin.says_of_pair("L40", forbidden, {{"update_seq", "00001"}}) == "");
  CHECK(honnin.says_of_pair("L40", forbidden, {{"update_seq", "3"}}) == "D3040 update_seq");
}

TEST_CASE("L38, L40: a file that repeats its history is right beside itself") {
  for (const char* id : {"L38", "L40"}) {
    CAPTURE(id);
    CheckTrial trial(id, "honnin", "honnin");
    const Values there{{"juminhyo_code", "11"}, {"update_seq", "00002"}, {"update_forbidden_flag", "1"}};
    trial.pair({{"juminhyo_code", "11"}, {"update_seq", "00001"}, {"update_forbidden_flag", "0"}}, there);
    trial.pair(there, there);
    CHECK(trial.findings().empty());
  }
}

TEST_CASE("L41: the layout refuses an exclusive flag") {
  const OneCheck honnin = cs_checks();
  CHECK(honnin.layout().items[honnin.layout().index("exclusive_flag")].pattern == "0");
}

}  // namespace
}  // namespace daicho::test
