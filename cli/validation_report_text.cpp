// The findings of a validation as a compiler writes them: place, message, the record with the fault marked, the line of
// the schema, the remedy; at the end of each file what was found, and what was not looked at.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "cli/fault_place.hpp"
#include "cli/finding_tally.hpp"
#include "cli/printable_text.hpp"
#include "cli/report.hpp"
#include "cli/schema_lines.hpp"
#include "cli/terminal_style.hpp"
#include "cli/text_table.hpp"
#include "cli/validation_report.hpp"
#include "cli/validation_words.hpp"
#include "cli/window_text.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

constexpr std::uint64_t kShownOfEachKind = 3;  // by code and item
constexpr std::string_view kGutter = "    | ";
constexpr std::string_view kNote = "    = ";
constexpr std::size_t kLeastColumns = 40;
constexpr std::size_t kMostColumns = 160;

/// `text` cut to so many columns of a terminal.
std::string cut_to(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  std::string shown;
  std::size_t used = kWindowCut.size();
  while (!text.empty()) {
    const std::string_view character = take_character(text);
    used += display_width(character);
    if (used > columns) break;
    shown += character;
  }
  return shown + std::string(kWindowCut);
}

class TextReport : public ValidationReport {
 public:
  explicit TextReport(const ReportParts& parts)
      : parts_(parts),
        ja_(parts.global.language == Language::ja),
        style_(parts.colours),
        columns_(std::clamp<std::size_t>(parts.columns, kLeastColumns, kMostColumns)),
        schema_lines_(parts.catalog) {}

  void begin_file(const std::string& name, const FormatSpec& format) override {
    file_ = printable(name);
    tally_.clear();
    hidden_ = 0;
    lines_ = format.kind != FileKind::fixed;
    windows_.emplace(parts_.layout, format, parts_.tables.text_options(format.charset), parts_.global.show_values);
  }

  void add(const Finding& finding, std::string_view record) override {
    FindingKind& kind = tally_.count(finding);
    if (kind.shown == kShownOfEachKind) return;
    if (parts_.max_errors != 0 && shown_ == parts_.max_errors) {
      ++hidden_;
      return;
    }
    ++kind.shown;
    ++shown_;
    show(finding, record);
  }

  void end_file(const ValidationSummary& summary, double seconds) override {
    for (const FindingKind* kind : tally_.kinds()) {
      if (kind->shown == kShownOfEachKind && kind->seen > kind->shown) say(folded(*kind));
    }
    if (hidden_ > 0) say(limit_sentence());
    if (tally_.seen() > 0) write("\n");
    summarize(summary, seconds);
    ++files_;
    all_.errors += summary.errors;
    all_.warnings += summary.warnings;
    all_.faulty_files += summary.errors > 0 ? 1 : 0;
  }

  void finish() override {
    if (files_ < 2) return;
    say(ja_ ? fmt::format("{} ファイルの合計：エラー {} 件、警告 {} 件。エラーのあるファイルは {} 件。", files_,
                          grouped(all_.errors), grouped(all_.warnings), all_.faulty_files)
            : fmt::format("all {} files: {}, {}; {} with errors", files_, counted(all_.errors, "error"),
                          counted(all_.warnings, "warning"), counted(all_.faulty_files, "file")));
  }

 private:
  void write(std::string_view text) { parts_.sink.write(text); }
  void say(const std::string& line) { write(line + "\n"); }

  // --- one finding

  void show(const Finding& finding, std::string_view record) {
    const Item* item = finding.item < parts_.layout.items.size() ? &parts_.layout.items[finding.item] : nullptr;
    say(heading(windows_->with_misfit(finding, record).value_or(finding), item));
    const RecordWindow window = windows_->around(finding, record, columns_ - kGutter.size() - 2 * kWindowCut.size());
    if (!window.empty()) {
      for (const std::string& line : window_lines(window, style_)) say(style_.dim(kGutter) + line);
    }
    if (item != nullptr) {
      const std::string place = fmt::format("{}:{}", item->place.file, item->place.line);
      const std::string_view line = schema_lines_.line(item->place);
      say(style_.dim(kNote) +
          cut_to(line.empty() ? place : fmt::format("{}: {}", place, line), columns_ - kNote.size()));
    }
    if (!helped_.insert(finding.code.code).second) return;
    if (const FindingEntry* entry = parts_.texts.find(finding.code.code)) {
      say(style_.dim(kNote) + (ja_ ? "対処：" : "help: ") + entry->text(parts_.global.language).remedy);
    }
  }

  std::string heading(const Finding& finding, const Item* item) const {
    const std::string place = printable(finding.file) + ":" + place_text(finding);
    const std::string kind = finding.is_error() ? style_.error(severity_word(finding.code.severity))
                                                : style_.warning(severity_word(finding.code.severity));
    std::string line = fmt::format("{} {} {}", style_.bold(place), kind, style_.bold(finding.code.code));
    if (item != nullptr) line += " " + item->name;
    line += ": " + printable(told_message(finding, parts_.texts, parts_.global.language));
    const std::string value = shown_value(finding, parts_.global.show_values);
    if (!value.empty()) line += ja_ ? fmt::format("：「{}」", value) : fmt::format(": '{}'", value);
    return line + line_place(finding);
  }

  std::string_view severity_word(Severity severity) const {
    if (severity == Severity::error) return ja_ ? "エラー" : "error";
    return ja_ ? "警告" : "warning";
  }

  /// Text files have lines, which editors count; offsets tell where a fault without a record is.
  std::string line_place(const Finding& finding) const {
    if (finding.record != 0 || (lines_ && finding.line != 0)) return line_text(finding, parts_.global.language);
    return fmt::format(fmt::runtime(ja_ ? "（ファイルの {} バイト目）" : " (byte {} of the file)"),
                       grouped(finding.offset + 1));
  }

  // --- what was folded

  std::string folded(const FindingKind& kind) const {
    const std::string more = grouped(kind.seen - kind.shown);
    if (kind.item >= parts_.layout.items.size()) {
      return ja_ ? fmt::format("{}: 同様のものがほかに {} 件", kind.code.code, more)
                 : fmt::format("{}: and {} more like this", kind.code.code, more);
    }
    const std::string& name = parts_.layout.items[kind.item].name;
    return ja_ ? fmt::format("{}: 項目「{}」に同様のものがほかに {} 件", kind.code.code, name, more)
               : fmt::format("{}: and {} more like this in item {}", kind.code.code, more, name);
  }

  std::string limit_sentence() const {
    return ja_ ? fmt::format("--max-errors {} に達したので、ほかの {} 件は表示していません（件数には数えています）",
                             parts_.max_errors, grouped(hidden_))
               : fmt::format("--max-errors {} was reached: {} more findings are counted, but not shown",
                             parts_.max_errors, grouped(hidden_));
  }

  // --- the summary

  void summarize(const ValidationSummary& summary, double seconds) {
    const Layout& layout = parts_.layout;
    say(style_.bold(fmt::format("{}: {} {} {}, {}", file_, layout.id, layout.version, layout.name,
                                to_string(summary.read.format))));
    const std::string records = grouped(summary.read.records);
    const std::string bytes = grouped(summary.read.bytes);
    const std::string faulty = grouped(summary.faulty_records);
    const std::string between = grouped(summary.errors_between);
    if (summary.errors_between == 0) {
      say(ja_ ? fmt::format("  レコード {} 件（うちエラーのあるもの {} 件）、{} バイト、{:.2f} 秒", records, faulty,
                            bytes, seconds)
              : fmt::format("  {}, {} of them with errors; {} bytes; {:.2f} seconds",
                            counted(summary.read.records, "record"), faulty, bytes, seconds));
    } else {
      say(ja_ ? fmt::format("  レコード {} 件（単独でエラーのあるもの {} 件、ほかにレコード間のエラー {} 件）、"
                            "{} バイト、{:.2f} 秒",
                            records, faulty, between, bytes, seconds)
              : fmt::format(
                    "  {}, {} of them with errors of their own, and {} between records; {} bytes; {:.2f} seconds",
                    counted(summary.read.records, "record"), faulty, counted(summary.errors_between, "error"), bytes,
                    seconds));
    }
    say(counts_line(summary));
    if (tally_.seen() > 0) write(indented(code_table()));
    say_checks(summary);
    say_profile();
  }

  std::string counts_line(const ValidationSummary& summary) const {
    if (summary.errors + summary.warnings == 0) {
      const bool all = caveats(summary, parts_.global.language).empty();
      if (all) return ja_ ? "  指摘はありません" : "  nothing to report";
      return ja_ ? "  検査したかぎりでは、指摘はありません" : "  nothing to report in what was checked";
    }
    const std::string line =
        ja_ ? fmt::format("エラー {} 件、警告 {} 件", grouped(summary.errors), grouped(summary.warnings))
            : fmt::format("{}, {}", counted(summary.errors, "error"), counted(summary.warnings, "warning"));
    return "  " + (summary.errors > 0 ? style_.error(line) : style_.warning(line));
  }

  std::string code_table() const {
    TextTable table({{ja_ ? "件数" : "count", Align::right},
                     {ja_ ? "コード" : "code"},
                     {ja_ ? "重大度" : "severity"},
                     {ja_ ? "内容" : "what"}});
    for (const CodeCount& each : tally_.codes()) {
      const FindingEntry* entry = parts_.texts.find(each.code.code);
      table.add({grouped(each.seen), each.code.code, std::string(severity_word(each.code.severity)),
                 entry != nullptr ? entry->text(parts_.global.language).title : ""});
    }
    return table.text();
  }

  static std::string indented(const std::string& text) {
    std::string result;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = text.find('\n', begin) + 1;
      result += "    " + text.substr(begin, end - begin);
      begin = end;
    }
    return result;
  }

  void say_checks(const ValidationSummary& summary) {
    for (const std::string& sentence : caveats(summary, parts_.global.language)) say("  " + style_.warning(sentence));
    say_skipped(summary);
    const std::string ran = ran_checks(summary);
    if (!ran.empty()) say(ja_ ? "  実行した論理検査：" + ran : "  logical checks that ran: " + ran);
    const std::string compared = compared_text(summary, parts_.global.language);
    if (!compared.empty()) say("  " + compared);
    if (summary.as_of) {
      say(ja_ ? fmt::format("  処理日：{}", day_text(*summary.as_of))
              : fmt::format("  processing date: {}", day_text(*summary.as_of)));
    }
  }

  /// Checks that ran; of some a part could not.
  std::string ran_checks(const ValidationSummary& summary) const {
    std::string ran;
    for (const std::string_view id : summary.checks) {
      const bool part = ran_in_part(summary, id);
      ran += fmt::format("{}{}{}", ran.empty() ? "" : " ", id, !part ? "" : ja_ ? "（一部）" : " (in part)");
    }
    return ran;
  }

  /// Checks that did not run, or in part, by the reason, which is the same for many of them.
  void say_skipped(const ValidationSummary& summary) {
    std::vector<std::pair<std::string, std::string>> reasons;
    for (const SkippedCheck& skipped : summary.skipped) {
      const std::string reason = skip_reason(skipped, parts_.global.language);
      auto found = std::find_if(reasons.begin(), reasons.end(), [&](const auto& each) { return each.first == reason; });
      if (found == reasons.end()) found = reasons.insert(found, {reason, {}});
      found->second += fmt::format("{}{}", found->second.empty() ? "" : " ", skipped.id);
    }
    for (const auto& [reason, checks] : reasons) {
      say(fmt::format("    {}{}{}", reason, ja_ ? "：" : ": ", checks));
    }
    if (!reasons.empty()) {
      say(ja_ ? "    検査の内容は `daicho validate --list-checks` で見られます"
              : "    `daicho validate --list-checks` tells what each is about");
    }
  }

  void say_profile() {
    const Profile& profile = parts_.profile;
    if (profile.name().empty()) return;
    std::string changes;
    for (const auto& [code, level] : profile.levels()) {
      changes += fmt::format("{}{} {}",
                             changes.empty() ? ""
                             : ja_           ? "、"
                                             : ", ",
                             code, level_name(level, parts_.global.language));
    }
    if (changes.empty()) changes = ja_ ? "変更なし" : "changes nothing";
    say(ja_ ? fmt::format("  プロファイル「{}」：{}", profile.name(), changes)
            : fmt::format("  profile '{}': {}", profile.name(), changes));
  }

  struct Totals {
    std::uint64_t errors = 0;
    std::uint64_t warnings = 0;
    std::uint64_t faulty_files = 0;
  };
  const ReportParts parts_;
  const bool ja_;
  const TerminalStyle style_;
  const std::size_t columns_;
  SchemaLines schema_lines_;
  std::string file_;
  bool lines_ = false;  // the file has lines that an editor counts
  std::optional<WindowMaker> windows_;
  FindingTally tally_;
  std::set<std::string, std::less<>> helped_;  // codes whose remedy was told
  std::uint64_t shown_ = 0;
  std::uint64_t hidden_ = 0;  // by --max-errors, in this file
  std::uint64_t files_ = 0;
  Totals all_;
};

}  // namespace

std::unique_ptr<ValidationReport> text_report(const ReportParts& parts) { return std::make_unique<TextReport>(parts); }

}  // namespace daicho
