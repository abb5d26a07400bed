#include "formats/csv_columns.hpp"

#include <algorithm>
#include <array>

#include "formats/csv.hpp"
#include "formats/envelope.hpp"
#include "formats/finding_codes.hpp"
#include "formats/fixed_plan.hpp"

namespace daicho {
namespace {

bool is_record_class(std::string_view name) { return name == kRecordClassId || name == kRecordClassName; }

Finding header_finding(FindingCode code, const Layout& layout, const std::string& file) {
  Finding finding;
  finding.code = code;
  finding.file = file;
  finding.line = 1;
  finding.layout = &layout;
  return finding;
}

}  // namespace

CsvColumns columns_by_position(const Layout& layout, Envelope envelope) {
  CsvColumns columns;
  if (envelope == Envelope::control) columns.items.push_back(kNoItem);
  for (std::size_t item = 0; item < layout.items.size(); ++item) columns.items.push_back(item);
  return columns;
}

CsvColumns columns_by_header(const Layout& layout, Envelope envelope, const std::vector<CsvHeaderCell>& cells,
                             const std::string& file, FindingSink& findings) {
  CsvColumns columns;
  std::vector<bool> seen(layout.items.size(), false);
  FindingList unknown;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    columns.items.push_back(kNoItem);
    const CsvHeaderCell& cell = cells[i];
    if (i == 0 && envelope == Envelope::control && is_record_class(cell.name)) continue;
    std::optional<std::size_t> item = layout.find(cell.name);
    bool twice = item && seen[*item];
    if (twice) {
      // 別添1 prints one name twice; the second column of that name is the item that has it as its alias.
      const std::optional<std::size_t> alias = layout.find_alias(cell.name);
      if (alias && !seen[*alias]) {
        item = alias;
        twice = false;
      }
    }
    if (!item || twice) {
      Finding finding = header_finding(twice ? code::kColumnTwice : code::kColumnUnknown, layout, file);
      finding.column = cell.column;
      finding.byte_first = static_cast<std::uint32_t>(cell.column);
      finding.byte_last = static_cast<std::uint32_t>(cell.column + std::max<std::size_t>(cell.bytes, 1) - 1);
      finding.args = {{"column", std::to_string(i + 1)}, {"name", cell.name}};
      if (cell.name.empty()) finding.args = {{"unnamed", std::to_string(i + 1)}};
      if (twice) finding.item = *item;
      unknown.add(std::move(finding));
      continue;
    }
    seen[*item] = true;
    columns.items.back() = *item;
  }
  columns.known = std::find(seen.begin(), seen.end(), true) != seen.end();
  if (!columns.known && !unknown.findings.empty()) {
    // The row is no header: one finding says it all, and must not quote what may be a person's data.
    unknown.findings.resize(1);
    Finding& none = unknown.findings[0];
    none.byte_last = static_cast<std::uint32_t>(cells.back().column + std::max<std::size_t>(cells.back().bytes, 1) - 1);
    none.args = {{"columns", std::to_string(cells.size())}};
  }
  for (Finding& finding : unknown.findings) findings.add(std::move(finding));
  for (std::size_t item = 0; columns.known && item < seen.size(); ++item) {
    if (seen[item]) continue;
    Finding finding = header_finding(code::kColumnMissing, layout, file);
    finding.item = item;
    findings.add(std::move(finding));
  }
  return columns;
}

std::optional<HeaderCharset> charset_of_header(const Layout& layout, std::string_view bytes) {
  constexpr std::array kTried = {Charset::utf8,    Charset::cp932,  Charset::utf16le,
                                 Charset::utf16be, Charset::ibm930, Charset::ibm939};
  for (const Charset charset : kTried) {
    std::string_view line = bytes;
    if (const std::string_view mark = bom_bytes(charset); !mark.empty() && line.starts_with(mark)) {
      line.remove_prefix(mark.size());
    }
    const std::string_view feed = half_width_character(charset, '\n');
    std::size_t end = line.find(feed);
    while (end != std::string_view::npos && end % feed.size() != 0) end = line.find(feed, end + 1);
    if (end != std::string_view::npos) line = line.substr(0, end + feed.size());
    std::string text;
    if (decode(charset, line, text).error != TextError::none || text.empty()) continue;
    CsvRow row;
    if (scan_csv_row(text, true, Quote::minimal, row) != CsvScan::row || row.fault != CsvFault::none) continue;
    std::string storage;
    const auto named =
        static_cast<std::size_t>(std::count_if(row.fields.begin(), row.fields.end(), [&](const CsvField& field) {
          return layout.find(csv_value(text, field, storage)).has_value();
        }));
    if (named > 0 && 2 * named >= row.fields.size()) return HeaderCharset{charset, named};
  }
  return std::nullopt;
}

std::vector<std::string> header_names(const Layout& layout, const FormatSpec& format) {
  const bool ids = format.header == Header::id;
  std::vector<std::string> names;
  if (format.envelope == Envelope::control) names.emplace_back(ids ? kRecordClassId : kRecordClassName);
  for (const Item& item : layout.items) names.push_back(ids ? item.id : item.name);
  return names;
}

}  // namespace daicho
