// Code units of UTF-16 in either byte order, for the charset converters.
#pragma once

#include <cstddef>
#include <cstdint>

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
