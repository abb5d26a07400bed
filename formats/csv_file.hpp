// A CSV file as rows: its byte order mark and its header are read, and what stands behind the last row is checked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/csv.hpp"
#include "formats/csv_columns.hpp"
#include "formats/csv_parser.hpp"
#include "formats/csv_window.hpp"

namespace daicho {

/// The rows behind the header. Reports the byte order mark, the header, a final 1A and damaged compression.
class CsvFile {
 public:
  /// Layout, source, findings and the tables of `text` must outlive it. Throws UsageError where the format has no line
  /// end.
  CsvFile(const Layout& layout, const FormatSpec& format, ByteSource& source, FindingSink& findings,
          const TextOptions& text);
  CsvFile(const CsvFile&) = delete;
  CsvFile& operator=(const CsvFile&) = delete;

  /// Scans the next row, which stays until it is taken. False at the end of the file, or where its header names
  /// nothing.
  bool next(CsvRow& row);
  /// The same, but the row is settled (see settle_csv_row), and has no columns where they need not be known to tell
  /// where it ends: in charsets whose line ends and quotes are those bytes.
  bool next_line(CsvRow& row);
  /// See settle_csv_row.
  void settle(CsvRow& row) const { settle_csv_row(window_.text(), columns_.items.size(), row); }
  /// The bytes of the row that `next` found, with its line end.
  CsvRowBytes bytes(const CsvRow& row) const;
  /// Moves on to the row behind it.
  void take(const CsvRow& row);

  /// Which columns rows have; known when `next` has answered.
  const CsvColumns& columns() const { return columns_; }
  const CsvRecordParser& parser() const { return parser_; }

  /// Bytes from the start of the file to the row at hand.
  std::uint64_t offset() const { return window_.offset(); }
  /// The line on which the row at hand begins, from 1.
  std::uint64_t line() const { return line_; }
  /// Bytes of the file so far, with a final 1A.
  std::uint64_t bytes_read() const { return window_.offset() + window_.dos_end_of_file_bytes(); }

 private:
  void start();
  void take_byte_order_mark();
  void read_header(const CsvRow& row);
  bool scan(CsvRow& row);
  bool find_plain_line(CsvRow& row) const;
  void end();
  void skip_to_line_end();
  RecordPosition here() const { return {0, window_.offset(), line_}; }
  void report(FindingCode code, std::uint64_t offset, std::vector<std::pair<std::string, std::string>> args);

  const Layout& layout_;
  const FormatSpec format_;
  const std::string file_;
  FindingSink& findings_;
  const CsvRecordParser parser_;
  CsvWindow window_;
  CsvColumns columns_;
  std::uint64_t line_ = 1;
  bool started_ = false;
  bool ended_ = false;
};

}  // namespace daicho
