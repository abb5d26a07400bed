// Code units of UTF-16 in either byte order, for the charset converters.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "converters/byte_words.hpp"
#include "converters/charset.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

#ifdef __SSE2__

/// Writes ASCII bytes as units, sixteen at a time, until among sixteen another byte is.
template <bool kBig>
void widen_sixteens(const char*& p, const char* limit, const char* end, char*& out) {
  for (; end - p >= 16 && p < limit; p += 16, out += 32) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    if (_mm_movemask_epi8(bytes) != 0) break;
    const __m128i zero = _mm_setzero_si128();
    const __m128i low = kBig ? _mm_unpacklo_epi8(zero, bytes) : _mm_unpacklo_epi8(bytes, zero);
    const __m128i high = kBig ? _mm_unpackhi_epi8(zero, bytes) : _mm_unpackhi_epi8(bytes, zero);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out), low);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + 16), high);
  }
}

/// Writes ASCII units as bytes, sixteen at a time, until among sixteen another unit is.
template <bool kBig>
void narrow_sixteens(const char*& p, const char* limit, const char* end, char*& out) {
  const __m128i not_ascii = _mm_set1_epi16(static_cast<short>(kBig ? 0x80FF : 0xFF80));
  for (; end - p >= 32 && p < limit; p += 32, out += 16) {
    const __m128i low = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    const __m128i high = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p + 16));
    const __m128i odd = _mm_and_si128(_mm_or_si128(low, high), not_ascii);
    if (_mm_movemask_epi8(_mm_cmpeq_epi16(odd, _mm_setzero_si128())) != 0xFFFF) break;
    const __m128i bytes =
        kBig ? _mm_packus_epi16(_mm_srli_epi16(low, 8), _mm_srli_epi16(high, 8)) : _mm_packus_epi16(low, high);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out), bytes);
  }
}

#else

template <bool kBig>
void widen_sixteens(const char*&, const char*, const char*, char*&) {}

template <bool kBig>
void narrow_sixteens(const char*&, const char*, const char*, char*&) {}

#endif

/// Writes ASCII bytes from `p` as units until another byte or `end`, and moves both. May go up to 15 bytes beyond
/// `limit`, and needs 16 bytes of room in `out` beyond what it writes.
template <bool kBig>
void widen_ascii(const char*& from, const char* limit, const char* end, char*& to) {
  const char* p = from;  // locals: the bytes written might be the pointers themselves, for all a compiler knows
  char* out = to;
  const auto stop = [&](std::ptrdiff_t count) {
    from = p + count;
    to = out + 2 * count;
  };
  widen_sixteens<kBig>(p, limit, end, out);
  for (; end - p >= 8 && p < limit; p += 8, out += 16) {
    const std::uint64_t word = load64(p);
    store64(out, in_order<kBig>(spread_bytes(static_cast<std::uint32_t>(word))));
    store64(out + 8, in_order<kBig>(spread_bytes(static_cast<std::uint32_t>(word >> 32))));
    const std::uint64_t odd = word & kHighBits;
    if (odd != 0) return stop(std::countr_zero(odd) / 8);
  }
  while (p < limit && static_cast<unsigned char>(*p) < 0x80) {
    out = put_unit<kBig>(out, static_cast<unsigned char>(*p++));
  }
  stop(0);
}

/// Writes ASCII units from `p` as bytes until another unit or `end`, and moves both. May go up to 30 bytes beyond
/// `limit`, and needs 16 bytes of room in `out` beyond what it writes.
template <bool kBig>
void narrow_ascii(const char*& from, const char* limit, const char* end, char*& to) {
  const char* p = from;
  char* out = to;
  const auto stop = [&](std::ptrdiff_t count) {
    from = p + 2 * count;
    to = out + count;
  };
  narrow_sixteens<kBig>(p, limit, end, out);
  for (; end - p >= 16 && p < limit; p += 16, out += 8) {
    const std::uint64_t low = in_order<kBig>(load64(p));
    const std::uint64_t high = in_order<kBig>(load64(p + 8));
    store32(out, gather_bytes(low));
    store32(out + 4, gather_bytes(high));
    const std::uint64_t odd_low = low & kNotAsciiUnits;
    const std::uint64_t odd_high = high & kNotAsciiUnits;
    if (odd_low != 0) return stop(std::countr_zero(odd_low) / 16);
    if (odd_high != 0) return stop(4 + std::countr_zero(odd_high) / 16);
  }
  while (end - p >= 2 && p < limit && load_unit<kBig>(p) < 0x80) {
    *out++ = static_cast<char>(load_unit<kBig>(p));
    p += 2;
  }
  stop(0);
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
