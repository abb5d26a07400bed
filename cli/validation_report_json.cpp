// The findings of a validation as JSON: one object a line, then a summary for each file.
#include <nlohmann/json.hpp>

#include "cli/report.hpp"
#include "cli/validation_report.hpp"

namespace daicho {
namespace {

using Json = nlohmann::ordered_json;

class JsonReport : public ValidationReport {
 public:
  explicit JsonReport(const ReportParts& parts) : parts_(parts) {}

  void begin_file(const std::string& name, const FormatSpec&) override { file_ = name; }

  void add(const Finding& finding, std::string_view) override {
    if (parts_.max_errors != 0 && ++shown_ > parts_.max_errors) return;
    parts_.sink.write(finding_json(finding, parts_.texts, parts_.global) + "\n");
  }

  void end_file(const ValidationSummary& summary, double seconds) override {
    Json json;
    json["type"] = "summary";
    json["file"] = file_;
    json["layout"] = parts_.layout.id;
    json["format"] = to_string(summary.read.format);
    json["records"] = summary.read.records;
    json["bytes"] = summary.read.bytes;
    json["errors"] = summary.errors;
    json["warnings"] = summary.warnings;
    json["seconds"] = seconds;
    parts_.sink.write(json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
  }

  void finish() override {}

 private:
  const ReportParts parts_;
  std::string file_;
  std::uint64_t shown_ = 0;
};

}  // namespace

std::unique_ptr<ValidationReport> json_report(const ReportParts& parts) { return std::make_unique<JsonReport>(parts); }

}  // namespace daicho
