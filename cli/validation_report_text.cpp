// The findings of a validation as a compiler writes them.
#include <fmt/format.h>

#include <map>
#include <utility>

#include "cli/report.hpp"
#include "cli/validation_report.hpp"

namespace daicho {
namespace {

constexpr std::uint64_t kShownOfEachKind = 5;

class TextReport : public ValidationReport {
 public:
  explicit TextReport(const ReportParts& parts) : parts_(parts) {}

  void begin_file(const std::string& name, const FormatSpec&) override {
    file_ = name;
    kinds_.clear();
  }

  void add(const Finding& finding, std::string_view) override {
    const std::uint64_t seen = ++kinds_[{finding.code.code, finding.item}];
    if (seen > kShownOfEachKind) return;
    if (parts_.max_errors != 0 && ++shown_ > parts_.max_errors) return;
    parts_.sink.write(finding_line(finding, parts_.texts, parts_.global) + "\n");
  }

  void end_file(const ValidationSummary& summary, double) override {
    for (const auto& [kind, seen] : kinds_) {
      if (seen <= kShownOfEachKind) continue;
      parts_.sink.write(fmt::format("... and {} more of {}\n", grouped(seen - kShownOfEachKind), kind.first));
    }
    parts_.sink.write(fmt::format("{}: {} records, {} errors, {} warnings\n", file_, grouped(summary.read.records),
                                  grouped(summary.errors), grouped(summary.warnings)));
  }

  void finish() override {}

 private:
  const ReportParts parts_;
  std::string file_;
  std::map<std::pair<std::string, std::size_t>, std::uint64_t> kinds_;  // by code and item
  std::uint64_t shown_ = 0;
};

}  // namespace

std::unique_ptr<ValidationReport> text_report(const ReportParts& parts) { return std::make_unique<TextReport>(parts); }

}  // namespace daicho
