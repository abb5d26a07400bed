// Characters that Microsoft's and JIS's tables give to the same code: what one charset lacks, another writes so.
#pragma once

namespace daicho {

/// The other of the two: U+301C for U+FF5E and U+FF5E for U+301C; 0 where a character has no such partner. CP932 has
/// a list of its own (cp932_similar), which leaves out U+00A6: FA55 is U+FFE4 and never read as U+00A6.
constexpr char32_t similar_character(char32_t character) {
  constexpr struct {
    char32_t jis;
    char32_t microsoft;
  } kPairs[] = {{0x301C, 0xFF5E}, {0x2212, 0xFF0D}, {0x2016, 0x2225}, {0x2014, 0x2015},
                {0x00A2, 0xFFE0}, {0x00A3, 0xFFE1}, {0x00AC, 0xFFE2}, {0x00A6, 0xFFE4}};
  for (const auto& pair : kPairs) {
    if (pair.jis == character) return pair.microsoft;
    if (pair.microsoft == character) return pair.jis;
  }
  return 0;
}

/// Whether some charset may write a character as a similar one: those pairs, and the yen sign and the overline on
/// demand.
constexpr bool may_be_written_similar(char32_t character) {
  return character == 0x00A5 || character == 0x203E || similar_character(character) != 0;
}

}  // namespace daicho
