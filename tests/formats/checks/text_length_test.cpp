#include <doctest/doctest.h>

#include "tests/formats/checks/one_check.hpp"

namespace daicho::test {
namespace {

std::string repeated(std::string_view character, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += character;
  return text;
}

TEST_CASE("L54: a name or an address that fills its item is told, a shorter one not") {
  const OneCheck juki = resident_checks();
  CHECK(juki.says("L54") == "");
  CHECK(juki.says("L54", {{"address", repeated("町", 99)}}) == "");
  CHECK(juki.says("L54", {{"address", repeated("町", 100)}}) == "D3054 address");
  CHECK(juki.says("L54", {{"name_kanji", repeated("𠮷", 50)}}) == "D3054 name_kanji");
  CHECK(juki.says("L54", {{"name_kanji", repeated("𠮷", 49)}}) == "");
  CHECK(juki.says("L54", {{"former_surname_kanji", repeated("山", 50)}}) == "D3054 former_surname_kanji");
}

TEST_CASE("L54: free text and what is made from another item are no names") {
  CHECK(resident_checks().says("L54", {{"remarks", repeated("備", 200)}}) == "");
  const OneCheck honnin = cs_checks();
  CHECK(honnin.says("L54", {{"name_hiragana", repeated("あ", 100)}, {"name_seion", repeated("あ", 100)}}) ==
        "D3054 name_hiragana");
}

}  // namespace
}  // namespace daicho::test
