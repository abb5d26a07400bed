// Code points that a person's data never holds, whatever the item.
#pragma once

namespace daicho {

/// Whether a code point shows that a character was lost (U+FFFD), is none (U+FDD0-FDEF and the last two of each plane),
/// or shows nothing on paper: marks of direction, joiners, line separators, tags. In a name it is a trace of damage, and
/// no receiver's register holds it. Variation selectors are not among them.
constexpr bool is_lost_or_invisible(char32_t point) {
  const auto in = [point](char32_t first, char32_t last) { return point >= first && point <= last; };
  if (point < 0x200B) return point == 0x00AD;
  return in(0x200B, 0x200F) || in(0x2028, 0x202E) || in(0x2060, 0x206F) || in(0xFDD0, 0xFDEF) || point == 0xFEFF ||
         in(0xFFF9, 0xFFFD) || (point & 0xFFFE) == 0xFFFE || in(0xE0000, 0xE007F);
}

}  // namespace daicho
