#include "formats/toml_reader.hpp"

#include <doctest/doctest.h>

#include "formats/error.hpp"
#include "tests/formats/schema_folder.hpp"

namespace daicho {
namespace {

TomlTable root_of(std::string_view text) { return TomlFile::parse(text, "t.toml").root(); }

TEST_CASE("values come as their types, and absent ones as nothing") {
  const TomlTable root = root_of("s = \"x\"\ni = -5\nb = true\na = [\"p\", \"q\"]\n[t]\nk = 1\n[[r]]\n[[r]]\n");
  CHECK(root.string("s") == "x");
  CHECK(root.integer("i") == -5);
  CHECK(root.optional_boolean("b") == true);
  CHECK(root.strings("a") == std::vector<std::string>{"p", "q"});
  CHECK(root.table("t").integer("k") == 1);
  CHECK(root.tables("r").size() == 2);
  CHECK_FALSE(root.optional_string("none"));
  CHECK_FALSE(root.optional_integer("none"));
  CHECK_FALSE(root.optional_boolean("none"));
  CHECK_FALSE(root.optional_table("none"));
  CHECK(root.strings("none").empty());
  CHECK(root.tables("none").empty());
}

TEST_CASE("a table outlives nothing but shares its file: it stays valid when the file object is gone") {
  std::optional<TomlTable> table;
  { table = TomlFile::parse("[t]\nk = \"v\"\n", "t.toml").root().table("t"); }
  CHECK(table->string("k") == "v");
}

TEST_CASE("another type is complained of at the value, never converted") {
  const auto complaint = [](std::string_view text, auto read) {
    return complaint_of<SchemaError>([&] { read(root_of(text)); });
  };
  CHECK(complaint("k = 1\n", [](const TomlTable& t) { t.string("k"); }) ==
        "t.toml:1:5: 'k' must be a string, but it is an integer");
  CHECK(complaint("k = \"1\"\n", [](const TomlTable& t) { t.integer("k"); }) ==
        "t.toml:1:5: 'k' must be an integer, but it is a string");
  CHECK(complaint("k = 1.0\n", [](const TomlTable& t) { t.integer("k"); }) ==
        "t.toml:1:5: 'k' must be an integer, but it is a number with a fraction");
  CHECK(complaint("k = 2026-11-20\n", [](const TomlTable& t) { t.string("k"); }) ==
        "t.toml:1:5: 'k' must be a string, but it is a date or a time");
  CHECK(complaint("k = 1\n", [](const TomlTable& t) { t.optional_boolean("k"); }) ==
        "t.toml:1:5: 'k' must be true or false, but it is an integer");
  CHECK(complaint("k = [\"a\", 2]\n", [](const TomlTable& t) { t.strings("k"); }) ==
        "t.toml:1:11: 'k' must be an array of strings, but this is an integer");
  CHECK(complaint("k = []\n", [](const TomlTable& t) { t.table("k"); }) ==
        "t.toml:1:5: 'k' must be a table, but it is an array");
  CHECK(complaint("[t]\n", [](const TomlTable& t) { t.tables("t"); }) ==
        "t.toml:1:1: 't' must be an array of tables, but it is a table");
  CHECK(complaint("[t]\na = 1\n", [](const TomlTable& t) { t.table("t").string("b"); }) ==
        "t.toml:1:1: 'b' is missing here");
}

TEST_CASE("integers past 64 bits are a syntax error, not another number") {
  CHECK(complaint_of<SchemaError>([] { root_of("k = 9223372036854775808\n"); }) ==
        "t.toml:1:24: Error while parsing decimal integer: '9223372036854775808' is not representable in 64 bits");
}

TEST_CASE("keys that were never asked for are refused, in the order of the file") {
  const TomlTable root = root_of("zeta = 1\nalpha = 2\n");
  CHECK(root.keys() == std::vector<std::string>{"zeta", "alpha"});
  CHECK(complaint_of<SchemaError>([&] { root.refuse_unknown(); }) == "t.toml:1:1: unknown key 'zeta'");
  root.ask_for("zeta");
  CHECK(complaint_of<SchemaError>([&] { root.refuse_unknown(); }) ==
        "t.toml:2:1: unknown key 'alpha'\n  known here: zeta");
  root.integer("alpha");
  root.refuse_unknown();
}

TEST_CASE("columns count characters, so that Japanese text does not move them") {
  const TomlTable root = root_of("t = { name = \"小金井\", extra = 1 }\n");
  const TomlTable table = root.table("t");
  table.string("name");
  CHECK(complaint_of<SchemaError>([&] { table.refuse_unknown(); }) ==
        "t.toml:1:21: unknown key 'extra'\n  known here: name");
  CHECK(table.place_of("extra").column == 29);
  CHECK(table.place_of("none").column == 5);
  CHECK(table.place().line == 1);
}

TEST_CASE("the nearest word counts characters, swaps and beginnings, and there may be none") {
  const std::vector<std::string> known{"presence", "picture", "生年月日", "氏名"};
  CHECK(nearest_word("presense", known) == "presence");
  CHECK(nearest_word("pcitrue", known) == "picture");
  CHECK(nearest_word("生年月目", known) == "生年月日");
  CHECK(nearest_word("picture", known) == "picture");
  CHECK_FALSE(nearest_word("juki", known));
  CHECK_FALSE(nearest_word("", known));
  CHECK_FALSE(nearest_word("presence", {}));
  CHECK_FALSE(nearest_word(std::string(1000, 'p'), known));
  CHECK(nearest_word("\xFFpicture", known) == "picture");
}

}  // namespace
}  // namespace daicho
