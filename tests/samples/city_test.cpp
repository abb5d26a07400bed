#include "samples/city.hpp"

#include <doctest/doctest.h>

#include <set>

#include "tests/samples/register_checks.hpp"

namespace daicho {
namespace {

const Day kDay = day_number(2026, 11, 20);

std::vector<Resident> city(std::uint32_t residents, std::uint64_t seed, Charset charset = Charset::utf8) {
  const JukiLayout juki(juki_layout());
  std::vector<Resident> all;
  make_city({residents, seed, kDay, charset}, juki, [&](const Household& household) {
    for (const Dweller& dweller : household) all.push_back(dweller.record);
  });
  return all;
}

const std::vector<Resident>& large_city() {
  static const std::vector<Resident> residents = city(20000, 1);
  return residents;
}

int per_mille(const std::vector<Resident>& residents, bool (*is)(const Resident&)) {
  return static_cast<int>(std::count_if(residents.begin(), residents.end(), is) * 1000 /
                          static_cast<std::ptrdiff_t>(residents.size()));
}

bool living(const Resident& one) { return one.living(); }
bool foreign(const Resident& one) { return one.living() && one.foreign(); }

TEST_CASE("A city of 20,000 has no finding of the schema's checks") { CHECK(findings_of(large_city()) == ""); }

TEST_CASE("A city of 20,000 passes the logical checks that concern one register") {
  CHECK(logical_faults(large_city(), "20261120") == "");
}

TEST_CASE("A city has exactly as many living residents as asked for") {
  for (const std::uint32_t wanted : {1U, 2U, 7U, 999U}) {
    const auto residents = city(wanted, 3);
    CHECK(std::count_if(residents.begin(), residents.end(), living) == wanted);
  }
}

TEST_CASE("The proportions are those of a suburb of Tokyo") {
  const auto& residents = large_city();
  std::set<std::string> households;
  for (const Resident& one : residents) {
    if (one.living()) households.insert(one[Juki::household_no]);
  }
  const double people_per_household = 20000.0 / static_cast<double>(households.size());
  CHECK(people_per_household > 1.8);
  CHECK(people_per_household < 2.3);
  const int foreigners = per_mille(residents, foreign);
  CHECK(foreigners >= 20);
  CHECK(foreigners <= 32);
  const int removed = 1000 - per_mille(residents, living);
  CHECK(removed >= 20);
  CHECK(removed <= 70);
  const auto age_share = [&](int from, int to) {
    int count = 0;
    for (const Resident& one : residents) {
      const int age = age_at(parse_era_gregorian_date(one[Juki::birth_date]).date, date_of_day_number(kDay));
      count += one.living() && age >= from && age <= to ? 1 : 0;
    }
    return count / 20;  // per mille of 20,000
  };
  CHECK(age_share(0, 14) >= 90);
  CHECK(age_share(0, 14) <= 160);
  CHECK(age_share(65, 120) >= 170);
  CHECK(age_share(65, 120) <= 280);
}

TEST_CASE("A city of 1,000 has every class of 法第30条の45, removals of several kinds, and people without a number") {
  const auto residents = city(1000, 1);
  std::set<std::string> sections;
  std::set<std::string> removals;
  for (const Resident& one : residents) {
    if (one.living() && one.foreign()) sections.insert(one[Juki::article_30_45_class]);
    removals.insert(one[Juki::removal_class]);
  }
  CHECK(sections == std::set<std::string>{"01", "02", "03", "04", "05", "06"});
  CHECK(removals.size() >= 3);
}

TEST_CASE("Names with 外字, variation sequences and characters outside JIS X 0208 appear where UTF-8 can hold them") {
  int rare = 0;
  int gaiji = 0;
  int sequences = 0;
  for (const Resident& one : large_city()) {
    const std::string& name = one[Juki::name_kanji];
    gaiji += name.find("\uE000") != std::string::npos || name.find("\uE001") != std::string::npos ? 1 : 0;
    sequences += name.find("\U000E0100") != std::string::npos ? 1 : 0;
    for (const char* character : {"髙", "﨑", "𠮷", "濵", "德"})
      rare += name.find(character) != std::string::npos ? 1 : 0;
  }
  CHECK(gaiji > 3);
  CHECK(sequences > 5);
  CHECK(rare > 60);
  CHECK(rare < 500);
}

TEST_CASE("In a city of 10,000 and more a family with 外字 waits for its 個人番号") {
  const auto waiting = [](const std::vector<Resident>& residents) {
    return std::count_if(residents.begin(), residents.end(), [](const Resident& one) {
      return one.living() && one[Juki::name_kanji].starts_with("\uE001\uE002　") && one[Juki::individual_no].empty();
    });
  };
  CHECK(waiting(large_city()) == 2);
  CHECK(waiting(city(1000, 1)) == 0);
}

TEST_CASE("A city for CP932 holds only names that CP932 can hold") {
  const SampleRepertoire repertoire(Charset::cp932);
  int unheld = 0;
  for (const Resident& one : city(5000, 2, Charset::cp932)) {
    for (std::size_t item = 0; item < kJukiItems; ++item) {
      unheld += repertoire.holds(one[static_cast<Juki>(item)]) ? 0 : 1;
    }
  }
  CHECK(unheld == 0);
}

TEST_CASE("The same seed makes the same city, another seed another one") {
  CHECK(city(300, 5) == city(300, 5));
  CHECK_FALSE(city(300, 5) == city(300, 6));
}

}  // namespace
}  // namespace daicho
