#include "formats/character_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "formats/error.hpp"
#include "schema_folder.hpp"

using daicho::Candidate;
using daicho::MjCharacter;
using daicho::MjTable;
using daicho::SchemaError;
using daicho::SubstitutionTable;
using daicho::TableFile;

namespace {

TableFile committed(const char* name) {
  return {std::filesystem::path(DAICHO_SOURCE_DIR "/schemas/characters") / name, name};
}

std::string listed(const SubstitutionTable& table, std::string_view character) {
  std::string list;
  for (const Candidate& one : table.candidates(character)) {
    list += std::string(one.to) + " " + std::string(substitute_rule_name(rule_of(one.source))) + " " +
            std::to_string(one.order) + "\n";
  }
  return list;
}

template <typename Load>
std::string complaint(std::string_view text, const Load& load) {
  const daicho::SchemaFolder folder;
  const TableFile file{folder.write("table.tsv", text), "characters/table.tsv"};
  return daicho::complaint_of<SchemaError>([&] { load(file); });
}

std::string mj_complaint(std::string_view rows) {
  return complaint("MJ文字図形名\tsequences\tjuki\tX0213\tX0212\n" + std::string(rows),
                   [](const TableFile& file) { daicho::load_mj_table(file); });
}

std::string map_complaint(std::string_view rows) {
  return complaint(
      "MJ文字図形名\tsequences\tjis_ucs\tkoseki_parent\ttsutatsu_2842\ttsutatsu_2842_zokuji\ttsutatsu_2842_betsuji\t"
      "tsuchi_5202\tkokuji_582_1\tkokuji_582_2\tdictionary\tanalogy\n" +
          std::string(rows),
      [](const TableFile& file) {
        SubstitutionTable table;
        daicho::load_substitutes(file, table);
      });
}

}  // namespace

TEST_CASE("the MJ文字情報一覧表 is whole: the numbers that its publishers count") {
  const MjTable table = daicho::load_mj_table(committed("mj.tsv"));
  const auto count = [&](auto has) { return std::count_if(table.rows().begin(), table.rows().end(), has); };
  CHECK(table.rows().size() == 58862);
  CHECK(count([](const MjCharacter& row) { return row.juki_code != 0; }) == 19563);
  CHECK(count([](const MjCharacter& row) { return row.x0213 != 0; }) == 13707);
  CHECK(count([](const MjCharacter& row) { return row.x0212 != 0; }) == 5801);
  CHECK(count([](const MjCharacter& row) { return row.sequences.empty(); }) == 19);
}

TEST_CASE("rows of the MJ文字情報一覧表 are as published") {
  const MjTable table = daicho::load_mj_table(committed("mj.tsv"));
  const MjCharacter* yoshi = table.find("𠮷");
  REQUIRE(yoshi != nullptr);
  CHECK(yoshi->number == 32129);
  CHECK(yoshi->juki_code == 0xAEAC);
  CHECK(yoshi->x0213 == 12140);
  const MjCharacter* hashi = table.find("槗");
  REQUIRE(hashi != nullptr);
  CHECK(hashi->number == 14354);
  CHECK(hashi->x0212 == 3673);
  const MjCharacter* be = table.find("邉\U000E010F");
  REQUIRE(be != nullptr);
  CHECK(be->sequences == std::vector<std::string>{"邉", "邉\U000E010F"});
  CHECK(table.find("葛\U000E0100") == nullptr);  // of another collection
}

TEST_CASE("the candidates of MJ縮退マップ are as published") {
  SubstitutionTable table;
  daicho::load_substitutes(committed("substitutes.tsv"), table);
  CHECK(listed(table, "𠮷") == "吉 jis_ucs 1\n");
  CHECK(listed(table, "髙") == "高 jis_ucs 1\n");
  CHECK(listed(table, "濵") == "浜 koseki 1\n");
  CHECK(listed(table, "槗") == "橋 koseki 1\n𣘺 koseki 1\n");
  CHECK(listed(table, "棃") == "梨 koseki 1\n");
  CHECK(listed(table, "邉") == "辺 koseki 1\n邊 koseki 1\n");
  CHECK(listed(table, "㐀") == "丘 koseki 1\n坵 dictionary 1\n");
  CHECK(listed(table, "鷗") == "");
  CHECK(listed(table, "㐄\U000E0101") == "牛 kokuji_582 1\n井 kokuji_582 2\n㐄 base_character 1\n");
}

TEST_CASE("the candidates of Unihan are as published") {
  SubstitutionTable table;
  daicho::load_unihan(committed("unihan.tsv"), table);
  CHECK(listed(table, "㐅") == "五 unihan 3\n");
  CHECK(listed(table, "𠮟") == "叱 unihan 2\n");
}

TEST_CASE("a wrong file is told with line and column") {
  CHECK(complaint("", [](const TableFile& file) { daicho::load_mj_table(file); }) ==
        "characters/table.tsv:0:1: this column must be 'MJ文字図形名'");
  CHECK(complaint("MJ文字図形名\tsequences\tjuki\tX0212\n", [](const TableFile& file) {
          daicho::load_mj_table(file);
        }) == "characters/table.tsv:1:24: this column must be 'X0213'");
  CHECK(complaint("character\tjinmeiyo\tjoyo\tz\tsemantic\tmore\n", [](const TableFile& file) {
          SubstitutionTable table;
          daicho::load_unihan(file, table);
        }) == "characters/table.tsv:1:36: one column too many");
  CHECK(mj_complaint("\xFF") == "characters/table.tsv:0:1: not UTF-8");
  CHECK(mj_complaint("MJ000001\t々\n") == "characters/table.tsv:2:1: 2 columns where there must be 5");
  CHECK(mj_complaint("\n") == "characters/table.tsv:2:1: 1 columns where there must be 5");
}

TEST_CASE("a wrong cell is told with line and column") {
  CHECK(mj_complaint("MJ1\t々\t\t\t\n") == "characters/table.tsv:2:1: no MJ文字図形名: `MJ` and six digits");
  CHECK(mj_complaint("MJ000002\t\t\t\t\nMJ000001\t\t\t\t\n") ==
        "characters/table.tsv:3:1: rows must stand in the order of their MJ文字図形名");
  CHECK(mj_complaint("MJ000001\t々;葛_41\t\t\t\n") ==
        "characters/table.tsv:2:12: no character with its variation selector");
  CHECK(mj_complaint("MJ000001\t々々\t\t\t\n") == "characters/table.tsv:2:10: no single character");
  CHECK(mj_complaint(std::string("MJ000001\t\0\t\t\t\n", 14)) == "characters/table.tsv:2:10: no single character");
  CHECK(mj_complaint("MJ000001\t;\t\t\t\n") == "characters/table.tsv:2:10: no single character");
  CHECK(mj_complaint("MJ000001\t々\tAD1D\t\t\n") ==
        "characters/table.tsv:2:12: no 住基ネット統一文字コード: `J+` and four hexadecimal digits");
  for (const char* code : {"1-01", "1-01-95", "1-01-01-01", "1-0x-01", "0-01-01"}) {
    CAPTURE(code);
    CHECK(mj_complaint("MJ000001\t々\t\t" + std::string(code) + "\t\n") == "characters/table.tsv:2:13: no code of JIS");
  }
  CHECK(map_complaint("MJ000001\t々\t\t々\t\t\t\t\t\t\t\t\n") ==
        "characters/table.tsv:2:13: a candidate without its order (1-9)");
  CHECK(map_complaint("MJ000001\t々\t丘丘\t\t\t\t\t\t\t\t\t\n") == "characters/table.tsv:2:12: no single character");
  CHECK(map_complaint("MJ000001\t々\t丘\t1丘 2坵\t\t\t\t\t\t\t\t\n") == "");
}
