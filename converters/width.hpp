// Full-width and half-width forms.
#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// Full-width forms: U+0021-007E to U+FF01-FF5E, the space to U+3000, half-width katakana to katakana (ｶﾞ to ガ).
std::string to_full_width(std::string_view text);

/// Half-width forms of full-width ASCII and of U+3000; katakana stays.
std::string to_half_width(std::string_view text);

/// Whether every character is a full-width digit U+FF10-FF19 or an ASCII digit, and at least one is full-width.
bool has_full_width_digits(std::string_view text);

}  // namespace daicho
