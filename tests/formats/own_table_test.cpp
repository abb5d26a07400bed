#include "formats/own_table.hpp"

#include <doctest/doctest.h>

#include "formats/error.hpp"

namespace daicho {
namespace {

const std::vector<OwnColumn> kForm = {{"code", {"コード"}, true}, {"note", {"備考", "注"}, false}};

std::string shown(const std::string& text) {
  const OwnTable table = parse_own_table(text, kForm);
  std::string all;
  for (const auto& row : table.rows) {
    for (const OwnCell& cell : row) all += "[" + cell.value + "]";
    all += "\n";
  }
  for (const TableFault& fault : table.faults) all += to_string(fault, "t.csv", daicho::Language::en) + "\n";
  return all;
}

TEST_CASE("cells come in the order of the form, whatever the file's; what the file lacks is empty") {
  CHECK(shown("備考,code\r\n甲,1\r\n,2\r\n") == "[1][甲]\n[2][]\n");
  CHECK(shown("コード\n1\n") == "[1][]\n");
  CHECK(shown("\uFEFFcode,注\n1,甲") == "[1][甲]\n");
}

TEST_CASE("spaces around a value, half-width and full-width, are none of it; blank rows are passed over") {
  CHECK(shown("code,note\n 1 ,　甲　乙　\n\n,\n ,　\n2,\n") == "[1][甲　乙]\n[2][]\n");
}

TEST_CASE("a cell's place counts characters and lines, those inside quotes among them") {
  const OwnTable table = parse_own_table("note,code\n\"一\n二\",1\n葛\U000E0100,\"2\"\n", kForm);
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0][0].line == 3);
  CHECK(table.rows[0][0].column == 4);
  CHECK(table.rows[0][1].line == 2);
  CHECK(table.rows[1][0].line == 4);
  CHECK(table.rows[1][0].column == 4);
}

TEST_CASE("a faulty row is told and left out, and the others stay") {
  CHECK(shown("code,note\n1,a\"b\n2,乙,丙\n3,\n") ==
        "[3][]\n"
        "t.csv:2:4: error: a quote inside a value that is not quoted, or text after a closing quote\n"
        "t.csv:3:1: error: 3 values for 2 columns\n");
}

TEST_CASE("a table with a faulty header has no rows") {
  CHECK(shown("code,memo\n1,甲\n") ==
        "t.csv:1:6: error: no column is named 'memo'\n  known: code (コード), note (備考)\n");
  CHECK(shown("") == "t.csv:1:1: error: an empty file\n  the first line names the columns\n");
}

TEST_CASE("a value in a message stands on one line and ends after forty characters") {
  CHECK(quoted_cell("甲\n乙") == "'甲 乙'");
  CHECK(quoted_cell(std::string(40, 'x')) == "'" + std::string(40, 'x') + "'");
  CHECK(quoted_cell(std::string(41, 'x')) == "'" + std::string(40, 'x') + "...'");
}

TEST_CASE("warnings are no reason to refuse a table") {
  refuse_table_errors({{false, 2, 1, {"odd", ""}, {}}}, "t.csv");
  CHECK_THROWS_WITH_AS(
      refuse_table_errors({{false, 2, 1, {"odd", ""}, {}}, {true, 3, 4, {"wrong", ""}, {"so", ""}}}, "t.csv"),
      "t.csv:3:4: wrong\n  so", SchemaError);
}

TEST_CASE("a file that cannot be read is a fault of the world") {
  CHECK_THROWS_AS(read_own_table("/no/such/table.csv"), WorldError);
}

}  // namespace
}  // namespace daicho
