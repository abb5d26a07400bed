#include "formats/gaiji_rule.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "formats/character_tables.hpp"

namespace daicho {
namespace {

const Catalog& catalog() {
  static const Catalog shipped(std::string(DAICHO_SOURCE_DIR) + "/schemas");
  return shipped;
}

TEST_CASE("住基ネット統一文字 are those of the 文字情報一覧表 in every form, and the codes that mean themselves") {
  const GaijiSet outside = gaiji_set(GaijiRule::outside_juki, catalog());
  CHECK(outside.count("山田　太郎ー々ＡＢ１２①") == 0);
  CHECK(outside.count("邉邊邉\U000E0119") == 0);
  CHECK(outside.contains("\uE000"));
  CHECK(outside.contains("가"));  // J+AC00-D6FF mean 変体仮名 and other kanji, never Hangul
  CHECK(outside.contains("邉\U000E01EF"));
}

TEST_CASE("a set lives without its catalog") {
  GaijiSet outside;
  {
    const Catalog own(std::string(DAICHO_SOURCE_DIR) + "/schemas");
    outside = gaiji_set(GaijiRule::outside_juki, own);
  }
  CHECK(outside.count("邉") == 0);
}

TEST_CASE("the other rules need no table") {
  CHECK(gaiji_set(GaijiRule::outside_jis_x_0208, Catalog("/")).count("髙田") == 1);
}

TEST_CASE("by charset and by the 文字情報一覧表, the kanji of JIS X 0213 are the same") {
  const CharacterTables tables(catalog());
  const GaijiSet outside(GaijiRule::outside_jis_x_0213);
  // Rows share a code where JIS unifies their shapes; one of them is the code's own character.
  std::map<std::uint32_t, bool> held;
  for (const MjCharacter& row : tables.mj().rows()) {
    if (row.x0213 == 0 || row.sequences.empty()) continue;
    bool& found = held[row.x0213];
    found = found || !outside.contains(row.sequences.front());
  }
  CHECK(held.size() > 10000);
  std::string lacking;
  for (const auto& [code, found] : held) {
    if (!found) lacking += std::to_string(code) + " ";
  }
  CHECK(lacking == "");
}

}  // namespace
}  // namespace daicho
