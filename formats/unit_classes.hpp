// What a field of two-byte codes may hold, as one byte of answers for each code.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "converters/charset.hpp"
#include "converters/gaiji.hpp"
#include "formats/layout.hpp"

namespace daicho {

/// One code of a full-width field: a double-byte code of CP932, or a code unit of UTF-16.
namespace unit_class {
inline constexpr std::uint8_t kKatakana = 1;     ///< a character of kind `katakana`
inline constexpr std::uint8_t kHiragana = 2;     ///< ... of kind `hiragana`
inline constexpr std::uint8_t kWide = 4;         ///< ... of the other kinds of N items
inline constexpr std::uint8_t kCertificate = 8;  ///< inside JIS X 0208 and JIS X 0212
inline constexpr std::uint8_t kPlain = 16;       ///< a character on its own: no half of a pair, joins with nothing
inline constexpr std::uint8_t kJoins = 32;       ///< part of a character of two or more code units; all else unset
inline constexpr std::uint8_t kGaiji = 128;      ///< counts as 外字
inline constexpr std::uint8_t kAnyCode = 0x7F;   ///< all but kGaiji: what a walk begins with
}  // namespace unit_class

/// The classes of all codes, by the 16-bit word that a little-endian load of the code's two bytes gives. A code that
/// reading would not take as it stands, without a finding and as the charset's own character, is 0.
class UnitClasses {
 public:
  /// `charset` is cp932, utf16le or utf16be. `gaiji` is what the layout counts as 外字. Asks the charset and the
  /// checks themselves about each code (a few milliseconds).
  UnitClasses(Charset charset, const GaijiSet& gaiji, const TextOptions& text);

  std::uint8_t operator[](std::uint16_t word) const { return (*classes_)[word]; }
  const std::uint8_t* data() const { return classes_->data(); }

  /// The class that every character of an N item of this kind must have.
  static std::uint8_t of_kind(Kind kind);

 private:
  std::shared_ptr<const std::array<std::uint8_t, 0x10000>> classes_;
};

/// 清音化 code by code. It looks at no neighbour where kana stand alone, so what it makes of each can be written down.
class SeionCodes {
 public:
  static constexpr std::uint16_t kGone = 0;         ///< left out (ー, ・, U+3000)
  static constexpr std::uint16_t kUnsure = 0xFFFF;  ///< no kana, or more than one code comes of it

  SeionCodes(Charset charset, const UnitClasses& classes);
  std::uint16_t operator[](std::uint16_t word) const { return (*codes_)[word]; }

 private:
  std::shared_ptr<const std::array<std::uint16_t, 0x10000>> codes_;
};

}  // namespace daicho
