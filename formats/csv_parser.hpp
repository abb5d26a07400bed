// One row of a CSV file: its columns to fields, and what is wrong with them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "converters/charset.hpp"
#include "formats/csv.hpp"
#include "formats/csv_columns.hpp"
#include "formats/faulty_text.hpp"
#include "formats/finding.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho {

/// A row's bytes, as text in which commas, quotes and line ends are single bytes, and as the file has them (see
/// CsvWindow). Both begin with the row; what follows it may stand behind.
struct CsvRowBytes {
  std::string_view text;
  std::string_view file;
  std::size_t unit = 1;  ///< bytes of the file for each byte of text

  /// Where byte `at` of the text stands in the file's bytes.
  std::size_t file_offset(std::size_t at) const {
    return at * unit < file.size() ? at * unit : file.size();  // half a code unit at the end is a byte of text, too
  }
  std::string_view file_bytes(std::size_t begin, std::size_t end) const {
    return file.substr(file_offset(begin), file_offset(end) - file_offset(begin));
  }
};

/// A scanned row and where it stands: in which record (0: a header or control record), line and file.
struct CsvRowInFile {
  const CsvRow& row;
  CsvRowBytes bytes;
  RecordPosition position;
  FindingSink& findings;
};

/// Keeps nothing from one row to the next: several threads may ask it.
class CsvRecordParser {
 public:
  struct Result {
    bool bad = false;              ///< an error was reported: the record's values are not to be used
    std::uint64_t duplicates = 0;  ///< codes that would come back as others
  };

  /// The layout and the tables of `text` must outlive it. `file` is what findings call the file.
  CsvRecordParser(const Layout& layout, const FormatSpec& format, std::string file, const TextOptions& text = {});

  /// Appends the record of a data row to `block` and reports what is wrong with it.
  Result parse(const CsvRowInFile& row, const CsvColumns& columns, RecordBlock& block) const;

  /// A cell of a header or control record, appended to `value`; reports what is no text.
  void read_cell(const CsvRowInFile& row, const CsvField& field, std::string& value) const;

  /// Reports quotes and line ends that are not as they should be. Answers how many errors these are.
  std::size_t report_row_faults(const CsvRowInFile& row) const;

  /// A finding about a row, as yet without a place in it.
  Finding placed(FindingCode code, const RecordPosition& position) const;

 private:
  using Args = std::vector<std::pair<std::string, std::string>>;
  struct InRow {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  /// The record at hand.
  struct Pass {
    const CsvRowInFile& row;
    FieldSpan field;          // of the value being read
    std::size_t text_at = 0;  // of the value being read: byte in the row's text
    std::size_t faults = 0;
    std::uint64_t duplicates = 0;
  };

  void read_fields(Pass& pass, const CsvColumns& columns, RecordBlock& block) const;
  Conversion decode_field(const CsvRowInFile& row, const CsvField& field, bool plain, std::string& value) const;
  bool take_conversion(Pass& pass, std::size_t item, std::size_t begin, const CsvField& field, const Conversion& done,
                       RecordBlock& block) const;
  FaultyText faulty_of(const CsvRowInFile& row, const CsvField& field, const Conversion& done) const;
  void check_field(Pass& pass, std::size_t item, std::size_t begin, RecordBlock& block) const;
  void accept_leniently(Pass& pass, std::size_t item, std::size_t begin, RecordBlock& block) const;
  void value_fault(Pass& pass, FindingCode code, std::size_t item, std::string_view value, Args args) const;
  std::size_t report(const CsvRowInFile& row, FindingCode code, InRow bytes, Args args) const;
  bool report_no_record(const CsvRowInFile& row, const CsvColumns& columns) const;
  std::size_t report_misplaced_quote(const CsvRowInFile& row) const;
  void report_other_line_end(const CsvRowInFile& row) const;
  static void place_in_row(const CsvRowInFile& row, Finding& finding, InRow bytes);

  const Layout& layout_;
  const FormatSpec format_;
  const std::string file_;
  const TextOptions text_;
};

}  // namespace daicho
