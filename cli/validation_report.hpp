// How the findings of a validation are told: as text, JSON lines, SARIF or an HTML page. Each form stands in a file of
// its own, cli/validation_report_<form>.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "cli/command.hpp"
#include "formats/byte_sink.hpp"
#include "formats/catalog.hpp"
#include "formats/character_tables.hpp"
#include "formats/checks/profile.hpp"
#include "formats/finding_texts.hpp"
#include "formats/layout.hpp"
#include "formats/validation.hpp"

namespace daicho {

/// What every form needs to know. All must outlive the report.
struct ReportParts {
  const Catalog& catalog;
  const FindingTexts& texts;
  const CharacterTables& tables;
  const GlobalOptions& global;
  const Profile& profile;
  const Layout& layout;
  std::uint64_t max_errors = 0;  ///< findings shown; 0: the form's own limits. Counting goes on
  bool colours = false;          ///< the output is a terminal that shows them
  unsigned columns = 80;         ///< of the terminal
  ByteSink& sink;                ///< where the report goes
};

/// Takes the findings of one file after the other. Findings may be many millions: a report keeps what it shows, and
/// counts the rest.
class ValidationReport : public ValidationSink {
 public:
  /// A file whose format is known; its findings follow.
  virtual void begin_file(const std::string& name, const FormatSpec& format) = 0;
  virtual void end_file(const ValidationSummary& summary, double seconds) = 0;
  /// Once, after the last file. The sink is committed by whoever made it.
  virtual void finish() = 0;
};

std::unique_ptr<ValidationReport> text_report(const ReportParts& parts);
std::unique_ptr<ValidationReport> json_report(const ReportParts& parts);
std::unique_ptr<ValidationReport> sarif_report(const ReportParts& parts);
std::unique_ptr<ValidationReport> html_report(const ReportParts& parts);

}  // namespace daicho
