#include "converters/gaiji.hpp"

#include "converters/utf8.hpp"

namespace daicho {

bool is_private_use(char32_t code_point) {
  return (code_point >= 0xE000 && code_point <= 0xF8FF) || (code_point >= 0xF0000 && code_point <= 0xFFFFD) ||
         (code_point >= 0x100000 && code_point <= 0x10FFFD);
}

std::optional<GaijiRule> parse_gaiji_rule(std::string_view name) {
  if (name == gaiji_rule_name(GaijiRule::private_use)) return GaijiRule::private_use;
  return std::nullopt;
}

std::string_view gaiji_rule_name(GaijiRule rule) {
  switch (rule) {
    case GaijiRule::private_use:
      return "private_use";
  }
  return {};
}

std::size_t gaiji_count(GaijiRule rule, std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    const char32_t code_point = take_code_point(text);
    if (rule == GaijiRule::private_use && is_private_use(code_point)) ++count;
  }
  return count;
}

}  // namespace daicho
