// 外字: characters outside the named sets, and how they are counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

namespace daicho {

/// What a layout counts as 外字; a layout names its rule.
enum class GaijiRule : std::uint8_t {
  private_use,         ///< characters of U+E000-F8FF and planes 15 and 16
  outside_jis_x_0208,  ///< whatever is not in JIS X 0208 (第1・第2水準)
  outside_jis_x_0213,  ///< whatever is not in JIS X 0213:2004 (第1～第4水準)
  outside_juki,        ///< whatever is no 住基ネット統一文字
};

std::span<const GaijiRule> all_gaiji_rules();
std::optional<GaijiRule> parse_gaiji_rule(std::string_view name);
std::string_view gaiji_rule_name(GaijiRule rule);

/// Whether a code point is a private-use character: U+E000-F8FF, U+F0000-FFFFD, U+100000-10FFFD.
bool is_private_use(char32_t code_point);

/// The characters that count as 外字 by a rule. A base and its variation selector are one character, which lies inside
/// a repertoire only where the repertoire has the sequence: JIS X 0208 and JIS X 0213 have none. The letters
/// that JIS X 0213 makes of two code points (か゚) are inside it. Half-width characters (ASCII,
/// U+FF61-FF9F) are no 外字 by any rule.
class GaijiSet {
 public:
  GaijiSet() = default;  ///< private_use
  /// Whether 住基ネット統一文字 have a character: asked for nothing but `outside_juki`, which needs it. What it asks
  /// must outlive the set.
  using JukiHolds = std::function<bool(std::string_view character)>;
  explicit GaijiSet(GaijiRule rule, JukiHolds juki_holds = {});

  GaijiRule rule() const { return rule_; }
  /// Whether one character (a code point, with its variation selector if any) is a 外字.
  bool contains(std::string_view character) const;
  /// Takes characters off `text` until one is a 外字, and answers it; empty where none is left.
  std::string_view next(std::string_view& text) const;
  /// 外字数: characters, not code units.
  std::size_t count(std::string_view text) const;

 private:
  GaijiRule rule_ = GaijiRule::private_use;
  JukiHolds juki_holds_;
};

}  // namespace daicho
