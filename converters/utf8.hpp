// Walking UTF-8 text: code points, characters and their lengths.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace daicho {

/// Takes the first code point off `text`, which must be valid UTF-8 and not empty.
char32_t take_code_point(std::string_view& text);

/// Appends one code point (not a surrogate, at most U+10FFFF) to `text`.
void append_code_point(std::string& text, char32_t code_point);

/// Whether `text` is valid UTF-8.
bool is_utf8(std::string_view text);

/// Length in UTF-16 code units: the measure of an N picture's width and of 項目長. 𠮷 is 2; a base with its
/// variation selector (U+E0100...) is 3.
std::size_t utf16_length(std::string_view text);

/// Variation selectors: U+FE00-FE0F (SVS) and U+E0100-E01EF (IVS).
bool is_variation_selector(char32_t code_point);

/// Whether a variation selector behind `base` belongs to it. ASCII, controls and other selectors take none: a selector
/// there is a character alone, so that no line end or comma ever goes with it.
bool takes_variation_selector(char32_t base);

/// Takes the first character off `text` (a code point with the variation selector that belongs to it, if any) and
/// returns its bytes, a view into the same storage.
std::string_view take_character(std::string_view& text);

/// Columns that `text` takes on a terminal: 2 for East Asian wide, full-width and ambiguous-in-Japanese characters,
/// 0 for combining marks and variation selectors, else 1.
std::size_t display_width(std::string_view text);

}  // namespace daicho
