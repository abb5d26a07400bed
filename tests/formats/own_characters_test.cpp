#include "formats/own_characters.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "formats/error.hpp"
#include "schema_folder.hpp"

using daicho::Candidate;
using daicho::JukiTable;
using daicho::SubstitutionTable;
using daicho::TableFault;

namespace {

std::string told(const std::vector<TableFault>& faults) {
  std::string text;
  for (const TableFault& fault : faults) text += to_string(fault, "own.csv", daicho::Language::en) + "\n";
  return text;
}

std::string substitute_faults(std::string_view rows) {
  SubstitutionTable table;
  return told(daicho::parse_own_substitutes("character,substitute,note\n" + std::string(rows), table));
}

std::string juki_faults(std::string_view rows) {
  JukiTable table;
  return told(daicho::parse_own_juki("code,character\n" + std::string(rows), table));
}

}  // namespace

TEST_CASE("a municipality's substitutes: characters as themselves or as code points, with notes") {
  SubstitutionTable table;
  const auto faults = daicho::parse_own_substitutes(
      "備考,文字,代替文字\r\n申出による,鷗,鴎\r\n,U+845B U+E0100,葛\r\n,U+E000,U+9089\r\n,㍻,平成\r\n", table);
  CHECK(told(faults) == "");
  REQUIRE(table.candidates("鷗").size() == 1);
  const Candidate gull = table.candidates("鷗")[0];
  CHECK(gull.to == "鴎");
  CHECK(gull.note == "申出による");
  CHECK(gull.source == daicho::SubstituteSource::own);
  CHECK(table.candidates("葛\U000E0100")[0].to == "葛");
  CHECK(table.candidates("葛\U000E0100")[0].source == daicho::SubstituteSource::own);
  CHECK(table.candidates("\uE000")[0].to == "邉");
  CHECK(table.candidates("㍻")[0].to == "平成");
}

TEST_CASE("faults of a table of substitutes, with their places") {
  CHECK(substitute_faults("鷗,,\n") ==
        "own.csv:2:3: error: the character is missing\n  as itself, or written like U+845B or U+845B U+E0100\n");
  CHECK(substitute_faults(",鴎,\n") ==
        "own.csv:2:1: error: the character is missing\n  as itself, or written like U+845B or U+845B U+E0100\n");
  CHECK(substitute_faults("鷗外,鴎外,\n") ==
        "own.csv:2:1: error: '鷗外' is several characters\n  one character: a code point, with its variation selector "
        "if any, or a letter of two like か゚\n");
  CHECK(substitute_faults("鷗,鷗,\n") ==
        "own.csv:2:3: error: '鷗' stands for itself\n  leave the row out where a character has no substitute\n");
  CHECK(substitute_faults("鷗,鴎,\nU+9DD7,甲,\n") ==
        "own.csv:3:1: error: 'U+9DD7' stands twice: it is that of line 2\n");
  for (const char* code :
       {"U+D800", "U+110000", "U+41", "U+XYZW", "U+845B E0100", "U+E0100", "U+0009", "U+845B  U+E0100"}) {
    CAPTURE(code);
    CHECK(substitute_faults(std::string(code) + ",甲,\n") ==
          "own.csv:2:1: error: '" + std::string(code) +
              "' is no character\n  as itself, or written like U+845B or U+845B U+E0100\n");
  }
  CHECK(substitute_faults("鷗," + std::string(256, 'x') + ",\n") ==
        "own.csv:2:3: error: a substitute of more than 255 bytes\n");
  CHECK(substitute_faults("鷗,鴎," + std::string(256, 'x') + "\n") ==
        "own.csv:2:5: error: a note of more than 255 bytes\n");
}

TEST_CASE("a municipality's 住基ネット統一文字") {
  JukiTable table;
  CHECK(told(daicho::parse_own_juki("コード,文字,備考\nJ+AC00,𠮷,\nJ+3400,U+845B U+E0102,x\n", table)) == "");
  CHECK(table.character(0xAC00) == "𠮷");
  CHECK(table.character(0x3400) == "葛\U000E0102");
}

TEST_CASE("faults of a table of 住基ネット統一文字, with their places") {
  for (const char* code : {"", "AC00", "J+AC0", "J+AC000", "J+GC00", "U+AC00"}) {
    CAPTURE(code);
    CHECK(juki_faults(std::string(code) + ",甲\n") ==
          "own.csv:2:1: error: '" + std::string(code) +
              "' is no code\n  `J+` and four hexadecimal digits, like J+AC00\n");
  }
  CHECK(juki_faults("J+3042,甲\n") ==
        "own.csv:2:1: error: 'J+3042' means the code point of its number\n  J+0000-33FF and J+FF00-FFFE stand in no "
        "table\n");
  CHECK(juki_faults("J+AC00,甲\nJ+ac00,乙\n") == "own.csv:3:1: error: 'J+ac00' stands twice: it is that of line 2\n");
  CHECK(juki_faults("J+AC00,가\n") == "own.csv:2:8: error: '가' is Hangul, which 住基ネット統一文字 do not have\n");
  CHECK(juki_faults("J+AC00,甲乙\n") ==
        "own.csv:2:8: error: '甲乙' is several characters\n  one character: a code point, with its variation selector "
        "if any, or a letter of two like か゚\n");
}

TEST_CASE("a file with faults is refused with all of them") {
  const daicho::SchemaFolder folder;
  const auto file = folder.write("own.csv", "character,substitute\n鷗,\n,鴎\n");
  SubstitutionTable table;
  const std::string complaint =
      daicho::complaint_of<daicho::SchemaError>([&] { daicho::load_own_substitutes(file, table); });
  const std::string hint = "\n  as itself, or written like U+845B or U+845B U+E0100";
  CHECK(complaint == file.string() + ":2:3: the character is missing" + hint + "\n " + file.string() +
                         ":3:1: the character is missing" + hint);
}
