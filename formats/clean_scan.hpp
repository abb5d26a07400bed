// Walks over the bytes of one field that answer yes only where nothing at all is wrong with them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "converters/byte_words.hpp"
#include "formats/unit_classes.hpp"

namespace daicho {

/// What a walk over a field saw. The view lives as long as the record's bytes. Left without initializers, so that a
/// record's worth of them costs nothing before they are set.
struct SeenField {
  const char* begin;     ///< of the value without fill; N: the file's bytes, 9 and X: ASCII
  std::uint32_t bytes;   ///< 0: absent
  std::uint32_t units;   ///< UTF-16 code units
  std::uint32_t gaiji;   ///< 外字 in it
  std::uint8_t classes;  ///< N: what all of its codes are, of unit_class

  std::string_view value() const { return {begin, bytes}; }
  void set(std::string_view value, std::size_t value_units) {
    begin = value.data();
    bytes = static_cast<std::uint32_t>(value.size());
    units = static_cast<std::uint32_t>(value_units);
  }
};

/// Length of the text of `bytes` before the two-byte `fill` (as a word) at its end. `bytes` has an even length.
inline std::size_t length_before_fill(std::string_view bytes, std::uint16_t fill) {
  const std::uint64_t wide = fill * 0x0001000100010001U;
  std::size_t length = bytes.size();
  const char* const data = bytes.data();
  const auto differs = [&](std::size_t at) { return load64(data + at) ^ wide; };
  while (length >= 32 &&
         (differs(length - 32) | differs(length - 24) | differs(length - 16) | differs(length - 8)) == 0) {
    length -= 32;
  }
  while (length >= 8 && differs(length - 8) == 0) length -= 8;
  while (length >= 2 && load16(data + length - 2) == fill) length -= 2;
  return length;
}

/// The same for spaces behind ASCII.
inline std::size_t length_before_spaces(std::string_view bytes) {
  constexpr std::uint64_t kSpaces = 0x2020202020202020;
  std::size_t length = bytes.size();
  while (length >= 8 && load64(bytes.data() + length - 8) == kSpaces) length -= 8;
  while (length >= 1 && bytes[length - 1] == ' ') --length;
  return length;
}

/// Length of the text of a UTF-8 field: before U+3000 while it fits, and the one or two spaces that are left. Nothing
/// where the fill is another one.
std::optional<std::size_t> length_before_utf8_fill(std::string_view bytes);

/// Writes UTF-8 as little-endian code units of UTF-16, at most as many bytes as it has. The bytes written; nothing
/// where the text is no UTF-8 or has ASCII, which would grow.
std::optional<std::size_t> widen_utf8(std::string_view text, char* out);

/// Bits that are 0 where all bytes of the word are digits.
inline std::uint64_t not_digits(std::uint64_t word) {
  constexpr std::uint64_t kHigh = 0xF0F0F0F0F0F0F0F0;
  constexpr std::uint64_t kZeros = 0x3030303030303030;
  // 6 added to a low half from A on carries into the high half, and no further.
  return ((word ^ kZeros) & kHigh) | (((word & ~kHigh) + 0x0606060606060606) & kHigh);
}

inline bool all_digits(std::string_view text) {
  const char* const data = text.data();
  std::size_t at = 0;
  std::uint64_t odd = 0;
  for (; text.size() - at >= 8; at += 8) odd |= not_digits(load64(data + at));
  if (text.size() - at >= 4) {
    odd |= not_digits(load32(data + at) | std::uint64_t{0x30303030} << 32);
    at += 4;
  }
  for (; at < text.size(); ++at) odd |= static_cast<unsigned>(static_cast<unsigned char>(data[at] - '0') > 9);
  return odd == 0;
}

/// Whether all bytes are 20-7E.
inline bool all_printable(std::string_view text) {
  const char* const data = text.data();
  std::size_t at = 0;
  std::uint64_t high = 0;  // bits 7 of bytes from 7F on
  std::uint64_t low = kHighBits;
  for (; text.size() - at >= 8; at += 8) {
    const std::uint64_t word = load64(data + at);
    high |= word | (word + 0x0101010101010101);
    low &= (word << 1) | (word << 2);
  }
  bool good = (high & kHighBits) == 0 && low == kHighBits;
  for (; at < text.size(); ++at) good = good && data[at] >= 0x20 && data[at] <= 0x7E;
  return good;
}

/// A number of digits; wrong only where it has more than nineteen.
inline std::uint64_t number_of(std::string_view digits) {
  std::uint64_t value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

/// Walks over the codes of an N field's text and notes what they are. Codes of two units are looked at where `big` says
/// how UTF-16's bytes lie; elsewhere there are none.
class NationalWalk {
 public:
  /// The classes and the 外字 must outlive it.
  NationalWalk(Charset charset, const UnitClasses& classes, const GaijiSet& gaiji, bool own_gaiji)
      : charset_(charset), classes_(classes), gaiji_(gaiji), own_gaiji_(own_gaiji) {}

  /// False where a character is not surely of class `kind`. The text has an even number of bytes and is not empty.
  bool walk(std::string_view text, std::uint8_t kind, SeenField& seen) const {
    const std::uint8_t* const classes = classes_.data();
    const char* p = text.data();
    const char* const end = p + text.size();
    unsigned all = 0xFF;
    unsigned joins = 0;
    unsigned gaiji = 0;
    for (; end - p >= 8; p += 8) {
      const unsigned first = classes[load16(p)];
      const unsigned second = classes[load16(p + 2)];
      const unsigned third = classes[load16(p + 4)];
      const unsigned fourth = classes[load16(p + 6)];
      all &= first & second & third & fourth;
      joins |= first | second | third | fourth;
      gaiji += (first >> 7) + (second >> 7) + (third >> 7) + (fourth >> 7);
    }
    for (; p < end; p += 2) {
      const unsigned code = classes[load16(p)];
      all &= code;
      joins |= code;
      gaiji += code >> 7;
    }
    seen.set(text, text.size() / 2);
    seen.gaiji = gaiji;
    seen.classes = static_cast<std::uint8_t>(all & unit_class::kAnyCode);
    if ((all & kind) != 0) return true;
    return (joins & unit_class::kJoins) != 0 && kind == unit_class::kWide && walk_characters(text, seen);
  }

 private:
  bool walk_characters(std::string_view text, SeenField& seen) const;

  Charset charset_;
  const UnitClasses& classes_;
  const GaijiSet& gaiji_;
  bool own_gaiji_;  // private-use characters may mean others
};

}  // namespace daicho
