// The findings of a validation as JSON: one object a line, then a summary for each file.
#include <fmt/format.h>

#include <optional>

#include "cli/finding_tally.hpp"
#include "cli/json_text.hpp"
#include "cli/record_window.hpp"
#include "cli/report.hpp"
#include "cli/validation_report.hpp"
#include "cli/validation_words.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 16;

class JsonReport : public ValidationReport {
 public:
  explicit JsonReport(const ReportParts& parts) : parts_(parts) {}

  void begin_file(const std::string& name, const FormatSpec& format) override {
    file_ = name;
    windows_.emplace(parts_.layout, format, parts_.tables.text_options(format.charset), parts_.global.show_values);
    hidden_ = 0;
    tally_.clear();
  }

  void add(const Finding& finding, std::string_view record) override {
    tally_.count(finding);
    if (parts_.max_errors != 0 && shown_ == parts_.max_errors) {
      ++hidden_;
      return;
    }
    ++shown_;
    const auto told = windows_->with_misfit(finding, record);
    append_finding_json(lines_, told ? *told : finding, parts_.texts, parts_.global);
    lines_ += '\n';
    if (lines_.size() >= kBufferBytes) flush();
  }

  void end_file(const ValidationSummary& summary, double seconds) override {
    JsonWriter json(lines_);
    json.begin_object().key("type").text("summary").key("file").text(file_).key("layout").text(parts_.layout.id);
    json.key("format").text(to_string(summary.read.format)).key("records").number(summary.read.records);
    json.key("bytes").number(summary.read.bytes).key("errors").number(summary.errors);
    json.key("warnings").number(summary.warnings).key("seconds").raw(fmt::format("{:.3f}", seconds));
    json.key("faulty_records").number(summary.faulty_records).key("unreadable_records").number(summary.unread_records);
    json.key("not_shown").number(hidden_);
    json.key("errors_between").number(summary.errors_between);
    json.key("compared");
    if (summary.compared) {
      json.begin_object().key("records").number(*summary.compared).key("of").number(summary.read.records).end_object();
    } else {
      json.null();
    }
    json.key("broken_off").text_or_null(summary.broken_off);
    add_codes(json);
    add_checks(summary, json);
    json.end_object();
    lines_ += '\n';
    flush();
  }

  void finish() override {}

 private:
  void flush() {
    parts_.sink.write(lines_);
    lines_.clear();
  }

  void add_codes(JsonWriter& json) const {
    json.key("codes").begin_object();
    for (const CodeCount& each : tally_.codes()) json.key(each.code.code).number(each.seen);
    json.end_object();
  }

  void add_checks(const ValidationSummary& summary, JsonWriter& json) const {
    json.key("as_of").text_or_null(summary.as_of ? day_text(*summary.as_of) : std::string());
    json.key("profile").text_or_null(parts_.profile.name()).key("checks").begin_array();
    for (const std::string_view id : summary.checks) json.text(id);
    json.end_array().key("skipped").begin_array();
    for (const SkippedCheck& skipped : summary.skipped) {
      json.begin_object().key("check").text(skipped.id).key("reason").text(skip_word(skipped)).end_object();
    }
    json.end_array();
  }

  const ReportParts parts_;
  std::string file_;
  std::string lines_;  // not yet written
  std::optional<WindowMaker> windows_;
  FindingTally tally_;
  std::uint64_t shown_ = 0;
  std::uint64_t hidden_ = 0;  // in this file
};

}  // namespace

std::unique_ptr<ValidationReport> json_report(const ReportParts& parts) { return std::make_unique<JsonReport>(parts); }

}  // namespace daicho
