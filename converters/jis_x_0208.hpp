// The characters of JIS X 0208 (第1・第2水準漢字 and 非漢字).
#pragma once

#include <bitset>

namespace daicho {

/// By code point: the 6,879 characters of our CP932 tables' rows 1-8 and 16-84, so that the full-width forms of Windows
/// (U+FF0D, U+FF5E, ...) that registers hold are inside; the spellings of the standard itself (U+2212, U+301C, ...) are
/// too. NEC's and IBM's additions (①, Ⅱ, 髙) are not. Made once; needs no file of iconv's on the machine.
const std::bitset<0x10000>& jis_x_0208();

}  // namespace daicho
