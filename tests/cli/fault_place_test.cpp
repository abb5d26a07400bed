#include "cli/fault_place.hpp"

#include <doctest/doctest.h>

#include "formats/finding_codes.hpp"

using namespace daicho;

namespace {

Finding in_field(std::uint32_t first, std::uint32_t last) {
  Finding finding;
  finding.code = code::kBrokenCharacter;
  finding.record = 22;
  finding.item = 3;
  finding.byte_first = first;
  finding.byte_last = last;
  return finding;
}

}  // namespace

TEST_CASE("a place is the record and the byte at which the fault is known to be, else the field's first byte") {
  Finding finding = in_field(16, 115);
  CHECK(place_text(finding) == "22:16:");
  finding.args = {{"at", "100"}};
  CHECK(place_text(finding) == "22:100:");
  finding.args = {{"at", "200"}};  // of something else than the field
  CHECK(place_text(finding) == "22:16:");
  finding.byte_first = finding.byte_last = 0;
  CHECK(place_text(finding) == "22:");
  finding.record = 0;
  CHECK(place_text(finding).empty());
}

TEST_CASE("line and column are told in text files, where they are not the numbers of record and byte") {
  Finding finding = in_field(16, 115);
  CHECK(line_text(finding, Language::en).empty());
  finding.line = 23;
  finding.column = 16;
  CHECK(line_text(finding, Language::en) == " (line 23, column 16)");
  finding.args = {{"at", "100"}};
  CHECK(line_text(finding, Language::ja) == "（23行目の100バイト目）");
  finding.line = 22;
  CHECK(line_text(finding, Language::en).empty());
  finding.column = 0;
  CHECK(line_text(finding, Language::en).empty());
  finding.line = 24;
  CHECK(line_text(finding, Language::en) == " (line 24)");
}

TEST_CASE("the column of a row's fault is its own") {
  Finding finding = in_field(1, 200);
  finding.item = kNoItem;
  finding.line = 23;
  finding.column = 97;
  finding.args = {{"at", "97"}};
  CHECK(place_text(finding) == "22:97:");
  CHECK(line_text(finding, Language::en) == " (line 23, column 97)");
}
