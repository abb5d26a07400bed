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

constexpr char32_t kFirstTriple = 0x800;  ///< the first code point of three UTF-8 bytes

/// The three bytes of `utf8`, the first one the lowest.
std::uint32_t triple(std::string_view utf8) {
  const auto byte = [&](std::size_t at) { return std::uint32_t{static_cast<unsigned char>(utf8[at])}; };
  return byte(0) | byte(1) << 8 | byte(2) << 16;
}

/// A code's bytes as a word that store16 writes, the high byte first.
constexpr std::uint16_t word(std::uint16_t code) { return static_cast<std::uint16_t>(code << 8 | code >> 8); }

/// The characters of the codes that mean themselves, three bytes for each code.
struct Themselves {
  std::array<char, 3 * kCodes> bytes{};
  std::array<std::uint8_t, kCodes> lengths{};
  std::vector<std::uint32_t> triples = std::vector<std::uint32_t>(kCodes);  ///< as JukiTable::Plain says
  std::vector<std::uint16_t> words = std::vector<std::uint16_t>(kCodes);

  Themselves() {
    for (char32_t code = 0; code < kCodes; ++code) {
      if (!is_itself(code)) continue;
      std::string text;
      append_code_point(text, code);
      lengths[code] = static_cast<std::uint8_t>(text.copy(&bytes[std::size_t{3} * code], 3));
      if (code < kFirstTriple) continue;
      triples[code] = triple(text);
      words[code] = word(static_cast<std::uint16_t>(code));
    }
  }
};

const Themselves& themselves() {
  static const Themselves* const all = new Themselves;  // never destroyed: views of it may outlive everything
  return *all;
}

std::string_view itself(std::uint16_t code) {
  const Themselves& all = themselves();
  return {&all.bytes[std::size_t{3} * code], all.lengths[code]};
}

/// A character as it is looked up.
struct Parts {
  char32_t code_point = 0;
  char32_t selector = 0;
};

Parts parts_of(std::string_view character) {
  const char32_t code_point = take_code_point(character);
  return {code_point, character.empty() ? U'\0' : take_code_point(character)};
}

constexpr bool is_plain(const Parts& parts) { return parts.selector == 0 && parts.code_point < kCodes; }
constexpr std::uint64_t key(const Parts& parts) { return std::uint64_t{parts.selector} << 32 | parts.code_point; }

}  // namespace

bool JukiTable::add(std::uint16_t code, std::string_view character) {
  if (code == 0 || !is_one_character(character) || is_hangul_syllable(character)) return false;
  if (characters_.empty()) {
    characters_.resize(kCodes);
    plain_codes_.resize(kCodes);
    triples_ = themselves().triples;
    words_ = themselves().words;
  }
  const Parts parts = parts_of(character);
  // Who writes these code points may change: the one that the code meant, the one that it will, its own.
  const std::string_view old = this->character(code);
  const char32_t changed[] = {old.empty() ? U'\0' : parts_of(old).code_point, parts.code_point, code};
  std::uint16_t writers[2 * std::size(changed)] = {};
  for (std::size_t i = 0; i < std::size(changed); ++i) writers[i] = this->code(changed[i], 0).value_or(code);
  if (!characters_[code].empty()) forget(code);
  characters_[code] = character;
  if (is_plain(parts)) {
    std::uint16_t& known = plain_codes_[parts.code_point];
    if (known == 0) known = code;
  } else {
    codes_.emplace(key(parts), code);
  }
  if (code < 0x80 && character != itself(code)) ascii_ = false;
  for (std::size_t i = 0; i < std::size(changed); ++i) {
    writers[std::size(changed) + i] = this->code(changed[i], 0).value_or(code);
  }
  for (const std::uint16_t writer : writers) enter_plain(writer);
  for (const char32_t code_point : changed) enter_plain_code_point(code_point);
  enter_plain(code);
  return true;
}

/// Brings what the inner loops know of a code up to date.
void JukiTable::enter_plain(std::uint16_t code) {
  const std::string_view text = character(code);
  const bool may_be_plain = text.size() == 3 && !is_variation_selector(parts_of(text).code_point);
  triples_[code] = may_be_plain && this->code(parts_of(text).code_point, 0) == code ? triple(text) : 0;
}

/// The same of a code point.
void JukiTable::enter_plain_code_point(char32_t code_point) {
  if (code_point >= kCodes || code_point < kFirstTriple || is_variation_selector(code_point)) return;
  const std::optional<std::uint16_t> writer = code(code_point, 0);
  words_[code_point] = writer ? word(*writer) : 0;
}

JukiTable::Plain JukiTable::plain() const {
  if (triples_.empty()) return {themselves().triples.data(), themselves().words.data(), true};
  return {triples_.data(), words_.data(), ascii_};
}

/// Takes a code's meaning away; another code that means the same becomes the one that writing uses.
void JukiTable::forget(std::uint16_t code) {
  const std::string old = std::move(characters_[code]);
  characters_[code].clear();
  const Parts parts = parts_of(old);
  if (code_by_table(parts.code_point, parts.selector) != code) return;
  const auto other = std::find(characters_.begin(), characters_.end(), old);
  const auto next = static_cast<std::uint16_t>(other == characters_.end() ? 0 : other - characters_.begin());
  if (is_plain(parts)) {
    plain_codes_[parts.code_point] = next;
  } else if (next != 0) {
    codes_[key(parts)] = next;
  } else {
    codes_.erase(key(parts));
  }
}

std::string_view JukiTable::character(std::uint16_t code) const {
  if (!characters_.empty() && !characters_[code].empty()) return characters_[code];
  return itself(code);
}

std::optional<std::uint16_t> JukiTable::code_by_table(char32_t code_point, char32_t selector) const {
  const Parts parts{code_point, selector};
  if (is_plain(parts)) {
    if (plain_codes_.empty() || plain_codes_[code_point] == 0) return std::nullopt;
    return plain_codes_[code_point];
  }
  const auto found = codes_.find(key(parts));
  if (found == codes_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::uint16_t> JukiTable::code(char32_t code_point, char32_t selector) const {
  if (selector == 0 && is_itself(code_point)) {
    const auto code = static_cast<std::uint16_t>(code_point);
    if (characters_.empty() || characters_[code].empty() || characters_[code] == itself(code)) return code;
  }
  return code_by_table(code_point, selector);
}

std::optional<std::uint16_t> JukiTable::code(std::string_view character) const {
  if (!is_one_character(character)) return std::nullopt;
  const Parts parts = parts_of(character);
  return code(parts.code_point, parts.selector);
}

}  // namespace daicho
