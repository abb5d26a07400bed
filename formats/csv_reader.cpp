// CSV rows to records: rows of the window, columns by the header, values decoded and checked.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "converters/utf8.hpp"
#include "converters/width.hpp"
#include "formats/ascii.hpp"
#include "formats/csv.hpp"
#include "formats/csv_columns.hpp"
#include "formats/csv_window.hpp"
#include "formats/error.hpp"
#include "formats/faulty_text.hpp"
#include "formats/finding_codes.hpp"
#include "formats/value_check.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1024} * 1024;
using Args = std::vector<std::pair<std::string, std::string>>;

std::string_view eol_name(LineEnd eol) { return eol == LineEnd::crlf ? "CRLF" : eol == LineEnd::lf ? "LF" : "-"; }

/// Bytes of a row's text.
struct InRow {
  std::size_t begin = 0;
  std::size_t end = 0;
};
constexpr InRow kNowhere{};

class CsvReader : public RecordReader {
 public:
  CsvReader(const Layout& layout, const FormatSpec& format, ByteSource& source, FindingSink& findings,
            const TextOptions& text)
      : layout_(layout),
        format_(format),
        file_(source.name()),
        findings_(findings),
        text_(text),
        window_(source, format.charset) {
    if (format.eol == LineEnd::none) throw UsageError("csv needs eol=crlf or eol=lf");
    summary_.format = format;
    if (format.envelope == Envelope::control) envelope_.emplace(layout, format, file_, findings);
  }

  bool read(RecordBlock& block) override {
    block.clear();
    if (!started_) start();
    const std::uint64_t enough = window_.offset() + kBlockBytes;
    while (!ended_ && (block.empty() || window_.offset() < enough)) {
      if (next_row()) {
        row_to_block(block);
      } else {
        end();
      }
    }
    summary_.bytes = window_.offset() + window_.dos_end_of_file_bytes();
    return !block.empty();
  }

  const ReadSummary& summary() const override { return summary_; }

 private:
  // --- the file

  void start() {
    started_ = true;
    window_.fill();
    take_byte_order_mark();
    if (window_.text().empty() && window_.at_end() && !window_.dos_end_of_file()) {
      const bool header = format_.header != Header::none || envelope_;
      if (!window_.damage()) report(header ? code::kEmptyFile : code::kNoBytes, kNowhere, {});
      return;
    }
    if (format_.header == Header::none) {
      columns_ = columns_by_position(layout_, format_.envelope);
    } else if (next_row()) {
      read_header();
    }
  }

  void take_byte_order_mark() {
    const std::uint64_t begin = window_.offset();
    const bool found = window_.take_mark(bom_bytes(format_.charset));
    if (found == format_.bom) return;
    Finding finding = placed(code::kByteOrderMark, 0);
    finding.offset = begin;
    finding.args = {{"expected", format_.bom ? "yes" : "no"}, {"found", found ? "yes" : "no"}};
    add(std::move(finding));
  }

  void read_header() {
    const std::string_view text = row_text();
    std::vector<CsvHeaderCell> cells;
    report_row_faults();
    for (const CsvField& field : row_.fields) {
      std::string name;
      read_cell(text, field, name);
      const std::size_t begin = window_.raw_offset(field.begin);
      // With the comma or line end behind it, which may be what broke it.
      cells.push_back(
          {std::move(name), begin + 1, window_.raw_offset(std::min(field.end + std::size_t{1}, row_.taken)) - begin});
    }
    if (cells.empty()) cells.push_back({"", 1, 0});  // a blank line names no item either
    FindingList found;
    columns_ = columns_by_header(layout_, format_.envelope, cells, file_, found);
    for (Finding& finding : found.findings) {
      finding.offset = window_.offset();
      findings_.add(std::move(finding));
    }
    if (!columns_.known) ended_ = true;
    take_row();
  }

  void end() {
    ended_ = true;
    if (window_.damage()) {
      report(code::kCompressedTruncated, kNowhere, {{"reason", window_.damage()->reason}});
    }
    if (window_.dos_end_of_file()) report(code::kDosEndOfFile, kNowhere, {});
    if (envelope_) {
      envelope_->finish({window_.offset(), line_, 0});
      summary_.envelope = envelope_->header();
    }
  }

  // --- rows

  /// The next row into `row_`; false at the end of the text.
  bool next_row() {
    for (;;) {
      if (window_.text().empty()) {
        if (window_.at_end()) return false;
      } else if (scan_csv_row(window_.text(), window_.at_end(), format_.quote, row_) == CsvScan::row) {
        return true;
      }
      window_.fill();
    }
  }

  std::string_view row_text() const { return window_.text().substr(0, row_.length); }

  void take_row() {
    const bool skip_rest = row_.fault == CsvFault::too_long && row_.eol == LineEnd::none &&
                           (row_.taken == 0 || window_.text()[row_.taken - 1] != '\n');
    window_.take(row_.taken);
    line_ += row_.lines;
    if (skip_rest) skip_to_line_end();
  }

  /// Behind a row that is too long: nothing is kept of what follows, up to its line end.
  void skip_to_line_end() {
    for (;;) {
      const std::size_t end = window_.text().find('\n');
      window_.take(end == std::string_view::npos ? window_.text().size() : end + 1);
      if (end != std::string_view::npos || window_.at_end()) return;
      window_.fill();
    }
  }

  void row_to_block(RecordBlock& block) {
    if (envelope_ && row_.fault == CsvFault::none && is_control_row()) {
      control_row();
      take_row();
      return;
    }
    const std::size_t expected = columns_.items.size();
    // A blank line is the row of one absent value where rows have one column, else a row of none.
    if (expected == 1 && row_.fields.empty() && row_.fault == CsvFault::none) row_.fields.push_back({});
    if (row_.lines > 1 && row_.fields.size() != expected) cut_csv_row(window_.text(), row_);
    record_ = ++summary_.records;
    const std::string_view text = row_text();
    block.begin_record({record_, window_.offset(), line_});
    faults_ = 0;
    report_row_faults();
    if (row_.fault == CsvFault::none && row_.fields.size() != expected) {
      report(code::kColumnCount, whole_row(),
             {{"expected", std::to_string(expected)}, {"found", std::to_string(row_.fields.size())}});
    } else if (row_.fault == CsvFault::none) {
      read_fields(text, block);
    }
    const bool bad = faults_ > 0;
    if (bad) ++summary_.bad_records;
    block.end_record(window_.raw(0, row_.length), bad);
    if (envelope_) {
      const std::string_view key = !bad && layout_.key ? block[block.size() - 1][*layout_.key] : std::string_view();
      envelope_->data(window_.raw(0, row_.taken), key, !bad, {window_.offset(), line_, 0});
    }
    record_ = 0;
    take_row();
  }

  void report_row_faults() {
    switch (row_.fault) {
      case CsvFault::quote_open:
        report(code::kQuoteOpen, {row_.fault_at, row_.taken},
               {{"at", std::to_string(window_.raw_offset(row_.fault_at) + 1)}});
        break;
      case CsvFault::quote_misplaced:
        report_misplaced_quote();
        break;
      case CsvFault::bare_cr:
        report(code::kLineEnd, {row_.fault_at, row_.fault_at + 2},  // the CR, and where its LF is due
               {{"expected", std::string(eol_name(format_.eol))}, {"found", "CR"}});
        break;
      case CsvFault::too_long:
        report(code::kRowTooLong, whole_row(), {{"limit", std::to_string(kCsvRowLimit)}});
        return;
      case CsvFault::none:
        break;
    }
    if (row_.eol == LineEnd::none) {
      report(code::kLineEndMissing, {row_.length - std::min<std::size_t>(row_.length, 1), row_.length}, {});
    } else if (row_.eol != format_.eol) {
      report_other_line_end();
    }
  }

  /// The row is good all the same: nothing of it is in question.
  void report_other_line_end() {
    Finding finding = placed(code::kLineEnd, record_);
    place_in_row(finding, {row_.length, row_.taken});
    finding.args = {{"expected", std::string(eol_name(format_.eol))}, {"found", std::string(eol_name(row_.eol))}};
    findings_.add(std::move(finding));
  }

  /// With the line end, which may be what broke it.
  InRow whole_row() const { return {0, std::max<std::size_t>(row_.taken, 1)}; }

  /// Where a quote cannot stand, an earlier one of the row may be missing: up to there all of it is in question.
  void report_misplaced_quote() {
    const std::size_t at = window_.raw_offset(row_.fault_at) + 1;
    Finding finding = placed(code::kQuoteMisplaced, record_);
    place_in_row(finding, {row_.fault_at, row_.fault_at + 1});
    finding.byte_first = 1;
    finding.args = {{"at", std::to_string(at)}};
    add(std::move(finding));
  }

  // --- control records

  bool is_control_row() {
    std::string storage;
    return !row_.fields.empty() && csv_value(row_text(), row_.fields[0], storage) != "2";
  }

  void control_row() {
    report_row_faults();
    std::vector<std::string> fields;
    for (const CsvField& field : row_.fields) {
      read_cell(row_text(), field, fields.emplace_back());
    }
    envelope_->control(fields, {window_.offset(), line_, window_.raw_offset(row_.taken)});
    summary_.envelope = envelope_->header();
  }

  // --- values

  /// Appends a field's value to `value`. What is ASCII in the window's text is that text; `plain` says that all of the
  /// row is.
  Conversion decode_field(std::string_view text, const CsvField& field, bool plain, std::string& value) {
    const CsvContent content = csv_content(text, field);
    const std::string_view piece = text.substr(content.begin, content.end - content.begin);
    const std::size_t begin = value.size();
    Conversion done;
    if (plain || is_ascii(piece)) {
      value.append(piece);
    } else {
      done = decode(format_.charset, window_.raw(content.begin, content.end), value, text_);
    }
    if (field.escaped) halve_quotes(value, begin);
    return done;
  }

  /// A cell of the header or of a control record.
  void read_cell(std::string_view text, const CsvField& field, std::string& value) {
    const Conversion done = decode_field(text, field, false, value);
    if (done.error == TextError::none) return;
    FaultyText faulty = faulty_of(field, done);
    report(faulty.code, {field.begin, field.end}, std::move(faulty.args));
  }

  void read_fields(std::string_view text, RecordBlock& block) {
    const bool plain = format_.charset == Charset::utf8 && text_.gaiji == nullptr && is_utf8(text);
    for (std::size_t column = 0; column < row_.fields.size(); ++column) {
      const CsvField& field = row_.fields[column];
      const std::size_t item = columns_.items[column];
      if (item == kNoItem) continue;
      const std::size_t raw_begin = window_.raw_offset(field.begin);
      const std::size_t raw_length = window_.raw_offset(field.end) - raw_begin;
      field_ = {0, 0, static_cast<std::uint32_t>(raw_begin), static_cast<std::uint32_t>(raw_length)};
      if (raw_length == 0) {  // an absent value, the commonest of all
        block.end_field(item, field_.raw_begin, 0);
        continue;
      }
      text_at_ = field.begin;
      const std::size_t begin = block.text().size();
      const Conversion done = decode_field(text, field, plain, block.text());
      if (take_conversion(item, begin, field, done, block)) check_field(item, begin, block);
    }
  }

  /// Reports what a conversion met; false where it broke, and the value is dropped.
  bool take_conversion(std::size_t item, std::size_t begin, const CsvField& field, const Conversion& done,
                       RecordBlock& block) {
    summary_.duplicates += done.duplicates;
    if (done.duplicates > 0) {
      value_fault(
          code::kDuplicateCode, item, std::string_view(block.text()).substr(begin),
          {{"charset", std::string(charset_name(format_.charset))}, {"count", std::to_string(done.duplicates)}});
    }
    if (done.error == TextError::none) return true;
    block.drop_text();
    FaultyText faulty = faulty_of(field, done);
    value_fault(faulty.code, item, {}, std::move(faulty.args));
    return false;
  }

  /// What is wrong with a field's bytes, and where in the row.
  FaultyText faulty_of(const CsvField& field, const Conversion& done) const {
    const CsvContent content = csv_content(window_.text(), field);
    const std::string_view bytes = window_.raw(content.begin, content.end);
    return faulty_text(format_.charset, bytes.substr(done.input_used, done.error_length),
                       window_.raw_offset(content.begin) + done.input_used + 1);
  }

  /// Checks the value that begins at `begin` of the block's text, and ends it.
  void check_field(std::size_t item_index, std::size_t begin, RecordBlock& block) {
    std::string& text = block.text();
    const Item& item = layout_.items[item_index];
    if (item.picture.cls != PictureClass::text) accept_leniently(item_index, begin, block);
    const std::string_view value = std::string_view(text).substr(begin);
    if (const auto fault = check_value(item, value, WidthRule::characters)) {
      value_fault(fault->code, item_index, value, value_fault_args(item, value, *fault, WidthRule::characters));
    }
    block.end_field(item_index, field_.raw_begin, field_.raw_length);
  }

  /// What is accepted with a warning (contract 2): full-width digits, and half-width spaces behind full-width text.
  void accept_leniently(std::size_t item_index, std::size_t begin, RecordBlock& block) {
    std::string& text = block.text();
    if (text.size() == begin) return;
    if (layout_.items[item_index].picture.cls == PictureClass::national) {
      if (text.back() != ' ') return;
      value_fault(code::kHalfWidthBlank, item_index, std::string_view(text).substr(begin), {});
      while (text.size() > begin && text.back() == ' ') text.pop_back();
      return;
    }
    if (static_cast<unsigned char>(text[begin]) < 0x80 && static_cast<unsigned char>(text.back()) < 0x80) {
      const auto high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
      if (std::none_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), high)) return;
    }
    const std::string_view value = std::string_view(text).substr(begin);
    if (!has_full_width_digits(value)) return;
    value_fault(code::kFullWidthDigits, item_index, value, {});
    const std::string half = to_half_width(value);
    text.resize(begin);
    text += half;
  }

  // --- findings

  void value_fault(FindingCode code, std::size_t item, std::string_view value, Args args) {
    Finding finding = placed(code, record_);
    finding.item = item;
    place_in_row(finding, {text_at_, text_at_ + 1});
    finding.byte_first = finding.byte_last = 0;
    if (field_.raw_length > 0) {
      finding.byte_first = field_.raw_begin + 1;
      finding.byte_last = field_.raw_begin + field_.raw_length;
    }
    finding.value = value;
    finding.args = std::move(args);
    add(std::move(finding));
  }

  /// A finding at bytes of the row, or about the file as a whole.
  void report(FindingCode code, InRow bytes, Args args) {
    Finding finding = placed(code, record_);
    finding.args = std::move(args);
    if (code == code::kDosEndOfFile) finding.offset = *window_.dos_end_of_file();
    if (code == code::kCompressedTruncated) finding.offset = window_.damage()->offset;
    if (bytes.end != 0) place_in_row(finding, bytes);
    add(std::move(finding));
  }

  Finding placed(FindingCode code, std::uint64_t record) const {
    Finding finding;
    finding.code = code;
    finding.file = file_;
    finding.record = record;
    finding.line = line_;
    finding.offset = window_.offset();
    finding.layout = &layout_;
    return finding;
  }

  /// Line, column and bytes of a fault in the row's text.
  void place_in_row(Finding& finding, InRow bytes) const {
    const std::string_view before = window_.text().substr(0, bytes.begin);
    const std::size_t line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    finding.line += static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t begin = window_.raw_offset(bytes.begin);
    finding.column = begin - window_.raw_offset(line_begin) + 1;
    finding.byte_first = static_cast<std::uint32_t>(begin + 1);
    finding.byte_last = static_cast<std::uint32_t>(std::max(begin + 1, window_.raw_offset(bytes.end)));
  }

  void add(Finding finding) {
    if (finding.is_error()) ++faults_;
    findings_.add(std::move(finding));
  }

  const Layout& layout_;
  const FormatSpec format_;
  const std::string file_;
  FindingSink& findings_;
  const TextOptions text_;
  CsvWindow window_;
  ReadSummary summary_;
  std::optional<EnvelopeChecker> envelope_;
  CsvColumns columns_;
  CsvRow row_;
  FieldSpan field_;          // of the value being read
  std::size_t text_at_ = 0;  // of the value being read: byte in the row's text
  std::uint64_t record_ = 0;
  std::uint64_t line_ = 1;
  std::size_t faults_ = 0;  // errors in the record being read
  bool started_ = false;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<RecordReader> make_csv_reader(const Layout& layout, const FormatSpec& format, ByteSource& source,
                                              FindingSink& findings, const TextOptions& text) {
  return std::make_unique<CsvReader>(layout, format, source, findings, text);
}

}  // namespace daicho
