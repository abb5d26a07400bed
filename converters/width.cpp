#include "converters/width.hpp"

#include <array>
#include <cstddef>

#include "converters/utf8.hpp"

namespace daicho {
namespace {

constexpr char32_t kFirstHalfKatakana = 0xFF61;
constexpr char32_t kLastHalfKatakana = 0xFF9F;
constexpr char32_t kHalfVoiced = 0xFF9E;
constexpr char32_t kHalfSemiVoiced = 0xFF9F;
constexpr char32_t kFullAsciiShift = 0xFF01 - 0x21;

/// U+FF61-FF9F in order. The last two stand alone only where no kana before them takes them.
constexpr std::u32string_view kKatakana =
    U"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリ"
    U"ルレロワン゛゜";
static_assert(kKatakana.size() == kLastHalfKatakana - kFirstHalfKatakana + 1);

bool is_half_katakana(char32_t character) { return character >= kFirstHalfKatakana && character <= kLastHalfKatakana; }

/// The voiced form of a full-width katakana, or 0.
char32_t voiced(char32_t katakana) {
  switch (katakana) {
    case U'ウ':
      return U'ヴ';
    case U'ワ':
      return U'ヷ';
    case U'ヲ':
      return U'ヺ';
    default:
      break;
  }
  constexpr std::u32string_view kTakesVoice = U"カキクケコサシスセソタチツテトハヒフヘホ";
  return kTakesVoice.find(katakana) == std::u32string_view::npos ? 0 : katakana + 1;
}

/// The semi-voiced form (ハ to パ), or 0.
char32_t semi_voiced(char32_t katakana) {
  constexpr std::u32string_view kTakesMark = U"ハヒフヘホ";
  return kTakesMark.find(katakana) == std::u32string_view::npos ? 0 : katakana + 2;
}

/// One half-width katakana in full width, with the mark after it, which is then taken off `rest`.
char32_t take_katakana(char32_t half, std::string_view& rest) {
  const char32_t full = kKatakana[half - kFirstHalfKatakana];
  if (rest.empty()) return full;
  std::string_view after = rest;
  const char32_t mark = take_code_point(after);
  const char32_t joined = mark == kHalfVoiced ? voiced(full) : mark == kHalfSemiVoiced ? semi_voiced(full) : 0;
  if (joined == 0) return full;
  rest = after;
  return joined;
}

}  // namespace

std::string to_full_width(std::string_view text) {
  std::string result;
  result.reserve(3 * text.size());
  while (!text.empty()) {
    char32_t character = take_code_point(text);
    if (character == U' ') {
      character = U'\u3000';
    } else if (character >= 0x21 && character <= 0x7E) {
      character += kFullAsciiShift;
    } else if (is_half_katakana(character)) {
      character = take_katakana(character, text);
    }
    append_code_point(result, character);
  }
  return result;
}

std::string to_half_width(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    char32_t character = take_code_point(text);
    if (character == U'\u3000') {
      character = U' ';
    } else if (character >= 0xFF01 && character <= 0xFF5E) {
      character -= kFullAsciiShift;
    }
    append_code_point(result, character);
  }
  return result;
}

bool has_full_width_digits(std::string_view text) {
  bool found = false;
  while (!text.empty()) {
    const char32_t character = take_code_point(text);
    const bool full = character >= 0xFF10 && character <= 0xFF19;
    if (!full && (character < U'0' || character > U'9')) return false;
    found |= full;
  }
  return found;
}

}  // namespace daicho
