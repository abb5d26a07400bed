#include "formats/faulty_text.hpp"

#include <fmt/format.h>

#include "converters/character_name.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

constexpr std::size_t kShownBytes = 8;

/// Codes that mean what a table says: J+0020-33FF and J+FF00-FFFE mean themselves.
constexpr bool is_table_code(unsigned code) { return code >= 0x3400 && code < 0xFF00; }

}  // namespace

std::string shown_bytes(std::string_view bytes) {
  std::string text;
  for (const char c : bytes.substr(0, kShownBytes)) {
    if (!text.empty()) text += ' ';
    text += "0123456789ABCDEF"[static_cast<unsigned char>(c) >> 4];
    text += "0123456789ABCDEF"[static_cast<unsigned char>(c) & 0xF];
  }
  return text;
}

std::string code_point_name(std::string_view text) { return fmt::format("{}", fmt::join(code_points_of(text), " ")); }

FaultyText faulty_text(Charset charset, std::string_view bytes, std::size_t at) {
  if (charset == Charset::juki && bytes.size() == 2) {
    const unsigned code = static_cast<unsigned>(static_cast<unsigned char>(bytes[0])) << 8 |
                          static_cast<unsigned>(static_cast<unsigned char>(bytes[1]));
    if (is_table_code(code)) {
      return {code::kUnknownJukiCode, {{"code", fmt::format("J+{:04X}", code)}, {"at", std::to_string(at)}}};
    }
  }
  return {code::kBrokenCharacter,
          {{"charset", std::string(charset_name(charset))}, {"bytes", shown_bytes(bytes)}, {"at", std::to_string(at)}}};
}

}  // namespace daicho
