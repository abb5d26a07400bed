#include "formats/layout.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "formats/catalog.hpp"
#include "formats/error.hpp"
#include "formats/layout_words.hpp"
#include "tests/formats/schema_folder.hpp"

namespace daicho {
namespace {

struct Fact {
  std::string layout, no, name, alias, id, picture, kind, presence;
};

std::vector<Fact> facts() {
  std::ifstream file(DAICHO_SOURCE_DIR "/tests/formats/data/items.tsv");
  std::vector<Fact> facts;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#' || line.starts_with("layout\t")) continue;
    std::istringstream cells(line);
    Fact fact;
    for (std::string* cell :
         {&fact.layout, &fact.no, &fact.name, &fact.alias, &fact.id, &fact.picture, &fact.kind, &fact.presence}) {
      std::getline(cells, *cell, '\t');
    }
    facts.push_back(fact);
  }
  return facts;
}

const char* const kLayouts[] = {"juki", "atena", "kengen", "access-log", "honnin", "soufusaki"};

TEST_CASE("the six layouts have the 233 items of 別添1, as the facts say") {
  const Catalog catalog;
  const std::vector<Fact> all = facts();
  REQUIRE(all.size() == 233);
  std::size_t met = 0;
  for (const char* id : kLayouts) {
    const auto layout = catalog.layout(id);
    std::size_t index = 0;
    for (const Fact& fact : all) {
      if (fact.layout != id) continue;
      CAPTURE(fact.layout);
      CAPTURE(fact.no);
      REQUIRE(index < layout->items.size());
      const Item& item = layout->items[index++];
      CHECK(std::to_string(item.no) == fact.no);
      CHECK(item.id == fact.id);
      CHECK(item.name == fact.name);
      CHECK(item.aliases == (fact.alias.empty() ? std::vector<std::string>{} : std::vector<std::string>{fact.alias}));
      CHECK(to_string(item.picture) == fact.picture);
      CHECK(kind_name(item.kind) == fact.kind);
      CHECK(presence_name(item.presence) == fact.presence);
      ++met;
    }
    CHECK(layout->items.size() == index);
  }
  CHECK(met == 233);
}

TEST_CASE("record sizes are those of the contract") {
  const Catalog catalog;
  const struct {
    const char* layout;
    std::size_t cp932, utf8, utf16;
  } sizes[] = {{"juki", 6603, 9733, 6946},    {"atena", 2341, 3379, 2606},  {"kengen", 42, 42, 84},
               {"access-log", 702, 982, 844}, {"honnin", 1584, 2284, 1768}, {"soufusaki", 3451, 4875, 4054}};
  for (const auto& size : sizes) {
    CAPTURE(size.layout);
    const auto layout = catalog.layout(size.layout);
    CHECK(layout->record_bytes(Charset::cp932) == size.cp932);
    CHECK(layout->record_bytes(Charset::utf8) == size.utf8);
    CHECK(layout->record_bytes(Charset::utf16le) == size.utf16);
    CHECK(layout->record_bytes(Charset::utf16be) == size.utf16);
  }
}

TEST_CASE("offsets begin at 0, follow the pictures and end with the record's size") {
  const auto kengen = Catalog().layout("kengen");
  CHECK(kengen->offsets(Charset::cp932) == std::vector<std::size_t>{0, 10, 27, 37, 42});
  CHECK(kengen->offsets(Charset::utf16be) == std::vector<std::size_t>{0, 20, 54, 74, 84});
}

TEST_CASE("an item is found by id, by Japanese name and by alias") {
  const auto honnin = Catalog().layout("honnin");
  const auto seion = honnin->find("name_seion");
  REQUIRE(seion);
  CHECK(honnin->find("清音化かな氏名") == seion);
  CHECK(honnin->find("清音化かぬ氏名") == seion);
  CHECK(honnin->find_alias("清音化かぬ氏名") == seion);
  CHECK_FALSE(honnin->find_alias("清音化かな氏名"));
  CHECK_FALSE(honnin->find("Name_seion"));
}

TEST_CASE("a name wins over an alias: 別添1 prints the name of juki 76 for 78 too") {
  const auto juki = Catalog().layout("juki");
  CHECK(juki->items[*juki->find("外国人住定異動事由")].no == 76);
  CHECK(juki->items[*juki->find_alias("外国人住定異動事由")].no == 78);
}

TEST_CASE("an item that must exist is complained of with the nearest name") {
  const auto juki = Catalog().layout("juki");
  CHECK(juki->index("birth_date") == 22);
  CHECK(complaint_of<UsageError>([&] { juki->index("birthdate"); }) ==
        "layout juki has no item 'birthdate'; did you mean 'birth_date'?");
  CHECK(complaint_of<UsageError>([&] { juki->index("生年月目"); }) ==
        "layout juki has no item '生年月目'; did you mean '生年月日'?");
  CHECK(complaint_of<UsageError>([&] { juki->index("something else"); }) ==
        "layout juki has no item 'something else'; `daicho layout show juki` lists its items");
}

TEST_CASE("続柄 is a chain of codes, then zeros; some codes stand alone") {
  const auto juki = Catalog().layout("juki");
  const Item& item = juki->items[juki->index("relationship_code")];
  for (const char* good : {"02000000", "20000000", "20200000", "20202020", "20120000", "11510000", "96000000"}) {
    CAPTURE(good);
    CHECK(item.code_allowed(good));
  }
  for (const char* bad : {"00000000", "00020000", "20002000", "03000000", "02200000", "20020000", "20960000",
                          "99200000", "2020", "2000000", "", "200000000"}) {
    CAPTURE(bad);
    const bool short_but_right = std::string(bad) == "2020";  // length is the picture's rule
    CHECK(item.code_allowed(bad) == short_but_right);
  }
}

TEST_CASE("a plain code list allows its codes only, and an item without one allows everything") {
  const auto juki = Catalog().layout("juki");
  const Item& reason = juki->items[juki->index("move_reason")];
  CHECK(reason.code_allowed("11"));
  CHECK_FALSE(reason.code_allowed("30"));
  CHECK_FALSE(reason.code_allowed("1"));
  CHECK(juki->items[juki->index("address")].code_allowed("anything"));
}

TEST_CASE("000000 (国外, 不明) carries no check digit where the schema says so") {
  const auto juki = Catalog().layout("juki");
  const Item& honseki = juki->items[juki->index("honseki_municipality_code")];
  CHECK(honseki.check_digit_allowed("132101"));
  CHECK(honseki.check_digit_allowed("000000"));
  CHECK_FALSE(honseki.check_digit_allowed("132102"));
  const Item& own = juki->items[juki->index("address_municipality_code")];
  CHECK_FALSE(own.check_digit_allowed("000000"));
  CHECK(juki->items[juki->index("address_town_code")].check_digit_allowed("0000000"));
}

TEST_CASE("numbers, counts and lengths are zero-filled; dates and codes are not") {
  const Catalog catalog;
  std::string filled;
  for (const char* id : kLayouts) {
    filled += std::string(filled.empty() ? "" : " ") + id + ":";
    for (const Item& item : catalog.layout(id)->items) {
      CHECK_FALSE(item.absent_is_zeros);
      if (item.zero_filled) filled += " " + std::to_string(item.no);
    }
  }
  CHECK(filled ==
        "juki: 1 12 atena: 82 84 99 100 kengen: 123 access-log: 124 125 126 honnin: 3 12 19 29 30 "
        "soufusaki: 1 3 5 6 8 10 13 15 17 19 21 23 25 27 29 31 33 39 41 42 45 47 54 56");
}

TEST_CASE("個人番号, 住民票コード, names and addresses are private") {
  const Catalog catalog;
  std::string numbers;
  std::string open_names;
  for (const char* id : kLayouts) {
    for (const Item& item : catalog.layout(id)->items) {
      if (item.privacy == Privacy::individual_no) numbers += std::string(id) + " " + item.id + "\n";
      const bool telling = item.kind == Kind::katakana || item.kind == Kind::hiragana || item.kind == Kind::kanji ||
                           item.check == CheckDigit::juminhyo_code;
      if (telling && item.privacy == Privacy::open) open_names += std::string(id) + " " + item.id + "\n";
    }
  }
  CHECK(numbers ==
        "juki individual_no\natena individual_no\natena previous_individual_no\natena next_individual_no\n"
        "honnin individual_no\nsoufusaki individual_no\n");
  CHECK(open_names == "");
}

TEST_CASE("every layout says its version, its source and its key, and notes where a rule comes from") {
  const Catalog catalog;
  for (const char* id : kLayouts) {
    CAPTURE(id);
    const auto layout = catalog.layout(id);
    CHECK(layout->version == "1.0");
    CHECK(layout->source.starts_with("別添1 ファイル("));
    CHECK(layout->source.find("この道具が選んだもの") != std::string::npos);
    CHECK(layout->key);
    CHECK(layout->place.file == std::string("schemas/") + id + ".toml");
    CHECK(layout->items.front().place.line < layout->items.back().place.line);
  }
}

}  // namespace
}  // namespace daicho
