#include "formats/gaiji_file.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "formats/error.hpp"

namespace daicho {
namespace {

/// The rows of the MJ文字情報一覧表 that the tests name.
MjTable mj_rows() {
  MjTable table;
  const auto add = [&](std::uint32_t number, std::vector<std::string> sequences) {
    MjCharacter row;
    row.number = number;
    row.sequences = std::move(sequences);
    table.add(std::move(row));
  };
  add(26190, {"邉", "邉\U000E010F"});
  add(26191, {"邉\U000E0119"});
  add(56875, {});
  return table;
}

const MjTable& mj() {
  static const MjTable table = mj_rows();
  return table;
}

GaijiFile file_of(const std::string& rows) {
  return parse_gaiji_file("code,character,mj_name,reading,note\n" + rows, mj);
}

/// The faults of these rows, as `gaiji check` tells them.
std::string faults_of(const std::string& rows) {
  std::string all;
  for (const TableFault& fault : file_of(rows).faults)
    all += (all.empty() ? "" : "\n") + to_string(fault, "g.csv", daicho::Language::en);
  return all;
}

TEST_CASE("a code stands twice though its first row is faulty elsewhere, or its second") {
  CHECK(faults_of("F040,ab,,,\nF040,𠮷,,,\n") ==
        "g.csv:2:6: error: 'ab' is several characters (U+0061 U+0062)\n"
        "  a 外字 means one: a code point, with its variation selector if any, or a letter of two like か゚\n"
        "g.csv:3:1: error: 'F040' stands twice: it is that of line 2");
  CHECK(faults_of("F040,𠮷,,,\nU+E000,,MJ1,,\n") ==
        "g.csv:3:1: error: 'U+E000' stands twice: it is that of line 2\n"
        "g.csv:3:9: error: 'MJ1' is no MJ文字図形名\n"
        "  `MJ` and six digits, like MJ008064");
  CHECK(faults_of("zz,𠮷,,,\nF041,𠮷,,,\n").find("g.csv:3:6: error: 𠮷 (U+20BB7) is also what line 2 means") !=
        std::string::npos);
}

TEST_CASE("codes are CP932's or Unicode's, characters stand as themselves, as code points or by MJ name") {
  const GaijiFile file = file_of(
      "F040,葛\U000E0100,,カツ,草冠の形\r\n"
      "U+E001,U+20BB7,,,\n"
      "f0fc,u+9089 u+e0101,,,\n"
      "F9FC,U+9089_E0102,,,\n"
      "U+F0000,,MJ026191,ナベ,\"一行目\n二行目, \"\"二\"\"\"\n"
      "U+10FFFD,邉\U000E010F,MJ026190,,\n");
  for (const TableFault& fault : file.faults) CHECK(to_string(fault, "g.csv", daicho::Language::en) == "");
  const auto& entries = file.table.entries();
  REQUIRE(entries.size() == 6);
  CHECK(entries[0].code_point == 0xE000);
  CHECK(entries[0].meaning == "葛\U000E0100");
  CHECK(entries[0].reading == "カツ");
  CHECK(entries[0].note == "草冠の形");
  CHECK(entries[1].code_point == 0xE001);
  CHECK(entries[1].meaning == "𠮷");
  CHECK(entries[2].code_point == 0xE0BB);
  CHECK(entries[2].meaning == "邉\U000E0101");
  CHECK(entries[3].code_point == 0xE757);
  CHECK(entries[3].meaning == "邉\U000E0102");
  CHECK(entries[4].meaning == "邉\U000E0119");
  CHECK(entries[4].mj_name == "MJ026191");
  CHECK(entries[4].note == "一行目\n二行目, \"二\"");
  CHECK(entries[5].code_point == 0x10FFFD);
  CHECK(file.table.find(0xE000) == &entries[0]);
  CHECK(file.table.code_point_of("𠮷") == 0xE001);
}

TEST_CASE("a row with neither character nor MJ name is a 外字 that means itself") {
  const GaijiFile file = file_of("F041,,,コウ,字形だけ\nF042,,,,\n");
  CHECK(file.faults.empty());
  REQUIRE(file.table.entries().size() == 2);
  CHECK(file.table.entries()[0].code_point == 0xE001);
  CHECK(file.table.entries()[0].meaning.empty());
}

TEST_CASE("columns have Japanese names too, stand in any order, and may be left out") {
  const GaijiFile file = parse_gaiji_file("\uFEFF備考,文字,外字コード\n例,𠮷,F040\n", mj);
  CHECK(file.faults.empty());
  REQUIRE(file.table.entries().size() == 1);
  CHECK(file.table.entries()[0].note == "例");
  CHECK(file.table.entries()[0].code_point == 0xE000);
}

TEST_CASE("a letter that JIS X 0213 makes of two code points is one character") {
  const GaijiFile file = file_of("F040,か\u309A,,,\nF041,U+00E6 U+0300,,,\n");
  CHECK(file.faults.empty());
  REQUIRE(file.table.entries().size() == 2);
  CHECK(file.table.code_point_of("か\u309A") == 0xE000);
}

TEST_CASE("faults are told in Japanese, too") {
  std::string all;
  for (const TableFault& fault : file_of("88D3,邊,,,\nF040,辺,,,\nF041,〜,,,\n").faults) {
    all += to_string(fault, "g.csv", daicho::Language::ja) + "\n";
  }
  CHECK(all ==
        "g.csv:2:1: エラー: '88D3' は 意 (U+610F) で、外字のコードではありません\n"
        "  外字は、CP932 では F040～F9FC、Unicode では U+E000～F8FF、U+F0000～FFFFD、U+100000～10FFFD です\n"
        "g.csv:3:6: 警告: CP932 自体に 辺 が 95D3 としてあるため、'F040' には戻りません\n"
        "g.csv:4:6: 警告: CP932 には 〜 (U+301C) に似た文字しかありません: ～ (U+FF5E)（8160）\n"
        "  〜 は 'F041' と書き、8160 とは書きません\n");
}

TEST_CASE("each fault is told with its place, and what would be right") {
  struct Bad {
    std::string rows;
    std::string faults;
  };
  const std::vector<Bad> bad = {
      {",邊,,,\n", "g.csv:2:1: error: the code is missing"},
      {"88D3,邊,,,\n",
       "g.csv:2:1: error: '88D3' is 意 (U+610F), no user-defined code\n"
       "  外字 are F040-F9FC in CP932, and U+E000-F8FF, U+F0000-FFFFD and U+100000-10FFFD in Unicode"},
      {"U+9089,𠮷,,,\n",
       "g.csv:2:1: error: 'U+9089' is 邉 (U+9089), no user-defined code\n"
       "  外字 are F040-F9FC in CP932, and U+E000-F8FF, U+F0000-FFFFD and U+100000-10FFFD in Unicode"},
      {"F07F,𠮷,,,\n",
       "g.csv:2:1: error: 'F07F' is no code of cp932\n"
       "  外字 are F040-F9FC, the second byte 40-7E or 80-FC"},
      {"F04,𠮷,,,\n",
       "g.csv:2:1: error: 'F04' is no code\n"
       "  CP932's is written F040, Unicode's U+E000, another charset's ibm-939:6941"},
      {"jef:41A1,𠮷,,,\n",
       "g.csv:2:1: error: no charset 'jef'\n"
       "  for example ibm-939:6941"},
      {"U+E,𠮷,,,\n",
       "g.csv:2:1: error: 'U+E' is no character\n"
       "  written like U+E000"},
      {"U+D800,𠮷,,,\n",
       "g.csv:2:1: error: 'U+D800' is no character\n"
       "  written like U+E000"},
      {"U+FFFFF,𠮷,,,\n",
       "g.csv:2:1: error: 'U+FFFFF' is no character\n"
       "  written like U+E000"},
      {"F040,𠮷,,,\nU+E000,邊,,,\n", "g.csv:3:1: error: 'U+E000' stands twice: it is that of line 2"},
      {"F040,𠮷,,,\nF041,U+20BB7,,,\n",
       "g.csv:3:6: error: 𠮷 (U+20BB7) is also what line 2 means\n"
       "  writing can use only one of two codes of one character"},
      {"F040,𠮷田,,,\n",
       "g.csv:2:6: error: '𠮷田' is several characters (U+20BB7 U+7530)\n"
       "  a 外字 means one: a code point, with its variation selector if any, or a letter of two like か゚"},
      {"F040,\U000E0100,,,\n", "g.csv:2:6: error: U+E0100 is a variation selector without its character"},
      {"F040,\uE001,,,\n",
       "g.csv:2:6: error: the meaning U+E001 is a 外字 itself\n"
       "  leave the character empty where a 外字 means nothing else"},
      {"F040,U+XYZ,,,\n",
       "g.csv:2:6: error: 'U+XYZ' is no character\n"
       "  written like U+845B or U+845B U+E0100"},
      {"F040,U+D842 U+DFB7,,,\n",
       "g.csv:2:6: error: 'U+D842 U+DFB7' is no character\n"
       "  written like U+845B or U+845B U+E0100"},
      {"F040,U+0085,,,\n", "g.csv:2:6: error: U+0085 is no character"},
      {"F040,,MJ26190,,\n",
       "g.csv:2:7: error: 'MJ26190' is no MJ文字図形名\n"
       "  `MJ` and six digits, like MJ008064"},
      {"F040,,MJ999999,,\n", "g.csv:2:7: error: the MJ文字情報一覧表 has no MJ999999"},
      {"F040,邉,MJ026191,,\n",
       "g.csv:2:8: error: MJ026191 is 邉\U000E0119 (U+9089 U+E0119), not 邉 (U+9089)\n"
       "  邉 is MJ026190"},
      {"F040,邉,MJ056875,,\n",
       "g.csv:2:8: error: MJ056875 has no code point, so it is not 邉 (U+9089)\n"
       "  邉 is MJ026190"},
      {"F040,𠮷,,,\nF041,𠮷,,\n", "g.csv:3:1: error: 4 values for 5 columns"},
      {"F040,\"𠮷,,,\n", "g.csv:2:6: error: a quoted value that never ends"},
      {"F040,\xFF,,,\n",
       "g.csv:2:1: error: not UTF-8\n"
       "  save the table as CSV in UTF-8"},
      {std::string("F040,a\0b,,,\n", 12), "g.csv:2:6: error: a control character"},
  };
  for (const Bad& each : bad) {
    CAPTURE(each.rows);
    CHECK(faults_of(each.rows) == each.faults);
    CHECK_FALSE(file_of(each.rows).faults.empty());
  }
}

TEST_CASE("warnings keep their row: a meaning that CP932 has itself, an MJ name without a code point") {
  CHECK(faults_of("F040,辺,,,\n") ==
        "g.csv:2:6: warning: CP932 itself has 辺 as 95D3, so it does not come back as 'F040'");
  CHECK(faults_of("F040,,MJ056875,,\n") ==
        "g.csv:2:7: warning: MJ056875 has neither a code point nor a variation sequence\n"
        "  the 外字 keeps its own code point");
  CHECK(file_of("F040,辺,,,\n").table.entries().size() == 1);
  CHECK(file_of("F040,,MJ056875,,\n").table.entries()[0].mj_name == "MJ056875");
}

TEST_CASE("a header with other columns, or none, is refused") {
  const auto fault = [](const std::string& text) {
    const GaijiFile file = parse_gaiji_file(text, mj);
    REQUIRE(file.faults.size() == 1);
    return to_string(file.faults[0], "g.csv", daicho::Language::en);
  };
  const std::string known = "code (外字コード), character (文字), mj_name (MJ文字図形名), reading (読み), note (備考)";
  CHECK(fault("") == "g.csv:1:1: error: an empty file\n  the first line names the columns");
  CHECK(fault("\n\n") == "g.csv:1:1: error: an empty file\n  the first line names the columns");
  CHECK(fault("code,char\n") == "g.csv:1:6: error: no column is named 'char'\n  known: " + known);
  CHECK(fault("文字,読み\n") == "g.csv:1:1: error: no column 'code'\n  the first line names the columns: " + known);
  CHECK(fault("code,文字,character\n") == "g.csv:1:9: error: the column 'character' stands twice");
}

TEST_CASE("a table of nothing but faults ends after the first hundred") {
  std::string rows;
  for (int i = 0; i < 1000; ++i) rows += "x,,,,\n";
  CHECK(file_of(rows).faults.size() == kMostTableFaults);
}

TEST_CASE("the MJ table is asked for only where a row names one of its characters") {
  const MjSource none = []() -> const MjTable& { throw std::logic_error("asked for"); };
  CHECK(parse_gaiji_file("code,character\nF040,𠮷\n", none).table.entries().size() == 1);
  CHECK_THROWS_AS(parse_gaiji_file("code,mj_name\nF040,MJ026190\n", none), std::logic_error);
}

TEST_CASE("loading refuses a table with all its errors, and takes one with warnings") {
  try {
    refuse_table_errors(file_of("F040,辺,,,\nx,𠮷,,,\nF041,𠮷田,,,\n").faults, "g.csv");
    FAIL("was taken");
  } catch (const SchemaError& error) {
    CHECK(std::string(error.what()) ==
          "g.csv:3:1: 'x' is no code\n"
          "  CP932's is written F040, Unicode's U+E000, another charset's ibm-939:6941\n"
          " g.csv:4:6: '𠮷田' is several characters (U+20BB7 U+7530)\n"
          "  a 外字 means one: a code point, with its variation selector if any, or a letter of two like か゚");
  }
  refuse_table_errors(file_of("F040,辺,,,\n").faults, "g.csv");
  CHECK_THROWS_AS(load_gaiji_table("/no/such/gaiji.csv", mj), WorldError);
}

}  // namespace
}  // namespace daicho
