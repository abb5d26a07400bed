#include "formats/catalog.hpp"

#include <doctest/doctest.h>

#include "formats/code_lists.hpp"
#include "formats/error.hpp"
#include "tests/formats/schema_folder.hpp"

namespace daicho {
namespace {

constexpr std::string_view kSmall =
    "id = \"small\"\nversion = \"2.1\"\nname = \"小\"\nsource = \"試験\"\nitems = [\n"
    "  { no = 1, id = \"sex\", name = \"性別\", picture = \"9(1)\", kind = \"digits\", presence = \"required\", "
    "codes = \"sex\" },\n]\n";

/// Sets an environment variable for one test.
class Environment {
 public:
  Environment(const char* name, const std::string& value) : name_(name) { setenv(name, value.c_str(), 1); }
  ~Environment() { unsetenv(name_); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  const char* name_;
};

TEST_CASE("the six layouts come first, then the 23 destinations in the order of their file") {
  const std::vector<std::string> ids = Catalog().layout_ids();
  REQUIRE(ids.size() == 29);
  CHECK(std::vector<std::string>(ids.begin(), ids.begin() + 6) ==
        std::vector<std::string>{"juki", "atena", "kengen", "access-log", "honnin", "soufusaki"});
  CHECK(ids[6] == "iten.01-shiminzei");
  CHECK(ids.back() == "iten.23-iryohi-josei");
}

TEST_CASE("the same id gives the same layout") {
  const Catalog catalog;
  CHECK(catalog.layout("juki") == catalog.layout("juki"));
  CHECK(catalog.layout("iten.05-nenkin") == catalog.layout("iten.05-nenkin"));
}

TEST_CASE("an unknown layout is complained of with the nearest one") {
  const Catalog catalog;
  const auto complaint = [&](std::string_view id) { return complaint_of<UsageError>([&] { catalog.layout(id); }); };
  CHECK(complaint("jukki") == "no layout 'jukki'; did you mean 'juki'?");
  CHECK(complaint("iten.01-shiminze") == "no layout 'iten.01-shiminze'; did you mean 'iten.01-shiminzei'?");
  CHECK(complaint("payroll") == "no layout 'payroll'; `daicho layout list` lists them");
  CHECK(complaint("findings") == "no layout 'findings'; `daicho layout list` lists them");
  CHECK(complaint("") == "no layout ''; `daicho layout list` lists them");
  CHECK(complaint("../juki") == "no layout '../juki'; `daicho layout list` lists them");
}

TEST_CASE("a municipality's folder adds layouts and stands before the program's") {
  const SchemaFolder folder;
  folder.write("small.toml", kSmall);
  folder.write("codes/sex.toml",
               "id = \"sex\"\nname = \"性別\"\norigin = \"toolkit\"\nsource = \"試験\"\n"
               "codes = [{ code = \"7\", name = \"七\" }]\n");
  const Catalog catalog(folder.path());
  CHECK(catalog.layout_ids().at(6) == "small");
  const auto small = catalog.layout("small");
  CHECK(small->version == "2.1");
  CHECK(small->place.file == "own/small.toml");
  CHECK(small->items[0].code_allowed("7"));
  CHECK_FALSE(small->items[0].code_allowed("1"));
  // The program's layouts take the municipality's code lists too.
  const auto juki = catalog.layout("juki");
  CHECK(juki->place.file == "schemas/juki.toml");
  CHECK(juki->items[juki->index("sex_code")].code_allowed("7"));
}

TEST_CASE("a layout's id must be its file's name") {
  const SchemaFolder folder;
  folder.write("other.toml", kSmall);
  const Catalog catalog(folder.path());
  CHECK(complaint_of<SchemaError>([&] { catalog.layout("other"); }) ==
        "own/other.toml:1:1: the id 'small' must be the file's name, 'other'");
}

TEST_CASE("a folder that does not exist is refused, with or without a slash at its end") {
  CHECK(complaint_of<UsageError>([] { Catalog("/nonexistent/own"); }) == "no such folder of schemas: /nonexistent/own");
  const SchemaFolder folder;
  folder.write("small.toml", kSmall);
  const Catalog catalog(folder.path() / "");
  CHECK(catalog.shown(catalog.file("small.toml")) == "own/small.toml");
  CHECK(catalog.shown("/somewhere/else.toml") == "/somewhere/else.toml");
}

TEST_CASE("files are found in the folders only, never above them") {
  const Catalog catalog;
  CHECK(catalog.file("juki.toml") == Catalog::program_folder() / "juki.toml");
  const std::string folder = Catalog::program_folder().string();
  CHECK(complaint_of<UsageError>([&] { catalog.file("none.toml"); }) == "no schema none.toml in " + folder);
  CHECK(complaint_of<UsageError>([&] { catalog.file("../README.md"); }) == "no schema ../README.md in " + folder);
  CHECK(complaint_of<UsageError>([&] { catalog.file("/etc/passwd"); }) == "no schema /etc/passwd in " + folder);
}

TEST_CASE("DAICHO_SCHEMAS names the program's folder, and must be one") {
  const std::filesystem::path found = Catalog::program_folder();
  {
    const Environment environment("DAICHO_SCHEMAS", found.string());
    CHECK(Catalog::program_folder() == found);
  }
  const Environment environment("DAICHO_SCHEMAS", "/tmp");
  CHECK(complaint_of<UsageError>([] { Catalog::program_folder(); }) ==
        "DAICHO_SCHEMAS names /tmp, which holds no findings.toml");
}

TEST_CASE("every code list loads, is named by its file and says whether it is official") {
  const Catalog catalog;
  const std::vector<std::string> ids = catalog.code_list_ids();
  CHECK(ids.size() == 22);
  for (const std::string& id : ids) {
    CAPTURE(id);
    const auto list = find_code_list(catalog, id);
    CHECK(list->id == id);
    CHECK_FALSE(list->source.empty());
    if (list->origin == CodeOrigin::toolkit) CHECK(list->source.find("この道具") != std::string::npos);
  }
}

TEST_CASE("every code list is a layout's, or is for people and imports") {
  const Catalog catalog;
  std::string unused;
  for (const std::string& id : catalog.code_list_ids()) {
    bool used = false;
    for (const std::string& layout : catalog.layout_ids()) {
      for (const Item& item : catalog.layout(layout)->items) used = used || (item.codes && item.codes->id == id);
    }
    if (!used) unused += id + " ";
  }
  CHECK(unused == "era era_two_digits prefecture resident_state resident_type ");
}

}  // namespace
}  // namespace daicho
