#include "cli/check_table.hpp"

#include <fmt/format.h>

#include "cli/text_table.hpp"
#include "cli/validation_words.hpp"
#include "formats/checks/check.hpp"

namespace daicho {
namespace {

std::string need_name(CheckNeed need, Language language) {
  const bool ja = language == Language::ja;
  switch (need) {
    case CheckNeed::nothing:
      break;
    case CheckNeed::processing_date:
      return ja ? "処理日（--as-of）" : "processing date (--as-of)";
    case CheckNeed::municipality:
      return ja ? "自団体のコード（--municipality）" : "own municipality (--municipality)";
    case CheckNeed::previous:
      return ja ? "前回のファイル（--against）" : "older file (--against)";
    case CheckNeed::residents:
      return ja ? "住民票か本人確認情報（--against）" : "register or honnin (--against)";
    case CheckNeed::residents_only:
      return ja ? "住民票（--against）" : "register (--against)";
  }
  return "-";
}

/// What the whole of a check needs, or a part of it.
std::string needs_of(const CheckKind& kind, Language language) {
  if (kind.part.need == CheckNeed::nothing) return need_name(kind.need, language);
  const bool ja = language == Language::ja;
  std::string text = (ja ? "一部に" : "in part: ") + need_name(kind.part.need, language);
  if (!kind.part.layout.empty()) text += fmt::format(fmt::runtime(ja ? "：{}" : ", {}"), kind.part.layout);
  return text;
}

std::string runner_name(CheckedBy by, Language language) {
  const bool ja = language == Language::ja;
  switch (by) {
    case CheckedBy::check:
      break;
    case CheckedBy::reader:
      return ja ? "読取り" : "reader";
    case CheckedBy::schema:
      return ja ? "レイアウト" : "schema";
    case CheckedBy::job:
      return ja ? "バッチ" : "job";
    case CheckedBy::nobody:
      return ja ? "対象外" : "nobody";
  }
  return ja ? "検査" : "check";
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : " ") + std::string(word);
  return text.empty() ? "-" : text;
}

}  // namespace

std::string check_summary(const CheckKind& check, Language language) {
  const bool ja = language == Language::ja;
  std::string text =
      fmt::format(fmt::runtime(ja ? "{}（論理チェック）\n  レイアウト：{}\n  必要なもの：{}\n  検査する機能：{}"
                                  : "{} (logical check)\n  layouts: {}\n  needs: {}\n  run by: {}"),
                  check.id, joined(check.layouts), needs_of(check, language), runner_name(check.by, language));
  if (check.codes.empty()) text += ja ? "\n  docs/checks.md を参照" : "\n  see docs/checks.md";
  return text;
}

std::string check_table(const FindingTexts& texts, const Profile& profile, std::string_view layout, Language language) {
  const bool ja = language == Language::ja;
  TextTable table({{ja ? "番号" : "check"},
                   {ja ? "コード" : "code"},
                   {ja ? "重大度" : "level"},
                   {ja ? "レイアウト" : "layouts"},
                   {ja ? "必要なもの" : "needs"},
                   {ja ? "検査する機能" : "run by"},
                   {ja ? "検査" : "rule"}});
  for (const CheckKind& kind : check_list()) {
    if (!layout.empty() && !made_for(kind, layout)) continue;
    for (const FindingCode& code : kind.codes) {
      const FindingEntry* entry = texts.find(code.code);
      table.add({std::string(kind.id), code.code, level_name(profile.level(code), language), joined(kind.layouts),
                 needs_of(kind, language), runner_name(kind.by, language),
                 entry != nullptr ? entry->text(language).title : ""});
    }
    if (kind.codes.empty()) {
      table.add({std::string(kind.id), "-", "-", joined(kind.layouts), needs_of(kind, language),
                 runner_name(kind.by, language), ja ? "docs/checks.md を参照" : "see docs/checks.md"});
    }
  }
  return table.text();
}

}  // namespace daicho
