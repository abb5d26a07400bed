// Repertoires: the sets of characters that Japanese systems speak of, and which of them hold one character.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "converters/juki_table.hpp"
#include "converters/mj_table.hpp"

namespace daicho {

/// Sets of characters, the most widely held first. A character is counted under the first one that holds it.
enum class Repertoire : std::uint8_t {
  jis_x_0208_level_1,   ///< 第1水準漢字, rows 16-47
  jis_x_0208_level_2,   ///< 第2水準漢字, rows 48-84
  jis_x_0208_other,     ///< rows 1-8; Windows' spellings (U+FF5E) and the standard's own (U+301C) alike
  half_width_katakana,  ///< U+FF61-FF9F, JIS X 0201's
  cp932_nec,            ///< CP932's row 13 (①, Ⅱ, ㈱): NEC's, in no JIS of its time
  cp932_ibm,            ///< CP932's IBM extensions (髙, 﨑, 濵), NEC's selection of them among them
  jis_x_0212,           ///< 補助漢字
  jis_x_0213_level_3,   ///< kanji of plane 1 that JIS X 0208 lacks
  jis_x_0213_level_4,   ///< kanji of plane 2
  jis_x_0213_other,     ///< other characters of plane 1 that JIS X 0208 lacks, か゚ (two code points) among them
  juki,                 ///< 住基ネット統一文字
  mj,                   ///< 文字情報基盤, variation sequences (葛󠄀) among them
  private_use,          ///< 外字: U+E000-F8FF and planes 15 and 16
  none,                 ///< outside all of these
};
constexpr std::size_t kRepertoireCount = static_cast<std::size_t>(Repertoire::none) + 1;

/// All, in their order.
std::span<const Repertoire> all_repertoires();

/// A stable name for programs: `jis_x_0208_level_1`.
std::string_view repertoire_name(Repertoire repertoire);

class RepertoireSet {
 public:
  bool has(Repertoire repertoire) const { return (bits_ >> static_cast<unsigned>(repertoire) & 1) != 0; }
  void add(Repertoire repertoire) { bits_ |= 1U << static_cast<unsigned>(repertoire); }
  bool empty() const { return bits_ == 0; }
  /// The one under which the character is counted; `none` for an empty set.
  Repertoire first() const;

 private:
  std::uint32_t bits_ = 0;
};

/// The tables that know 住基ネット統一文字 and MJ文字; null: nothing is said to be in that set. They must outlive the
/// call.
struct RepertoireTables {
  const JukiTable* juki = nullptr;
  const MjTable* mj = nullptr;
};

/// Which repertoires hold one character: a code point outside ASCII with its variation selector, or one of JIS X
/// 0213's sequences of two (see `is_sequence_of_jis_x_0213`). Private-use characters are in `private_use` alone, and
/// variation sequences only where the tables have them.
RepertoireSet repertoires_of(std::string_view character, const RepertoireTables& tables);

/// Whether the two code points are one character of JIS X 0213 (25 of them: か゚, æ̀, ˩˥, ...; JIS X 0213:2004, annex 4).
bool is_sequence_of_jis_x_0213(char32_t base, char32_t mark);

/// Whether the second of two code points belongs to the first as its variation selector, or makes such a sequence.
bool are_one_character(char32_t first, char32_t second);

/// Takes the first character off `text` (valid UTF-8, not empty), as take_character does, and where it is one of those
/// sequences, both code points of it.
std::string_view take_whole_character(std::string_view& text);

}  // namespace daicho
