#include "converters/wide_runs.hpp"

#include <bit>
#include <cstdint>

#include "converters/byte_words.hpp"

#ifdef __x86_64__
#include <immintrin.h>
#define DAICHO_AVX2 [[gnu::target("avx2")]]  // this file alone, and only after has_wide_runs() was asked
#endif

namespace daicho {
namespace {

bool has_avx2() {
#ifdef __x86_64__
  return __builtin_cpu_supports("avx2");
#else
  return false;
#endif
}

#ifdef __x86_64__

DAICHO_AVX2 inline __m128i load_half(const char* p) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p)); }

DAICHO_AVX2 inline void store_half(char* p, __m128i bytes) { _mm_storeu_si128(reinterpret_cast<__m128i*>(p), bytes); }

/// Eight sequences of three bytes, each turned round in the low 24 bits of a lane: the lead byte is the topmost of the
/// three. Reads 28 bytes.
DAICHO_AVX2 inline __m256i load_sequences(const char* p) {
  const __m256i turn = _mm256_broadcastsi128_si256(_mm_setr_epi8(2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1));
  return _mm256_shuffle_epi8(_mm256_inserti128_si256(_mm256_castsi128_si256(load_half(p)), load_half(p + 12), 1), turn);
}

/// A bit for each lane, the first the lowest, that has not the shape 1110xxxx 10xxxxxx 10xxxxxx.
DAICHO_AVX2 inline unsigned mismatches(__m256i sequences) {
  const __m256i shape = _mm256_and_si256(sequences, _mm256_set1_epi32(0xF0C0C0));
  const __m256i match = _mm256_cmpeq_epi32(shape, _mm256_set1_epi32(0xE08080));
  return static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(match))) ^ 0xFFU;
}

/// The code units of eight sequences.
DAICHO_AVX2 inline __m128i units_of(__m256i sequences) {
  const __m256i bits = _mm256_and_si256(sequences, _mm256_set1_epi32(0x0F3F3F));
  const __m256i pairs = _mm256_maddubs_epi16(bits, _mm256_set1_epi32(0x00014001));  // second * 64 + third, first
  const __m256i units = _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x10000001));    // + first * 4096
  return _mm_packus_epi32(_mm256_castsi256_si128(units), _mm256_extracti128_si256(units, 1));
}

/// A bit for each of eight units, the first the lowest, that has no three bytes of UTF-8: below U+0800, or a surrogate.
DAICHO_AVX2 inline unsigned other_lengths(__m128i units) {
  const __m128i tops = _mm_and_si128(units, _mm_set1_epi16(static_cast<short>(0xF800)));
  const __m128i odd = _mm_or_si128(_mm_cmpeq_epi16(tops, _mm_setzero_si128()),
                                   _mm_cmpeq_epi16(tops, _mm_set1_epi16(static_cast<short>(0xD800))));
  return static_cast<unsigned>(_mm_movemask_epi8(_mm_packs_epi16(odd, odd))) & 0xFFU;
}

template <bool kBig>
DAICHO_AVX2 inline __m128i in_order(__m128i units) {
  if constexpr (!kBig) return units;
  return _mm_or_si128(_mm_srli_epi16(units, 8), _mm_slli_epi16(units, 8));
}

constexpr std::uint64_t kFillUnits = 0x3000300030003000;
constexpr std::uint64_t kFillCodes = 0x4081408140814081;  ///< 81 40 four times

/// Half-width katakana: writes a byte for each of eight units, and answers whether all are such.
DAICHO_AVX2 inline bool put_kana(__m128i units, char* out) {
  const __m128i kana = _mm_sub_epi16(units, _mm_set1_epi16(static_cast<short>(0xFF61)));
  const __m128i beyond = _mm_subs_epu16(kana, _mm_set1_epi16(0xFF9F - 0xFF61));
  const __m128i codes = _mm_add_epi8(_mm_packus_epi16(kana, kana), _mm_set1_epi8(static_cast<char>(0xA1)));
  _mm_storel_epi64(reinterpret_cast<__m128i*>(out), codes);
  return _mm_testz_si128(beyond, beyond) != 0;
}

/// Writes the codes of four units, and answers their words joined by `and`.
inline unsigned put_four(const Cp932Words& words, std::uint64_t units, char* out) {
  const ByteWord first = words.word_of[units & 0xFFFF];
  const ByteWord second = words.word_of[units >> 16 & 0xFFFF];
  const ByteWord third = words.word_of[units >> 32 & 0xFFFF];
  const ByteWord fourth = words.word_of[units >> 48];
  store16(out, first);
  store16(out + 2, second);
  store16(out + 4, third);
  store16(out + 6, fourth);
  return static_cast<unsigned>(first & second & third & fourth);
}

template <bool kBig>
DAICHO_AVX2 char* encode_units(CodePiece& in, char* out) {
  const char* p = in.p;
  while (in.end - p >= 28 && p < in.limit) {
    const __m256i sequences = load_sequences(p);
    const __m128i units = units_of(sequences);
    store_half(out, in_order<kBig>(units));
    const unsigned odd = mismatches(sequences) | other_lengths(units);
    if (odd != 0) {
      const std::ptrdiff_t count = std::countr_zero(odd);
      p += 3 * count;
      out += 2 * count;
      break;
    }
    p += 24;
    out += 16;
  }
  in.p = p;
  return out;
}

template <bool kBig>
DAICHO_AVX2 char* decode_units(CodePiece& in, char* out) {
  const __m256i join =
      _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1));
  const char* p = in.p;
  while (in.end - p >= 16 && p < in.limit) {
    const __m128i units = in_order<kBig>(load_half(p));
    const __m256i wide = _mm256_cvtepu16_epi32(units);
    const __m256i first = _mm256_srli_epi32(wide, 12);
    const __m256i second = _mm256_and_si256(_mm256_slli_epi32(wide, 2), _mm256_set1_epi32(0x3F00));
    const __m256i third = _mm256_and_si256(_mm256_slli_epi32(wide, 16), _mm256_set1_epi32(0x3F0000));
    const __m256i bits = _mm256_or_si256(_mm256_or_si256(first, second), third);
    const __m256i bytes = _mm256_shuffle_epi8(_mm256_or_si256(bits, _mm256_set1_epi32(0x8080E0)), join);
    store_half(out, _mm256_castsi256_si128(bytes));
    store_half(out + 12, _mm256_extracti128_si256(bytes, 1));
    const unsigned odd = other_lengths(units);
    if (odd != 0) {
      const std::ptrdiff_t count = std::countr_zero(odd);
      p += 2 * count;
      out += 3 * count;
      break;
    }
    p += 16;
    out += 24;
  }
  in.p = p;
  return out;
}

#endif

}  // namespace

std::atomic<bool> wide_runs_allowed = has_avx2();

void forbid_wide_runs(bool forbidden) { wide_runs_allowed.store(!forbidden && has_avx2(), std::memory_order_relaxed); }

#ifdef __x86_64__

DAICHO_AVX2 char* encode_cp932_wide(const Cp932Words& words, CodePiece& in, char* out) {
  const char* p = in.p;
  for (; in.end - p >= 28 && p < in.limit; p += 24) {
    const __m256i sequences = load_sequences(p);
    if (mismatches(sequences) != 0) break;
    const __m128i units = units_of(sequences);
    const auto low = static_cast<std::uint64_t>(_mm_cvtsi128_si64(units));
    const auto high = static_cast<std::uint64_t>(_mm_extract_epi64(units, 1));
    if (low == kFillUnits && high == kFillUnits) {
      store64(out, kFillCodes);
      store64(out + 8, kFillCodes);
    } else if ((low & 0xFFFF) - 0xFF61 <= 0xFF9F - 0xFF61) {
      if (!put_kana(units, out)) break;
      out += 8;
      continue;
    } else {
      const unsigned all = put_four(words, low, out) & put_four(words, high, out + 8);
      if ((all & kCp932DoubleWord) == 0) break;
    }
    out += 16;
  }
  in.p = p;
  return out;
}

char* encode_utf16_wide(bool big_endian, CodePiece& in, char* out) {
  return big_endian ? encode_units<true>(in, out) : encode_units<false>(in, out);
}

char* decode_utf16_wide(bool big_endian, CodePiece& in, char* out) {
  return big_endian ? decode_units<true>(in, out) : decode_units<false>(in, out);
}

#else

char* encode_cp932_wide(const Cp932Words&, CodePiece&, char* out) { return out; }
char* encode_utf16_wide(bool, CodePiece&, char* out) { return out; }
char* decode_utf16_wide(bool, CodePiece&, char* out) { return out; }

#endif

}  // namespace daicho
