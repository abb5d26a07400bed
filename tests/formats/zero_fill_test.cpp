#include "formats/zero_fill.hpp"

#include <doctest/doctest.h>

namespace daicho {
namespace {

TEST_CASE("zeros on the left of a zero-filled item do not count; zeros alone are one 0, and no absent value") {
  Item item;
  item.zero_filled = true;
  CHECK(without_zero_fill("00120", item) == "120");
  CHECK(without_zero_fill("120", item) == "120");
  CHECK(without_zero_fill("000", item) == "0");
  CHECK(without_zero_fill("0", item) == "0");
  CHECK(without_zero_fill("", item) == "");
}

TEST_CASE("zeros on the left of another item are part of its value") {
  const Item item;
  CHECK(without_zero_fill("00120", item) == "00120");
}

}  // namespace
}  // namespace daicho
