#include "formats/checks/check_set.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "formats/catalog.hpp"

namespace daicho {
namespace {

const Catalog& catalog() {
  static const Catalog catalog;
  return catalog;
}

/// The checks that lack something, with a `+` where they run all the same.
std::string lacking(const std::string& layout, const std::string& against, const std::string& municipality) {
  const auto here = catalog().layout(layout);
  const auto beside = against.empty() ? nullptr : catalog().layout(against);
  const CheckContext context{*here, beside.get(), parse_date("20261120").date, municipality};
  const Profile profile;
  const CheckSet set(context, profile);
  std::string text;
  for (const SkippedCheck& skipped : set.skipped()) {
    const bool active = std::any_of(set.active().begin(), set.active().end(),
                                    [&](const ActiveCheck& each) { return each.kind->id == skipped.id; });
    text += (text.empty() ? "" : " ") + std::string(skipped.id) + (active ? "+" : "");
  }
  return text;
}

TEST_CASE("a check of which only a part lacks its file runs, and is told as lacking it") {
  CHECK(lacking("juki", "", "132101") == "L01 L02 L03 L04 L16 L17+ L21+ L36+ L37+ L45 L46 L47 L48+");
  CHECK(lacking("honnin", "", "132101") == "L21+ L38+ L40 L53");
  CHECK(lacking("soufusaki", "", "132101") == "L52+ L53");
  CHECK(lacking("atena", "", "132101") == "L36+");
}

TEST_CASE("beside the file that it needs a check lacks nothing, and beside another it does") {
  CHECK(lacking("juki", "juki", "132101").empty());
  CHECK(lacking("atena", "atena", "132101").empty());
  CHECK(lacking("soufusaki", "juki", "132101").empty());
  CHECK(lacking("soufusaki", "honnin", "132101") == "L52+");
  CHECK(lacking("honnin", "honnin", "132101") == "L53");
  CHECK(lacking("honnin", "juki", "132101") == "L21+ L38+ L40");
}

TEST_CASE("an arrival from one's own municipality is not judged where nobody says which that is") {
  CHECK(lacking("juki", "juki", "") == "L14");
}

}  // namespace
}  // namespace daicho
