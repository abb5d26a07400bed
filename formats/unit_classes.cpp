#include "formats/unit_classes.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/byte_words.hpp"
#include "converters/gaiji_table.hpp"
#include "converters/kana.hpp"
#include "converters/target_repertoire.hpp"
#include "converters/utf8.hpp"
#include "formats/value_check.hpp"

namespace daicho {
namespace {

/// The one character of the BMP that a code means, without a fault or a duplicate; nothing for any other code.
std::optional<char32_t> character_of(Charset charset, std::uint16_t word, std::string& text) {
  const char code[2] = {static_cast<char>(word & 0xFF), static_cast<char>(word >> 8)};
  text.clear();
  const Conversion done = decode(charset, {code, 2}, text);
  if (done.error != TextError::none || done.duplicates != 0) return std::nullopt;
  std::string_view rest = text;
  const char32_t character = take_code_point(rest);
  return rest.empty() ? std::optional(character) : std::nullopt;
}

bool is_surrogate_word(Charset charset, std::uint16_t word) {
  if (charset == Charset::cp932) return false;
  const unsigned high = charset == Charset::utf16be ? word & 0xFF : word >> 8;
  return high >= 0xD8 && high <= 0xDF;
}

bool has_own_meaning(const TextOptions& text, char32_t character) {
  if (text.gaiji == nullptr) return false;
  const Gaiji* const gaiji = text.gaiji->find(character);
  return gaiji != nullptr && !gaiji->meaning.empty();
}

/// Asks full-width items of each kind whether they take a character.
class KindQuestion {
 public:
  KindQuestion() {
    for (const Kind kind : {Kind::zenkaku, Kind::katakana, Kind::hiragana}) {
      Item& item = items_.emplace_back();
      item.picture = {PictureClass::national, 3};
      item.kind = kind;
    }
  }

  /// What is one code and no part of a greater character.
  std::uint8_t class_of(std::string_view character, char32_t code_point, const GaijiSet& gaiji) {
    if (is_variation_selector(code_point) || may_join_previous(code_point)) return unit_class::kJoins;
    value_.assign(character).append("・");  // which all kinds take; no value ends with U+3000
    if (check_value(items_[0], value_)) return 0;
    unsigned answers = unit_class::kWide | unit_class::kPlain;
    const bool ideograph = code_point >= 0x3400 && code_point <= 0x9FFF;  // most codes, and none of them kana
    if (!ideograph && !check_value(items_[1], value_)) answers |= unit_class::kKatakana;
    if (!ideograph && !check_value(items_[2], value_)) answers |= unit_class::kHiragana;
    if (in_certificate_repertoire(character)) answers |= unit_class::kCertificate;
    if (gaiji.contains(character)) answers |= unit_class::kGaiji;
    return static_cast<std::uint8_t>(answers);
  }

 private:
  std::vector<Item> items_;
  std::string value_;
};

}  // namespace

UnitClasses::UnitClasses(Charset charset, const GaijiSet& gaiji, const TextOptions& text) {
  auto classes = std::make_shared<std::array<std::uint8_t, 0x10000>>();
  KindQuestion question;
  std::string character;
  for (std::size_t word = 0; word < classes->size(); ++word) {
    const auto code = static_cast<std::uint16_t>(word);
    if (is_surrogate_word(charset, code)) {
      (*classes)[word] = unit_class::kJoins;
      continue;
    }
    const auto code_point = character_of(charset, code, character);
    if (!code_point || has_own_meaning(text, *code_point)) continue;
    (*classes)[word] = question.class_of(character, *code_point, gaiji);
  }
  classes_ = std::move(classes);
}

std::uint8_t UnitClasses::of_kind(Kind kind) {
  return kind == Kind::katakana   ? unit_class::kKatakana
         : kind == Kind::hiragana ? unit_class::kHiragana
                                  : unit_class::kWide;
}

SeionCodes::SeionCodes(Charset charset, const UnitClasses& classes) {
  auto codes = std::make_shared<std::array<std::uint16_t, 0x10000>>();
  codes->fill(kUnsure);
  constexpr unsigned kana = unit_class::kKatakana | unit_class::kHiragana;
  std::string character;
  for (std::size_t word = 0; word < codes->size(); ++word) {
    const auto code = static_cast<std::uint16_t>(word);
    if ((classes[code] & kana) == 0 || !character_of(charset, code, character)) continue;
    std::string bytes;
    const bool written = encode(charset, seion(character), bytes).error == TextError::none;
    if (written && bytes.empty()) (*codes)[word] = kGone;
    if (written && bytes.size() == 2) (*codes)[word] = load16(bytes.data());
  }
  codes_ = std::move(codes);
}

}  // namespace daicho
