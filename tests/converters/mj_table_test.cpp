#include "converters/mj_table.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using daicho::MjCharacter;
using daicho::MjTable;

namespace {

MjTable small_table() {
  MjTable table;
  table.add({7, {"㐄\U000E0101"}, 0, 0, 0});
  table.add({8064, {"葛", "葛\U000E0102"}, 0x845B, 11975, 0});
  table.add({8065, {"葛\U000E0102", "蔓"}, 0, 0, 3021});
  table.add({9000, {}, 0xB000, 0, 0});
  return table;
}

}  // namespace

TEST_CASE("a row is found by each of its sequences, and a sequence of two rows belongs to the first") {
  const MjTable table = small_table();
  REQUIRE(table.find("葛") != nullptr);
  CHECK(table.find("葛")->number == 8064);
  CHECK(table.find("葛\U000E0102")->number == 8064);
  CHECK(table.find("蔓")->number == 8065);
  CHECK(table.find("㐄\U000E0101")->number == 7);
  CHECK(table.find("㐄") == nullptr);
  CHECK(table.find("") == nullptr);
  CHECK(table.find(std::string(1000, 'x')) == nullptr);
}

TEST_CASE("a row is found by its number, with or without sequences") {
  const MjTable table = small_table();
  REQUIRE(table.find_number(9000) != nullptr);
  CHECK(table.find_number(9000)->juki_code == 0xB000);
  CHECK(table.find_number(7)->sequences.size() == 1);
  CHECK(table.find_number(8) == nullptr);
  CHECK(table.find_number(9001) == nullptr);
  CHECK(MjTable().find_number(1) == nullptr);
}

TEST_CASE("rows out of order are refused") {
  MjTable table = small_table();
  CHECK_THROWS_AS(table.add({9000, {}, 0, 0, 0}), std::invalid_argument);
  CHECK_THROWS_AS(table.add({1, {}, 0, 0, 0}), std::invalid_argument);
}

TEST_CASE("a name has six digits") {
  CHECK(daicho::mj_name(8064) == "MJ008064");
  CHECK(daicho::mj_name(7) == "MJ000007");
}
