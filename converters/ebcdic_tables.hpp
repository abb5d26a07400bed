// IBM's Japanese EBCDIC sets: tables read from ICU at first use.
#pragma once

#include "converters/charset.hpp"
#include "converters/code_tables.hpp"

namespace daicho {

constexpr unsigned char kShiftOut = 0x0E;  ///< double-byte codes follow
constexpr unsigned char kShiftIn = 0x0F;   ///< single-byte codes follow

/// `charset` is ibm930 or ibm939. The shift codes themselves are no characters. Line ends are ICU's: CR 0D, LF 25,
/// NEL (U+0085) 15. 6941-7FFE, the area for 外字, is U+E000-F111. Throws std::system_error where ICU lacks the table.
const CodeTables& ebcdic_tables(Charset charset);

/// Whether a byte can begin or end a double-byte code.
constexpr bool is_ebcdic_double(unsigned char byte) { return byte >= 0x40 && byte != 0xFF; }

}  // namespace daicho
