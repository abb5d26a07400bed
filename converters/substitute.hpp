// 代替文字: a name or an address inside a narrower repertoire, with a flag for each code unit that changed, and the
// evidence for each change. Nothing is changed that `replacements` does not tell.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "converters/substitution_table.hpp"
#include "converters/target_repertoire.hpp"

namespace daicho {

/// 代替文字変換結果 (送付先情報 item 53). The greater one counts where several texts have one result.
enum class SubstituteResult : char { unchanged = '0', substituted = '1', kana = '2', impossible = '9' };

/// One step from a character to another.
struct Hop {
  std::string to;  ///< UTF-8; one character or several
  SubstituteRule rule = SubstituteRule::own;
  std::string evidence;  ///< Japanese, for staff: the table's name with ホップ数, 順位 or the municipality's note
};

/// One replaced character, or one part of a name in かな.
struct Replacement {
  std::size_t at = 0;  ///< byte offset in the original
  std::string original;
  std::string substitute;
  std::vector<Hop> hops;  ///< one or two; the last one's `to` is the substitute; empty for かな
  /// Other characters of the repertoire that a rule as good as the first hop's offers: staff should choose.
  std::vector<std::string> alternatives;
};

struct Substitution {
  SubstituteResult result = SubstituteResult::unchanged;
  std::string text;       ///< inside the repertoire; unspecified where the result is `impossible`
  std::string positions;  ///< `0` or `1` for each UTF-16 code unit of the original (公的個人認証's 代替文字位置)
  std::vector<Replacement> replacements;  ///< in the order of the original
  std::vector<std::string> without;  ///< characters that have no substitute, each once, also where かな stand for them
};

/// How `character` gets into `target`: the hops, at most two, the last `to` inside the target. Empty where the tables
/// lead nowhere. Prefers a municipality's own table, then MJ縮退マップ, then the rest; there one hop to two; then the
/// order of the rules, then the order inside the rule, then the tables' own (JIS X 0213's) order.
std::vector<Hop> substitute_path(const SubstitutionTable& table, std::string_view character,
                                 const TargetRepertoire& target);

/// `text` with every character outside `target` replaced. `impossible` where one of them has no substitute; never
/// `kana`.
Substitution substitute(const SubstitutionTable& table, std::string_view text, const TargetRepertoire& target);

/// As `substitute`, for a name. Where a character has no substitute, かな stand for the part of the name (氏, 名) that
/// has it, if name and reading have the same number of parts between U+3000, else for the whole name; all code units of
/// what they stand for count as replaced. `reading` is in katakana or hiragana and becomes hiragana. `impossible` only
/// where there is no reading or the reading does not fit the target either.
Substitution substitute_name(const SubstitutionTable& table, std::string_view name, std::string_view reading,
                             const TargetRepertoire& target);

}  // namespace daicho
