#include "converters/gaiji.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "converters/utf8.hpp"

namespace daicho {
namespace {

const GaijiSet kPrivateUse;
const GaijiSet kOutside0208(GaijiRule::outside_jis_x_0208);

TEST_CASE("private-use characters are counted, in the BMP and in planes 15 and 16") {
  CHECK(kPrivateUse.rule() == GaijiRule::private_use);
  CHECK(kPrivateUse.count("\uE000田\uF8FF") == 2);
  CHECK(kPrivateUse.count("\U000F0000\U0010FFFD") == 2);
  CHECK(kPrivateUse.count("\uD7FF\uF900\U000EFFFF") == 0);
  CHECK(kPrivateUse.count("") == 0);
}

TEST_CASE("a base and its variation selector are one character; an IVS alone makes no 外字") {
  CHECK(kPrivateUse.count("\uE001\U000E0100郎") == 1);
  CHECK(kPrivateUse.count("葛\U000E0100𠮷髙") == 0);
}

TEST_CASE("outside JIS X 0208: NEC's, IBM's and Unicode's additions, sequences and private-use characters") {
  CHECK(kOutside0208.count("山田　太郎ー々〆ヶ①") == 1);
  CHECK(kOutside0208.count("髙﨑𠮷濵\uE000") == 5);
  CHECK(kOutside0208.count("辺邊邉～－∥〜−‖") == 0);  // both spellings of the standard's symbols
  CHECK(kOutside0208.count("Room 5ﾋﾞﾙ") == 0);        // half-width characters are no matter of the rule
  CHECK(kOutside0208.contains("葛\U000E0100"));
  CHECK_FALSE(kOutside0208.contains("葛"));
  CHECK_FALSE(kOutside0208.contains(""));
}

TEST_CASE("outside JIS X 0213: what Shift_JIS-2004 cannot write; letters of two code points are inside") {
  const GaijiSet outside(GaijiRule::outside_jis_x_0213);
  CHECK(outside.count("山田　太郎ー々〆①Ⅱ﨑濵𠂉") == 0);
  CHECK(outside.count("髙𠮷") == 2);
  CHECK(outside.count("～－∥〜−‖") == 0);
  CHECK(outside.count("か\u309Aきセ\u309Aæ\u0300˩˥˥˩") == 0);
  CHECK(outside.count("あ\u309A") == 1);  // no letter of the standard
  CHECK(outside.count("葛\U000E0100\uE000") == 2);
  CHECK(outside.count("ｱｲｳ abc") == 0);
}

TEST_CASE("outside 住基ネット統一文字 asks who knows them, but not for half-width and private-use characters") {
  std::string asked;
  const GaijiSet outside(GaijiRule::outside_juki, [&](std::string_view character) {
    asked += character;
    return character == "葛\U000E0100";
  });
  CHECK(outside.count("葛\U000E0100葛a\uE000") == 2);
  CHECK(asked == "葛\U000E0100葛");
  CHECK_THROWS_AS(GaijiSet{GaijiRule::outside_juki}, std::logic_error);
}

TEST_CASE("one sequence is one 外字 and three code units") {
  const std::string_view name = "葛\U000E0100城";
  CHECK(kOutside0208.count(name) == 1);
  CHECK(utf16_length(name) == 4);
}

TEST_CASE("外字 are taken off a text one by one, in its order") {
  std::string_view text = "山\uE001葛\U000E0100田\uE000";
  CHECK(kOutside0208.next(text) == "\uE001");
  CHECK(kOutside0208.next(text) == "葛\U000E0100");
  CHECK(text == "田\uE000");
  CHECK(kOutside0208.next(text) == "\uE000");
  CHECK(kOutside0208.next(text).empty());
}

TEST_CASE("a rule's name goes both ways") {
  for (const GaijiRule rule : all_gaiji_rules()) CHECK(parse_gaiji_rule(gaiji_rule_name(rule)) == rule);
  CHECK_FALSE(parse_gaiji_rule("").has_value());
  CHECK_FALSE(parse_gaiji_rule("pua").has_value());
}

}  // namespace
}  // namespace daicho
