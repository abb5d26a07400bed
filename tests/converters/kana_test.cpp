#include "converters/kana.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "converters/utf8.hpp"

using daicho::katakana_to_hiragana;
using daicho::seion;

TEST_CASE("katakana becomes hiragana; Latin, long vowel marks, dots and spaces stay") {
  CHECK(katakana_to_hiragana("コガネイ　タロウ") == "こがねい　たろう");
  CHECK(katakana_to_hiragana("ジョン・スミスー　ＡＢ") == "じょん・すみすー　ＡＢ");
  CHECK(katakana_to_hiragana("ァアッンヮヰヱヲ") == "ぁあっんゎゐゑを");
  CHECK(katakana_to_hiragana("ヵヶヽヾ") == "かけゝゞ");
  CHECK(katakana_to_hiragana("").empty());
}

TEST_CASE("ヴ depends on the charset; the rare voiced ones always take a mark of their own") {
  CHECK(katakana_to_hiragana("ヴァイオリン") == "ゔぁいおりん");
  CHECK(katakana_to_hiragana("ヴァイオリン", false) == "う゛ぁいおりん");
  CHECK(katakana_to_hiragana("ヷヸヹヺ") == "わ゛ゐ゛ゑ゛を゛");
}

TEST_CASE("清音化: the worked examples") {
  CHECK(seion("ぢゅんいち") == "ちゆんいち");
  CHECK(seion("じゅん") == "しゆん");
  CHECK(seion("ジョン・スミス") == "しよんすみす");
  CHECK(seion("ゔぁいおりん") == "うあいおりん");
}

TEST_CASE("清音化: small kana, old kana, marks in all their forms, spaces, long vowels") {
  CHECK(seion("ぁぃぅぇぉっゃゅょゎゕゖ") == "あいうえおつやゆよわかけ");
  CHECK(seion("ゐゑを ヰヱヲ") == "いえおいえお");
  CHECK(seion("か\u3099は\u309Aか゛は゜") == "かはかは");
  CHECK(seion("こがねい　たろう はなこ") == "こかねいたろうはなこ");
  CHECK(seion("ヷヸヹヺ") == "わいえお");
  CHECK(seion("ガー・ゞ") == "かゝ");
  CHECK(seion("ＡＢ") == "ＡＢ");
}

TEST_CASE("清音化 is idempotent, whatever the text") {
  std::mt19937 random(20261120);
  const char32_t interesting[] = {U' ',  U'・', U'ー', U'が', U'パ', U'ヴ',  U'ヺ',  0x3099, 0x309A, 0x309B, 0x309C,
                                  U'ゕ', U'ゞ', U'é',  0x301, 0x323, 0xFA19, 0xAC00, U'Ａ',  U'を',  0x2000, 0x20BB7};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = 0; i < 8; ++i) {
      const bool any = random() % 4 == 0;
      const auto kana = static_cast<char32_t>(0x3041 + random() % 0xBE);
      daicho::append_code_point(text, any ? interesting[random() % std::size(interesting)] : kana);
    }
    CAPTURE(text);
    const std::string once = seion(text);
    REQUIRE(seion(once) == once);
  }
}
