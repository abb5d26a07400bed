#include "formats/value_check.hpp"

#include <doctest/doctest.h>

#include <string>

#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

Item item_of(PictureClass cls, std::uint16_t length, Kind kind) {
  Item item;
  item.picture = {cls, length};
  item.kind = kind;
  return item;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

/// The fault as `code@at+length expected`, or `right`.
std::string fault_of(const Item& item, std::string_view value) {
  const auto fault = check_value(item, value);
  if (!fault) return "right";
  std::string text =
      std::string(fault->code.code) + "@" + std::to_string(fault->at) + "+" + std::to_string(fault->length);
  return fault->expected.empty() ? text : text + " " + fault->expected;
}

const Item kKanji = item_of(PictureClass::national, 5, Kind::kanji);
const Item kZenkaku = item_of(PictureClass::national, 5, Kind::zenkaku);
const Item kKatakana = item_of(PictureClass::national, 10, Kind::katakana);
const Item kHiragana = item_of(PictureClass::national, 10, Kind::hiragana);
const Item kDigits = item_of(PictureClass::digits, 4, Kind::digits);
const Item kText = item_of(PictureClass::text, 4, Kind::text);
const Item kFlag = item_of(PictureClass::digits, 1, Kind::flag);

}  // namespace

TEST_CASE("an absent value is right in every item") {
  for (const Item* item : {&kKanji, &kZenkaku, &kKatakana, &kHiragana, &kDigits, &kText, &kFlag}) {
    CHECK(fault_of(*item, "") == "right");
  }
}

TEST_CASE("9 items hold ASCII digits at full length") {
  CHECK(fault_of(kDigits, "0123") == "right");
  CHECK(fault_of(kDigits, "123") == "D1007@0+0 4");
  CHECK(fault_of(kDigits, "12345") == "D1007@4+1 4");
  CHECK(fault_of(kDigits, "12 4") == "D1003@2+1");
  CHECK(fault_of(kDigits, "-123") == "D1003@0+1");
  CHECK(fault_of(kDigits, "１２３４") == "D1003@0+3");
  CHECK(fault_of(kDigits, std::string_view("12\0"
                                           "4",
                                           4)) == "D1003@2+1");
}

TEST_CASE("zero-filled 9 items may be shorter, never longer") {
  Item item = kDigits;
  item.zero_filled = true;
  CHECK(fault_of(item, "7") == "right");
  CHECK(fault_of(item, "0007") == "right");
  CHECK(fault_of(item, "00007") == "D1006@4+1 4");
}

TEST_CASE("a birth date that lost its era digit is no other date") {
  CHECK(fault_of(item_of(PictureClass::digits, 9, Kind::era_gregorian_date), "19640107") == "D1007@0+0 9");
}

TEST_CASE("flags are 0 or 1") {
  CHECK(fault_of(kFlag, "0") == "right");
  CHECK(fault_of(kFlag, "1") == "right");
  CHECK(fault_of(kFlag, "2").starts_with("D1009@0+1"));
}

TEST_CASE("X items hold 0x20-0x7E and do not end with a space") {
  CHECK(fault_of(kText, " ~A") == "right");
  CHECK(fault_of(kText, "ABCDE") == "D1006@4+1 4");
  CHECK(fault_of(kText, "AB ") == "D1008@2+1");
  CHECK(fault_of(kText, "    ") == "D1008@3+1");
  CHECK(fault_of(kText, "A\tB") == "D1004@1+1");
  CHECK(fault_of(kText, "A\x7F") == "D1004@1+1");
  CHECK(fault_of(kText, "Aｱ") == "D1004@1+3");
  CHECK(fault_of(kText, std::string_view("A\0B", 3)) == "D1004@1+1");
}

TEST_CASE("kanji and zenkaku hold every full-width character, also 外字, variation selectors and plane 2") {
  for (const Item* item : {&kKanji, &kZenkaku}) {
    CHECK(fault_of(*item, "東京Ａ１－") == "right");
    CHECK(fault_of(*item, "𠮷葛󠄀") == "right");
    CHECK(fault_of(*item, "\uE000") == "right");
    CHECK(fault_of(*item, "山\u3000田") == "right");
    CHECK(fault_of(*item, "×°é") == "right");
  }
}

TEST_CASE("half-width text and controls do not belong into N items") {
  CHECK(fault_of(kKanji, "東A") == "D1005@3+1");
  CHECK(fault_of(kKanji, "東 京") == "D1005@3+1");
  CHECK(fault_of(kKanji, "ｱ") == "D1005@0+3");
  CHECK(fault_of(kKanji, "\uFF61") == "D1005@0+3");
  CHECK(fault_of(kKanji, "\uFF9F") == "D1005@0+3");
  CHECK(fault_of(kKanji, "\uFF60") == "right");
  CHECK(fault_of(kKanji, "\uFFA0") == "right");
  CHECK(fault_of(kKanji, "東\n京") == "D1005@3+1");
  CHECK(fault_of(kKanji, "\u0085") == "D1005@0+2");
  CHECK(fault_of(kKanji, std::string_view("\0", 1)) == "D1005@0+1");
}

TEST_CASE("no N item holds what shows that a character was lost, or shows nothing") {
  for (const char* lost : {"\uFFFD", "\uFEFF", "\u200B", "\u202E", "\u2028", "\u2066", "\u00AD", "\uFDD0", "\uFFFC",
                           "\U0001FFFE", "\U000E0041"}) {
    CHECK(fault_of(kZenkaku, std::string("山") + lost + "郎") ==
          "D1009@3+" + std::to_string(std::string_view(lost).size()) + " zenkaku");
  }
  CHECK(fault_of(kKanji, "\uFFFD") == "D1009@0+3 kanji");
  for (const char* shown : {"―", "‥", "…", "‘", "’", "※", "∥", "Ａ\uFE00", "葛\U000E0100", "\U000F0000"}) {
    CHECK(fault_of(kZenkaku, shown) == "right");
  }
}

TEST_CASE("N items are measured in UTF-16 code units") {
  CHECK(fault_of(kKanji, repeated("東", 5)) == "right");
  CHECK(fault_of(kKanji, repeated("東", 6)) == "D1006@15+3 5");
  CHECK(fault_of(kKanji, "𠮷𠮷東") == "right");
  CHECK(fault_of(kKanji, "𠮷𠮷𠮷") == "D1006@8+4 5");
  CHECK(fault_of(kKanji, "葛󠄀東東") == "right");
  CHECK(fault_of(kKanji, "東東東葛󠄀").starts_with("D1006@"));
}

TEST_CASE("N values do not end with their fill") {
  CHECK(fault_of(kKanji, "東\u3000") == "D1008@3+3");
  CHECK(fault_of(kKanji, "\u3000") == "D1008@0+3");
  CHECK(fault_of(kKanji, "\u3000東") == "right");
}

TEST_CASE("katakana: U+30A1-30FA, 30FC-30FE, the middle dot, U+3000 and full-width Latin letters") {
  CHECK(fault_of(kKatakana, "ヤマダ\u3000タロウ") == "right");
  CHECK(fault_of(kKatakana, "ァヺーヽヾ・Ａｚ") == "right");
  for (const char* outside : {"\u30A0", "\u30FF", "\u3042", "１", "－", "山", "\uE000", "ア\u3099"}) {
    CHECK(fault_of(kKatakana, outside).find("D1009@") == 0);
  }
  CHECK(fault_of(kKatakana, "ｱ") == "D1005@0+3");
}

TEST_CASE("hiragana: U+3041-3096, 309B-309E, the long vowel, the middle dot, U+3000 and full-width Latin letters") {
  CHECK(fault_of(kHiragana, "やまだ\u3000たろう") == "right");
  CHECK(fault_of(kHiragana, "ぁゖ゛゜ゝゞー・Ａｚ") == "right");
  for (const char* outside : {"\u3040", "\u3097", "\u309A", "\u309F", "ア", "山"}) {
    CHECK(fault_of(kHiragana, outside).find("D1009@") == 0);
  }
}

TEST_CASE("malformed UTF-8 is a fault and never read beyond its end") {
  for (const char* broken : {"\x80", "\xC0\xAF", "\xE3", "\xE3\x81", "\xF0\xA0\xAE", "\xED\xA0\x80", "\xF5\x80\x80\x80",
                             "\xE0\x80\x80", "\xFF"}) {
    CHECK(fault_of(kKanji, broken).starts_with("D1001@0+1"));
  }
  CHECK(fault_of(kKanji, "東\xE3\x81").starts_with("D1001@3+1"));
}

}  // namespace daicho
