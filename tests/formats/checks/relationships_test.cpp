#include <doctest/doctest.h>

#include "tests/formats/checks/one_check.hpp"

namespace daicho::test {
namespace {

TEST_CASE("L26: the layout refuses every 続柄 outside the list, and chains that do not exist") {
  const OneCheck juki = resident_checks();
  const Item& item = juki.layout().items[juki.layout().index("relationship_code")];
  for (const char* allowed : {"02000000", "20000000", "20120000", "12520000", "20202020", "96000000", "99000000"}) {
    CAPTURE(allowed);
    CHECK(item.code_allowed(allowed));
  }
  for (const char* refused :
       {"00000000", "30000000", "02200000", "20020000", "96200000", "20990000", "20002000", "00200000"}) {
    CAPTURE(refused);
    CHECK_FALSE(item.code_allowed(refused));
  }
}

TEST_CASE("L27: the last of a chain of 続柄 suits the sex") {
  const OneCheck juki = resident_checks();
  const auto says = [&](const char* relationship, const char* sex) {
    return juki.says("L27", {{"relationship_code", relationship}, {"sex_code", sex}});
  };
  for (const char* man : {"11000000", "51000000", "71000000", "74000000", "20110000", "12510000", "20202011"}) {
    CAPTURE(man);
    CHECK(says(man, "1") == "");
    CHECK(says(man, "2") == "D3027 relationship_code");
    CHECK(says(man, "0") == "");
    CHECK(says(man, "9") == "");
  }
  for (const char* woman : {"12000000", "52000000", "81000000", "84000000", "20120000", "11520000"}) {
    CAPTURE(woman);
    CHECK(says(woman, "2") == "");
    CHECK(says(woman, "1") == "D3027 relationship_code");
  }
  for (const char* anybody : {"02000000", "20000000", "12200000", "96000000", "99000000"}) {
    CHECK(says(anybody, "1") == "");
    CHECK(says(anybody, "2") == "");
  }
  CHECK(cs_checks().says("L27", {{"relationship", "12000000"}}) == "D3027 relationship");
}

TEST_CASE("L27: an unmarried husband or wife of the same sex is an alert") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L27", {{"relationship_code", "13000000"}, {"sex_code", "2"}}) == "D3127 relationship_code");
  CHECK(juki.says("L27", {{"relationship_code", "14000000"}, {"sex_code", "1"}}) == "D3127 relationship_code");
  CHECK(juki.says("L27", {{"relationship_code", "13000000"}, {"sex_code", "1"}}) == "");
}

}  // namespace
}  // namespace daicho::test
