// Runs of ASCII in the ASCII-compatible charsets, 32 and 64 bytes at a time.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "converters/byte_words.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace daicho {

/// Thirty-two bytes of unaligned memory.
class ThirtyTwoBytes {
 public:
  explicit ThirtyTwoBytes(const char* p);
  void store(char* p) const;
  bool is_ascii() const;
  /// How many bytes of ASCII precede the first that is none; 32 where all are.
  std::ptrdiff_t leading_ascii() const;

 private:
#ifdef __SSE2__
  __m128i first_;
  __m128i second_;
#else
  std::uint64_t words_[4];
#endif
};

#ifdef __SSE2__

inline ThirtyTwoBytes::ThirtyTwoBytes(const char* p)
    : first_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p))),
      second_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p + 16))) {}

inline void ThirtyTwoBytes::store(char* p) const {
  _mm_storeu_si128(reinterpret_cast<__m128i*>(p), first_);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(p + 16), second_);
}

inline bool ThirtyTwoBytes::is_ascii() const { return _mm_movemask_epi8(_mm_or_si128(first_, second_)) == 0; }

inline std::ptrdiff_t ThirtyTwoBytes::leading_ascii() const {
  const auto low = static_cast<std::uint32_t>(_mm_movemask_epi8(first_));
  const auto high = static_cast<std::uint32_t>(_mm_movemask_epi8(second_));
  return std::countr_zero(low | high << 16);
}

#else

inline ThirtyTwoBytes::ThirtyTwoBytes(const char* p)
    : words_{load64(p), load64(p + 8), load64(p + 16), load64(p + 24)} {}

inline void ThirtyTwoBytes::store(char* p) const {
  for (const std::uint64_t word : words_) {
    store64(p, word);
    p += 8;
  }
}

inline bool ThirtyTwoBytes::is_ascii() const {
  return ((words_[0] | words_[1] | words_[2] | words_[3]) & kHighBits) == 0;
}

inline std::ptrdiff_t ThirtyTwoBytes::leading_ascii() const {
  std::ptrdiff_t count = 0;
  for (const std::uint64_t word : words_) {
    if ((word & kHighBits) != 0) return count + std::countr_zero(word & kHighBits) / 8;
    count += 8;
  }
  return count;
}

#endif

/// How many bytes of ASCII `p` begins with, before `limit`. Asks early for the bytes that will be looked at next, up to
/// `end`: a plain copy of memory is hardly faster.
inline std::ptrdiff_t ascii_run(const char* p, const char* limit, const char* end) {
  constexpr std::ptrdiff_t kAhead = 8192;
  const char* const begin = p;
  for (; limit - p >= 64; p += 64) {
    if (end - p > kAhead) __builtin_prefetch(p + kAhead);
    const ThirtyTwoBytes first(p);
    const ThirtyTwoBytes second(p + 32);
    if (!first.is_ascii()) return p - begin + first.leading_ascii();
    if (!second.is_ascii()) return p + 32 - begin + second.leading_ascii();
  }
  while (limit - p >= 8 && (load64(p) & kHighBits) == 0) p += 8;
  while (p < limit && static_cast<unsigned char>(*p) < 0x80) ++p;
  return p - begin;
}

/// Copies ASCII bytes from `from` to `to` until another byte or `end`, and moves both. Needs 32 bytes of room in `to`
/// beyond what it copies; may go up to 31 bytes beyond `limit`, never beyond `end`.
inline void copy_ascii(const char*& from, const char* limit, const char* end, char*& to) {
  const char* p = from;  // locals: the bytes written might be the pointers themselves, for all a compiler knows
  char* out = to;
  const auto stop = [&](std::ptrdiff_t count) {
    from = p + count;
    to = out + count;
  };
  for (; end - p >= 32 && p < limit; p += 32, out += 32) {
    const ThirtyTwoBytes bytes(p);
    bytes.store(out);
    if (!bytes.is_ascii()) return stop(bytes.leading_ascii());
  }
  for (; end - p >= 8 && p < limit; p += 8, out += 8) {
    const std::uint64_t word = load64(p);
    store64(out, word);
    if ((word & kHighBits) != 0) return stop(std::countr_zero(word & kHighBits) / 8);
  }
  while (p < end && p < limit && static_cast<unsigned char>(*p) < 0x80) *out++ = *p++;
  stop(0);
}

}  // namespace daicho
