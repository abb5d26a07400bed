#include "cli/text_table.hpp"

#include <doctest/doctest.h>

namespace daicho {
namespace {

TEST_CASE("columns are aligned by what characters take on a terminal") {
  TextTable table({{"job", Align::left}, {"n", Align::right}, {"folder", Align::left}});
  table.add({"市町村CS", "7", "out"});
  table.add({"iten", "12345", ""});
  CHECK(table.text() ==
        "job           n  folder\n"
        "市町村CS      7  out\n"
        "iten      12345\n");
}

}  // namespace
}  // namespace daicho
