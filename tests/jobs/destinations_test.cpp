#include "jobs/destinations.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "formats/error.hpp"
#include "tests/jobs/fake_run.hpp"

namespace daicho {
namespace {

const std::string kHead = R"(version = "1.0"
address_items = ["address"]
never = ["juminhyo_code", "alias_history"]
[groups]
ID = ["name_kana", "name_kanji"]
NO = ["individual_no"]
EX = ["removal_date"]
)";

/// A table with one destination: these lines, and what every destination needs unless a line says it.
std::string table(std::vector<std::pair<std::string, std::string>> changes) {
  std::vector<std::pair<std::string, std::string>> lines{
      {"id", "\"01-test\""},
      {"name", "\"市民部 試験課\""},
      {"department_code", "\"0201\""},
      {"department", "\"市民部 試験課\""},
      {"affair", "\"試験の事務\""},
      {"legal_basis", "\"番号法 第9条第1項\""},
      {"table_now", "[\"24\"]"},
      {"groups", "[\"ID\", \"NO\"]"},
      {"residents", "[{ everyone = true }]"},
      {"format", "\"csv:utf-8\""},
  };
  for (const auto& change : changes) {
    const auto same_key = [&](const auto& line) { return line.first == change.first; };
    const auto line = std::find_if(lines.begin(), lines.end(), same_key);
    if (line == lines.end()) {
      lines.push_back(change);
    } else {
      line->second = change.second;
    }
  }
  std::string text = kHead + "[[destination]]\n";
  for (const auto& [key, value] : lines) {
    if (!value.empty()) text += key + " = " + value + "\n";
  }
  return text;
}

std::string complaint(const std::string& text) {
  try {
    read_destinations(TomlFile::parse(text, "iten.toml"));
  } catch (const SchemaError& error) {
    return error.what();
  }
  return "accepted";
}

TEST_CASE("a destination is what its table says") {
  const DestinationTable all = read_destinations(TomlFile::parse(
      table({{"residents", "[{ age_from = 74 }, { age_from = 65, age_to = 74, cases = true, household = true }]"},
             {"groups", "[\"ID\", \"EX\"]"},
             {"removed", "\"this-year\""},
             {"suppressed", "\"hold\""},
             {"extent", "\"full\""}}),
      "iten.toml"));
  REQUIRE(all.destinations.size() == 1);
  const Destination& one = all.destinations[0];
  CHECK(one.id == "01-test");
  CHECK(one.name == "市民部　試験課");
  CHECK(one.items == std::vector<std::string>{"name_kana", "name_kanji", "removal_date"});
  REQUIRE(one.residents.size() == 2);
  CHECK(one.residents[0].age_from == 74);
  CHECK(one.residents[0].age_to == ResidentSelector::kNoAgeEnd);
  CHECK_FALSE(one.residents[0].cases);
  CHECK(one.residents[1].cases);
  CHECK(one.residents[1].household);
  CHECK(one.needs_cases());
  CHECK(one.removed == RemovedRecords::this_year);
  CHECK(one.suppressed == SuppressedPeople::hold);
  CHECK(one.always_full);
  CHECK(one.format.kind == FileKind::csv);
}

TEST_CASE("a destination without a legal basis is refused") {
  CHECK(complaint(table({{"legal_basis", ""}})) ==
        "iten.toml:8:1: '01-test' has no legal basis\n"
        "  what has none may not be handed over: name it in legal_basis");
  CHECK(complaint(table({{"legal_basis", "\"\""}})) ==
        "iten.toml:14:15: '01-test' has no legal basis\n"
        "  what has none may not be handed over: name it in legal_basis");
}

TEST_CASE("個人番号 goes nowhere without 番号法 第9条") {
  CHECK(complaint(table({{"legal_basis", "\"住民基本台帳法 第1条\""}})) ==
        "iten.toml:14:15: '01-test' gets 個人番号 without 番号法 第9条 as its basis\n"
        "  leave the group NO out, or name the paragraph and the item of its table");
  CHECK(complaint(table({{"legal_basis", "\"番号法 第19条第8号\""}})) ==
        "iten.toml:14:15: '01-test' gets 個人番号 without 番号法 第9条 as its basis\n"
        "  leave the group NO out, or name the paragraph and the item of its table");
  CHECK(complaint(table({{"legal_basis", "\"住民基本台帳法 第1条\""}, {"groups", "[\"ID\"]"}})) == "accepted");
  CHECK(complaint(table({{"table_now", ""}})) ==
        "iten.toml:8:1: 番号法 第9条第1項 needs the item of its table\n  for example table_now = [\"24\"]");
  CHECK(complaint(table({{"table_now", ""}, {"legal_basis", "\"番号法 第9条第2項、市条例 第4条\""}})) == "accepted");
}

TEST_CASE("選挙人名簿 takes no 個人番号, and 教育委員会 is no part of the mayor's city") {
  CHECK(complaint(table({{"affair", "\"選挙人名簿の調製\""}})) ==
        "iten.toml:13:10: 選挙人名簿 does not use 個人番号\n  leave the group NO out");
  CHECK(complaint(table({{"department", "\"教育委員会 学務課\""}})) ==
        "iten.toml:12:14: 教育委員会 is another 執行機関: what goes there is no 移転\n"
        "  番号法 第19条 (提供) is its basis, not 第9条");
}

TEST_CASE("住民票コード is moved to nobody") {
  CHECK(complaint(table({{"items", "[\"juminhyo_code\"]"}})) == "iten.toml:19:9: 'juminhyo_code' is never moved");
  std::string groups = table({});
  groups.replace(groups.find("\"name_kana\""), 11, "\"juminhyo_code\"");
  CHECK(complaint(groups) == "iten.toml:5:6: 'juminhyo_code' is never moved");
  std::string open = table({});
  open.replace(open.find("\"juminhyo_code\", "), 17, "");
  CHECK(complaint(open) == "iten.toml:3:9: 'never' must have 'juminhyo_code'");
}

TEST_CASE("what a destination's table may not say is refused with its place") {
  CHECK(complaint(table({{"id", "\"01 Test\""}})) ==
        "iten.toml:9:6: '01 Test' is no id\n  small letters, digits and hyphens, at most 27");
  CHECK(complaint(table({{"groups", "[\"ID\", \"NN\"]"}})).rfind("iten.toml:16:10: no group 'NN'", 0) == 0);
  CHECK(complaint(table({{"groups", "[]"}})) == "iten.toml:8:1: a destination without groups");
  CHECK(complaint(table({{"residents", "[]"}})) == "iten.toml:17:13: '01-test' has no residents");
  CHECK(complaint(table({{"residents", "[{}]"}})) ==
        "iten.toml:17:14: this says of nobody that he belongs to the residents\n"
        "  give age_from, age_to, sex or cases = true, or everyone = true");
  CHECK(complaint(table({{"residents", "[{ everyone = true, age_to = 6 }]"}})) ==
        "iten.toml:17:27: 'everyone' stands alone");
  CHECK(complaint(table({{"residents", "[{ age_from = 7, age_to = 6 }]"}})) ==
        "iten.toml:17:27: 'age_from' is above 'age_to'");
  CHECK(complaint(table({{"residents", "[{ age_to = 200 }]"}})) == "iten.toml:17:25: 'age_to' must be 0 to 150");
  CHECK(complaint(table({{"residents", "[{ sex = \"3\" }]"}})) ==
        "iten.toml:17:22: 'sex' must be '1' (男) or '2' (女)");
  CHECK(complaint(table({{"removed", "\"year\""}})) ==
        "iten.toml:19:11: 'removed' cannot be 'year'\n  known are 'none', 'this-year', 'all'");
  CHECK(complaint(table({{"removed", "\"all\""}})) ==
        "iten.toml:19:11: '01-test' sees no removed records\n  add the group EX, or removed = \"none\"");
  CHECK(complaint(table({{"format", "\"auto\""}})) == "iten.toml:18:10: a file cannot be written as 'auto'");
  CHECK(complaint(table({{"format", "\"fixed:cp933\""}})).rfind("iten.toml:18:10: ", 0) == 0);
  CHECK(complaint(table({{"colour", "\"red\""}})).rfind("iten.toml:19:1: ", 0) == 0);
  CHECK(complaint(table({}) + table({}).substr(kHead.size())) == "iten.toml:20:6: the id '01-test' stands twice");
  CHECK(complaint(kHead).find("no [[destination]]") != std::string::npos);
}

TEST_CASE("a layout with an item outside its destination's groups is refused") {
  const DestinationTable all = read_destinations(TomlFile::parse(table({}), "iten.toml"));
  Layout layout;
  layout.id = "iten.01-test";
  for (const char* id : {"change_class", "addressee_no", "move_date", "name_kanji", "individual_no"}) {
    layout.items.emplace_back().id = id;
  }
  const auto juki = fake::catalog().layout("juki");
  CHECK_NOTHROW(check_destination_layout(all.destinations[0], layout, *juki));
  layout.items.emplace_back().id = "honseki";
  CHECK_THROWS_WITH_AS(check_destination_layout(all.destinations[0], layout, *juki),
                       "iten.toml:8:1: the layout iten.01-test has 'honseki', which is outside the groups of '01-test'",
                       SchemaError);
}

TEST_CASE("the 23 destinations see what was decided for them and no more") {
  const DestinationTable all = load_destinations(fake::catalog());
  const auto juki = fake::catalog().layout("juki");
  REQUIRE(all.destinations.size() == 23);
  std::set<int> numbers_seen;
  for (const Destination& one : all.destinations) {
    CAPTURE(one.id);
    CHECK(one.layout->items.front().id == "change_class");
    for (const char* always : {"move_reason", "addressee_no", "removal_class", "move_date"}) {
      CHECK(one.layout->find(always).has_value());
    }
    for (const char* never : {"juminhyo_code", "alias_history", "former_surname_kanji", "remarks"}) {
      CHECK_FALSE(one.layout->find(never).has_value());
    }
    const bool livelihood = one.id == "09-seikatsu-hogo";
    CHECK(one.layout->find("honseki").has_value() == livelihood);
    CHECK(one.layout->find("hittosha_kanji").has_value() == livelihood);
    CHECK(one.layout->find("individual_no").has_value() == (one.id != "17-kenko-zoshin"));
    int last = 0;
    for (std::size_t i = 1; i < one.layout->items.size(); ++i) {
      const Item& item = one.layout->items[i];
      CHECK(item.no > last);
      CHECK(juki->items[juki->index(item.id)].no == item.no);
      last = item.no;
    }
    CHECK((one.legal_basis.rfind("番号法 第9条", 0) == 0));
    numbers_seen.insert(std::stoi(one.id.substr(0, 2)));
  }
  CHECK(numbers_seen.size() == 23);
  CHECK(*numbers_seen.begin() == 1);
  CHECK(*numbers_seen.rbegin() == 23);
}

}  // namespace
}  // namespace daicho
