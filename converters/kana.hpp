// Kana forms: katakana to hiragana as 住基ネット writes names, and 清音化, the search key.
#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// Katakana to hiragana (住民記録システム標準仕様書 1.1.18). ヴ to ゔ, or う゛ where `has_vu` is false (a charset
/// without ゔ, as CP932); ヷ ヸ ヹ ヺ to わ゛ ゐ゛ ゑ゛ を゛; ヽ ヾ to ゝ ゞ; ヵ to か, ヶ to け. Latin letters, ー, ・
/// and spaces stay. The result may be longer than `text`.
std::string katakana_to_hiragana(std::string_view text, bool has_vu = true);

/// 清音化: hiragana without voiced marks, small kana enlarged, ゐ ゑ を to い え お, without spaces, ー and ・.
/// Katakana is taken as hiragana. Idempotent.
std::string seion(std::string_view text);

}  // namespace daicho
