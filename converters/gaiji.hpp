// 外字: characters outside the named sets, and how they are counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace daicho {

/// What 外字数 counts; a layout names its rule.
enum class GaijiRule : std::uint8_t {
  private_use,  ///< characters of U+E000-F8FF and planes 15 and 16
};

/// Whether a code point is a private-use character: U+E000-F8FF, U+F0000-FFFFD, U+100000-10FFFD.
bool is_private_use(char32_t code_point);

std::optional<GaijiRule> parse_gaiji_rule(std::string_view name);
std::string_view gaiji_rule_name(GaijiRule rule);

/// 外字数: characters (a base and its variation selector are one), not code units.
std::size_t gaiji_count(GaijiRule rule, std::string_view text);

}  // namespace daicho
