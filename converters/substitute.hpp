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
  /// The few pairs that every municipality meets (𠮷 to 吉, 髙 to 高, Ⅱ to ＩＩ, ...), and Unicode's compatibility
  /// ideographs. 濵 and other characters of JIS X 0212 are no part of it where every charset here holds them.
  static SubstitutionTable simple();
  /// Adds or replaces a pair. The substitute may be several characters (Ⅱ to ＩＩ).
  void add(std::string_view character, std::string_view substitute);
  /// The substitute of a character, or empty. A variation sequence that the table lacks answers with its base. The view
  /// lives as long as the table, unchanged, and the bytes of `character`.
  std::string_view find(std::string_view character) const;

 private:
  std::unordered_map<std::string, std::string> pairs_;
};

/// Whether one character lies inside JIS X 0208 + JIS X 0212 and `charset` can hold it. A variation sequence, a 外字, a
/// half-width character and NEC's and IBM's additions to JIS X 0208 (①, Ⅱ, 髙) do not.
bool in_certificate_repertoire(std::string_view character, Charset charset);

/// `text` with every character outside the repertoire replaced; at most two hops through the table. `impossible` where
/// one of them has no substitute; it never answers `kana`, which is for a caller that puts the whole reading instead.
Substitution substitute(const SubstitutionTable& table, std::string_view text, Charset charset);

}  // namespace daicho
