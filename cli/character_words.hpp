// How a character or a code is told to people in the summaries of `transcode` and `convert`.
#pragma once

#include <string>
#include <string_view>

#include "converters/charset.hpp"
#include "formats/finding_texts.hpp"

namespace daicho {

/// `U+2212 '−'`, `U+845B U+E0100 '葛󠄀'`; what has no form of its own is named instead, `U+200B ZERO WIDTH SPACE`.
std::string shown_character(std::string_view character, Language language);

/// As shown_character; in English with Unicode's name behind, which ideographs and 外字 have not: `U+2212 '−' MINUS
/// SIGN`.
std::string told_character(std::string_view character, Language language);

/// What a code of EBCDIC is that means no character: a shift code that writing would leave out.
std::string_view useless_shift(Language language);

/// `ED40`; `U+E000` in Unicode's charsets, `J+AD1D` in 住基ネット統一文字. `code`: its bytes, of two codes together
/// both.
std::string code_name(std::string_view code, Charset charset);

}  // namespace daicho
