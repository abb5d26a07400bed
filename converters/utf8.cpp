#include "converters/utf8.hpp"

#include <simdjson.h>
#include <unicode/uchar.h>

#include "converters/ascii_words.hpp"
#include "converters/byte_words.hpp"
#include "converters/utf8_scan.hpp"

namespace daicho {

char32_t take_code_point(std::string_view& text) {
  const Utf8Step step = utf8_step(text.data(), text.data() + text.size());
  text.remove_prefix(step.length);
  return step.fault == Utf8Fault::none ? step.code_point : U'\uFFFD';
}

void append_code_point(std::string& text, char32_t code_point) {
  const auto tail = [](char32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    text += {static_cast<char>(0xC0 | code_point >> 6), tail(code_point)};
  } else if (code_point < 0x10000) {
    text += {static_cast<char>(0xE0 | code_point >> 12), tail(code_point >> 6), tail(code_point)};
  } else {
    text +=
        {static_cast<char>(0xF0 | code_point >> 18), tail(code_point >> 12), tail(code_point >> 6), tail(code_point)};
  }
}

bool is_utf8(std::string_view text) {
  const char* p = text.data();
  const char* const end = p + text.size();
  p += ascii_run(p, end, end);
  if (end - p > 32) return simdjson::validate_utf8(p, static_cast<std::size_t>(end - p));
  while (p < end) {  // a field of a few characters: cheaper than setting up the vector validator
    const Utf8Step step = utf8_step(p, end);
    if (step.fault != Utf8Fault::none) return false;
    p += step.length;
  }
  return true;
}

std::size_t utf16_length(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  const char* p = text.data();
  const char* const end = p + text.size();
  std::size_t units = 0;
  for (; end - p >= 8; p += 8) {  // a byte that continues adds nothing, one that begins four adds two
    const std::uint64_t word = load64(p);
    const std::uint64_t begins = ~(word >> 7 & ~(word >> 6)) & kOnes;
    const std::uint64_t fours = word >> 7 & word >> 6 & word >> 5 & word >> 4 & kOnes;
    units += ((begins + fours) * kOnes) >> 56;
  }
  for (; p < end; ++p) {
    const auto value = static_cast<unsigned char>(*p);
    units += static_cast<std::size_t>((value & 0xC0) != 0x80) + static_cast<std::size_t>(value >= 0xF0);
  }
  return units;
}

bool is_variation_selector(char32_t code_point) {
  return (code_point >= 0xFE00 && code_point <= 0xFE0F) || (code_point >= 0xE0100 && code_point <= 0xE01EF);
}

bool takes_variation_selector(char32_t base) {
  constexpr char32_t kBehindControls = 0xA0;
  return base >= kBehindControls && !is_variation_selector(base);
}

std::string_view take_character(std::string_view& text) {
  const std::string_view whole = text;
  const bool may_take = takes_variation_selector(take_code_point(text));
  if (may_take && !text.empty()) {
    std::string_view rest = text;
    if (is_variation_selector(take_code_point(rest))) text = rest;
  }
  return whole.substr(0, whole.size() - text.size());
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    const auto code_point = static_cast<UChar32>(take_code_point(text));
    const int type = u_charType(code_point);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
    const int width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
    columns += width == U_EA_WIDE || width == U_EA_FULLWIDTH || width == U_EA_AMBIGUOUS ? 2 : 1;
  }
  return columns;
}

}  // namespace daicho
