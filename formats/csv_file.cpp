#include "formats/csv_file.hpp"

#include <algorithm>

#include "formats/error.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

constexpr std::size_t kMostOfHeader = std::size_t{1} << 16;

}  // namespace

CsvFile::CsvFile(const Layout& layout, const FormatSpec& format, ByteSource& source, FindingSink& findings,
                 const TextOptions& text)
    : layout_(layout),
      format_(format),
      file_(source.name()),
      findings_(findings),
      parser_(layout, format, file_, text),
      window_(source, format.charset) {
  if (format.eol == LineEnd::none) throw UsageError("csv needs eol=crlf or eol=lf");
}

bool CsvFile::next(CsvRow& row) {
  if (!started_) start();
  if (ended_) return false;
  if (scan(row)) return true;
  end();
  return false;
}

CsvRowBytes CsvFile::bytes(const CsvRow& row) const {
  return {window_.text().substr(0, row.taken), window_.raw(0, row.taken), window_.unit()};
}

bool CsvFile::next_line(CsvRow& row) {
  if (started_ && !ended_ && find_plain_line(row)) return true;
  if (!next(row)) return false;
  settle(row);
  return true;
}

/// A row in which no quote stands before its line end, which is its end then.
bool CsvFile::find_plain_line(CsvRow& row) const {
  const std::string_view text = window_.text().substr(0, kCsvRowLimit);
  const std::size_t end = find_quote_or_feed(text);
  if (end == text.size() || text[end] == '"') return false;
  const bool crlf = end > 0 && text[end - 1] == '\r';
  row.fields.clear();
  row.length = end - (crlf ? 1 : 0);
  row.taken = end + 1;
  row.eol = crlf ? LineEnd::crlf : LineEnd::lf;
  row.fault = CsvFault::none;
  row.fault_at = 0;
  row.lines = 1;
  return true;
}

void CsvFile::take(const CsvRow& row) {
  const bool skip_rest = row.fault == CsvFault::too_long && row.eol == LineEnd::none &&
                         (row.taken == 0 || window_.text()[row.taken - 1] != '\n');
  window_.take(row.taken);
  line_ += row.lines;
  if (skip_rest) skip_to_line_end();
}

/// Behind a row that is too long: nothing is kept of what follows, up to its line end.
void CsvFile::skip_to_line_end() {
  for (;;) {
    const std::size_t end = window_.text().find('\n');
    window_.take(end == std::string_view::npos ? window_.text().size() : end + 1);
    if (end != std::string_view::npos || window_.at_end()) return;
    window_.fill();
  }
}

/// The next row; false at the end of the text.
bool CsvFile::scan(CsvRow& row) {
  for (;;) {
    if (window_.text().empty()) {
      if (window_.at_end()) return false;
    } else if (scan_csv_row(window_.text(), window_.at_end(), format_.quote, row) == CsvScan::row) {
      return true;
    }
    window_.fill();
  }
}

void CsvFile::start() {
  started_ = true;
  window_.fill();
  take_byte_order_mark();
  if (window_.text().empty() && window_.at_end() && !window_.dos_end_of_file()) {
    const bool header = format_.header != Header::none || format_.envelope == Envelope::control;
    if (!window_.damage()) report(header ? code::kEmptyFile : code::kNoBytes, window_.offset(), {});
    return;
  }
  CsvRow row;
  if (format_.header == Header::none) {
    columns_ = columns_by_position(layout_, format_.envelope);
  } else if (scan(row)) {
    read_header(row);
  }
}

void CsvFile::take_byte_order_mark() {
  const std::uint64_t begin = window_.offset();
  const bool found = window_.take_mark(bom_bytes(format_.charset));
  if (found == format_.bom) return;
  report(code::kByteOrderMark, begin, {{"expected", format_.bom ? "yes" : "no"}, {"found", found ? "yes" : "no"}});
}

void CsvFile::read_header(const CsvRow& row) {
  FindingList of_row;
  FindingList of_cells;
  const CsvRowInFile in_file{row, bytes(row), here(), of_cells};
  std::vector<CsvHeaderCell> cells;
  parser_.report_row_faults({row, in_file.bytes, here(), of_row});
  for (const CsvField& field : row.fields) {
    std::string name;
    parser_.read_cell(in_file, field, name);
    const std::size_t begin = window_.raw_offset(field.begin);
    // With the comma or line end behind it, which may be what broke it.
    cells.push_back(
        {std::move(name), begin + 1, window_.raw_offset(std::min(field.end + std::size_t{1}, row.taken)) - begin});
  }
  if (cells.empty()) cells.push_back({"", 1, 0});  // a blank line names no item either
  FindingList found;
  columns_ = columns_by_header(layout_, format_.envelope, cells, file_, found);
  columns_.header = in_file.bytes.file_bytes(0, row.length);
  std::optional<HeaderCharset> looks_like;
  if (!columns_.known) {
    ended_ = true;
    // From the window, because a line end of UTF-16 goes on behind the byte that ended the row.
    looks_like = charset_of_header(layout_, window_.raw(0, window_.text().size()).substr(0, kMostOfHeader));
  }
  if (looks_like) {
    found.findings.front().args.emplace_back("looks_like", charset_name(looks_like->charset));
    found.findings.front().args.emplace_back("named", std::to_string(looks_like->named));
  } else {
    for (Finding& finding : of_row.findings) findings_.add(std::move(finding));
    // Of a row that is no header one finding says it all.
    for (Finding& finding : of_cells.findings) {
      if (columns_.known) findings_.add(std::move(finding));
    }
  }
  for (Finding& finding : found.findings) {
    finding.offset = window_.offset();
    findings_.add(std::move(finding));
  }
  take(row);
}

void CsvFile::end() {
  ended_ = true;
  if (window_.damage())
    report(code::kCompressedTruncated, window_.damage()->offset, {{"reason", window_.damage()->reason}});
  if (window_.dos_end_of_file()) report(code::kDosEndOfFile, *window_.dos_end_of_file(), {});
}

/// A finding about the file as a whole.
void CsvFile::report(FindingCode code, std::uint64_t offset, std::vector<std::pair<std::string, std::string>> args) {
  Finding finding = parser_.placed(code, here());
  finding.offset = offset;
  finding.args = std::move(args);
  findings_.add(std::move(finding));
}

}  // namespace daicho
