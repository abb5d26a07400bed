#include <doctest/doctest.h>

#include <set>

#include "converters/check_digit.hpp"
#include "formats/catalog.hpp"
#include "formats/value_check.hpp"
#include "samples/name_lists.hpp"
#include "samples/places.hpp"
#include "samples/prng.hpp"

namespace daicho {
namespace {

const Item& item_of(const char* id) {
  static const Catalog catalog(std::string(DAICHO_SOURCE_DIR) + "/schemas");
  static const auto layout = catalog.layout("juki");
  return layout->items[layout->index(id)];
}

bool fits(const char* item, std::string_view value) { return !value.empty() && !check_value(item_of(item), value); }

void check_names(std::span<const ReadName> names) {
  for (const ReadName& name : names) {
    CAPTURE(std::string(name.kanji));
    CHECK(fits("name_kanji", name.kanji));
    CHECK(fits("name_kana", name.kana));
  }
}

TEST_CASE("Every Japanese name has kanji and a reading that the register takes") {
  check_names(common_surnames());
  check_names(rare_surnames());
  for (const bool male : {false, true}) {
    check_names(rare_given_names(male));
    for (const int year : {1930, 1970, 2000, 2020}) check_names(given_names(male, year));
  }
  CHECK(common_surnames().size() >= 250);
}

TEST_CASE("Every nationality of the city has names, and a code that the schema knows") {
  for (const Country& country : countries()) {
    CAPTURE(std::string(country.code));
    CHECK(item_of("nationality_code").code_allowed(country.code));
    CHECK(fits("nationality_kanji", country.name));
    const ForeignNames& names = foreign_names(country.code);
    for (const auto* list : {&names.surnames, &names.male, &names.female}) {
      CHECK(list->size() >= 8);
      for (const ForeignPart& part : *list) CHECK(fits("name_kana", part.kana));
    }
  }
}

TEST_CASE("Municipalities have five digits, each its own, and none is the city itself") {
  std::set<std::string_view> codes;
  for (const Municipality& place : municipalities()) {
    CAPTURE(std::string(place.name));
    CHECK(codes.insert(place.code).second);
    CHECK(place.code.size() == 5);
    CHECK(place.code != kCityCode.substr(0, 5));
    CHECK(place.postal_code.size() == 7);
    CHECK(fits("previous_address", place.name));
    CHECK(check_digit_valid(CheckDigit::municipality_code, municipality_code(place.code)));
  }
  CHECK(municipality_code("13203") == "132039");
  CHECK(codes.size() >= 100);
}

TEST_CASE("The generator's numbers are those of xoshiro256** and do not depend on the machine") {
  Prng prng(1);
  // From the algorithm's published definition, computed by another program.
  CHECK(prng.next() == 0xEE127FE613436E33U);
  CHECK(prng.next() == 0xD6DAD8D34A1874EAU);
  CHECK(prng.next() == 0x2A52C16CEC1116A9U);
  CHECK(Prng(1, 1).next() != Prng(1).next());
  Prng limits(9);
  std::set<std::uint32_t> seen;
  for (int drawn = 0; drawn < 1000; ++drawn) seen.insert(limits.below(7));
  CHECK(seen == std::set<std::uint32_t>{0, 1, 2, 3, 4, 5, 6});
  const std::uint32_t weights[] = {0, 3, 0, 1};
  for (int drawn = 0; drawn < 200; ++drawn) {
    const std::size_t index = limits.weighted(weights);
    CHECK((index == 1 || index == 3));
  }
}

}  // namespace
}  // namespace daicho
