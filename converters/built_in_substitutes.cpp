// The built-in table of 代替文字: what municipalities meet every day. Nobody chose these pairs by law: they are the
// usual readings of the same character, and a municipality adds its own with SubstitutionTable::add.
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <stdexcept>
#include <string>

#include "converters/substitution_table.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

struct Pair {
  std::string_view character;
  std::string_view substitute;
};

/// Outside JIS X 0208 and JIS X 0212, whatever charset the file has.
constexpr Pair kOutsideJis[] = {
    {"髙", "高"}, {"﨑", "崎"}, {"𠮷", "吉"}, {"棃", "梨"}, {"瀨", "瀬"}, {"德", "徳"}, {"黑", "黒"}, {"增", "増"},
    {"寬", "寛"}, {"敎", "教"}, {"栁", "柳"}, {"橫", "横"}, {"淸", "清"}, {"綠", "緑"}, {"緖", "緒"}, {"薰", "薫"},
    {"賴", "頼"}, {"郞", "郎"}, {"鄕", "郷"}, {"靑", "青"}, {"昻", "昂"}, {"俱", "倶"}, {"吞", "呑"}, {"噓", "嘘"},
    {"姸", "妍"}, {"屛", "屏"}, {"幷", "并"}, {"驒", "騨"}, {"蟬", "蝉"}, {"姬", "姫"}, {"圡", "土"}, {"𡈽", "土"},
    {"𠀋", "丈"}, {"𣘺", "橋"}, {"𦚰", "脇"}, {"㐂", "喜"}, {"𠮟", "叱"}, {"剝", "剥"}, {"卽", "即"}, {"尙", "尚"},
    {"巢", "巣"}, {"悅", "悦"}, {"戶", "戸"}, {"曆", "暦"}, {"步", "歩"}, {"歷", "歴"}, {"每", "毎"}, {"稅", "税"},
    {"絕", "絶"}, {"緣", "縁"}, {"脫", "脱"}, {"說", "説"}, {"銳", "鋭"}, {"錄", "録"}, {"閱", "閲"}, {"淚", "涙"},
    {"溫", "温"}, {"產", "産"}, {"虛", "虚"}, {"內", "内"}, {"吳", "呉"}, {"彥", "彦"}, {"晚", "晩"}, {"槪", "概"},
    {"渴", "渇"}, {"硏", "研"}, {"黃", "黄"}, {"徵", "徴"}, {"﨔", "欅"},
};

/// In JIS X 0212, so they stay as they are where the file's charset holds them. CP932 does not.
constexpr Pair kOutsideCp932[] = {
    {"槗", "橋"}, {"鷗", "鴎"}, {"麴", "麹"}, {"搔", "掻"}, {"摑", "掴"}, {"攢", "攅"}, {"潑", "溌"},
    {"瘦", "痩"}, {"繫", "繋"}, {"蠟", "蝋"}, {"頰", "頬"}, {"顚", "顛"}, {"醬", "醤"}, {"萊", "莱"},
    {"蔣", "蒋"}, {"鹼", "鹸"}, {"麵", "麺"}, {"俠", "侠"}, {"桺", "柳"}, {"靎", "鶴"}, {"响", "響"},
    {"柗", "松"}, {"龢", "和"}, {"凞", "熙"}, {"皍", "即"}, {"塡", "填"}, {"焰", "焔"}, {"擊", "撃"},
};

/// Signs of addresses and of foreign residents' names that CP932 added to JIS X 0208, and kana that it lacks.
constexpr Pair kSigns[] = {
    {"Ⅰ", "Ｉ"},      {"Ⅱ", "ＩＩ"},     {"Ⅲ", "ＩＩＩ"}, {"Ⅳ", "ＩＶ"},   {"Ⅴ", "Ｖ"},     {"Ⅵ", "ＶＩ"},
    {"Ⅶ", "ＶＩＩ"},  {"Ⅷ", "ＶＩＩＩ"}, {"Ⅸ", "ＩＸ"},   {"Ⅹ", "Ｘ"},     {"ⅰ", "ｉ"},     {"ⅱ", "ｉｉ"},
    {"ⅲ", "ｉｉｉ"},  {"ⅳ", "ｉｖ"},     {"ⅴ", "ｖ"},     {"ⅵ", "ｖｉ"},   {"ⅶ", "ｖｉｉ"}, {"ⅷ", "ｖｉｉｉ"},
    {"ⅸ", "ｉｘ"},    {"ⅹ", "ｘ"},       {"①", "（１）"}, {"②", "（２）"}, {"③", "（３）"}, {"④", "（４）"},
    {"⑤", "（５）"},  {"⑥", "（６）"},   {"⑦", "（７）"}, {"⑧", "（８）"}, {"⑨", "（９）"}, {"㈱", "（株）"},
    {"㈲", "（有）"}, {"＇", "’"},       {"＂", "”"},     {"ゔ", "う゛"},  {"ヷ", "ワ゛"},  {"ヺ", "ヲ゛"},
};

/// CJK compatibility ideographs to the character of which Unicode says that they are a form.
void add_compatibility_ideographs(SubstitutionTable& table, char32_t first, char32_t last) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot decompose: ") + u_errorName(status));
  for (char32_t code_point = first; code_point <= last; ++code_point) {
    icu::UnicodeString canonical;
    if (!nfd->getDecomposition(static_cast<UChar32>(code_point), canonical)) continue;
    std::string character;
    std::string substitute;
    append_code_point(character, code_point);
    table.add(character, {canonical.toUTF8String(substitute), SubstituteSource::compatibility, 1, {}});
  }
}

}  // namespace

SubstitutionTable SubstitutionTable::built_in() {
  SubstitutionTable table;
  add_compatibility_ideographs(table, 0xF900, 0xFAFF);
  add_compatibility_ideographs(table, 0x2F800, 0x2FA1F);
  const auto add_all = [&](const auto& pairs, SubstituteSource source) {
    for (const Pair& pair : pairs) table.add(pair.character, {pair.substitute, source, 1, {}});
  };
  add_all(kOutsideJis, SubstituteSource::usual_form);
  add_all(kOutsideCp932, SubstituteSource::usual_form);
  add_all(kSigns, SubstituteSource::sign);
  return table;
}

}  // namespace daicho
