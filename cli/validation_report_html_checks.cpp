// What a validation's page says beside the findings: what each code means, which checks ran, the layout's items.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/layout_words.hpp"
#include "cli/report.hpp"
#include "cli/validation_report_html.hpp"
#include "cli/validation_words.hpp"
#include "formats/html.hpp"

namespace daicho {
namespace {

bool ran(const PageFile& file, std::string_view check) {
  const auto& checks = file.summary.checks;
  return std::find(checks.begin(), checks.end(), check) != checks.end();
}

/// Why a check did not run, or in part; empty where it ran whole, or is not made for the layout.
std::string skip_reasons(const PageFile& file, std::string_view check, Language language) {
  std::string reasons;
  for (const SkippedCheck& each : file.summary.skipped) {
    if (each.id != check) continue;
    const std::string_view between = reasons.empty() ? "" : language == Language::ja ? "、" : "; ";
    reasons += fmt::format("{}{}", between, skip_reason(each, language));
  }
  return reasons;
}

/// What became of a check: in each file where they differ.
std::string fate_html(const PageData& page, const CheckKind& kind) {
  std::map<std::string, std::vector<std::string>> fates;  // the files of each
  for (const PageFile& file : page.files) {
    const std::string why = skip_reasons(file, kind.id, Language::ja);
    std::string fate;
    if (!why.empty()) {
      const bool part = ran_in_part(file.summary, kind.id);
      fate = "<span class=\"warning\">" +
             both(part ? "一部のみ実行" : "実行せず", part ? "ran in part" : "did not run") + "</span> " +
             both(why, skip_reasons(file, kind.id, Language::en));
    } else if (ran(file, kind.id)) {
      fate = both("実行した", "ran");
    } else {
      continue;
    }
    fates[fate].push_back(file.name);
  }
  if (fates.size() == 1) return fates.begin()->first;
  std::string html;
  for (const auto& [fate, files] : fates) {
    html += fmt::format("<div>{} <small class=\"dim\">{}</small></div>", fate,
                        html_text(fmt::format("{}", fmt::join(files, ", "))));
  }
  return html;
}

std::string check_rows(const PageData& page) {
  std::string html;
  for (const CheckKind& kind : check_list()) {
    const std::string fate = fate_html(page, kind);
    if (fate.empty()) continue;
    std::string codes;
    for (const FindingCode& code : kind.codes) {
      const FindingEntry* entry = page.parts.texts.find(code.code);
      const AlertLevel level = page.parts.profile.level(code);
      codes += fmt::format("<div><code>{}</code> {} <small class=\"dim\">{}</small></div>", code.code,
                           entry != nullptr ? both(entry->ja.title, entry->en.title) : std::string(),
                           both(level_name(level, Language::ja), level_name(level, Language::en)));
    }
    html += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n", kind.id, codes, fate);
  }
  return html;
}

std::string profile_html(const PageData& page) {
  const Profile& profile = page.parts.profile;
  if (profile.name().empty()) return {};
  std::string ja;
  std::string en;
  for (const auto& [code, level] : profile.levels()) {
    ja += fmt::format("{}{} を{}", ja.empty() ? "" : "、", code, level_name(level, Language::ja));
    en += fmt::format("{}{} {}", en.empty() ? "" : ", ", code, level_name(level, Language::en));
  }
  if (ja.empty()) ja = "変更なし";
  if (en.empty()) en = "changes nothing";
  return fmt::format("<p>{}</p>\n", both(fmt::format("プロファイル「{}」：{}", profile.name(), ja),
                                         fmt::format("Profile '{}': {}", profile.name(), en)));
}

/// How many records were compared with another file, for each file.
std::string compared_html(const PageData& page) {
  std::string html;
  for (const PageFile& file : page.files) {
    if (!file.summary.compared) continue;
    const std::string name = page.files.size() > 1 ? file.name + ": " : std::string();
    html += fmt::format("<p>{}</p>\n", both(name + compared_text(file.summary, Language::ja),
                                            name + compared_text(file.summary, Language::en)));
  }
  return html;
}

/// The days that were taken for the processing date, one for each file that has one.
std::string dates_html(const PageData& page) {
  std::string html;
  for (const PageFile& file : page.files) {
    if (!file.summary.as_of) continue;
    const std::string day = day_text(*file.summary.as_of);
    const std::string name = page.files.size() > 1 ? file.name + ": " : std::string();
    html += fmt::format("<p>{}</p>\n",
                        both(fmt::format("{}処理日 {}", name, day), fmt::format("{}processing date {}", name, day)));
  }
  return html;
}

/// What was found in an item.
struct ItemCount {
  std::uint64_t all = 0;
  bool errors = false;
};

std::string item_row(const Item& item, const ItemCount& count, const std::string& bytes) {
  return fmt::format(
      "<tr id=\"item-{}\"{}><td class=\"n\">{}</td><td>{}<br><code class=\"dim\">{}</code></td><td>{}</td>"
      "<td class=\"n\">{}</td><td class=\"n\">{}</td></tr>\n",
      item.no,
      count.errors    ? " class=\"hit\""
      : count.all > 0 ? " class=\"warned\""
                      : "",
      item.no, html_text(item.name), html_text(item.id), to_string(item.picture), bytes,
      count.all > 0 ? (count.errors ? "✕ " : "▲ ") + grouped(count.all) : "");
}

}  // namespace

std::string page_codes(const PageData& page) {
  if (page.tally.seen() == 0) return {};
  std::string html = fmt::format(
      "<h2>{}</h2>\n<table "
      "class=\"codes\"><thead><tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr></thead><tbody>\n",
      both("コードの意味と対処", "What the codes mean, and how to mend it"), both("コード", "code"),
      both("件数", "count"), both("意味", "meaning"), both("対処", "remedy"));
  for (const CodeCount& each : page.tally.codes()) {
    const FindingEntry* entry = page.parts.texts.find(each.code.code);
    if (entry == nullptr) continue;
    html += fmt::format(
        "<tr id=\"{0}\"><td><code>{0}</code></td><td class=\"n\">{1}</td><td><b>{2}</b><br>{3}</td><td>{4}</td></tr>\n",
        each.code.code, grouped(each.seen), both(entry->ja.title, entry->en.title),
        both(entry->ja.explanation, entry->en.explanation), both(entry->ja.remedy, entry->en.remedy));
  }
  return html + "</tbody></table>\n";
}

std::string page_checks(const PageData& page) {
  std::string html = fmt::format("<h2>{}</h2>\n", both("行った検査", "What was checked"));
  html += fmt::format(
      "<p>{}</p>\n",
      both("ファイルの形（文字コード、改行、レコード長、コントロールレコード、列）、項目の書き方（桁数、文字の種類、日"
           "付、"
           "検査数字、コード表、必須）、項目どうしの関係は、いつもすべてのレコードで検査します。",
           "The file's form (charset, line ends, record lengths, control records, columns), each item's form (width, "
           "kind of character, dates, check digits, code lists, presence) and the relations between items are always "
           "checked, in every record."));
  html += dates_html(page) + compared_html(page) + profile_html(page);
  const std::string rows = check_rows(page);
  if (rows.empty()) {
    return html + "<p>" +
           both("このレイアウトには、ほかに論理検査はありません。", "There are no logical checks for this layout.") +
           "</p>\n";
  }
  return html +
         fmt::format("<table class=\"checks\"><thead><tr><th>{}</th><th>{}</th><th>{}</th></tr></thead><tbody>\n",
                     both("論理検査", "check"), both("内容", "rule"), both("結果", "status")) +
         rows + "</tbody></table>\n";
}

std::string page_items(const PageData& page) {
  const Layout& layout = page.parts.layout;
  std::vector<ItemCount> counts(layout.items.size());
  for (const FindingKind* kind : page.tally.kinds()) {
    if (kind->item >= counts.size()) continue;
    counts[kind->item].all += kind->seen;
    if (kind->code.severity == Severity::error) counts[kind->item].errors = true;
  }
  const bool fixed = !page.files.empty() && page.files[0].format.kind == FileKind::fixed;
  const std::vector<std::size_t> offsets =
      fixed ? layout.offsets(page.files[0].format.charset) : std::vector<std::size_t>();
  std::string html = fmt::format(
      "<h2>{}</h2>\n<table class=\"items\"><thead><tr><th></th><th>{}</th><th>{}</th><th>{}</th><th>{}</th>"
      "</tr></thead><tbody>\n",
      both("項目", "Items"), both("項目名", "item"), both("桁数", "picture"), fixed ? both("バイト", "bytes") : "",
      both("件数", "count"));
  for (std::size_t i = 0; i < layout.items.size(); ++i) {
    html += item_row(layout.items[i], counts[i], fixed ? byte_range(offsets, i) : std::string());
  }
  return html + "</tbody></table>\n";
}

}  // namespace daicho
