#include "formats/unit_classes.hpp"

#include <doctest/doctest.h>

#include <string>

#include "converters/byte_words.hpp"
#include "converters/kana.hpp"
#include "converters/utf8.hpp"
#include "formats/value_check.hpp"

using namespace daicho;

namespace {

std::uint16_t word_of(Charset charset, std::string_view character) {
  std::string bytes;
  REQUIRE(encode(charset, character, bytes).error == TextError::none);
  REQUIRE(bytes.size() == 2);
  return load16(bytes.data());
}

}  // namespace

TEST_CASE("each code is of the classes of its character, in every charset") {
  using namespace unit_class;
  constexpr std::uint8_t wide = kWide | kPlain;
  for (const Charset charset : {Charset::cp932, Charset::utf16le, Charset::utf16be}) {
    const UnitClasses classes(charset, GaijiSet(GaijiRule::outside_jis_x_0208), {});
    const auto of = [&](std::string_view character) { return classes[word_of(charset, character)]; };
    CHECK(of("東") == (wide | kCertificate));
    CHECK(of("ア") == (wide | kCertificate | kKatakana));
    CHECK(of("あ") == (wide | kCertificate | kHiragana));
    CHECK(of("　") == (wide | kCertificate | kHiragana | kKatakana));
    CHECK(of("髙") == (wide | kGaiji));
    CHECK(of("\uE000") == (wide | kGaiji));
  }
}

TEST_CASE("the classes of kana are those that the check of a value takes, for every code") {
  const UnitClasses classes(Charset::utf16le, {}, {});
  Item item;
  item.picture = {PictureClass::national, 1};
  for (std::uint32_t code = 0x80; code < 0x10000; ++code) {
    if ((classes[static_cast<std::uint16_t>(code)] & unit_class::kWide) == 0 || code == 0x3000) continue;
    std::string character;
    append_code_point(character, code);
    for (const Kind kind : {Kind::katakana, Kind::hiragana}) {
      item.kind = kind;
      const bool of_class = (classes[static_cast<std::uint16_t>(code)] & UnitClasses::of_kind(kind)) != 0;
      CHECK_MESSAGE(of_class == !check_value(item, character), code);
    }
  }
}

TEST_CASE("codes that reading tells of are of no class, and halves of characters only join") {
  const UnitClasses cp932(Charset::cp932, {}, {});
  CHECK(cp932[load16("\xEE\xE0")] == 0);  // NEC's selection of an IBM character
  CHECK(cp932[load16("AB")] == 0);
  CHECK(cp932[load16("\xB1\xB2")] == 0);  // two half-width katakana
  CHECK(cp932[load16("\x85\x40")] == 0);
  const UnitClasses utf16(Charset::utf16le, {}, {});
  CHECK(utf16[0xD842] == unit_class::kJoins);
  CHECK(utf16[0xFE00] == unit_class::kJoins);
  CHECK(utf16[0x0041] == 0);
  CHECK(utf16[0xFF71] == 0);
}

TEST_CASE("清音化 code by code is that of whole names") {
  const UnitClasses classes(Charset::utf16le, {}, {});
  const SeionCodes codes(Charset::utf16le, classes);
  for (const std::string_view name : {"やまだ　じろう", "ヴァイオレット・ガーデン", "ッャョヮヵヶヷヺ", "ゝゞヽヾー"}) {
    std::string units;
    encode(Charset::utf16le, name, units);
    std::string key;
    for (std::size_t at = 0; at < units.size(); at += 2) {
      const std::uint16_t code = codes[load16(units.data() + at)];
      REQUIRE(code != SeionCodes::kUnsure);
      if (code == SeionCodes::kGone) continue;
      key += static_cast<char>(code & 0xFF);
      key += static_cast<char>(code >> 8);
    }
    std::string text;
    decode(Charset::utf16le, key, text);
    CHECK(text == seion(name));
  }
  CHECK(codes[0x6771] == SeionCodes::kUnsure);  // 東
}
