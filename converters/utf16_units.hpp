// Code units of UTF-16 in either byte order, for the charset converters.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "converters/byte_words.hpp"
#include "converters/charset.hpp"

namespace daicho {

template <bool kBig>
constexpr std::uint32_t load_unit(const char* p) {
  const auto first = static_cast<unsigned char>(p[0]);
  const auto second = static_cast<unsigned char>(p[1]);
  return static_cast<std::uint32_t>(kBig ? first << 8 | second : second << 8 | first);
}

template <bool kBig>
constexpr char* put_unit(char* out, std::uint32_t unit) {
  out[kBig ? 0 : 1] = static_cast<char>(unit >> 8);
  out[kBig ? 1 : 0] = static_cast<char>(unit & 0xFF);
  return out + 2;
}

constexpr bool is_surrogate(std::uint32_t unit) { return (unit & 0xF800) == 0xD800; }
constexpr bool is_high_surrogate(std::uint32_t unit) { return (unit & 0xFC00) == 0xD800; }
constexpr bool is_low_surrogate(std::uint32_t unit) { return (unit & 0xFC00) == 0xDC00; }

/// Four units, the first the lowest, with the bytes of each swapped where the order asks for it.
template <bool kBig>
constexpr std::uint64_t in_order(std::uint64_t units) {
  if constexpr (!kBig) return units;
  constexpr std::uint64_t kLow = 0x00FF00FF00FF00FF;
  return (units >> 8 & kLow) | (units & kLow) << 8;
}

constexpr std::uint64_t kNotAsciiUnits = 0xFF80FF80FF80FF80;  ///< set in units that are not ASCII

/// Four bytes as four units.
constexpr std::uint64_t spread_bytes(std::uint32_t bytes) {
  std::uint64_t units = bytes;
  units = (units | units << 16) & 0x0000FFFF0000FFFF;
  return (units | units << 8) & 0x00FF00FF00FF00FF;
}

/// The low bytes of four units, whose high bytes are 0.
constexpr std::uint32_t gather_bytes(std::uint64_t units) {
  units |= units >> 8;  // 00dd00cc00bb00aa to ..dd....bbaa, then the halves together
  return static_cast<std::uint32_t>((units & 0xFFFF) | (units >> 16 & 0xFFFF0000));
}

/// Writes ASCII bytes from `p` as units until another byte or `end`, and moves both. May go up to 7 bytes beyond
/// `limit`, and needs 16 bytes of room in `out` beyond what it writes.
template <bool kBig>
void widen_ascii(const char*& p, const char* limit, const char* end, char*& out) {
  while (end - p >= 8 && p < limit) {
    const std::uint64_t word = load64(p);
    store64(out, in_order<kBig>(spread_bytes(static_cast<std::uint32_t>(word))));
    store64(out + 8, in_order<kBig>(spread_bytes(static_cast<std::uint32_t>(word >> 32))));
    const std::uint64_t odd = word & kHighBits;
    const std::ptrdiff_t count = odd == 0 ? 8 : std::countr_zero(odd) / 8;
    p += count;
    out += 2 * count;
    if (odd != 0) return;
  }
  while (p < limit && static_cast<unsigned char>(*p) < 0x80) {
    out = put_unit<kBig>(out, static_cast<unsigned char>(*p++));
  }
}

/// Writes ASCII units from `p` as bytes until another unit or `end`, and moves both. May go up to 14 bytes beyond
/// `limit`, and needs 8 bytes of room in `out` beyond what it writes.
template <bool kBig>
void narrow_ascii(const char*& p, const char* limit, const char* end, char*& out) {
  while (end - p >= 16 && p < limit) {
    const std::uint64_t low = in_order<kBig>(load64(p));
    const std::uint64_t high = in_order<kBig>(load64(p + 8));
    store32(out, gather_bytes(low));
    store32(out + 4, gather_bytes(high));
    const std::uint64_t odd_low = low & kNotAsciiUnits;
    const std::uint64_t odd_high = high & kNotAsciiUnits;
    if ((odd_low | odd_high) != 0) {
      const std::ptrdiff_t count = odd_low != 0 ? std::countr_zero(odd_low) / 16 : 4 + std::countr_zero(odd_high) / 16;
      p += 2 * count;
      out += count;
      return;
    }
    p += 16;
    out += 8;
  }
  while (end - p >= 2 && p < limit && load_unit<kBig>(p) < 0x80) {
    *out++ = static_cast<char>(load_unit<kBig>(p));
    p += 2;
  }
}

struct Utf16Step {
  char32_t code_point = 0;
  std::uint8_t length = 0;  ///< bytes of the character or of the fault
  TextError error = TextError::none;
};

/// Reads the character at `p`; `p < end`. Reads no byte at or after `end`.
template <bool kBig>
constexpr Utf16Step utf16_step(const char* p, const char* end) {
  const std::ptrdiff_t left = end - p;
  if (left < 2) return {0, 1, TextError::truncated};
  const std::uint32_t high = load_unit<kBig>(p);
  if (!is_surrogate(high)) return {high, 2, TextError::none};
  if (is_low_surrogate(high)) return {0, 2, TextError::illegal};
  if (left < 4) return {0, static_cast<std::uint8_t>(left), TextError::truncated};
  const std::uint32_t low = load_unit<kBig>(p + 2);
  if (!is_low_surrogate(low)) return {0, 2, TextError::illegal};
  return {0x10000 + ((high & 0x3FF) << 10 | (low & 0x3FF)), 4, TextError::none};
}

}  // namespace daicho
