#include "formats/destination_layouts.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "formats/catalog.hpp"
#include "formats/error.hpp"
#include "tests/formats/schema_folder.hpp"

namespace daicho {
namespace {

std::string numbers(const Layout& layout) {
  std::string text;
  for (const Item& item : layout.items) text += (text.empty() ? "" : " ") + std::to_string(item.no);
  return text;
}

TEST_CASE("a destination's record is change_class, juki 11-14, then the items of its groups by number, each once") {
  const Catalog catalog;
  const auto tax = catalog.layout("iten.02-shisanzei");
  CHECK(numbers(*tax) == "0 4 5 6 7 8 9 10 11 12 13 14 20 21 22 23 41 42 43 44 45 54 55 56 57 58 59 60 61 62 63 72 81");
  CHECK(tax->items[0].id == "change_class");
  CHECK(to_string(tax->items[0].picture) == "9(1)");
  CHECK(tax->items[0].presence == Presence::required);
  CHECK(tax->items[0].code_allowed("3"));
  CHECK_FALSE(tax->items[0].code_allowed("0"));
  CHECK(tax->items[*tax->key].id == "addressee_no");
  CHECK(tax->version == "1.0");
}

TEST_CASE("a destination's items are those of juki, with their pictures, rules and places") {
  const Catalog catalog;
  const auto juki = catalog.layout("juki");
  for (const std::string& id : destination_ids(catalog)) {
    CAPTURE(id);
    const auto layout = catalog.layout("iten." + id);
    for (std::size_t i = 1; i < layout->items.size(); ++i) {
      const Item& item = layout->items[i];
      const Item& original = juki->items[juki->index(item.id)];
      CHECK(item.no == original.no);
      CHECK(item.name == original.name);
      CHECK(to_string(item.picture) == to_string(original.picture));
      CHECK(item.check == original.check);
      CHECK(item.codes == original.codes);
      CHECK(item.place.line == original.place.line);
    }
  }
}

TEST_CASE("住民票コード goes nowhere, 本籍 only to 生活保護, and 個人番号 not to 健康増進") {
  const Catalog catalog;
  std::string honseki;
  std::string without_number;
  for (const std::string& id : destination_ids(catalog)) {
    const auto layout = catalog.layout("iten." + id);
    CHECK_FALSE(layout->find("juminhyo_code"));
    CHECK_FALSE(layout->find("alias_history"));
    if (layout->find("honseki")) honseki += id;
    if (!layout->find("individual_no")) without_number += id;
  }
  CHECK(honseki == "09-seikatsu-hogo");
  CHECK(without_number == "17-kenko-zoshin");
}

TEST_CASE("groups and destinations with a fault are refused with their place and a hint") {
  const auto complaint = [](const std::string& text) {
    const SchemaFolder folder;
    folder.write("iten.toml", text);
    return complaint_of<SchemaError>([&] { destination_layouts(Catalog(folder.path())); });
  };
  const std::string head = "version = \"1.0\"\n[groups]\nID = [\"name_kana\"]\nBA = [\"number_output_stop_flag\"]\n";
  const auto destination = [&](const std::string& id, const std::string& groups) {
    return head + "[[destination]]\nid = \"" + id + "\"\nname = \"n\"\ngroups = [" + groups + "]\n";
  };
  CHECK(complaint(destination("01-a", "\"ID\", \"BA\"")) == "");
  CHECK(complaint(destination("01-a", "\"IX\"")) == "own/iten.toml:8:10: no group 'IX'\n  known: BA, ID");
  CHECK(complaint(destination("01_a", "")) ==
        "own/iten.toml:6:6: '01_a' is no destination's id\n"
        "  an id is a-z, 0-9 and '-', at most 27 characters, for example \"01-shiminzei\"");
  CHECK(complaint(destination("01-a", "") + "[[destination]]\nid = \"01-a\"\nname = \"n\"\n") ==
        "own/iten.toml:10:6: destination '01-a' stands twice");
  CHECK(complaint("version = \"1.0\"\n[groups]\nID = [\"name_kanna\"]\n") ==
        "own/iten.toml:3:6: neither juki nor atena has an item 'name_kanna'\n  did you mean 'name_kana'?");
  CHECK(complaint("version = \"1.0\"\n[groups]\nID = []\n") == "own/iten.toml:3:6: group ID has no items");
  CHECK(complaint("version = \"1.0\"\n") == "own/iten.toml:1:1: 'groups' is missing here");
  CHECK(complaint(head + "[[destination]]\nname = \"n\"\n") == "own/iten.toml:5:1: 'id' is missing here");
}

TEST_CASE("an item of atena stands after those of juki") {
  const SchemaFolder folder;
  folder.write("iten.toml",
               "version = \"1.0\"\n[groups]\nBA = [\"number_output_stop_flag\"]\n"
               "[[destination]]\nid = \"01-a\"\nname = \"n\"\ngroups = [\"BA\"]\nitems = [\"honseki\"]\n");
  const std::vector<Layout> layouts = destination_layouts(Catalog(folder.path()));
  REQUIRE(layouts.size() == 1);
  CHECK(numbers(layouts[0]) == "0 11 12 13 14 27 116");
}

}  // namespace
}  // namespace daicho
