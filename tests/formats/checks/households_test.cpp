#include <doctest/doctest.h>

#include "tests/formats/checks/check_trial.hpp"

namespace daicho {
namespace {

using test::CheckTrial;
using test::Values;

Values member(std::string household, std::string relationship, std::string name = "山田　太郎",
              std::string head = "山田　太郎", std::string removal = "0") {
  return {{"household_no", std::move(household)},
          {"relationship_code", std::move(relationship)},
          {"name_kanji", std::move(name)},
          {"head_name_kanji", std::move(head)},
          {"removal_class", std::move(removal)}};
}

Values born(std::string relationship, std::string birth, std::string household = "1") {
  return {{"household_no", std::move(household)},
          {"relationship_code", std::move(relationship)},
          {"birth_date", std::move(birth)},
          {"removal_class", "0"}};
}

TEST_CASE("L25: each household has one head") {
  CheckTrial trial("L25", "juki");
  trial.record(member("1", "02000000")).record(member("1", "12000000", "山田　花子"));
  trial.record(member("2", "02000000", "鈴木　一", "鈴木　一")).record(member("2", "20000000", "鈴木　二", "鈴木　一"));
  CHECK(trial.findings().empty());
}

TEST_CASE("L25, L28, L29: zeros on the left of a 世帯番号 make no other household") {
  CheckTrial heads("L25", "juki");
  heads.record(member("000000012345674", "02000000")).record(member("12345674", "20000000", "山田　花子"));
  CHECK(heads.findings().empty());
  CheckTrial parents("L28", "juki");
  parents.record(born("02000000", "419900401", "0001")).record(born("20000000", "420000401", "1"));
  CHECK(parents.findings() == "D3028 2 birth_date record=1");
  CheckTrial spouses("L29", "juki");
  spouses.record(member("1", "11000000")).record(member("0001", "12000000"));
  CHECK(spouses.findings() == "D3029 2 relationship_code record=1");
}

TEST_CASE("L25: two heads of a household are an error, of two households or removed ones not") {
  CheckTrial trial("L25", "juki");
  trial.record(member("1", "02000000")).record(member("2", "02000000"));
  trial.record(member("1", "02000000")).record(member("1", "02000000", "山田　太郎", "山田　太郎", "1"));
  CHECK(trial.findings() == "D3025 3 relationship_code record=1");
}

TEST_CASE("L25: a household without a head is an alert, unless the head may be a record that could not be read") {
  CheckTrial trial("L25", "juki");
  trial.record(member("1", "12000000")).record(member("2", "02000000")).record(member("1", "20000000"));
  CHECK(trial.findings() == "D3125 1 relationship_code count=2");
  CHECK_FALSE(trial.lacking());
  CheckTrial damaged("L25", "juki");
  damaged.record(member("1", "12000000")).unreadable();
  damaged.record(member("2", "02000000")).record(member("2", "02000000"));
  CHECK(damaged.findings() == "D3025 4 relationship_code record=3");
  CHECK(damaged.lacking());
}

TEST_CASE("L25: the head's name stands in all records of the household") {
  CheckTrial trial("L25", "juki");
  trial.record(member("1", "20000000", "山田　一", "山田　次郎")).record(member("1", "02000000"));
  trial.record(member("2", "02000000", "鈴木　一", "鈴木　二"));
  CHECK(trial.findings() == "D3225 3 head_name_kanji; D3225 1 head_name_kanji record=2");
}

TEST_CASE("L29: a head has one spouse in the household") {
  CheckTrial trial("L29", "juki");
  trial.record(member("1", "12000000")).record(member("2", "11000000")).record(member("1", "20120000"));
  trial.record(member("1", "12000000", "山田　花子", "山田　太郎", "2"));
  CHECK(trial.findings().empty());
  CheckTrial wrong("L29", "juki");
  wrong.record(member("1", "12000000")).record(member("2", "11000000")).record(member("1", "11000000"));
  CHECK(wrong.findings() == "D3029 3 relationship_code record=1");
}

TEST_CASE("L28: a child is at least 15 years younger than the head") {
  CheckTrial trial("L28", "juki");
  trial.record(born("02000000", "319800401")).record(born("20000000", "419950401"));
  CHECK(trial.findings().empty());
  CheckTrial wrong("L28", "juki");
  wrong.record(born("20000000", "419950331")).record(born("02000000", "319800401"));
  CHECK(wrong.findings() == "D3028 1 birth_date record=2");
}

TEST_CASE("L28: parents of the head, and children and parents of a spouse, are compared with the right person") {
  CheckTrial trial("L28", "juki");
  trial.record(born("02000000", "319700101")).record(born("12000000", "319850101"));
  trial.record(born("51000000", "319600101"));  // the head's father, 10 years older
  trial.record(born("12200000", "419990101"));  // the wife's child, 14 years younger than she
  trial.record(born("12520000", "319500101"));  // the wife's mother
  trial.record(born("20200000", "319710101"));  // 子の子: not compared
  CHECK(trial.findings() == "D3028 3 birth_date record=1; D3028 4 birth_date record=2");
}

TEST_CASE("L28: an unknown date is compared as every day that it may be") {
  CheckTrial trial("L28", "juki");
  trial.record(born("02000000", "319800000")).record(born("20000000", "419950000"));
  trial.record(born("02000000", "319800000", "2")).record(born("20000000", "419941231", "2"));
  trial.record(born("02000000", "000000000", "3")).record(born("20000000", "419941231", "3"));
  CHECK(trial.findings() == "D3028 4 birth_date record=3");
}

TEST_CASE("L28: the fifteenth birthday of somebody born on a leap day is reached on 28 February") {
  CheckTrial trial("L28", "juki");
  trial.record(born("02000000", "319800229")).record(born("20000000", "419950228"));
  trial.record(born("02000000", "319800229", "2")).record(born("20000000", "419950227", "2"));
  CHECK(trial.findings() == "D3028 4 birth_date record=3");
}

}  // namespace
}  // namespace daicho
