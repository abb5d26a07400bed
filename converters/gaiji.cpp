#include "converters/gaiji.hpp"

#include "converters/jis_x_0208.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

constexpr GaijiRule kRules[] = {GaijiRule::private_use, GaijiRule::outside_jis_x_0208};

bool is_half_width(char32_t code_point) { return code_point < 0x80 || (code_point >= 0xFF61 && code_point <= 0xFF9F); }

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
  }
  return {};
}

bool is_private_use(char32_t code_point) {
  return (code_point >= 0xE000 && code_point <= 0xF8FF) || (code_point >= 0xF0000 && code_point <= 0xFFFFD) ||
         (code_point >= 0x100000 && code_point <= 0x10FFFD);
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
  }
  return false;
}

std::string_view GaijiSet::next(std::string_view& text) const {
  while (!text.empty()) {
    const std::string_view character = take_character(text);
    if (contains(character)) return character;
  }
  return {};
}

std::size_t GaijiSet::count(std::string_view text) const {
  std::size_t count = 0;
  while (!next(text).empty()) ++count;
  return count;
}

}  // namespace daicho
