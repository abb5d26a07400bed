#include "formats/layout_conditions.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "formats/record_check.hpp"
#include "tests/formats/bad_layouts.hpp"

using namespace daicho;

namespace {

constexpr std::string_view kHead = "id = \"x\"\nversion = \"1.0\"\nname = \"例\"\nsource = \"試験\"\nitems = [\n";

Layout layout_of(std::string_view items) {
  const SchemaFolder folder;
  const std::string text = std::string(kHead) + std::string(items) + "]\n";
  return load_layout(folder.write("x.toml", text), "x.toml", Catalog());
}

/// The codes and conditions that one record raises, one a line.
std::string findings_of(const Layout& layout, const std::vector<std::string>& values) {
  const RecordChecker checker(layout);
  const OwnedRecord record(values);
  FindingList list;
  checker.check(record.view(), "in.dat", list);
  std::string text;
  for (const Finding& finding : list.findings) {
    text += (text.empty() ? "" : "\n") + std::string(finding.code.code) + " " + layout.items[finding.item].id + ": " +
            finding.args.front().second;
  }
  return text;
}

constexpr std::string_view kItems = R"x(
  { no = 1, id = "sex", name = "性別", picture = "9(1)", kind = "digits", presence = "optional", codes = "sex" },
  { no = 2, id = "reason", name = "事由", picture = "9(2)", kind = "digits", presence = "optional" },
  { no = 3, id = "name", name = "氏名", picture = "N(5)", kind = "kanji", presence = "optional" },
  { no = 4, id = "both", name = "両方", picture = "X(3)", kind = "text", presence = "conditional", required_when = { sex = ["1", "2"], reason = "2*" } },
  { no = 5, id = "either", name = "一方", picture = "X(3)", kind = "text", presence = "conditional", required_when = [{ sex = "9" }, { name = "*" }] },
  { no = 6, id = "none", name = "無し", picture = "X(3)", kind = "text", presence = "optional", blank_when = { reason = "" } },
)x";

}  // namespace

TEST_CASE("an item is required where all terms of one of its conditions hold") {
  const Layout layout = layout_of(kItems);
  CHECK(findings_of(layout, {"1", "21", "", "a", "", ""}) == "");
  CHECK(findings_of(layout, {"1", "21", "", "", "", ""}) == "D1102 both: 性別 is 1 or 2 and 事由 is 2*");
  CHECK(findings_of(layout, {"1", "12", "", "", "", ""}) == "");
  CHECK(findings_of(layout, {"", "21", "", "", "", ""}) == "");
  CHECK(findings_of(layout, {"9", "11", "", "", "", ""}) == "D1102 either: 性別 is 9");
  CHECK(findings_of(layout, {"1", "11", "山田", "", "", ""}) == "D1102 either: 氏名 has a value");
  CHECK(findings_of(layout, {"1", "11", "山田", "", "b", ""}) == "");
}

TEST_CASE("an item may have no value where a condition forbids it") {
  const Layout layout = layout_of(kItems);
  CHECK(findings_of(layout, {"1", "", "", "", "", "c"}) == "D1103 none: 事由 is blank");
  CHECK(findings_of(layout, {"1", "11", "", "", "", "c"}) == "");
}

TEST_CASE("conditions that never hold together, or are about different items, stand beside each other") {
  const Layout layout = layout_of(R"x(
  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "digits", presence = "optional", required_when = [{ b = "1" }, { c = "1" }], blank_when = [{ b = ["", "2"] }, { b = "3*" }] },
  { no = 2, id = "b", name = "乙", picture = "9(1)", kind = "digits", presence = "optional" },
  { no = 3, id = "c", name = "丙", picture = "9(1)", kind = "digits", presence = "optional" },
)x");
  CHECK(layout.items[0].required_when.size() == 2);
  CHECK(condition_text(layout, layout.items[0].required_when[0], Language::ja) == "乙が 1 である");
  CHECK(condition_text(layout, layout.items[0].blank_when[0], Language::ja) == "乙が 空・2 である");
}

TEST_CASE("conditions that can't be are refused with their place") {
  constexpr BadLayout kBad[] = {
      {"an unknown item",
       R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "digits", presence = "optional", required_when = { bb = "1" } },
  { no = 2, id = "b", name = "乙", picture = "9(1)", kind = "digits", presence = "optional" },
)x",
       "x.toml:6:116: no item 'bb' in this layout\n  did you mean 'b'?"},
      {"the item itself",
       R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "digits", presence = "optional", required_when = { a = "1" } },
)x",
       "x.toml:6:115: 'required_when' names the item itself"},
      {"a required item",
       R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "digits", presence = "required", blank_when = { b = "1" } },
  { no = 2, id = "b", name = "乙", picture = "9(1)", kind = "digits", presence = "optional" },
)x",
       "x.toml:6:106: 'a' is required always, so 'blank_when' says nothing"},
      {"a value that is no code",
       R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "digits", presence = "optional", blank_when = { b = "7" } },
  { no = 2, id = "b", name = "乙", picture = "9(1)", kind = "digits", presence = "optional", codes = "sex" },
)x",
       "x.toml:6:112: the code list 'sex' has no '7'"},
      {"a value that is too long",
       R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "digits", presence = "optional", blank_when = { b = "12" } },
  { no = 2, id = "b", name = "乙", picture = "9(1)", kind = "digits", presence = "optional" },
)x",
       "x.toml:6:112: '12' is longer than 9(1)"},
      {"letters in digits",
       R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "digits", presence = "optional", blank_when = { b = "x" } },
  { no = 2, id = "b", name = "乙", picture = "9(1)", kind = "digits", presence = "optional" },
)x",
       "x.toml:6:112: 'x' is no value of 9(1) digits"},
      {"a flag that is neither 0 nor 1",
       R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "digits", presence = "optional", blank_when = { b = "7" } },
  { no = 2, id = "b", name = "乙", picture = "9(1)", kind = "flag", presence = "optional" },
)x",
       "x.toml:6:112: '7' is no value of 9(1) flag"},
      {"the text of an N item",
       R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "digits", presence = "optional", blank_when = { b = "乙" } },
  { no = 2, id = "b", name = "乙", picture = "N(9)", kind = "kanji", presence = "optional" },
)x",
       "x.toml:6:112: 'b' is N(9): only \"*\" (any value) and \"\" (none) can be asked for"},
      {"no condition",
       R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "digits", presence = "optional", blank_when = [] },
)x",
       "x.toml:6:106: 'blank_when' names no condition"},
      {"an empty condition",
       R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "digits", presence = "optional", blank_when = {} },
)x",
       "x.toml:6:106: 'blank_when' names no item"},
      {"no value",
       R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "digits", presence = "optional", blank_when = { b = [] } },
  { no = 2, id = "b", name = "乙", picture = "9(1)", kind = "digits", presence = "optional" },
)x",
       "x.toml:6:112: 'b' has no value here"},
      {"a value and none at once",
       R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "digits", presence = "optional", required_when = { b = "*" }, blank_when = { b = ["1", "2"] } },
  { no = 2, id = "b", name = "乙", picture = "9(1)", kind = "digits", presence = "optional" },
)x",
       "x.toml:6:135: 'a' must be blank where 乙 is 1 or 2, but is required where 乙 has a value: no record with both "
       "is "
       "right"},
      {"a value and none where the narrower condition holds",
       R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "digits", presence = "optional", required_when = [{ b = "1" }, { b = "2*", c = "" }], blank_when = { b = "23" } },
  { no = 2, id = "b", name = "乙", picture = "9(2)", kind = "digits", presence = "optional" },
  { no = 3, id = "c", name = "丙", picture = "9(1)", kind = "digits", presence = "optional" },
)x",
       "x.toml:6:159: 'a' must be blank where 乙 is 23, but is required where 乙 is 2* and 丙 is blank: no record with "
       "both is right"},
      {"a word",
       R"x(  { no = 1, id = "a", name = "甲", picture = "9(1)", kind = "digits", presence = "optional", blank_when = "b" },
)x",
       "x.toml:6:106: 'blank_when' must be a table, but it is a string"},
  };
  check_refused_items(kBad);
}
