// The page of a validation: what is kept while findings come, and the parts of the page made of it. Every text stands
// on the page in Japanese and in English; a style shows one of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/finding_tally.hpp"
#include "cli/offset_histogram.hpp"
#include "cli/record_window.hpp"
#include "cli/validation_report.hpp"

namespace daicho {

/// A finding that the page shows.
struct PageFinding {
  FindingCode code{"", Severity::error};
  std::size_t item = kNoItem;
  std::size_t file = 0;  ///< index
  std::uint64_t record = 0;
  std::uint64_t line = 0;    ///< 0: none, or the file has no lines
  std::uint64_t column = 0;  ///< in bytes
  std::uint64_t offset = 0;  ///< of the record, or of the fault without one
  std::uint32_t byte_first = 0;
  std::uint32_t byte_last = 0;
  std::string message_ja;
  std::string message_en;
  std::string value;   ///< masked and capped
  std::string window;  ///< HTML: ruler and characters; empty: none
  std::string hex;     ///< HTML; empty: none
};

struct PageFile {
  std::string name;
  FormatSpec format;
  ValidationSummary summary;
  OffsetHistogram map;
};

struct PageData {
  const ReportParts& parts;
  std::vector<PageFile> files;
  FindingTally tally;  ///< of all files
  std::vector<PageFinding> findings;
  std::uint64_t errors = 0;
  std::uint64_t warnings = 0;
};

/// Both languages, as HTML: the arguments are plain text.
std::string both(std::string_view ja, std::string_view en);
/// Both languages of what is HTML already.
std::string both_html(std::string_view ja, std::string_view en);

std::string page_totals(const PageData& page);
std::string page_charts(const PageData& page);
std::string page_map(const PageData& page);
std::string page_findings(const PageData& page);
std::string page_codes(const PageData& page);
std::string page_checks(const PageData& page);
std::string page_items(const PageData& page);

/// Ruler and characters of a window, and the bytes around the fault in hexadecimal, as HTML.
std::string window_html(const RecordWindow& window);
std::string hex_html(const RecordWindow& window, std::string_view record);

/// Style and script of the page.
std::string_view page_style();
std::string_view page_script();

}  // namespace daicho
