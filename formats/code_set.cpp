#include "formats/code_set.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

namespace daicho {
namespace {

constexpr std::size_t kMostBytes = 8;
constexpr std::uint8_t kKnown = 1;
constexpr std::uint8_t kAlone = 2;

/// A code as a number that no other code has: none holds a NUL.
std::uint64_t packed(std::string_view code) {
  std::uint64_t word = 0;
  std::memcpy(&word, code.data(), code.size());
  return word;
}

std::size_t slot_of(std::uint64_t code, std::size_t slots) {
  return static_cast<std::size_t>(code * 0x9E3779B97F4A7C15U >> 40) & (slots - 1);
}

bool is_number_of_two(std::string_view code) {
  return code.size() == 2 && code.find_first_not_of("0123456789") == std::string_view::npos && code != "00";
}

std::size_t number_of_two(std::string_view code) {
  return static_cast<std::size_t>(code[0] - '0') * 10 + static_cast<std::size_t>(code[1] - '0');
}

}  // namespace

CodeSet::CodeSet(const Item& item) : item_(item) {
  const std::vector<Code>& codes = item.codes->codes;
  if (item.codes_chained) {
    if (!std::all_of(codes.begin(), codes.end(), [](const Code& one) { return is_number_of_two(one.code); })) return;
    chain_.assign(100, 0);
    for (const Code& one : codes) {
      chain_[number_of_two(one.code)] |= static_cast<std::uint8_t>(one.alone ? kKnown | kAlone : kKnown);
    }
    return;
  }
  const auto fits = [](const Code& one) { return !one.code.empty() && one.code.size() <= kMostBytes; };
  if (!std::all_of(codes.begin(), codes.end(), fits)) return;
  slots_.assign(std::bit_ceil(4 * codes.size() + 4), 0);
  for (const Code& one : codes) {
    std::size_t at = slot_of(packed(one.code), slots_.size());
    while (slots_[at] != 0 && slots_[at] != packed(one.code)) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = packed(one.code);
  }
}

bool CodeSet::allows(std::string_view value) const {
  if (!chain_.empty()) return chain_allows(value);
  return slots_.empty() ? item_.code_allowed(value) : holds(value);
}

bool CodeSet::holds(std::string_view value) const {
  if (value.size() > kMostBytes) return false;
  const std::uint64_t code = packed(value);
  for (std::size_t at = slot_of(code, slots_.size()); slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at] == code) return true;
  }
  return false;
}

/// Codes first, then zeros only; one that stands alone has no other beside it.
bool CodeSet::chain_allows(std::string_view value) const {
  if (value.size() % 2 != 0) return false;
  std::size_t codes = 0;
  unsigned seen = 0;
  std::size_t at = 0;
  for (; at < value.size(); at += 2, ++codes) {
    const std::string_view part = value.substr(at, 2);
    if (part == "00") break;
    if (part.find_first_not_of("0123456789") != std::string_view::npos) return false;
    const std::uint8_t code = chain_[number_of_two(part)];
    if (code == 0) return false;
    seen |= code;
  }
  if (value.find_first_not_of('0', at) != std::string_view::npos) return false;
  return codes == 1 || (codes > 1 && (seen & kAlone) == 0);
}

}  // namespace daicho
