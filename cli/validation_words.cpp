#include "cli/validation_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/refusal_words.hpp"
#include "cli/report.hpp"
#include "formats/checks/check.hpp"

namespace daicho {
namespace {

std::string need_reason(CheckNeed need, bool ja) {
  switch (need) {
    case CheckNeed::nothing:
      break;
    case CheckNeed::processing_date:
      return ja ? "処理日が分からない（--as-of で指定する）" : "the processing date is not known: give --as-of DATE";
    case CheckNeed::municipality:
      return ja ? "自団体のコードが分からない（--municipality で指定する）"
                : "one's own municipality is not known: give --municipality CODE";
    case CheckNeed::previous:
      return ja ? "比べる前回のファイルがない（--against で指定する）"
                : "there is no older file of the same layout: give --against FILE";
    case CheckNeed::residents:
      return ja ? "突き合わせる住民票か本人確認情報のファイルがない（--against で指定する）"
                : "there is no register (juki) or honnin file to compare with: give --against FILE";
    case CheckNeed::residents_only:
      return ja ? "突き合わせる住民票のファイルがない（--against で指定する）"
                : "there is no register (juki) to compare with: give --against FILE";
  }
  return {};
}

}  // namespace

std::string skip_reason(const SkippedCheck& skipped, Language language) {
  const bool ja = language == Language::ja;
  if (skipped.off) return ja ? "プロファイルで停止している" : "turned off by the profile";
  if (!skipped.missing_item.empty()) {
    return ja ? fmt::format("レイアウトに項目 {} がない", skipped.missing_item)
              : fmt::format("the layout has no item {}", skipped.missing_item);
  }
  if (skipped.need != CheckNeed::nothing) return need_reason(skipped.need, ja);
  if (skipped.unpaired) {
    return ja ? "--against のファイルに、対応するレコードが1件もない"
              : "no record has its counterpart in the file of --against";
  }
  return ja ? "読めないレコードか、誤りのある項目があり、全体を判断できない"
            : "records that it needs could not be read, or have errors in its items";
}

std::string_view skip_word(const SkippedCheck& skipped) {
  if (skipped.off) return "off";
  if (!skipped.missing_item.empty()) return "item";
  if (skipped.need == CheckNeed::processing_date) return "as_of";
  if (skipped.need == CheckNeed::municipality) return "municipality";
  if (skipped.need != CheckNeed::nothing) return "against";
  if (skipped.unpaired) return "unpaired";
  return "unreadable";
}

std::string check_title(std::string_view id, const FindingTexts& texts, Language language) {
  for (const CheckKind& kind : check_list()) {
    if (kind.id != id || kind.codes.empty()) continue;
    const FindingEntry* entry = texts.find(kind.codes[0].code);
    if (entry != nullptr) return entry->text(language).title;
  }
  return {};
}

std::string counted(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", grouped(count), noun, count == 1 ? "" : "s");
}

std::string level_name(AlertLevel level, Language language) {
  const bool ja = language == Language::ja;
  switch (level) {
    case AlertLevel::error:
      return ja ? "エラー" : "error";
    case AlertLevel::alert:
      return ja ? "警告" : "alert";
    case AlertLevel::off:
      break;
  }
  return ja ? "停止" : "off";
}

std::string day_text(const PartialDate& day) { return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day); }

std::string compared_text(const ValidationSummary& summary, Language language) {
  if (!summary.compared) return {};
  const std::string some = grouped(*summary.compared);
  const std::string all = grouped(summary.read.records);
  return language == Language::ja
             ? fmt::format("--against との突き合わせ：{} 件のうち {} 件に対応するレコードがあります", all, some)
             : fmt::format("compared with --against: {} of {} found their counterpart", some,
                           counted(summary.read.records, "record"));
}

std::vector<std::string> caveats(const ValidationSummary& summary, Language language) {
  const bool ja = language == Language::ja;
  std::vector<std::string> sentences;
  if (!summary.broken_off.empty()) {
    sentences.push_back(ja ? fmt::format("ファイルを最後まで読めませんでした（{}）。指摘はこれで全部ではありません。",
                                         sentence_in(language, summary.broken_off))
                           : fmt::format("The file could not be read to its end ({}): these are not all findings.",
                                         summary.broken_off));
  }
  if (summary.unread_records > 0) {
    const std::string count = grouped(summary.unread_records);
    sentences.push_back(ja ? fmt::format("読めないレコードが {} 件あり、その中の値は検査していません。", count)
                           : fmt::format("{} could not be read; what stands there was not checked.",
                                         counted(summary.unread_records, "record")));
  }
  std::set<std::string_view> lacking;  // one check may lack several things
  for (const SkippedCheck& skipped : summary.skipped) lacking.insert(skipped.id);
  const auto part = static_cast<std::uint64_t>(std::count_if(
      lacking.begin(), lacking.end(), [&](std::string_view check) { return ran_in_part(summary, check); }));
  const std::uint64_t none = lacking.size() - part;
  if (none > 0) {
    sentences.push_back(ja ? fmt::format("実行しなかった検査が {} 件あります。", none)
                           : fmt::format("{} did not run.", counted(none, "check")));
  }
  if (part > 0) {
    sentences.push_back(ja ? fmt::format("一部のみ実行した検査が {} 件あります。", part)
                           : fmt::format("{} ran in part only.", counted(part, "check")));
  }
  return sentences;
}

}  // namespace daicho
