#include "formats/catalog.hpp"
#include "tests/formats/bad_layouts.hpp"

namespace daicho {
namespace {

// clang-format off
constexpr BadLayout kBadFiles[] = {
    {"an empty file",
     R"()",
     "x.toml:1:1: 'id' is missing here"},
    {"broken TOML",
     R"(id = "x
)",
     "x.toml:1:8: Error while parsing string: unescaped control characters other than TAB (U+0009) are explicitly prohibited"},
    {"a key twice",
     R"(id = "x"
id = "y"
)",
     "x.toml:2:6: Error while parsing key-value pair: cannot redefine existing string 'id'"},
    {"text that is no UTF-8",
     "id = \"\xff" "\"\n",
     "x.toml:1:6: Encountered invalid utf-8 sequence"},
    {"no id",
     R"(version = "1.0"
name = "例"
source = "試験"
items = []
)",
     "x.toml:1:1: 'id' is missing here"},
    {"no version",
     R"(id = "x"
name = "例"
source = "試験"
)",
     "x.toml:1:1: 'version' is missing here"},
    {"no source",
     R"(id = "x"
version = "1.0"
name = "例"
)",
     "x.toml:1:1: 'source' is missing here"},
    {"no items",
     R"(id = "x"
version = "1.0"
name = "例"
source = "試験"
)",
     "x.toml:1:1: a layout needs items"},
    {"items that are no array",
     R"(id = "x"
version = "1.0"
name = "例"
source = "試験"
items = "a"
)",
     "x.toml:5:9: 'items' must be an array of tables, but it is a string"},
    {"items that are strings",
     R"(id = "x"
version = "1.0"
name = "例"
source = "試験"
items = ["a"]
)",
     "x.toml:5:10: 'items' must be an array of tables, but this is a string"},
    {"an unknown key of the file",
     R"x(id = "x"
version = "1.0"
name = "例"
source = "試験"
versoin = "1"
items = [{ no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" }]
)x",
     "x.toml:5:1: unknown key 'versoin'\n"
     "  did you mean 'version'?"},
    {"an unknown table",
     R"x(id = "x"
version = "1.0"
name = "例"
source = "試験"
items = [{ no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" }]
[extra]
)x",
     "x.toml:6:2: unknown key 'extra'\n"
     "  known here: gaiji_rule, id, items, key, name, source, version"},
    {"an id with capitals",
     R"x(id = "X"
version = "1.0"
name = "例"
source = "試験"
items = [
  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
]
)x",
     "x.toml:1:6: 'X' is no id\n"
     "  an id is a letter a-z, then a-z, 0-9 and '-', at most 32 characters"},
    {"a version that is a number",
     R"x(id = "x"
version = 1.0
name = "例"
source = "試験"
items = [
  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
]
)x",
     "x.toml:2:11: 'version' must be a string, but it is a number with a fraction"},
    {"a version without a minor",
     R"x(id = "x"
version = "1"
name = "例"
source = "試験"
items = [
  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
]
)x",
     "x.toml:2:11: '1' is no version\n"
     "  write major and minor, for example \"1.0\""},
    {"a version with letters",
     R"x(id = "x"
version = "1.0b"
name = "例"
source = "試験"
items = [
  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
]
)x",
     "x.toml:2:11: '1.0b' is no version\n"
     "  write major and minor, for example \"1.0\""},
    {"an empty name",
     R"x(id = "x"
version = "1.0"
name = ""
source = "試験"
items = [
  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
]
)x",
     "x.toml:3:8: 'name' must be one line of 1 to 200 bytes"},
    {"a name of two lines",
     R"x(id = "x"
version = "1.0"
name = "例\n二"
source = "試験"
items = [
  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
]
)x",
     "x.toml:3:8: 'name' must be one line of 1 to 200 bytes"},
    {"a control character",
     R"x(id = "x"
version = "1.0"
name = "例\u0000"
source = "試験"
items = [
  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
]
)x",
     "x.toml:3:8: 'name' holds a control character"},
    {"a key that is no item",
     R"x(id = "x"
version = "1.0"
name = "例"
key = "aa"
source = "試験"
items = [
  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
]
)x",
     "x.toml:4:7: no item 'aa' in this layout\n"
     "  did you mean 'a'?"},
    {"a key that is full-width text",
     R"x(id = "x"
version = "1.0"
name = "例"
key = "b"
source = "試験"
items = [
  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional" },
]
)x",
     "x.toml:4:7: the key 'b' must be a 9 or an X item"},
    {"an unknown 外字 rule",
     R"x(id = "x"
version = "1.0"
name = "例"
gaiji_rule = "pua"
source = "試験"
items = [
  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
]
)x",
     "x.toml:4:14: no such 外字 rule 'pua'\n"
     "  known: private_use, outside_jis_x_0208, outside_jis_x_0213, outside_juki"},
    {"a layout id longer than an envelope holds",
     R"x(id = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
version = "1.0"
name = "例"
source = "試験"
items = [
  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
]
)x",
     "x.toml:1:6: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' is no id\n"
     "  an id is a letter a-z, then a-z, 0-9 and '-', at most 32 characters"},
};

constexpr BadLayout kBadItems[] = {
    {"an item without no",
     R"x(  { id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
)x",
     "x.toml:6:3: 'no' is missing here"},
    {"an item without id",
     R"x(  { no = 1, name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
)x",
     "x.toml:6:3: 'id' is missing here"},
    {"an item without name",
     R"x(  { no = 1, id = "a", picture = "9(3)", kind = "digits", presence = "required" },
)x",
     "x.toml:6:3: 'name' is missing here"},
    {"an item without presence",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits" },
)x",
     "x.toml:6:3: 'presence' is missing here"},
    {"an unknown key of an item, near a known one",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required", patern = "1" },
)x",
     "x.toml:6:93: unknown key 'patern'\n"
     "  did you mean 'pattern'?"},
    {"a number that is text",
     R"x(  { no = "1", id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
)x",
     "x.toml:6:10: 'no' must be an integer, but it is a string"},
    {"number zero",
     R"x(  { no = 0, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
)x",
     "x.toml:6:10: 0 is no item number (1 to 9999)"},
    {"a number past the limit",
     R"x(  { no = 10000, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
)x",
     "x.toml:6:10: 10000 is no item number (1 to 9999)"},
    {"an id with a hyphen",
     R"x(  { no = 1, id = "a-b", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
)x",
     "x.toml:6:18: 'a-b' is no id\n"
     "  an id is a letter a-z, then a-z, 0-9 and '_', at most 64 characters"},
    {"an id of an item that begins with a digit",
     R"x(  { no = 1, id = "1a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
)x",
     "x.toml:6:18: '1a' is no id\n"
     "  an id is a letter a-z, then a-z, 0-9 and '_', at most 64 characters"},
    {"a name that is a number",
     R"x(  { no = 1, id = "a", name = 1, picture = "9(3)", kind = "digits", presence = "required" },
)x",
     "x.toml:6:30: 'name' must be a string, but it is an integer"},
    {"a number twice",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
  { no = 1, id = "b", name = "乙", picture = "9(3)", kind = "digits", presence = "required" },
)x",
     "x.toml:7:10: item number 1 stands twice\n"
     "  first at x.toml:6:3"},
    {"an id twice",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
  { no = 2, id = "a", name = "乙", picture = "9(3)", kind = "digits", presence = "required" },
)x",
     "x.toml:7:18: id 'a' stands twice\n"
     "  first at x.toml:6:3"},
    {"a name twice",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
  { no = 2, id = "b", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
)x",
     "x.toml:7:30: name '甲' stands twice\n"
     "  first at x.toml:6:3"},
    {"an alias twice",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required", aliases = ["別"] },
  { no = 2, id = "b", name = "乙", picture = "N(20)", kind = "kanji", presence = "optional", aliases = ["別"] },
)x",
     "x.toml:7:103: alias '別' stands twice\n"
     "  first at x.toml:6:3"},
    {"an alias that is the own name",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required", aliases = ["甲"] },
)x",
     "x.toml:6:103: alias '甲' is the item's own name"},
    {"an alias that is the own id",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required", aliases = ["a"] },
)x",
     "x.toml:6:103: alias 'a' is the item's own id"},
    {"aliases that are no strings",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required", aliases = [1] },
)x",
     "x.toml:6:104: 'aliases' must be an array of strings, but this is an integer"},
    {"aliases that are no array",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required", aliases = "別" },
)x",
     "x.toml:6:103: 'aliases' must be an array of strings, but it is a string"},
    {"the picture 9(-1)",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(-1)", kind = "digits", presence = "required" },
)x",
     "x.toml:6:45: the length of '9(-1)' must be 1 to 4000\n"
     "  write 9(n) for digits, X(n) for half-width text, N(n) for full-width text"},
    {"the picture 9(4001)",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(4001)", kind = "digits", presence = "required" },
)x",
     "x.toml:6:45: the length of '9(4001)' must be 1 to 4000\n"
     "  write 9(n) for digits, X(n) for half-width text, N(n) for full-width text"},
    {"a name that is another item's id",
     R"x(  { no = 1, id = "a", name = "甲", picture = "9(3)", kind = "digits", presence = "required" },
  { no = 2, id = "b", name = "a", picture = "9(3)", kind = "digits", presence = "required" },
)x",
     "x.toml:7:30: name 'a' stands twice\n"
     "  first at x.toml:6:3"},
};

// clang-format on

TEST_CASE("a layout file with a fault is refused with its place and a hint") { check_refused_files(kBadFiles); }

TEST_CASE("an item with a fault is refused with its place and a hint") { check_refused_items(kBadItems); }

TEST_CASE("a layout of more than 2000 items is refused") {
  std::string text = "id = \"x\"\nversion = \"1.0\"\nname = \"例\"\nsource = \"試験\"\nitems = [\n";
  for (int i = 1; i <= 2001; ++i) {
    const std::string no = std::to_string(i);
    text += "{ no = " + no + ", id = \"a" + no + "\", name = \"" + no +
            "\", picture = \"9(1)\", kind = \"digits\", presence = \"optional\" },\n";
  }
  check_refused({"2001 items", "", "x.toml:5:9: more than 2000 items"}, text + "]\n");
}

TEST_CASE("a file larger than 16 MiB, a folder and a missing file are the world's faults, not the schema's") {
  const SchemaFolder folder;
  const auto load = [](const std::filesystem::path& file) {
    return complaint_of<WorldError>([&] { load_layout(file, "x.toml", Catalog()); });
  };
  const std::filesystem::path large = folder.write("large.toml", "#" + std::string(std::size_t{16} << 20, '-'));
  CHECK(load(large) == "cannot read " + large.string() + ": it is larger than 16 MiB");
  CHECK(load(folder.path()) == "cannot read " + folder.path().string() + ": it is a folder");
  const std::filesystem::path missing = folder.path() / "none.toml";
  CHECK(load(missing) == "cannot open " + missing.string() + ": No such file or directory");
}

TEST_CASE("tables nested beyond any sense are refused, not followed") {
  const std::string deep(100000, '[');
  check_refused(
      {"deep arrays", "",
       "x.toml:1:265: Error while parsing value: exceeded maximum nested value depth of 256 (TOML_MAX_NESTED_VALUES)"},
      "items = " + deep);
}

}  // namespace
}  // namespace daicho
