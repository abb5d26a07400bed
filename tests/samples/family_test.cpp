#include "samples/family.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace daicho {
namespace {

std::string to_heir(const char* member, bool member_male, const char* heir, bool heir_male, bool leaver_male) {
  return relationship_to_heir({member, member_male, 100}, {heir, heir_male, 0}, leaver_male);
}

TEST_CASE("When the wife follows a husband, children stay children and his kin become kin of the husband") {
  CHECK(to_heir("20000000", true, "12000000", false, true) == "20000000");
  CHECK(to_heir("20200000", true, "12000000", false, true) == "20200000");
  CHECK(to_heir("51000000", true, "12000000", false, true) == "11510000");
  CHECK(to_heir("84000000", false, "12000000", false, true) == "11840000");
  CHECK(to_heir("12520000", false, "12000000", false, true) == "52000000");
}

TEST_CASE("When a child follows, siblings are told by sex and age, and its own family comes nearer") {
  CHECK(relationship_to_heir({"20000000", true, 10}, {"20000000", true, 0}, true) == "74000000");
  CHECK(relationship_to_heir({"20000000", true, 0}, {"20000000", true, 10}, true) == "71000000");
  CHECK(relationship_to_heir({"20000000", false, 10}, {"20000000", true, 0}, true) == "84000000");
  CHECK(relationship_to_heir({"20000000", false, 0}, {"20000000", true, 10}, true) == "81000000");
  CHECK(to_heir("20120000", false, "20000000", true, true) == "12000000");
  CHECK(to_heir("20200000", true, "20000000", true, true) == "20000000");
  CHECK(to_heir("51000000", true, "20000000", true, true) == "51510000");
  CHECK(to_heir("52000000", false, "20000000", true, false) == "52520000");
}

TEST_CASE("When a parent follows, grandchildren are children of the child and the other parent the spouse") {
  CHECK(to_heir("20000000", true, "51000000", true, true) == "20200000");
  CHECK(to_heir("52000000", false, "51000000", true, true) == "12000000");
  CHECK(to_heir("74000000", true, "52000000", false, true) == "20000000");
}

TEST_CASE("Siblings share their parents; a housemate stays one; what no chain says becomes 縁故者") {
  CHECK(to_heir("52000000", false, "74000000", true, true) == "52000000");
  CHECK(to_heir("99000000", true, "12000000", false, true) == "99000000");
  CHECK(to_heir("20000000", true, "99000000", true, true) == "96000000");
  CHECK(to_heir("20202020", true, "51000000", true, true) == "96000000");
}

TEST_CASE("Every kind of household has one head, first, and at most as many members as asked for") {
  Prng prng(5);
  std::set<std::string> seen;
  for (int kind = 0; kind <= static_cast<int>(FamilyKind::lodger); ++kind) {
    for (int drawn = 0; drawn < 300; ++drawn) {
      const std::size_t limit = prng.below(8) + 1;
      const auto members = draw_family(prng, static_cast<FamilyKind>(kind), limit);
      REQUIRE(!members.empty());
      CHECK(members.size() <= limit);
      CHECK(members.front().relationship == relationship::kHead);
      CHECK(std::count_if(members.begin(), members.end(),
                          [](const FamilyMember& member) { return member.relationship == relationship::kHead; }) == 1);
      for (const FamilyMember& member : members) {
        CHECK(member.age >= 0);
        CHECK(member.age < 125);
        seen.insert(member.relationship);
      }
    }
  }
  CHECK(seen.size() >= 15);
}

}  // namespace
}  // namespace daicho
