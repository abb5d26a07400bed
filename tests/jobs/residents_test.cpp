#include "jobs/residents.hpp"

#include <doctest/doctest.h>

#include <map>

#include "tests/jobs/fake_run.hpp"

namespace daicho {
namespace {

RelationshipChain chain(std::string_view digits) {
  RelationshipChain all;
  all.fill('0');
  std::copy(digits.begin(), digits.end(), all.begin());
  return all;
}

std::vector<std::string> parents(std::string_view digits) {
  std::vector<std::string> all;
  for (const RelationshipChain& one : parents_of(chain(digits))) all.emplace_back(one.data(), one.size());
  return all;
}

/// A register of a few people in front of one destination.
class Town {
 public:
  explicit Town(std::vector<ResidentSelector> selectors, RemovedRecords removed = RemovedRecords::none) {
    destinations_.resize(1);
    destinations_[0].residents = std::move(selectors);
    destinations_[0].removed = removed;
  }
  Town& cases(std::string_view csv) {
    cases_ = parse_side_file(csv, "cases.csv", {{"addressee_no", "household_no"}, {}, {}});
    return *this;
  }
  fake::Resident& add(const std::string& addressee_no) { return people_.emplace_back(*juki_, addressee_no); }

  /// 宛名番号 of those who belong on the day.
  std::vector<PersonKey> on(const std::string& day) {
    Residents residents(destinations_, {cases_ ? &*cases_ : nullptr}, *juki_, parse_date(day).date);
    for (const fake::Resident& one : people_) {
      const std::vector<std::string>& values = one;
      residents.add(person_key(values[juki_->index("addressee_no")]), OwnedRecord(values).view());
    }
    residents.settle();
    std::vector<PersonKey> members;
    for (std::size_t i = 0; i < residents.size(); ++i) {
      if (residents.belongs(i, 0)) members.push_back(residents.person(i));
    }
    unknown_.clear();
    if (cases_) {
      for (const SideRow* row : residents.unknown_cases(*cases_)) unknown_.push_back(row->key);
    }
    return members;
  }
  const std::vector<std::uint64_t>& unknown() const { return unknown_; }

 private:
  std::shared_ptr<const Layout> juki_ = fake::catalog().layout("juki");
  std::vector<Destination> destinations_;
  std::optional<SideFile> cases_;
  std::vector<fake::Resident> people_;
  std::vector<std::uint64_t> unknown_;
};

using People = std::vector<PersonKey>;

ResidentSelector ages(int from, int to) {
  ResidentSelector selector;
  selector.age_from = from;
  selector.age_to = to;
  return selector;
}

TEST_CASE("an age is reached on the day before the birthday") {
  Town town({ages(20, 70)});
  town.add("19").set("birth_date", "420061121");
  CHECK(town.on("20261119").empty());
  CHECK(town.on("20261120") == People{19});
  CHECK(town.on("20771119") == People{19});
  CHECK(town.on("20771120").empty());
}

TEST_CASE("somebody born on 29 February reaches an age on 28 February, in common years too") {
  CHECK(window_age("420080229", parse_date("20260227").date) == 17);
  CHECK(window_age("420080229", parse_date("20260228").date) == 18);
  CHECK(window_age("420080229", parse_date("20280227").date) == 19);
  CHECK(window_age("420080229", parse_date("20280228").date) == 20);
}

TEST_CASE("an unknown day or month counts as the last possible one") {
  CHECK(window_age("319500600", parse_date("20260628").date) == 75);
  CHECK(window_age("319500600", parse_date("20260629").date) == 76);
  CHECK(window_age("319500000", parse_date("20261229").date) == 75);
  CHECK(window_age("319500000", parse_date("20261230").date) == 76);
}

TEST_CASE("an infant whose day is unknown is 0 years old, and an unknown year lies in no window") {
  CHECK(window_age("520261100", parse_date("20261110").date) == 0);
  CHECK(window_age("000000000", parse_date("20261110").date) == -1);
  Town town({ages(0, 6)});
  town.add("19").set("birth_date", "000000000");
  town.add("27").set("birth_date", "520261100");
  CHECK(town.on("20261110") == People{27});
}

TEST_CASE("foreign residents' Gregorian dates of birth count like the others") {
  CHECK(window_age("019900401", parse_date("20260330").date) == 35);
  CHECK(window_age("019900401", parse_date("20260331").date) == 36);
}

TEST_CASE("windows may ask for a sex, and several windows are joined") {
  ResidentSelector women = ages(15, 49);
  women.sex = "2";
  Town town({ages(0, 6), women});
  town.add("19").set("birth_date", "520250401").set("sex_code", "1");
  town.add("27").set("birth_date", "420000401").set("sex_code", "2");
  town.add("35").set("birth_date", "420000401").set("sex_code", "1");
  CHECK(town.on("20261120") == People{19, 27});
}

TEST_CASE("a window over whole households takes in every living member and no other household") {
  ResidentSelector under_75 = ages(0, 74);
  under_75.household = true;
  Town town({under_75});
  town.add("19").set("birth_date", "319400401").set("household_no", "100");
  town.add("27").set("birth_date", "319600401").set("household_no", "100");
  town.add("35").set("birth_date", "319400401").set("household_no", "200");
  town.add("43").set("birth_date", "319400401").set("household_no", "100").set("removal_class", "2");
  CHECK(town.on("20261120") == People{19, 27});
}

TEST_CASE("a removed member draws nobody in") {
  ResidentSelector under_75 = ages(0, 74);
  under_75.household = true;
  Town town({under_75}, RemovedRecords::all);
  town.add("19").set("birth_date", "319400401").set("household_no", "100");
  town.add("27")
      .set("birth_date", "319600401")
      .set("household_no", "100")
      .set("removal_class", "2")
      .set("removal_date", "20260401");
  CHECK(town.on("20261120") == People{27});
}

TEST_CASE("parents are found by the relationship chains of one household") {
  CHECK(parents("20") == std::vector<std::string>{"02000000", "11000000", "12000000", "13000000", "14000000"});
  CHECK(parents("2020") == std::vector<std::string>{"20000000", "20110000", "20120000", "20130000", "20140000"});
  CHECK(parents("02") == std::vector<std::string>{"51000000", "52000000"});
  CHECK(parents("74") == std::vector<std::string>{"51000000", "52000000"});
  CHECK(parents("12") == std::vector<std::string>{"12510000", "12520000"});
  CHECK(parents("1174") == std::vector<std::string>{"11510000", "11520000"});
  CHECK(parents("20202011") == std::vector<std::string>{});  // a fifth generation
  CHECK(parents("96").empty());
  CHECK(parents("99").empty());
  CHECK(parents("").empty());
}

TEST_CASE("children bring in their parents and nobody else of the household") {
  ResidentSelector children = ages(0, 18);
  children.parents = true;
  Town town({children});
  town.add("19").set("relationship_code", "02000000").set("birth_date", "319600401");
  town.add("27").set("relationship_code", "20000000").set("birth_date", "419900401");
  town.add("35").set("relationship_code", "20120000").set("birth_date", "419910401");
  town.add("43").set("relationship_code", "20200000").set("birth_date", "520200401");
  town.add("51").set("relationship_code", "99000000").set("birth_date", "419910401");
  town.add("60").set("relationship_code", "20000000").set("birth_date", "419900401").set("household_no", "300");
  CHECK(town.on("20261120") == People{27, 35, 43});
}

TEST_CASE("a case list names people or households, and may be narrowed by age") {
  ResidentSelector listed;
  listed.cases = true;
  Town people({listed});
  people.cases("addressee_no\n19\n99\n");
  people.add("19");
  people.add("27");
  CHECK(people.on("20261120") == People{19});
  CHECK(people.unknown() == std::vector<std::uint64_t>{99});

  Town households({listed});
  households.cases("household_no\n000000000000100\n300\n");
  households.add("19").set("household_no", "000000000000100");
  households.add("27").set("household_no", "000000000000100");
  households.add("35").set("household_no", "000000000000200");
  CHECK(households.on("20261120") == People{19, 27});
  CHECK(households.unknown() == std::vector<std::uint64_t>{300});

  ResidentSelector old = ages(65, ResidentSelector::kNoAgeEnd);
  old.cases = true;
  Town narrowed({old});
  narrowed.cases("addressee_no\n19\n27\n");
  narrowed.add("19").set("birth_date", "319500401");
  narrowed.add("27").set("birth_date", "419900401");
  CHECK(narrowed.on("20261120") == People{19});
}

TEST_CASE("removed records belong where the destination sees them: never, of this year, or always") {
  const std::map<RemovedRecords, People> expected{
      {RemovedRecords::none, {19}}, {RemovedRecords::this_year, {19, 27}}, {RemovedRecords::all, {19, 27, 35, 43}}};
  for (const auto& [removed, members] : expected) {
    Town town({ResidentSelector{}}, removed);
    town.add("19");
    town.add("27").set("removal_class", "1").set("removal_date", "20260101");
    town.add("35").set("removal_class", "2").set("removal_date", "20251231");
    town.add("43").set("removal_class", "2").set("removal_date", "00000000");
    CHECK(town.on("20261120") == members);
  }
}

}  // namespace
}  // namespace daicho
