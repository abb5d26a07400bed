// Words of several bytes read from and written to unaligned memory, for the inner loops of the charset converters.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace daicho {

inline std::uint16_t load16(const char* p) {
  std::uint16_t word;
  std::memcpy(&word, p, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap16(word);
  return word;  // the first byte is the lowest
}

inline std::uint32_t load32(const char* p) {
  std::uint32_t word;
  std::memcpy(&word, p, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap32(word);
  return word;
}

inline std::uint64_t load64(const char* p) {
  std::uint64_t word;
  std::memcpy(&word, p, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}

inline void store16(char* p, std::uint16_t word) {
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap16(word);
  std::memcpy(p, &word, sizeof word);
}

inline void store32(char* p, std::uint32_t word) {
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap32(word);
  std::memcpy(p, &word, sizeof word);
}

inline void store64(char* p, std::uint64_t word) {
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  std::memcpy(p, &word, sizeof word);
}

/// Copies bytes, most often so few that a call would cost more than the copy.
inline void copy_short(char* out, const char* from, std::size_t size) {
  if (size > 32) {
    std::memcpy(out, from, size);
  } else if (size >= 16) {
    std::memcpy(out, from, 16);
    std::memcpy(out + size - 16, from + size - 16, 16);
  } else if (size >= 8) {
    std::memcpy(out, from, 8);
    std::memcpy(out + size - 8, from + size - 8, 8);
  } else if (size >= 4) {
    std::memcpy(out, from, 4);
    std::memcpy(out + size - 4, from + size - 4, 4);
  } else {
    for (std::size_t i = 0; i < size; ++i) out[i] = from[i];
  }
}

constexpr std::uint64_t kHighBits = 0x8080808080808080;  ///< set in bytes that are not ASCII

/// How many of four flags are set before the first that is not. `flags` has one bit each, the first the lowest.
constexpr std::ptrdiff_t leading_of_four(unsigned flags) { return std::countr_one(flags & 0xFU); }

/// The code unit of a three-byte UTF-8 sequence in the low 24 bits of `word`.
constexpr std::uint32_t unit_of_triple(std::uint32_t word) {
  return (word & 0x0F) << 12 | (word >> 2 & 0xFC0) | (word >> 16 & 0x3F);
}

/// Bits that are 0 where the low 24 bits of `word` have the shape 1110xxxx 10xxxxxx 10xxxxxx.
constexpr std::uint32_t triple_mismatch(std::uint32_t word) { return (word ^ 0x008080E0U) & 0x00C0C0F0U; }

/// Two sequences of three bytes, at `p` and behind it, in the low 24 bits of each half. Reads seven bytes.
inline std::uint64_t load_triples(const char* p) {
  return std::uint64_t{load32(p)} | std::uint64_t{load32(p + 3)} << 32;
}

/// triple_mismatch for both halves.
constexpr std::uint64_t triples_mismatch(std::uint64_t triples) {
  return (triples ^ 0x008080E0008080E0) & 0x00C0C0F000C0C0F0;
}

/// The code units of two three-byte UTF-8 sequences, the first in the low 16 bits, the second in the 16 above.
constexpr std::uint64_t joined_units(std::uint64_t triples) {
  const std::uint64_t units =
      (triples & 0x0000000F0000000F) << 12 | (triples >> 2 & 0x00000FC000000FC0) | (triples >> 16 & 0x0000003F0000003F);
  return (units | units >> 16) & 0xFFFFFFFF;
}

}  // namespace daicho
