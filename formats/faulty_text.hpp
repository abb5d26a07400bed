// How findings name bytes and characters that a charset does not have.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "converters/charset.hpp"
#include "formats/finding.hpp"

namespace daicho {

/// `81 20`: at most eight bytes in hexadecimal.
std::string shown_bytes(std::string_view bytes);

/// `U+20BB7`, `U+845B U+E0100`: the code points of `text`, which must be valid UTF-8 and not empty.
std::string code_point_name(std::string_view text);

/// What a finding says of bytes that could not be decoded: D1001, or D1015 for a J+ code that may be a character but
/// stands in no table. `at` is the place of the first byte in its record, from 1.
struct FaultyText {
  FindingCode code;
  std::vector<std::pair<std::string, std::string>> args;
};
FaultyText faulty_text(Charset charset, std::string_view bytes, std::size_t at);

}  // namespace daicho
