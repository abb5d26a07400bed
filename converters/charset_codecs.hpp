// The conversions behind charset.hpp, one pair a charset. Only charset.cpp and transcode.cpp call them; each appends to `out` what it
// converted before the fault, and fills every member of Conversion but output_written.
#pragma once

#include <string>
#include <string_view>

#include "converters/charset.hpp"

namespace daicho {

Conversion convert_cp932_to_utf8(std::string_view bytes, std::string& out);
Conversion convert_utf8_to_cp932(std::string_view utf8, bool yen_to_backslash, std::string& out);
Conversion convert_cp932_to_utf16(bool big_endian, std::string_view bytes, std::string& out);
Conversion convert_utf16_to_cp932(bool big_endian, std::string_view units, bool yen_to_backslash, std::string& out);
Conversion convert_utf16_to_utf8(bool big_endian, std::string_view bytes, std::string& out);
Conversion convert_utf8_to_utf16(bool big_endian, std::string_view utf8, std::string& out);

}  // namespace daicho
