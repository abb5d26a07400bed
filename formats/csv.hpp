// CSV as RFC 4180 has it, in any charset: the reader and the writer behind make_reader and make_writer, and the row
// scanner under them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/byte_sink.hpp"
#include "formats/byte_source.hpp"
#include "formats/finding.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"
#include "formats/reader.hpp"
#include "formats/writer.hpp"

namespace daicho {

/// See make_reader. Columns are found by the header's ids, names or aliases, or stand in the layout's order with
/// header=none. What the header lacks is absent in every record.
std::unique_ptr<RecordReader> make_csv_reader(const Layout& layout, const FormatSpec& format, ByteSource& source,
                                              FindingSink& findings, const TextOptions& text = {});

/// See make_writer.
std::unique_ptr<RecordWriter> make_csv_writer(const Layout& layout, const FormatSpec& format, ByteSink& sink,
                                              FindingSink& findings, WriterOptions options = {});

/// A quoted value that is still open after so many bytes never ends, for the scanner.
inline constexpr std::size_t kCsvQuotedLimit = std::size_t{16} * 1024;
/// A row of more bytes is reported and skipped to its line end.
inline constexpr std::size_t kCsvRowLimit = std::size_t{1024} * 1024;

/// A column of a scanned row: bytes from the row's first.
struct CsvField {
  std::uint32_t begin = 0;  ///< of the column, its quotes among it
  std::uint32_t end = 0;
  bool quoted = false;
  bool escaped = false;  ///< has doubled quotes, which csv_value takes apart
};

enum class CsvFault : std::uint8_t {
  none,
  quote_open,       ///< a quoted value never ends; the row ends at the first line end after its opening quote
  quote_misplaced,  ///< a quote inside an unquoted value, text after a closing quote, or any quote with quote=none
  bare_cr,          ///< a CR that no LF follows, outside quotes
  too_long,         ///< more than kCsvRowLimit bytes; the row's bytes up to the limit are given
};

/// One row, as the scanner leaves it: filled anew by each call, its storage kept.
struct CsvRow {
  std::vector<CsvField> fields;     ///< none for a blank line
  std::size_t length = 0;           ///< bytes without the line end
  std::size_t taken = 0;            ///< bytes with it: where the next row begins
  LineEnd eol = LineEnd::none;      ///< as found; `none` at the end of the text
  CsvFault fault = CsvFault::none;  ///< the first one
  std::size_t fault_at = 0;         ///< byte in the row
  std::size_t lines = 1;            ///< lines that the row takes (line breaks inside quotes)
  std::size_t open_at = 0;          ///< where lines > 1: byte of the opening quote of the first value over a line end
  std::size_t break_at = 0;         ///< where lines > 1: byte of that line end
};

enum class CsvScan : std::uint8_t { row, need_more };

/// Scans the first row of `text`, in which `,` `"` CR and LF are those bytes (see CsvWindow). `text` must not be empty.
/// Answers need_more where the row may go on beyond the text and `at_end` is false. A value that goes on over a line
/// end must close properly (a comma, a line end or the end behind its closing quote), else it counts as never ended,
/// so that an unclosed quote costs one row.
CsvScan scan_csv_row(std::string_view text, bool at_end, Quote quote, CsvRow& row);

/// Ends a row of several lines at its first line end inside quotes, as a value that never ended: for a row whose
/// columns do not add up. `text` is what was scanned.
void cut_csv_row(std::string_view text, CsvRow& row);

/// Makes a data row of `expected_columns` of what was scanned: a blank line may be the row of an only column, and a row
/// of several lines whose columns do not add up is one whose quote never closed.
void settle_csv_row(std::string_view text, std::size_t expected_columns, CsvRow& row);

/// The first quote or line feed of the text; its size where there is none.
std::size_t find_quote_or_feed(std::string_view text);

/// Where a field's value lies in its row: between its quotes, doubled quotes still doubled.
struct CsvContent {
  std::size_t begin = 0;
  std::size_t end = 0;
};
CsvContent csv_content(std::string_view row_text, const CsvField& field);

/// Makes single quotes of the doubled ones behind byte `from` of a value.
void halve_quotes(std::string& value, std::size_t from);

/// The bytes of a field between its quotes. Where it has doubled quotes they are taken apart into `storage`, and the
/// answer is a view of it; else of `row_text`.
std::string_view csv_value(std::string_view row_text, const CsvField& field, std::string& storage);

}  // namespace daicho
