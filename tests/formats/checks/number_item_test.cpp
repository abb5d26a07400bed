#include "formats/checks/number_item.hpp"

#include <doctest/doctest.h>

namespace daicho {

TEST_CASE("a number is 1 to 18 digits and nothing else") {
  CHECK(number_of("0") == 0);
  CHECK(number_of("00012") == 12);
  CHECK(number_of("999999999999999999") == 999999999999999999);
  for (const char* text : {"", " ", "1 ", " 1", "-1", "+1", "1a", "１", "1000000000000000000"}) {
    CAPTURE(text);
    CHECK(!number_of(text));
  }
}

}  // namespace daicho
