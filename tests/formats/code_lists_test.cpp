#include "formats/code_lists.hpp"

#include <doctest/doctest.h>

#include "formats/catalog.hpp"
#include "formats/error.hpp"
#include "tests/formats/schema_folder.hpp"

namespace daicho {
namespace {

std::string complaint(const std::string& text) {
  const SchemaFolder folder;
  const std::filesystem::path file = folder.write("codes/x.toml", text);
  return complaint_of<SchemaError>([&] { load_code_list(file, "x.toml"); });
}

std::string list_of(const std::string& codes) {
  return "id = \"x\"\nname = \"例\"\norigin = \"toolkit\"\nsource = \"試験\"\ncodes = [\n" + codes + "]\n";
}

TEST_CASE("codes keep their order and are found by their whole text") {
  const SchemaFolder folder;
  const auto file = folder.write("codes/x.toml", list_of("{ code = \"02\", name = \"二\", alone = true },\n"
                                                         "{ code = \"01\", name = \"一\" },\n"));
  const CodeList list = load_code_list(file, "x.toml");
  REQUIRE(list.codes.size() == 2);
  CHECK(list.codes[0].code == "02");
  CHECK(list.codes[0].alone);
  REQUIRE(list.find("01") != nullptr);
  CHECK(list.find("01")->name == "一");
  CHECK(list.find("1") == nullptr);
  CHECK(list.find("") == nullptr);
}

TEST_CASE("a code list with a fault is refused with its place and a hint") {
  const std::string good = "{ code = \"1\", name = \"一\" },\n";
  CHECK(complaint(list_of(good)) == "");
  CHECK(complaint(list_of("")) == "x.toml:5:9: a code list needs codes");
  CHECK(complaint(list_of(good + good)) == "x.toml:7:10: code '1' stands twice");
  CHECK(complaint(list_of("{ code = 1, name = \"一\" },\n")) ==
        "x.toml:6:10: 'code' must be a string, but it is an integer");
  CHECK(complaint(list_of("{ code = \"\", name = \"一\" },\n")) ==
        "x.toml:6:10: a code is 1 to 32 half-width characters without blanks");
  CHECK(complaint(list_of("{ code = \"１\", name = \"一\" },\n")) ==
        "x.toml:6:10: a code is 1 to 32 half-width characters without blanks");
  CHECK(complaint(list_of("{ code = \"1 \", name = \"一\" },\n")) ==
        "x.toml:6:10: a code is 1 to 32 half-width characters without blanks");
  CHECK(complaint(list_of("{ code = \"1\", name = \"\" },\n")) == "x.toml:6:22: code '1' needs a name");
  CHECK(complaint(list_of("{ code = \"1\", name = \"一\", alon = true },\n")) ==
        "x.toml:6:27: unknown key 'alon'\n  did you mean 'alone'?");
  std::string text = list_of(good);
  CHECK(complaint(text.replace(text.find("toolkit"), 7, "private")) ==
        "x.toml:3:10: no such origin 'private'\n  known: official, open, toolkit");
  text = list_of(good);
  CHECK(complaint(text.replace(text.find("\"x\""), 3, "\"y\"")) ==
        "x.toml:1:6: the id 'y' must be the file's name, 'x'");
  CHECK(complaint("extra = 1\n" + list_of(good)) ==
        "x.toml:1:1: unknown key 'extra'\n  known here: codes, id, name, origin, source");
}

TEST_CASE("在留資格 without those whom the register does not have, and 国籍 with all of ISO 3166-1") {
  const Catalog catalog;
  const auto status = find_code_list(catalog, "residence_status");
  CHECK(status->find("026")->name == "永住者");
  CHECK(status->find("017") == nullptr);
  const auto nationality = find_code_list(catalog, "nationality");
  CHECK(nationality->codes.size() >= 249);
  CHECK(nationality->find("TWN")->name == "台湾");
  CHECK(nationality->find("XKO")->name == "朝鮮");
  CHECK(find_code_list(catalog, "prefecture")->codes.size() == 47);
  CHECK(find_code_list(catalog, "move_reason")->codes.size() == 37);
}

}  // namespace
}  // namespace daicho
