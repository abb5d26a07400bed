// The conversions behind charset.hpp, one pair a charset. Only charset.cpp and transcode.cpp call them; each appends to
// `out` what it converted before the fault, and fills every member of Conversion but output_written.
#pragma once

#include <string>
#include <string_view>

#include "converters/charset.hpp"

namespace daicho {

Conversion convert_cp932_to_utf8(std::string_view bytes, std::string& out);
Conversion convert_utf8_to_cp932(std::string_view utf8, bool yen_to_backslash, std::string& out);
Conversion convert_cp932_to_utf16(bool big_endian, std::string_view bytes, std::string& out);
Conversion convert_utf16_to_cp932(bool big_endian, std::string_view units, bool yen_to_backslash, std::string& out);
/// What EBCDIC's codes depend on.
struct TextPlace {
  TextForm form;
  TextState& state;
  bool whole;  ///< the text ends where the input ends
};

Conversion convert_utf16_to_utf8(bool big_endian, std::string_view bytes, std::string& out);
Conversion convert_utf8_to_utf16(bool big_endian, std::string_view utf8, std::string& out);

Conversion convert_jis2004_to_utf8(bool euc, std::string_view bytes, std::string& out, TextState& state);
Conversion convert_utf8_to_jis2004(bool euc, std::string_view utf8, std::string& out);
/// `charset` is ibm930 or ibm939.
Conversion convert_ebcdic_to_utf8(Charset charset, std::string_view bytes, std::string& out, const TextPlace& place);
Conversion convert_utf8_to_ebcdic(Charset charset, std::string_view utf8, std::string& out, const TextPlace& place);
/// `table` may be null: then no code is a kanji.
Conversion convert_juki_to_utf8(const JukiTable* table, std::string_view bytes, std::string& out);
Conversion convert_utf8_to_juki(const JukiTable* table, std::string_view utf8, std::string& out);

}  // namespace daicho
