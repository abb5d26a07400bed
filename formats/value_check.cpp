#include "formats/value_check.hpp"

#include <string>

#include "converters/byte_words.hpp"
#include "converters/utf8.hpp"
#include "converters/utf8_scan.hpp"
#include "formats/finding_codes.hpp"
#include "formats/lost_characters.hpp"

namespace daicho {
namespace {

constexpr char32_t kIdeographicSpace = 0x3000;

/// One step through UTF-8; a character of three bytes, as nearly all in N items are, without a call.
inline Utf8Step step_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (text.size() - at >= 3 && byte(0) > 0xE0 && byte(0) < 0xED && (byte(1) & 0xC0) == 0x80 &&
      (byte(2) & 0xC0) == 0x80) {
    return {static_cast<char32_t>((byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F)), 3,
            Utf8Fault::none};
  }
  return utf8_step(text.data() + at, text.data() + text.size());
}

bool is_half_width_or_control(char32_t point) {
  return point < 0xA0 || (point >= 0xFF61 && point <= 0xFF9F);  // ASCII and both ranges of controls, ｡-ﾟ
}

/// Whether the second byte of a sequence that begins with E2 leads to U+2000-207F, where signs that show nothing stand.
bool may_be_invisible(std::uint32_t triple) {
  const unsigned second = triple >> 8 & 0xFF;
  return (triple & 0xFF) == 0xE2 && (second == 0x80 || second == 0x81);
}

bool is_full_width_latin(char32_t point) {
  return (point >= 0xFF21 && point <= 0xFF3A) || (point >= 0xFF41 && point <= 0xFF5A);
}

bool in_kind(Kind kind, char32_t point) {
  constexpr char32_t middle_dot = 0x30FB;
  constexpr char32_t long_vowel = 0x30FC;
  switch (kind) {
    case Kind::katakana:
      return (point >= 0x30A1 && point <= 0x30FA) || (point >= 0x30FC && point <= 0x30FE) || point == middle_dot ||
             point == kIdeographicSpace || is_full_width_latin(point);
    case Kind::hiragana:
      return (point >= 0x3041 && point <= 0x3096) || (point >= 0x309B && point <= 0x309E) || point == long_vowel ||
             point == middle_dot || point == kIdeographicSpace || is_full_width_latin(point);
    default:
      return true;
  }
}

/// UTF-16 code units; what is no character counts as one.
std::size_t length_in_units(std::string_view value) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < value.size();) {
    const Utf8Step step = step_at(value, at);
    units += step.code_point >= 0x10000 ? 2 : 1;
    at += step.length;
  }
  return units;
}

bool is_tone_letter(char32_t point) { return point == 0x02E5 || point == 0x02E9; }

/// Whether a code point takes no position of its own behind `before` in some charset.
bool joins(char32_t before, char32_t point) {
  return is_variation_selector(point) || (point >= 0x0300 && point <= 0x036F) || point == 0x3099 || point == 0x309A ||
         (is_tone_letter(point) && is_tone_letter(before));
}

bool too_wide(std::string_view value, std::size_t limit, WidthRule width) {
  return width == WidthRule::code_units || (width == WidthRule::characters && national_characters(value) > limit);
}

/// Characters at the beginning, at most `most`, that all kinds but the kana take: U+1000-CFFF without U+2000-207F, and
/// U+E000-EFFF, three bytes each.
std::size_t plain_characters(std::string_view value, std::size_t most) {
  constexpr unsigned leads = 0x5FFE;  // E1-EC and EE
  const char* p = value.data();
  std::size_t count = 0;
  for (std::size_t left = value.size(); left >= 4 && count < most; left -= 3, p += 3, ++count) {
    const std::uint32_t word = load32(p);
    if (triple_mismatch(word) != 0 || (leads >> (word & 0xF) & 1) == 0 || may_be_invisible(word)) break;
  }
  return count;
}

std::optional<ValueFault> check_national(const Item& item, std::string_view value, WidthRule width) {
  const std::size_t limit = item.picture.length;
  const bool kana = item.kind == Kind::katakana || item.kind == Kind::hiragana;
  std::size_t units = 0;
  char32_t last = 0;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t plain = kana || units > limit ? 0 : plain_characters(value.substr(at), limit - units);
    units += plain;
    at += 3 * plain;
    const Utf8Step step = step_at(value, at);
    if (step.fault != Utf8Fault::none) return ValueFault{code::kBrokenCharacter, at, 1, "utf-8"};
    if (is_half_width_or_control(step.code_point)) return ValueFault{code::kNotFullWidth, at, step.length, {}};
    if (!in_kind(item.kind, step.code_point) || is_lost_or_invisible(step.code_point)) {
      return ValueFault{code::kKindCharacter, at, step.length, std::string(kind_name(item.kind))};
    }
    const std::size_t before = units;
    units += step.code_point >= 0x10000 ? 2 : 1;
    if (units > limit && before <= limit && too_wide(value, limit, width))
      return ValueFault{code::kTooLong, at, value.size() - at, std::to_string(limit)};
    last = step.code_point;
    at += step.length;
  }
  if (last == kIdeographicSpace) return ValueFault{code::kEndsWithFill, value.size() - 3, 3, {}};
  return std::nullopt;
}

std::optional<ValueFault> check_text(const Item& item, std::string_view value) {
  for (std::size_t at = 0; at < value.size(); ++at) {
    const auto byte = static_cast<unsigned char>(value[at]);
    if (byte < 0x20 || byte > 0x7E) return ValueFault{code::kNotHalfWidth, at, step_at(value, at).length, {}};
  }
  if (value.size() > item.picture.length) {
    return ValueFault{code::kTooLong, item.picture.length, value.size() - item.picture.length,
                      std::to_string(item.picture.length)};
  }
  if (value.back() == ' ') return ValueFault{code::kEndsWithFill, value.size() - 1, 1, {}};
  return std::nullopt;
}

std::optional<ValueFault> check_digits(const Item& item, std::string_view value) {
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at] < '0' || value[at] > '9') return ValueFault{code::kNotDigits, at, step_at(value, at).length, {}};
  }
  const std::size_t length = item.picture.length;
  if (value.size() > length) {
    // A zero-filled item has a limit, the others one length only.
    return ValueFault{item.zero_filled ? code::kTooLong : code::kWrongLength, length, value.size() - length,
                      std::to_string(length)};
  }
  if (value.size() < length && !item.zero_filled) return ValueFault{code::kWrongLength, 0, 0, std::to_string(length)};
  if (item.kind == Kind::flag && value.find_first_not_of("01") != std::string_view::npos) {
    return ValueFault{code::kKindCharacter, value.find_first_not_of("01"), 1, std::string(kind_name(item.kind))};
  }
  return std::nullopt;
}

}  // namespace

std::size_t national_characters(std::string_view value) {
  std::size_t characters = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < value.size();) {
    const Utf8Step step = step_at(value, at);
    if (at == 0 || step.fault != Utf8Fault::none || !joins(before, step.code_point)) ++characters;
    before = step.code_point;
    at += step.length;
  }
  return characters;
}

std::optional<ValueFault> check_value(const Item& item, std::string_view value, WidthRule width) {
  if (value.empty()) return std::nullopt;
  switch (item.picture.cls) {
    case PictureClass::digits:
      return check_digits(item, value);
    case PictureClass::text:
      return check_text(item, value);
    case PictureClass::national:
      break;
  }
  return check_national(item, value, width);
}

std::vector<std::pair<std::string, std::string>> value_fault_args(const Item& item, std::string_view value,
                                                                  const ValueFault& fault, WidthRule width) {
  std::vector<std::pair<std::string, std::string>> args;
  if (!fault.expected.empty()) args.emplace_back("expected", fault.expected);
  const bool length = fault.code == code::kTooLong || fault.code == code::kWrongLength;
  if (length) {
    const bool national = item.picture.cls == PictureClass::national;
    const std::size_t found = !national                        ? value.size()
                              : width == WidthRule::characters ? national_characters(value)
                                                               : length_in_units(value);
    args.emplace_back("found", std::to_string(found));
  }
  return args;
}

}  // namespace daicho
