// The findings of a validation as one HTML page that needs nothing else: for a screen, for A4 paper and for a file
// share.
#include "cli/validation_report_html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "cli/report.hpp"
#include "cli/validation_words.hpp"
#include "formats/html.hpp"

namespace daicho {
namespace {

constexpr std::uint64_t kMostOfEachKind = 25;  // by code and item, in each file
constexpr std::uint64_t kMostFindings = 1000;  // a page of about three megabytes
constexpr std::size_t kWindowColumns = 88;

class HtmlReport : public ValidationReport {
 public:
  explicit HtmlReport(const ReportParts& parts) : parts_(parts), page_{parts_, {}, {}, {}, 0, 0} {
    most_ = parts.max_errors == 0 ? kMostFindings : std::min(parts.max_errors, kMostFindings);
  }

  void begin_file(const std::string& name, const FormatSpec& format) override {
    page_.files.push_back({name, format, {}, {}});
    kinds_.clear();
    windows_.emplace(parts_.layout, format, parts_.tables.text_options(format.charset), parts_.global.show_values);
  }

  void add(const Finding& finding, std::string_view record) override {
    PageFile& file = page_.files.back();
    const std::uint64_t fault = finding.byte_first == 0 ? 0 : finding.byte_first - 1;
    file.map.add(finding.offset + fault, finding.is_error());
    page_.tally.count(finding);
    FindingKind& kind = kinds_.count(finding);
    if (kind.shown == kMostOfEachKind || page_.findings.size() == most_) return;
    ++kind.shown;
    keep(finding, record);
  }

  void end_file(const ValidationSummary& summary, double) override {
    page_.files.back().summary = summary;
    page_.errors += summary.errors;
    page_.warnings += summary.warnings;
  }

  void finish() override {
    const std::string style(page_style());
    parts_.sink.write(html_head(fmt::format("検査の結果 {}", parts_.layout.name), style));
    parts_.sink.write(fmt::format(
        "<body>\n<div id=\"switch\" hidden><button data-to=\"ja\">日本語</button>"
        "<button data-to=\"en\">English</button></div>\n<h1>{}</h1>\n",
        both_html("検査の結果 <small>daicho validate</small>", "Validation report <small>daicho validate</small>")));
    parts_.sink.write(page_totals(page_));
    parts_.sink.write(page_charts(page_));
    parts_.sink.write(page_map(page_));
    parts_.sink.write("<div id=\"beside\"><div>\n" + page_findings(page_) + "</div>\n<aside>\n" + page_items(page_) +
                      "</aside></div>\n");
    parts_.sink.write(page_codes(page_));
    parts_.sink.write(page_checks(page_));
    parts_.sink.write(page_script());
    parts_.sink.write("</body>\n</html>\n");
  }

 private:
  void keep(const Finding& finding, std::string_view record) {
    PageFinding kept;
    kept.code = finding.code;
    kept.item = finding.item;
    kept.file = page_.files.size() - 1;
    kept.record = finding.record;
    kept.line = page_.files.back().format.kind == FileKind::fixed ? 0 : finding.line;
    kept.column = finding.column;
    kept.offset = finding.offset;
    kept.byte_first = finding.byte_first;
    kept.byte_last = finding.byte_last;
    const Finding told = windows_->with_misfit(finding, record).value_or(finding);
    kept.message_ja = told_message(told, parts_.texts, Language::ja);
    kept.message_en = told_message(told, parts_.texts, Language::en);
    kept.value = shown_value(finding, parts_.global.show_values);
    const RecordWindow window = windows_->around(finding, record, kWindowColumns);
    kept.window = window_html(window);
    kept.hex = hex_html(window, record);
    page_.findings.push_back(std::move(kept));
  }

  const ReportParts parts_;
  PageData page_;
  std::uint64_t most_ = 0;
  FindingTally kinds_;  // of the file at hand
  std::optional<WindowMaker> windows_;
};

std::string tile(std::string_view title_ja, std::string_view title_en, std::string_view value, std::string_view kind) {
  return fmt::format("<div class=\"tile {}\"><b>{}{}</b><span>{}</span></div>\n", kind,
                     kind == "error"     ? "✕ "
                     : kind == "warning" ? "▲ "
                                         : "",
                     value, both(title_ja, title_en));
}

struct Sums {
  std::uint64_t records = 0;
  std::uint64_t faulty = 0;
  std::uint64_t unreadable = 0;
  std::uint64_t bytes = 0;
  std::uint64_t between = 0;
};

std::string verdict(const PageData& page, bool everything) {
  if (page.errors > 0) {
    return fmt::format(
        "<p class=\"verdict error\">✕ {}</p>\n",
        both("エラーがあります。このままでは渡せません。", "There are errors: the data cannot be delivered as it is."));
  }
  std::string ja = page.warnings > 0 ? "エラーはありません。警告を確かめてください。" : "指摘はありません。";
  std::string en = page.warnings > 0 ? "No errors. Please look at the warnings." : "Nothing to report.";
  if (!everything) {
    ja = page.warnings > 0 ? "検査したかぎりでは、エラーはありません。警告を確かめてください。"
                           : "検査したかぎりでは、指摘はありません。";
    en = page.warnings > 0 ? "No errors in what was checked. Please look at the warnings."
                           : "Nothing to report in what was checked.";
  }
  const bool warned = page.warnings > 0;
  return fmt::format("<p class=\"verdict {}\">{} {}</p>\n", warned ? "warning" : "good", warned ? "▲" : "✓",
                     both(ja, en));
}

std::string files_table(const PageData& page) {
  std::string html = fmt::format(
      "<table class=\"sums\"><thead><tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th><th>{}</th><th>{}</th><th>{}</th>"
      "</tr></thead><tbody>\n",
      both("ファイル", "file"), both("形式", "format"), both("レコード", "records"), both("バイト数", "bytes"),
      both("エラーのあるレコード", "records with errors"), both("エラー", "errors"), both("警告", "warnings"));
  for (const PageFile& file : page.files) {
    const ValidationSummary& summary = file.summary;
    html += fmt::format(
        "<tr><td>{}</td><td><code>{}</code></td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td>"
        "<td class=\"n\">{}</td><td class=\"n\">{}</td></tr>\n",
        html_text(file.name), html_text(to_string(file.format)), grouped(summary.read.records),
        grouped(summary.read.bytes), grouped(summary.faulty_records), grouped(summary.errors),
        grouped(summary.warnings));
  }
  return html + "</tbody></table>\n";
}

}  // namespace

std::string both_html(std::string_view ja, std::string_view en) {
  return fmt::format("<span lang=\"ja\">{}</span><span lang=\"en\">{}</span>", ja, en);
}

std::string both(std::string_view ja, std::string_view en) {
  return ja == en ? html_text(ja) : both_html(html_text(ja), html_text(en));
}

std::string page_totals(const PageData& page) {
  Sums sums;
  std::vector<std::string> ja;
  std::vector<std::string> en;
  for (const PageFile& file : page.files) {
    sums.records += file.summary.read.records;
    sums.faulty += file.summary.faulty_records;
    sums.unreadable += file.summary.unread_records;
    sums.bytes += file.summary.read.bytes;
    sums.between += file.summary.errors_between;
    const std::string name = page.files.size() > 1 ? file.name + ": " : std::string();
    for (const std::string& sentence : caveats(file.summary, Language::ja)) ja.push_back(name + sentence);
    for (const std::string& sentence : caveats(file.summary, Language::en)) en.push_back(name + sentence);
  }
  const Layout& layout = page.parts.layout;
  std::string html = fmt::format("<p>{} <b>{}</b> <code>{}</code> {}</p>\n", both("レイアウト", "layout"),
                                 html_text(layout.name), html_text(layout.id), html_text(layout.version));
  html += verdict(page, ja.empty());
  html +=
      "<div class=\"tiles\">\n" + tile("エラー", "errors", grouped(page.errors), page.errors > 0 ? "error" : "") +
      tile("警告", "warnings", grouped(page.warnings), page.warnings > 0 ? "warning" : "") +
      tile("レコード", "records", grouped(sums.records), "") +
      (sums.between > 0
           ? tile("単独でエラーのあるレコード", "records with errors of their own", grouped(sums.faulty), "")
           : tile("エラーのあるレコード", "records with errors", grouped(sums.faulty), "")) +
      tile("読めないレコード", "unreadable records", grouped(sums.unreadable), sums.unreadable > 0 ? "error" : "") +
      (sums.between > 0 ? tile("レコード間のエラー", "errors between records", grouped(sums.between), "error") : "") +
      tile("バイト数", "bytes", grouped(sums.bytes), "") + "</div>\n";
  for (std::size_t i = 0; i < ja.size(); ++i) html += fmt::format("<p class=\"caveat\">{}</p>\n", both(ja[i], en[i]));
  return html + files_table(page);
}

std::unique_ptr<ValidationReport> html_report(const ReportParts& parts) { return std::make_unique<HtmlReport>(parts); }

}  // namespace daicho
