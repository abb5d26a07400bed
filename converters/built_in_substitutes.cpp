// The built-in table of 代替文字: what the published tables lack and municipalities meet all the same. Nobody chose
// these pairs by law: they are the usual readings of the same character, and a municipality's own table goes before
// them.
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

/// 印刷標準字体 and other forms of JIS X 0213 and JIS X 0212 to the form that JIS X 0208 has. MJ縮退マップ leads to
/// JIS X 0213, which has both, and so names none of them.
constexpr Pair kUsualForms[] = {
    {"俱", "倶"}, {"吞", "呑"}, {"噓", "嘘"}, {"姸", "妍"}, {"屛", "屏"}, {"幷", "并"}, {"驒", "騨"}, {"蟬", "蝉"},
    {"𠮟", "叱"}, {"剝", "剥"}, {"﨔", "欅"}, {"鷗", "鴎"}, {"麴", "麹"}, {"搔", "掻"}, {"摑", "掴"}, {"攢", "攅"},
    {"潑", "溌"}, {"繫", "繋"}, {"蠟", "蝋"}, {"頰", "頬"}, {"顚", "顛"}, {"醬", "醤"}, {"萊", "莱"}, {"蔣", "蒋"},
    {"鹼", "鹸"}, {"俠", "侠"}, {"凞", "熙"}, {"塡", "填"}, {"焰", "焔"},
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
  add_all(kUsualForms, SubstituteSource::usual_form);
  add_all(kSigns, SubstituteSource::sign);
  return table;
}

}  // namespace daicho
