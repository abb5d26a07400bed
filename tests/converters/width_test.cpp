#include "converters/width.hpp"

#include <doctest/doctest.h>

using daicho::has_full_width_digits;
using daicho::to_full_width;
using daicho::to_half_width;

TEST_CASE("half-width text becomes full-width") {
  CHECK(to_full_width("John Smith, 1-2\\~") == "Ｊｏｈｎ　Ｓｍｉｔｈ，　１－２＼～");
  CHECK(to_full_width("｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱﾝ") == "。「」、・ヲァィゥェォャュョッーアン");
  CHECK(to_full_width("漢字　カナ").compare("漢字　カナ") == 0);
}

TEST_CASE("a half-width voiced mark joins the kana before it, and stands alone where it can't") {
  CHECK(to_full_width("ｶﾞｷﾞﾊﾟﾎﾟｳﾞﾜﾞｦﾞ") == "ガギパポヴヷヺ");
  CHECK(to_full_width("ﾊﾞﾋﾞﾂﾞﾃﾞﾄﾞ") == "バビヅデド");
  CHECK(to_full_width("ｱﾞﾅﾟｶﾟ") == "ア゛ナ゜カ゜");
  CHECK(to_full_width("ﾞ") == "゛");
}

TEST_CASE("full-width ASCII and spaces become half-width, katakana stays") {
  CHECK(to_half_width("！～１２３　ＡＢＣ") == "!~123 ABC");
  CHECK(to_half_width("カナ｡漢字") == "カナ｡漢字");
}

TEST_CASE("a postal code in full-width digits is recognised") {
  CHECK(has_full_width_digits("１２３４５６７"));
  CHECK(has_full_width_digits("123４567"));
  CHECK_FALSE(has_full_width_digits("1234567"));
  CHECK_FALSE(has_full_width_digits("１２３－４５６７"));
  CHECK_FALSE(has_full_width_digits(""));
}
