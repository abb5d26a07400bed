// JIS X 0213:2004 in its two shapes, Shift_JIS-2004 and EUC-JIS-2004: tables read through iconv at first use.
#pragma once

#include <cstdint>

#include "converters/code_tables.hpp"

namespace daicho {

/// Bytes 00-7F are themselves (iconv's 5C and 7E are U+00A5 and U+203E) and not in the tables. Throws
/// std::system_error where iconv lacks the charset. Codes are the bytes as a number; see `euc_triple` for three bytes.
const CodeTables& shift_jis_2004_tables();
const CodeTables& euc_jis_2004_tables();

/// The number of EUC's codes of three bytes, 8F and these two: the high bit of the last one is left out, which no code
/// of two bytes lacks.
constexpr CharsetCode euc_triple(unsigned second, unsigned third) {
  return static_cast<CharsetCode>(second << 8 | (third & 0x7F));
}

constexpr bool is_shift_jis_lead(unsigned char byte) {
  return (byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC);
}
constexpr bool is_shift_jis_trail(unsigned char byte) { return byte >= 0x40 && byte != 0x7F && byte <= 0xFC; }
constexpr bool is_euc_byte(unsigned char byte) { return byte >= 0xA1 && byte <= 0xFE; }
constexpr unsigned char kEucKatakana = 0x8E;  ///< before a half-width katakana, A1-DF
constexpr unsigned char kEucPlane2 = 0x8F;    ///< before two bytes of plane 2

}  // namespace daicho
