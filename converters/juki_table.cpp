#include "converters/juki_table.hpp"

#include <algorithm>
#include <array>

#include "converters/utf8.hpp"

namespace daicho {
namespace {

constexpr std::size_t kCodes = 0x10000;

constexpr bool is_itself(char32_t code) { return code < 0x3400 || (code >= 0xFF00 && code <= 0xFFFE); }

bool is_one_character(std::string_view text) {
  if (text.empty() || !is_utf8(text)) return false;
  take_character(text);
  return text.empty();
}

bool is_hangul_syllable(std::string_view character) {
  const char32_t code_point = take_code_point(character);
  return code_point >= 0xAC00 && code_point <= 0xD7A3;
}

/// The characters of the codes that mean themselves, three bytes for each code.
struct Themselves {
  std::array<char, 3 * kCodes> bytes{};
  std::array<std::uint8_t, kCodes> lengths{};

  Themselves() {
    for (char32_t code = 0; code < kCodes; ++code) {
      if (!is_itself(code)) continue;
      std::string text;
      append_code_point(text, code);
      lengths[code] = static_cast<std::uint8_t>(text.copy(&bytes[3 * code], 3));
    }
  }
};

std::string_view itself(std::uint16_t code) {
  static const Themselves* const all = new Themselves;  // never destroyed: views of it may outlive everything
  return {&all->bytes[std::size_t{3} * code], all->lengths[code]};
}

}  // namespace

bool JukiTable::add(std::uint16_t code, std::string_view character) {
  if (!is_one_character(character) || is_hangul_syllable(character)) return false;
  if (characters_.empty()) characters_.resize(kCodes);
  if (!characters_[code].empty()) forget(code);
  characters_[code] = character;
  codes_.emplace(character, code);
  return true;
}

/// Takes a code's meaning away; another code that means the same becomes the one that writing uses.
void JukiTable::forget(std::uint16_t code) {
  const std::string old = std::move(characters_[code]);
  characters_[code].clear();
  const auto known = codes_.find(old);
  if (known == codes_.end() || known->second != code) return;
  codes_.erase(known);
  const auto other = std::find(characters_.begin(), characters_.end(), old);
  if (other != characters_.end()) codes_.emplace(old, static_cast<std::uint16_t>(other - characters_.begin()));
}

std::string_view JukiTable::character(std::uint16_t code) const {
  if (!characters_.empty() && !characters_[code].empty()) return characters_[code];
  return itself(code);
}

std::optional<std::uint16_t> JukiTable::code(std::string_view character) const {
  if (!is_one_character(character)) return std::nullopt;
  std::string_view rest = character;
  const char32_t code_point = take_code_point(rest);
  if (rest.empty() && is_itself(code_point)) {
    const auto code = static_cast<std::uint16_t>(code_point);
    if (this->character(code) == character) return code;
  }
  const auto found = codes_.find(std::string(character));
  if (found == codes_.end()) return std::nullopt;
  return found->second;
}

}  // namespace daicho
