#include "formats/layout_relations.hpp"

#include "tests/formats/bad_layouts.hpp"

namespace daicho {
namespace {

// clang-format off
constexpr BadLayout kBadRelations[] = {
    {"a relation to an item that does not exist",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required", length_of = "bb" },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional" },
)x",
     "x.toml:6:105: no item 'bb' in this layout\n"
     "  did you mean 'b'?"},
    {"a relation to nothing near",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required", length_of = "something" },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional" },
)x",
     "x.toml:6:105: no item 'something' in this layout\n"
     "  items are named by their id here"},
    {"a relation to itself",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required", equals = "a" },
)x",
     "x.toml:6:102: 'equals' names the item itself"},
    {"a length of digits",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required", length_of = "b" },
  { no = 2, id = "b", name = "乙", picture = "9(3)", kind = "digits", presence = "optional" },
)x",
     "x.toml:6:105: 'length_of' is about N items; 'b' is 9(3) digits"},
    {"a length in an X item",
     R"x(  { no = 1, id = "a", name = "甲", picture = "X(3)", kind = "text", presence = "optional", length_of = "b" },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional" },
)x",
     "x.toml:6:103: 'length_of' is a word of 9 items of the kind digits, not of X(3) text items"},
    {"a length that cannot be counted",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "digits", presence = "optional", length_of = "b" },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional" },
)x",
     "x.toml:6:105: 9(1) cannot hold a count up to 20 ('b' is N(20))"},
    {"a length of two items",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required", length_of = ["b", "c"] },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional" },
  { no = 3, id = "c", name = "丙", picture = "N(20)", kind = "katakana", presence = "optional" },
)x",
     "x.toml:6:105: 'length_of' must be a string, but it is an array"},
    {"外字 counted in an X item",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required", gaiji_count_of = "b" },
  { no = 2, id = "b", name = "乙", picture = "X(3)", kind = "text", presence = "optional" },
)x",
     "x.toml:6:110: 'gaiji_count_of' is about N items; 'b' is X(3) text"},
    {"positions of one item",
     R"x(  { no = 1, id = "a", name = "甲", picture = "X(20)", kind = "text", presence = "optional", positions_of = ["b"] },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional" },
)x",
     "x.toml:6:107: 'positions_of' names two items: the original and its substitute"},
    {"positions as one string",
     R"x(  { no = 1, id = "a", name = "甲", picture = "X(20)", kind = "text", presence = "optional", positions_of = "b" },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional" },
)x",
     "x.toml:6:107: 'positions_of' must be an array of strings, but it is a string"},
    {"positions of one item twice",
     R"x(  { no = 1, id = "a", name = "甲", picture = "X(20)", kind = "text", presence = "optional", positions_of = ["b", "b"] },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional" },
)x",
     "x.toml:6:107: 'positions_of' names 'b' twice"},
    {"positions in digits",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(20)", kind = "digits", presence = "optional", positions_of = ["b", "c"] },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional" },
  { no = 3, id = "c", name = "丙", picture = "N(20)", kind = "katakana", presence = "optional" },
)x",
     "x.toml:6:109: 'positions_of' is a word of X items, not of 9(20) digits items"},
    {"positions shorter than the text",
     R"x(  { no = 1, id = "a", name = "甲", picture = "X(19)", kind = "text", presence = "optional", positions_of = ["b", "c"] },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional" },
  { no = 3, id = "c", name = "丙", picture = "N(20)", kind = "katakana", presence = "optional" },
)x",
     "x.toml:6:107: X(19) cannot hold a flag for each of the 20 positions of 'b'"},
    {"a flag of nothing",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "flag", presence = "optional", flag_of = [] },
)x",
     "x.toml:6:101: 'flag_of' names no item"},
    {"a flag that is no flag",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required", flag_of = ["b"] },
  { no = 2, id = "b", name = "乙", picture = "9(3)", kind = "digits", presence = "optional" },
)x",
     "x.toml:6:103: 'flag_of' is a word of 9 items of the kind flag, not of 9(3) digits items"},
    {"a flag of text",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "flag", presence = "optional", flag_of = ["b"] },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional" },
)x",
     "x.toml:6:101: 'flag_of' is about counts: 9 items of the kind digits; 'b' is N(20) kanji"},
    {"清音化 in katakana",
     R"x(  { no = 1, id = "a", name = "甲", picture = "N(20)", kind = "katakana", presence = "optional", seion_of = "c" },
  { no = 3, id = "c", name = "丙", picture = "N(20)", kind = "katakana", presence = "optional" },
)x",
     "x.toml:6:107: 'seion_of' is a word of N items of the kind hiragana, not of N(20) katakana items"},
    {"清音化 of kanji",
     R"x(  { no = 1, id = "a", name = "甲", picture = "N(20)", kind = "hiragana", presence = "optional", seion_of = "b" },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional" },
)x",
     "x.toml:6:107: 'seion_of' is about kana items; 'b' is N(20) kanji"},
    {"a substitute in an X item",
     R"x(  { no = 1, id = "a", name = "甲", picture = "X(20)", kind = "text", presence = "optional", substitute_of = "b" },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional" },
)x",
     "x.toml:6:108: 'substitute_of' is a word of N items, not of X(20) text items"},
    {"a substitute of digits",
     R"x(  { no = 1, id = "a", name = "甲", picture = "N(20)", kind = "zenkaku", presence = "optional", substitute_of = "b" },
  { no = 2, id = "b", name = "乙", picture = "9(3)", kind = "digits", presence = "optional" },
)x",
     "x.toml:6:111: 'substitute_of' is about N items; 'b' is 9(3) digits"},
    {"equal items of two classes",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required", equals = "b" },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional" },
)x",
     "x.toml:6:102: 'equals' is about items of the same class as 9(3) digits; 'b' is N(20) kanji"},
    {"外字 counted without a rule",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "optional", gaiji_count_of = "b" },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional" },
)x",
     "x.toml:1:1: 'gaiji_rule' is missing: the item 'a' counts 外字\n"
     "  known: private_use, outside_jis_x_0208, outside_jis_x_0213, outside_juki"},
};

// clang-format on

TEST_CASE("a relation that cannot be is refused with its place and a hint") { check_refused_items(kBadRelations); }

TEST_CASE("relations point at their items by index, whether these stand before or after") {
  const auto soufusaki = Catalog().layout("soufusaki");
  const auto relation = [&](int no) { return soufusaki->items[static_cast<std::size_t>(no - 1)].relations.at(0); };
  CHECK(relation(3).kind == RelationKind::length_of);
  CHECK(relation(3).items == std::vector<std::size_t>{3});
  CHECK(relation(5).kind == RelationKind::gaiji_count_of);
  CHECK(relation(5).items == std::vector<std::size_t>{3});
  CHECK(relation(55).kind == RelationKind::substitute_of);
  CHECK(relation(55).items == std::vector<std::size_t>{39});
  CHECK(relation(58).kind == RelationKind::positions_of);
  CHECK(relation(58).items == std::vector<std::size_t>{39, 54});
  CHECK(relation(60).kind == RelationKind::flag_of);
  CHECK(relation(60).items == std::vector<std::size_t>{4, 7, 14, 18, 22, 26, 30, 40, 46});
}

TEST_CASE("every 項目長 and 外字数 of the six layouts belongs to an item, and so do the flags over them") {
  const Catalog catalog;
  for (const char* id : {"honnin", "soufusaki"}) {
    for (const Item& item : catalog.layout(id)->items) {
      CAPTURE(item.name);
      const bool length = item.name.find("項目長") != std::string::npos;
      const bool count = item.name.find("外字数") != std::string::npos;
      if (!length && !count) continue;
      REQUIRE(item.relations.size() == 1);
      CHECK(item.relations[0].kind == (length ? RelationKind::length_of : RelationKind::gaiji_count_of));
    }
  }
  const auto honnin = catalog.layout("honnin");
  CHECK(honnin->items[33].relations.at(0).items == std::vector<std::size_t>{2, 11, 18});
  CHECK(honnin->items[4].relations.at(0).kind == RelationKind::seion_of);
}

}  // namespace
}  // namespace daicho
