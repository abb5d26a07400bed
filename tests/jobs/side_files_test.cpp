#include "jobs/side_files.hpp"

#include <doctest/doctest.h>

#include "formats/error.hpp"

namespace daicho {
namespace {

const SideFileForm kPrintClasses{{"addressee_no"}, {"print_class"}, {"dispatch_address", "dispatch_name"}};
const SideFileForm kCases{{"addressee_no", "household_no"}, {}, {}};

SideFile parse(std::string_view text, const SideFileForm& form = kPrintClasses) {
  return parse_side_file(text, "list.csv", form);
}

std::string complaint(std::string_view text, const SideFileForm& form = kPrintClasses) {
  try {
    parse(text, form);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "accepted";
}

TEST_CASE("a side file is read by its header, in any order of columns") {
  const SideFile file = parse("print_class,addressee_no\r\n01,000000000000035\r\n11,19\r\n");
  REQUIRE(file.rows.size() == 2);
  CHECK(file.key == "addressee_no");
  CHECK(file.rows[0].key == 19);
  CHECK(file.rows[0].line == 3);
  CHECK(file.rows[0].values == std::vector<std::string>{"11", "", ""});
  REQUIRE(file.find(35) != nullptr);
  CHECK(file.find(35)->values[0] == "01");
  CHECK(file.find(36) == nullptr);
}

TEST_CASE("quoted values keep commas and quotes; a byte order mark and a last line without its end are no fault") {
  const SideFile file = parse(
      "\xEF\xBB\xBF"
      "addressee_no,print_class,dispatch_address\n19,01,\"本町六丁目, \"\"甲\"\"棟\"");
  REQUIRE(file.rows.size() == 1);
  CHECK(file.rows[0].values[1] == "本町六丁目, \"甲\"棟");
}

TEST_CASE("a header alone is an empty list") { CHECK(parse("household_no\n", kCases).rows.empty()); }

TEST_CASE("a list names people by one of its key columns") {
  CHECK(parse("household_no\n27\n", kCases).key == "household_no");
  CHECK(complaint("household_no,addressee_no\n27,19\n", kCases) ==
        "list.csv:1: both 'household_no' and 'addressee_no': one of them");
  CHECK(complaint("print_class\n01\n") == "list.csv:1: no column 'addressee_no'");
  CHECK(complaint("household_no,number\n27,01\n", kCases) ==
        "list.csv:1: unknown column 'number'; known are addressee_no, household_no");
}

TEST_CASE("a list without a header is refused, and its first row is not quoted") {
  CHECK(complaint("小金井　太郎,19\n", kCases) ==
        "list.csv:1: the first line names no column; known are addressee_no, household_no");
}

TEST_CASE("what a side file may not hold is named with its line") {
  CHECK(complaint("") == "list.csv:1: an empty file; the first line names the columns");
  CHECK(complaint("addressee_no\n19\n") == "list.csv:1: no column 'print_class'");
  CHECK(complaint("addressee_no,print_class,addressee_no\n") == "list.csv:1: column 'addressee_no' stands twice");
  CHECK(complaint("addressee_no,print_class\n19,01\n\n27,01\n") == "list.csv:3: an empty line");
  CHECK(complaint("addressee_no,print_class\n19\n") == "list.csv:2: 1 values for 2 columns");
  CHECK(complaint("addressee_no,print_class\n19,01,\n") == "list.csv:2: 3 values for 2 columns");
  CHECK(complaint("addressee_no,print_class\n1９,01\n") ==
        "list.csv:2: addressee_no: not a number of 1 to 15 half-width digits");
  CHECK(complaint("addressee_no,print_class\n000,01\n") ==
        "list.csv:2: addressee_no: not a number of 1 to 15 half-width digits");
  CHECK(complaint("addressee_no,print_class\n1234567890123456,01\n") ==
        "list.csv:2: addressee_no: not a number of 1 to 15 half-width digits");
  CHECK(complaint("addressee_no,print_class\n,01\n") ==
        "list.csv:2: addressee_no: not a number of 1 to 15 half-width digits");
  CHECK(complaint("addressee_no,print_class\n19,01\n27,01\n019,02\n") ==
        "list.csv:4: addressee_no: the same number as on line 2");
  CHECK(complaint("addressee_no,print_class\n19,\"01\n27,01\n") ==
        "list.csv:2: a quoted value that does not end on its line");
  CHECK(complaint("addressee_no,print_class\n19,0\"1\n") == "list.csv:2: a quote inside a value that is not quoted");
  CHECK(complaint("addressee_no,print_class\n19,\"01\"x\n") == "list.csv:2: text after a closing quote");
  CHECK(complaint("addressee_no,print_class\n19,\t01\n") == "list.csv:2: a control character");
  CHECK(complaint(std::string_view("addressee_no,print_class\n19,\0\n", 30)) == "list.csv:2: a control character");
  CHECK(complaint("addressee_no,print_class\n19,\x93\xE0\n") == "list.csv:2: not UTF-8; save the file as CSV in UTF-8");
  CHECK(complaint("addressee_no,print_class\n19," + std::string(20000, 'x') + "\n") ==
        "list.csv:2: a line of 20003 bytes; the most is 16384");
}

TEST_CASE("a side file that is not there is the world's fault") {
  CHECK_THROWS_AS(read_side_file("/nowhere/list.csv", kCases), WorldError);
}

}  // namespace
}  // namespace daicho
