// One checked step through UTF-8 of unknown quality. For the charset converters; valid text is walked by utf8.hpp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace daicho {

enum class Utf8Fault : std::uint8_t {
  none,
  illegal,    ///< a byte that can't stand there: stray continuation, overlong form, surrogate, above U+10FFFF
  truncated,  ///< the input ends inside a sequence that was right so far
};

struct Utf8Step {
  char32_t code_point = 0;
  std::uint8_t length = 0;  ///< bytes of the character, or of the longest beginning of one (at least 1) on a fault
  Utf8Fault fault = Utf8Fault::none;
};

/// The range that the second byte of a sequence must lie in (Unicode 15, table 3-7).
struct Utf8SecondByte {
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
};

constexpr Utf8SecondByte utf8_second_byte(unsigned char lead) {
  switch (lead) {
    case 0xE0:
      return {0xA0, 0xBF};
    case 0xED:
      return {0x80, 0x9F};
    case 0xF0:
      return {0x90, 0xBF};
    case 0xF4:
      return {0x80, 0x8F};
    default:
      return {};
  }
}

/// Reads the character at `p`; `p < end`. Reads no byte at or after `end`.
inline Utf8Step utf8_step(const char* p, const char* end) {
  const auto byte = [p](std::size_t i) { return static_cast<unsigned char>(p[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1, Utf8Fault::none};
  if (lead < 0xC2 || lead > 0xF4) return {0, 1, Utf8Fault::illegal};
  const std::uint8_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t code_point = lead & (0x7FU >> length);
  Utf8SecondByte range = utf8_second_byte(lead);
  for (std::uint8_t i = 1; i < length; ++i) {
    if (p + i == end) return {0, i, Utf8Fault::truncated};
    if (byte(i) < range.low || byte(i) > range.high) return {0, i, Utf8Fault::illegal};
    code_point = code_point << 6 | (byte(i) & 0x3F);
    range = {};
  }
  return {code_point, length, Utf8Fault::none};
}

}  // namespace daicho
