#include "converters/gaiji.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "converters/byte_words.hpp"
#include "converters/jis_x_0208.hpp"
#include "converters/target_repertoire.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

constexpr GaijiRule kRules[] = {GaijiRule::private_use, GaijiRule::outside_jis_x_0208, GaijiRule::outside_jis_x_0213,
                                GaijiRule::outside_juki};

bool is_half_width(char32_t code_point) { return code_point < 0x80 || (code_point >= 0xFF61 && code_point <= 0xFF9F); }

/// JIS X 0213 is what Shift_JIS-2004 can write, and the forms that Windows has for symbols of JIS X 0208.
const TargetRepertoire& jis_x_0213() {
  static const TargetRepertoire repertoire = TargetRepertoire::of_charset(Charset::shift_jis_2004);
  return repertoire;
}

bool in_jis_x_0213(char32_t code_point, std::string_view character) {
  return (character.size() <= 3 && jis_x_0208().test(code_point)) || jis_x_0213().holds(character);
}

/// Whether one of eight bytes may begin a private-use character: EE and EF, F3 and F4 do.
bool may_begin_private_use(std::uint64_t bytes) {
  return (bytes & ((bytes & ~kHighBits) + 0x1212121212121212) & kHighBits) != 0;  // EE to FF
}

/// Characters of planes 15 and 16 and of U+E000-F8FF. A selector behind one makes no other character of it.
std::size_t count_private_use(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    if (text.size() >= 8 && !may_begin_private_use(load64(text.data()))) {
      text.remove_prefix(8);
    } else if (static_cast<unsigned char>(text.front()) < 0xEE) {
      text.remove_prefix(1);
    } else {
      count += is_private_use(take_code_point(text)) ? 1 : 0;
    }
  }
  return count;
}

/// Takes a letter of JIS X 0213 off the text that is two code points, none a selector: か゚, æ̀, ˩˥.
bool take_letter_of_two(std::string_view& text) {
  std::string_view rest = text;
  take_code_point(rest);
  if (rest.empty()) return false;
  const char32_t second = take_code_point(rest);
  constexpr char32_t kSeconds[] = {0x309A, 0x0300, 0x0301, 0x02E5, 0x02E9};
  if (std::find(std::begin(kSeconds), std::end(kSeconds), second) == std::end(kSeconds)) return false;
  if (!jis_x_0213().holds(text.substr(0, text.size() - rest.size()))) return false;
  text = rest;
  return true;
}

}  // namespace

std::span<const GaijiRule> all_gaiji_rules() { return kRules; }

std::optional<GaijiRule> parse_gaiji_rule(std::string_view name) {
  for (const GaijiRule rule : kRules) {
    if (name == gaiji_rule_name(rule)) return rule;
  }
  return std::nullopt;
}

std::string_view gaiji_rule_name(GaijiRule rule) {
  switch (rule) {
    case GaijiRule::private_use:
      return "private_use";
    case GaijiRule::outside_jis_x_0208:
      return "outside_jis_x_0208";
    case GaijiRule::outside_jis_x_0213:
      return "outside_jis_x_0213";
    case GaijiRule::outside_juki:
      return "outside_juki";
  }
  return {};
}

bool is_private_use(char32_t code_point) {
  return (code_point >= 0xE000 && code_point <= 0xF8FF) || (code_point >= 0xF0000 && code_point <= 0xFFFFD) ||
         (code_point >= 0x100000 && code_point <= 0x10FFFD);
}

GaijiSet::GaijiSet(GaijiRule rule, JukiHolds juki_holds) : rule_(rule), juki_holds_(std::move(juki_holds)) {
  if (rule_ == GaijiRule::outside_juki && !juki_holds_) throw std::logic_error("outside_juki without its characters");
}

bool GaijiSet::contains(std::string_view character) const {
  if (character.empty()) return false;
  std::string_view rest = character;
  const char32_t code_point = take_code_point(rest);
  if (is_private_use(code_point)) return true;
  switch (rule_) {
    case GaijiRule::private_use:
      return false;
    case GaijiRule::outside_jis_x_0208:
      if (!rest.empty() || code_point > 0xFFFF) return true;
      return !is_half_width(code_point) && !jis_x_0208().test(code_point);
    case GaijiRule::outside_jis_x_0213:
      return !is_half_width(code_point) && !in_jis_x_0213(code_point, character);
    case GaijiRule::outside_juki:
      return !is_half_width(code_point) && !juki_holds_(character);
  }
  return false;
}

std::string_view GaijiSet::next(std::string_view& text) const {
  while (!text.empty()) {
    if (rule_ == GaijiRule::outside_jis_x_0213 && take_letter_of_two(text)) continue;
    const std::string_view character = take_character(text);
    if (contains(character)) return character;
  }
  return {};
}

std::size_t GaijiSet::count(std::string_view text) const {
  if (rule_ == GaijiRule::private_use) return count_private_use(text);
  std::size_t count = 0;
  while (!next(text).empty()) ++count;
  return count;
}

}  // namespace daicho
