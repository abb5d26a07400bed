// Which characters may stand for which, and on whose word: the table of 代替文字.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace daicho {

/// Why one character may stand for another, in the order in which they are preferred.
enum class SubstituteRule : std::uint8_t {
  own,             ///< the municipality's own table
  jis_ucs,         ///< MJ縮退マップ: JIS包摂規準・UCS統合規則
  koseki,          ///< MJ縮退マップ: 法務省戸籍法関連通達・通知
  kokuji_582,      ///< MJ縮退マップ: 法務省告示582号別表第四
  dictionary,      ///< MJ縮退マップ: 辞書類等による関連字
  analogy,         ///< MJ縮退マップ: 読み・字形による類推
  base_character,  ///< a variation sequence to its base
  compatibility,   ///< Unicode: a compatibility ideograph to the ideograph of which it is a form
  usual_form,      ///< 印刷標準字体 to the form that JIS X 0208 has (鷗 to 鴎)
  sign,            ///< a sign or a kana spelt out (Ⅱ to ＩＩ)
  unihan,          ///< Unicode's Unihan database
};
inline constexpr std::size_t kSubstituteRules = 11;

/// The rule's name for staff, in Japanese, for example `JIS包摂規準・UCS統合規則`.
std::string_view substitute_rule_label(SubstituteRule rule);
/// The rule's name in files for machines, for example `jis_ucs`.
std::string_view substitute_rule_name(SubstituteRule rule);

/// Where exactly a rule says so; several sources share a rule.
enum class SubstituteSource : std::uint8_t {
  own,
  jis_ucs,
  koseki_parent,         ///< 戸籍統一文字情報 親字・正字; its order is the ホップ数
  tsutatsu_2842,         ///< 民一2842号通達別表 誤字俗字・正字一覧表, 無印
  tsutatsu_2842_zokuji,  ///< the same, 俗字
  tsutatsu_2842_betsuji,  ///< the same, 別字: there is another character of this form, so it comes last (kBetsujiOrder)
  tsuchi_5202,            ///< 民二5202号通知別表 正字・俗字等対照表
  kokuji_582_1,           ///< 法務省告示582号別表第四の一; its order is the 順位
  kokuji_582_2,           ///< 法務省告示582号別表第四の二; its order is the 順位
  dictionary,
  analogy,
  base_character,
  compatibility,
  usual_form,
  sign,
  unihan_jinmeiyo,  ///< kJinmeiyoKanji: the form of 人名用漢字 or 常用漢字 of which it is another form
  unihan_joyo,      ///< kJoyoKanji
  unihan_z,         ///< kZVariant
  unihan_semantic,  ///< kSemanticVariant
};

/// After any ホップ数.
inline constexpr int kBetsujiOrder = 9;

SubstituteRule rule_of(SubstituteSource source);

/// A character (or several) that may stand for another.
struct Candidate {
  std::string_view to;  ///< UTF-8; lives as long as the table, unchanged
  SubstituteSource source = SubstituteSource::own;
  int order = 1;          ///< inside the rule, from 1: ホップ数, 順位
  std::string_view note;  ///< a municipality's own note; else empty
};

/// Candidates by character (a code point, with its variation selector if any).
class SubstitutionTable {
 public:
  /// Only what needs no file: the usual forms, the signs and Unicode's compatibility ideographs.
  static SubstitutionTable built_in();

  /// Adds a candidate; `character` must be one character. A candidate that is the character itself is left out.
  void add(std::string_view character, const Candidate& candidate);

  /// All candidates of a character, best first, each `to` once, with the best rule that names it; a variation sequence
  /// has its base among them. Empty where there is none.
  std::vector<Candidate> candidates(std::string_view character) const;

  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::uint32_t text = 0;  // offset into texts_: the substitute, then the note
    std::uint8_t length = 0;
    std::uint8_t note_length = 0;
    SubstituteSource source = SubstituteSource::own;
    std::uint8_t order = 1;
    std::uint32_t next = 0;  // index + 1 of the character's next entry; 0: none
  };
  std::vector<Entry> entries_;
  std::string texts_;
  std::unordered_map<std::uint64_t, std::uint32_t> first_;  // base and selector -> index + 1
};

}  // namespace daicho
