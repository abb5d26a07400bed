// CP932's tables, read from ICU's ibm-943_P15A-2003 at first use (4-10 ms, 400 KB).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "converters/byte_words.hpp"
#include "converters/charset.hpp"

namespace daicho {

/// One CP932 code's character as UTF-8: bytes 0-2 are the UTF-8 bytes in order, the topmost byte holds the length and
/// the flags below. 0: the code is undefined. Every character of CP932 lies in the BMP, so 3 bytes are enough.
using Cp932Entry = std::uint32_t;
constexpr int kCp932LengthShift = 24;
constexpr Cp932Entry kCp932LengthMask = 3;          ///< after the shift
constexpr Cp932Entry kCp932Duplicate = 1U << 31;    ///< comes back as another code
constexpr Cp932Entry kCp932PlainTriple = 1U << 30;  ///< 3 bytes and no duplicate: what the inner loop takes

/// What one code unit becomes in CP932. 0: unmappable (U+0000 never looks itself up: 00-7F are themselves).
using Cp932Code = std::uint16_t;

struct Cp932Tables {
  std::array<Cp932Entry, 256> single;    ///< by byte; 80, A0, FD-FF and lead bytes are undefined
  std::array<Cp932Entry, 65536> pair;    ///< by lead byte * 256 + second byte
  std::array<Cp932Code, 65536> code_of;  ///< by UTF-16 code unit, without the similar characters
};

/// The tables, made once. Throws std::runtime_error where ICU lacks its CP932 data.
const Cp932Tables& cp932_tables();

/// Bytes that begin a double-byte code: 81-9F and E0-FC.
constexpr bool is_cp932_lead(unsigned char byte) {
  return (byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC);
}

/// Bytes that may end a double-byte code: 40-7E and 80-FC.
constexpr bool is_cp932_trail(unsigned char byte) { return byte >= 0x40 && byte <= 0xFC && byte != 0x7F; }

/// The code of a character that CP932 holds only as a similar one (U+301C as 8160, ...); 0 for any other.
/// U+00A5 and U+203E are not among them: 5C and 7E are other characters, and would change what the text means.
constexpr Cp932Code cp932_similar(char32_t character) {
  switch (character) {
    case 0x301C:
      return 0x8160;  // WAVE DASH as ～
    case 0x2212:
      return 0x817C;  // MINUS SIGN as －
    case 0x2016:
      return 0x8161;  // DOUBLE VERTICAL LINE as ∥
    case 0x2014:
      return 0x815C;  // EM DASH as ―
    case 0x00A2:
      return 0x8191;  // CENT SIGN as ￠
    case 0x00A3:
      return 0x8192;  // POUND SIGN as ￡
    case 0x00AC:
      return 0x81CA;  // NOT SIGN as ￢
    default:
      return 0;
  }
}

/// The code unit of an entry's character.
constexpr char16_t cp932_unit(Cp932Entry entry) {
  switch (entry >> kCp932LengthShift & kCp932LengthMask) {
    case 1:
      return static_cast<char16_t>(entry & 0x7F);
    case 2:
      return static_cast<char16_t>((entry & 0x1F) << 6 | (entry >> 8 & 0x3F));
    default:
      return static_cast<char16_t>(unit_of_triple(entry));
  }
}

/// One code read.
struct Cp932Step {
  Cp932Entry entry = 0;
  std::uint8_t length = 0;  ///< bytes of the code or of the fault
  TextError error = TextError::none;
};

/// Reads the code at `p`, of any kind; `p < end`. Reads no byte at or after `end`.
inline Cp932Step cp932_step(const Cp932Tables& tables, const char* p, const char* end) {
  const auto lead = static_cast<unsigned char>(*p);
  if (tables.single[lead] != 0) return {tables.single[lead], 1, TextError::none};
  if (!is_cp932_lead(lead)) return {0, 1, TextError::illegal};
  if (end - p < 2) return {0, 1, TextError::truncated};
  const auto trail = static_cast<unsigned char>(p[1]);
  const Cp932Entry entry = tables.pair[static_cast<std::size_t>(lead) << 8 | trail];
  if (entry != 0) return {entry, 2, TextError::none};
  // A byte that can't end a code is not part of the fault: a line end after a lone lead byte stays a line end.
  return {0, static_cast<std::uint8_t>(is_cp932_trail(trail) ? 2 : 1), TextError::illegal};
}

/// Writes a code and answers where the next one goes.
inline char* put_cp932(char* out, Cp932Code code) {
  if (code >= 0x100) *out++ = static_cast<char>(code >> 8);
  *out++ = static_cast<char>(code & 0xFF);
  return out;
}

/// How a character is written.
struct Cp932Writing {
  Cp932Code code = 0;    ///< 0: unmappable
  bool similar = false;  ///< it is a similar character's code
};

/// The code of any character: its own, else the similar one's. With `yen_to_backslash` U+00A5 is 5C and U+203E is 7E.
inline Cp932Writing cp932_writing(const Cp932Tables& tables, char32_t character, bool yen_to_backslash) {
  if (character > 0xFFFF) return {};
  if (const Cp932Code code = tables.code_of[character]; code != 0 || character == 0) return {code, false};
  if (yen_to_backslash && character == 0x00A5) return {0x5C, true};
  if (yen_to_backslash && character == 0x203E) return {0x7E, true};
  const Cp932Code code = cp932_similar(character);
  return {code, code != 0};
}

}  // namespace daicho
