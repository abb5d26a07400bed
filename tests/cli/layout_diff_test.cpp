#include "cli/layout_diff.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace daicho {
namespace {

/// A layout whose items are single letters.
Layout layout_of(std::string_view ids) {
  Layout layout;
  for (const char id : ids) {
    Item item;
    item.no = static_cast<unsigned char>(id);
    item.id = item.name = std::string(1, id);
    item.picture = {PictureClass::text, 1};
    layout.items.push_back(item);
  }
  return layout;
}

/// `+x` added, `-x` removed, `>x` moved, `~x` changed, in the order in which they are told.
std::string told(const Layout& before, const Layout& after) {
  std::string text;
  for (const ItemChange& change : diff_layouts(before, after).items) {
    const char mark = !change.before ? '+' : !change.after ? '-' : change.moved ? '>' : '~';
    text += fmt::format("{}{} ", mark, change.after ? after.items[*change.after].id : before.items[*change.before].id);
  }
  return text;
}

std::string told(std::string_view before, std::string_view after) { return told(layout_of(before), layout_of(after)); }

TEST_CASE("equal layouts have no difference") {
  CHECK(diff_layouts(layout_of("abc"), layout_of("abc")).empty());
  CHECK(diff_layouts(layout_of(""), layout_of("")).empty());
}

TEST_CASE("items that only shift because of others are not moved") {
  CHECK(told("abcd", "xabcd") == "+x ");
  CHECK(told("abcd", "bcd") == "-a ");
  CHECK(told("abcd", "axcd") == "+x -b ");
}

TEST_CASE("as few items as possible count as moved") {
  CHECK(told("abcdef", "bcdefa") == ">a ");
  CHECK(told("abcdef", "fabcde") == ">f ");
  CHECK(told("abcdef", "abedcf").size() == std::string(">x >y ").size());
  CHECK(told("abc", "xcb").size() == std::string("+x >y -a ").size());
}

TEST_CASE("every removed item is told once, also beside moved ones") {
  CHECK(told("abcdef", "") == "-a -b -c -d -e -f ");
  CHECK(told("", "ab") == "+a +b ");
  CHECK(told("abcdef", "fc") == ">f -a -b -d -e ");
}

TEST_CASE("a changed word is told before and after; a relation by its items' ids, not by their places") {
  Layout before = layout_of("abc");
  Layout after = layout_of("xabc");
  before.items[0].relations = {{RelationKind::equals, {2}}};
  after.items[1].relations = {{RelationKind::equals, {3}}};
  CHECK(told(before, after) == "+x ");
  after.items[1].relations = {{RelationKind::equals, {2}}};
  after.items[1].unknown_allowed = true;
  const LayoutDiff diff = diff_layouts(before, after);
  REQUIRE(diff.items.size() == 2);
  REQUIRE(diff.items[1].words.size() == 2);
  CHECK(diff.items[1].words[0].word == "unknown");
  CHECK(diff.items[1].words[0].before == "");
  CHECK(diff.items[1].words[0].after == "true");
  CHECK(diff.items[1].words[1].word == "equals");
  CHECK(diff.items[1].words[1].before == "c");
  CHECK(diff.items[1].words[1].after == "b");
}

TEST_CASE("a code list that changed under the same name is told") {
  Layout before = layout_of("a");
  Layout after = layout_of("a");
  CodeList list;
  list.id = "list";
  list.codes = {{"1", "one", false}};
  before.items[0].codes = std::make_shared<const CodeList>(list);
  list.codes.push_back({"2", "two", true});
  after.items[0].codes = std::make_shared<const CodeList>(list);
  const LayoutDiff diff = diff_layouts(before, after);
  REQUIRE(diff.items.size() == 1);
  REQUIRE(diff.items[0].words.size() == 1);
  CHECK(diff.items[0].words[0].word == "list of codes");
  CHECK(diff.items[0].words[0].before == "1");
  CHECK(diff.items[0].words[0].after == "1 2 alone");
}

}  // namespace
}  // namespace daicho
