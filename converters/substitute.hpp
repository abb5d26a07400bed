// 代替文字: a name or an address inside a narrower repertoire, with a flag for each code unit that changed.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "converters/charset.hpp"

namespace daicho {

/// 代替文字変換結果 (送付先情報 item 53).
enum class SubstituteResult : char { unchanged = '0', substituted = '1', kana = '2', impossible = '9' };

struct Substitution {
  SubstituteResult result = SubstituteResult::unchanged;
  std::string text;       ///< inside the repertoire; unspecified where the result is `impossible`
  std::string positions;  ///< `0` or `1` for each UTF-16 code unit of the original (公的個人認証's 代替文字位置)
};

/// A table from a character (with its variation selector, if any) to its substitute.
class SubstitutionTable {
 public:
  /// The few pairs that every municipality meets (𠮷 to 吉, 髙 to 高, 濵 to 浜, ...).
  static SubstitutionTable simple();
  void add(std::string_view character, std::string_view substitute);
  /// The substitute of a character, or empty. A variation sequence that the table lacks answers with its base.
  std::string_view find(std::string_view character) const;

 private:
  std::unordered_map<std::string, std::string> pairs_;
};

/// Whether one character lies inside JIS X 0208 + JIS X 0212 and `charset` can hold it.
bool in_certificate_repertoire(std::string_view character, Charset charset);

/// `text` with every character outside the repertoire replaced; at most two hops through the table.
Substitution substitute(const SubstitutionTable& table, std::string_view text, Charset charset);

}  // namespace daicho
