// The findings of a validation as SARIF 2.1.0 (OASIS), one run. Results are written as they come; what is known at the
// end only (rules, artifacts, notifications) stands behind them.
#include <fmt/format.h>

#include <map>
#include <optional>
#include <vector>

#include "cli/finding_tally.hpp"
#include "cli/json_text.hpp"
#include "cli/record_window.hpp"
#include "cli/report.hpp"
#include "cli/validation_report.hpp"
#include "cli/validation_words.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::uint64_t kMostOfEachKind = 1000;  // by code and item, in each file
constexpr std::uint64_t kMostResults = 20000;    // what readers of SARIF take in: GitHub's limit is 25,000

/// A file name as a URI reference (RFC 3986).
std::string uri_of(const std::string& file) {
  if (file == "-") return "stdin";
  std::string uri = file.starts_with('/') ? "file://" : "";
  for (const char c : file) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      std::string_view("-._~/").find(c) != std::string_view::npos;
    uri += kept ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

std::string_view level_of(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

class SarifReport : public ValidationReport {
 public:
  explicit SarifReport(const ReportParts& parts)
      : parts_(parts), ja_(parts.global.language == Language::ja), json_(text_), most_(parts.max_errors) {
    if (most_ == 0 || most_ > kMostResults) most_ = kMostResults;
    json_.begin_object().key("$schema").text(kSchema).key("version").text("2.1.0").key("runs").begin_array();
    json_.begin_object().key("results").begin_array();
    flush();
  }

  void begin_file(const std::string& name, const FormatSpec& format) override {
    file_ = name;
    format_ = format;
    windows_.emplace(parts_.layout, format, parts_.tables.text_options(format.charset), parts_.global.show_values);
    tally_.clear();
  }

  void add(const Finding& finding, std::string_view record) override {
    FindingKind& kind = tally_.count(finding);
    if (kind.shown == kMostOfEachKind || shown_ == most_) return;
    ++kind.shown;
    ++shown_;
    add_result(finding, record);
    flush();
  }

  void end_file(const ValidationSummary& summary, double) override {
    std::uint64_t left_out = 0;
    for (const FindingKind* kind : tally_.kinds()) left_out += kind->seen - kind->shown;
    if (left_out > 0) {
      notify("left-out", "warning",
             ja_ ? fmt::format("{}: 指摘 {} 件のうち {} 件は、件数が多いためこのファイルに入れていません", file_,
                               grouped(tally_.seen()), grouped(left_out))
                 : fmt::format("{}: {} of {} findings are left out of this log", file_, grouped(left_out),
                               grouped(tally_.seen())));
    }
    whole_ = whole_ && summary.broken_off.empty();
    for (const std::string& sentence : caveats(summary, parts_.global.language)) {
      notify("not-checked", "warning", file_ + ": " + sentence);
    }
    for (const SkippedCheck& skipped : summary.skipped) {
      const std::string_view part = !ran_in_part(summary, skipped.id) ? "" : ja_ ? "（一部）" : " (in part)";
      notify("check-skipped", "note",
             fmt::format("{}: {} {}{}: {}", file_, skipped.id,
                         check_title(skipped.id, parts_.texts, parts_.global.language), part,
                         skip_reason(skipped, parts_.global.language)));
    }
    files_.push_back({file_, to_string(summary.read.format), summary.read.records, summary.read.bytes, summary.errors,
                      summary.warnings, summary.compared});
  }

  void finish() override {
    json_.end_array().key("columnKind").text("utf16CodeUnits");
    add_tool();
    add_artifacts();
    add_invocation();
    json_.end_object().end_array().end_object();
    text_ += '\n';
    flush();
  }

 private:
  struct File {
    std::string name;
    std::string format;
    std::uint64_t records = 0;
    std::uint64_t bytes = 0;
    std::uint64_t errors = 0;
    std::uint64_t warnings = 0;
    std::optional<std::uint64_t> compared;
  };
  struct Notification {
    std::string_view id;
    std::string_view level;
    std::string text;
  };

  void flush() {
    parts_.sink.write(text_);
    text_.clear();
  }

  void notify(std::string_view id, std::string_view level, std::string text) {
    notifications_.push_back({id, level, std::move(text)});
  }

  std::uint64_t rule_index(const FindingCode& code) {
    const auto [rule, fresh] = rules_.try_emplace(code.code, rule_codes_.size());
    if (fresh) rule_codes_.push_back(code);
    return rule->second;
  }

  // --- results

  void add_result(const Finding& finding, std::string_view record) {
    const Item* item = finding.item < parts_.layout.items.size() ? &parts_.layout.items[finding.item] : nullptr;
    json_.begin_object().key("ruleId").text(finding.code.code).key("ruleIndex").number(rule_index(finding.code));
    json_.key("level").text(level_of(finding.code.severity));
    std::string message =
        told_message(windows_->with_misfit(finding, record).value_or(finding), parts_.texts, parts_.global.language);
    const std::string value = shown_value(finding, parts_.global.show_values);
    if (!value.empty()) message += ja_ ? fmt::format("：「{}」", value) : fmt::format(": '{}'", value);
    json_.key("message").begin_object().key("text").text(message).end_object();
    json_.key("locations").begin_array().begin_object();
    json_.key("physicalLocation").begin_object().key("artifactLocation").begin_object();
    json_.key("uri").text(uri_of(file_)).key("index").number(files_.size()).end_object();
    add_region(finding, record);
    json_.end_object();
    if (item != nullptr) {
      json_.key("logicalLocations").begin_array().begin_object().key("name").text(item->name);
      json_.key("fullyQualifiedName").text(parts_.layout.id + "." + item->id).key("kind").text("member");
      json_.end_object().end_array();
    }
    json_.end_object().end_array();
    json_.key("partialFingerprints").begin_object().key("codeItemRecord/v1");
    json_.text(fmt::format("{}/{}/{}", finding.code.code, item != nullptr ? item->id : "", finding.record))
        .end_object();
    add_properties(finding, item);
    json_.end_object();
  }

  void add_region(const Finding& finding, std::string_view record) {
    json_.key("region").begin_object();
    if (format_.kind != FileKind::fixed && finding.line != 0) {
      json_.key("startLine").number(finding.line);
      if (const auto columns = columns_of(finding, record)) {
        json_.key("startColumn").number(columns->first).key("endColumn").number(columns->second);
      }
    } else {
      const bool range = finding.byte_first != 0;
      json_.key("byteOffset").number(finding.offset + (range ? finding.byte_first - 1 : 0));
      json_.key("byteLength").number(range ? finding.byte_last - finding.byte_first + 1 : 0);
    }
    json_.end_object();
  }

  /// Columns in UTF-16 code units from 1, as SARIF counts them; nothing where the line's bytes are not at hand or do
  /// not decode.
  std::optional<std::pair<std::size_t, std::size_t>> columns_of(const Finding& finding, std::string_view record) const {
    if (finding.column == 0 || finding.byte_first < finding.column || finding.byte_last > record.size()) {
      return std::nullopt;
    }
    const std::string_view line = record.substr(finding.byte_first - finding.column);
    const auto first = code_units(line.substr(0, finding.column - 1));
    const auto length = code_units(record.substr(finding.byte_first - 1, finding.byte_last - finding.byte_first + 1));
    if (!first || !length) return std::nullopt;
    return std::pair(*first + 1, *first + 1 + *length);
  }

  std::optional<std::size_t> code_units(std::string_view bytes) const {
    std::string text;
    const Conversion done = decode(format_.charset, bytes, text, parts_.tables.text_options(format_.charset));
    if (done.error != TextError::none) return std::nullopt;
    return utf16_length(text);
  }

  void add_properties(const Finding& finding, const Item* item) {
    json_.key("properties").begin_object().key("record").number_or_null(finding.record);
    json_.key("offset").number(finding.offset);
    if (finding.byte_first != 0) {
      json_.key("bytes").begin_array().number(finding.byte_first).number(finding.byte_last).end_array();
    }
    if (item != nullptr) {
      json_.key("item_no").number(static_cast<std::uint64_t>(item->no));
      json_.key("schema").text(fmt::format("{}:{}", item->place.file, item->place.line));
    }
    json_.end_object();
  }

  // --- what stands behind the results

  void add_tool() {
    json_.key("tool").begin_object().key("driver").begin_object().key("name").text("daicho");
    json_.key("version").text(DAICHO_VERSION).key("language").text(ja_ ? "ja" : "en").key("rules").begin_array();
    for (const FindingCode& code : rule_codes_) add_rule(code);
    json_.end_array().end_object().end_object();
    flush();
  }

  void add_rule(const FindingCode& code) {
    const FindingEntry* entry = parts_.texts.find(code.code);
    json_.begin_object().key("id").text(code.code);
    if (entry != nullptr) {
      const FindingText& own = entry->text(parts_.global.language);
      const auto text = [this](std::string_view key, std::string_view value) {
        json_.key(key).begin_object().key("text").text(value).end_object();
      };
      text("shortDescription", own.title);
      text("fullDescription", own.explanation);
      text("help", fmt::format("{}\n{}\n{}\n\n{}\n{}\n{}", entry->ja.title, entry->ja.explanation, entry->ja.remedy,
                               entry->en.title, entry->en.explanation, entry->en.remedy));
      json_.key("defaultConfiguration").begin_object().key("level").text(level_of(entry->severity)).end_object();
      json_.key("properties").begin_object().key("source").text(entry->source).end_object();
    }
    json_.end_object();
  }

  void add_artifacts() {
    json_.key("artifacts").begin_array();
    for (const File& file : files_) {
      json_.begin_object().key("location").begin_object().key("uri").text(uri_of(file.name)).end_object();
      json_.key("length").number(file.bytes).key("roles").begin_array().text("analysisTarget").end_array();
      json_.key("properties").begin_object().key("layout").text(parts_.layout.id).key("format").text(file.format);
      json_.key("records").number(file.records).key("errors").number(file.errors);
      json_.key("warnings").number(file.warnings);
      if (file.compared) json_.key("compared").number(*file.compared);
      json_.end_object().end_object();
    }
    json_.end_array();
  }

  void add_invocation() {
    json_.key("invocations").begin_array().begin_object().key("executionSuccessful").boolean(whole_);
    json_.key("toolExecutionNotifications").begin_array();
    for (const Notification& each : notifications_) {
      json_.begin_object().key("descriptor").begin_object().key("id").text(each.id).end_object();
      json_.key("level").text(each.level).key("message").begin_object().key("text").text(each.text).end_object();
      json_.end_object();
    }
    json_.end_array();
    if (!parts_.profile.name().empty()) add_profile();
    json_.end_object().end_array();
  }

  void add_profile() {
    json_.key("properties").begin_object().key("profile").text(parts_.profile.name()).key("changes").begin_object();
    for (const auto& [code, level] : parts_.profile.levels()) {
      json_.key(code).text(level_name(level, Language::en));
    }
    json_.end_object().end_object();
  }

  const ReportParts parts_;
  const bool ja_;
  std::string text_;  // not yet written
  JsonWriter json_;
  std::uint64_t most_;
  std::string file_;
  FormatSpec format_;
  std::optional<WindowMaker> windows_;
  FindingTally tally_;
  std::map<std::string, std::uint64_t, std::less<>> rules_;  // index by code
  std::vector<FindingCode> rule_codes_;
  std::vector<File> files_;
  std::vector<Notification> notifications_;
  std::uint64_t shown_ = 0;
  bool whole_ = true;  // every file could be read to its end
};

}  // namespace

std::unique_ptr<ValidationReport> sarif_report(const ReportParts& parts) {
  return std::make_unique<SarifReport>(parts);
}

}  // namespace daicho
