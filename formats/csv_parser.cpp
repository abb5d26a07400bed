#include "formats/csv_parser.hpp"

#include <algorithm>
#include <optional>

#include "converters/utf8.hpp"
#include "converters/width.hpp"
#include "formats/ascii.hpp"
#include "formats/finding_codes.hpp"
#include "formats/fixed_plan.hpp"
#include "formats/value_check.hpp"

namespace daicho {
namespace {

std::string_view eol_name(LineEnd eol) { return eol == LineEnd::crlf ? "CRLF" : eol == LineEnd::lf ? "LF" : "-"; }

/// With the line end, which may be what broke it.
std::size_t whole_row(const CsvRow& row) { return std::max<std::size_t>(row.taken, 1); }

/// Where a shift code of EBCDIC is missing: somewhere in these bytes of a row.
struct LostShift {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool in = false;  // 0F, that ends double-byte codes; else 0E
};

/// `text` tells the line ends of the bytes, behind which every line begins with single-byte codes.
std::optional<LostShift> lost_shift_code(std::string_view text, std::string_view bytes) {
  std::size_t begin = 0;  // of what may lack a code: behind the last one
  bool shifted = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const bool out = bytes[at] == '\x0E';
    const bool in = bytes[at] == '\x0F';
    const bool line_end = at < text.size() && text[at] == '\n';
    if ((shifted && (out || line_end)) || (!shifted && in)) return LostShift{begin, at + 1, shifted};
    if (!out && !in && !line_end) continue;
    shifted = out;
    begin = at;
  }
  if (shifted) return LostShift{begin, bytes.size(), true};
  return std::nullopt;
}

/// Tells a finding; answers 1 for an error.
std::size_t tell(FindingSink& findings, Finding finding) {
  const std::size_t errors = finding.is_error() ? 1 : 0;
  findings.add(std::move(finding));
  return errors;
}

}  // namespace

CsvRecordParser::CsvRecordParser(const Layout& layout, const FormatSpec& format, std::string file,
                                 const TextOptions& text)
    : layout_(layout), format_(format), file_(std::move(file)), text_(text) {}

CsvRecordParser::Result CsvRecordParser::parse(const CsvRowInFile& row, const CsvColumns& columns,
                                               RecordBlock& block) const {
  const CsvRow& scanned = row.row;
  const std::size_t expected = columns.items.size();
  Pass pass{row, {}, 0, 0, 0};
  block.begin_record(row.position);
  if (report_no_record(row, columns)) {
    block.end_record(row.bytes.file_bytes(0, scanned.length), true);
    return {true, 0};
  }
  pass.faults += report_row_faults(row);
  if (scanned.fault == CsvFault::none && scanned.fields.size() != expected) {
    pass.faults += report(row, code::kColumnCount, {0, whole_row(scanned)},
                          {{"expected", std::to_string(expected)}, {"found", std::to_string(scanned.fields.size())}});
  } else if (scanned.fault == CsvFault::none) {
    read_fields(pass, columns, block);
  }
  block.end_record(row.bytes.file_bytes(0, scanned.length), pass.faults > 0);
  return {pass.faults > 0, pass.duplicates};
}

/// A row that is none by its bytes: the header once more, or EBCDIC in which a shift code is missing.
bool CsvRecordParser::report_no_record(const CsvRowInFile& row, const CsvColumns& columns) const {
  const std::string_view bytes = row.bytes.file_bytes(0, row.row.length);
  if (!columns.header.empty() && bytes == columns.header) {
    report(row, code::kHeaderAgain, {0, whole_row(row.row)}, {});
    return true;
  }
  if (!is_ebcdic(format_.charset)) return false;
  const auto lost = lost_shift_code(row.bytes.text.substr(0, row.row.length), bytes);
  if (!lost) return false;
  report(row, code::kShiftCodeLost, {lost->begin, std::max(lost->begin + 1, lost->end)},
         {{"missing_en", lost->in ? "0F that ends the double-byte codes" : "0E that begins the double-byte codes"},
          {"missing_ja", lost->in ? "終える 0F " : "始める 0E "}});
  return true;
}

std::size_t CsvRecordParser::report_row_faults(const CsvRowInFile& row) const {
  const CsvRow& scanned = row.row;
  std::size_t errors = 0;
  switch (scanned.fault) {
    case CsvFault::quote_open:
      errors += report(row, code::kQuoteOpen, {scanned.fault_at, scanned.taken},
                       {{"at", std::to_string(row.bytes.file_offset(scanned.fault_at) + 1)}});
      break;
    case CsvFault::quote_misplaced:
      errors += report_misplaced_quote(row);
      break;
    case CsvFault::bare_cr:
      errors +=
          report(row, code::kLineEnd, {scanned.fault_at, scanned.fault_at + 2},  // the CR, and where its LF is due
                 {{"expected", std::string(eol_name(format_.eol))}, {"found", "CR"}});
      break;
    case CsvFault::too_long:
      return report(row, code::kRowTooLong, {0, whole_row(scanned)}, {{"limit", std::to_string(kCsvRowLimit)}});
    case CsvFault::none:
      break;
  }
  if (scanned.eol == LineEnd::none) {
    errors += report(row, code::kLineEndMissing,
                     {scanned.length - std::min<std::size_t>(scanned.length, 1), scanned.length}, {});
  } else if (scanned.eol != format_.eol) {
    report_other_line_end(row);
  }
  return errors;
}

/// The row is good all the same: nothing of it is in question.
void CsvRecordParser::report_other_line_end(const CsvRowInFile& row) const {
  Finding finding = placed(code::kLineEnd, row.position);
  place_in_row(row, finding, {row.row.length, row.row.taken});
  finding.args = {{"expected", std::string(eol_name(format_.eol))}, {"found", std::string(eol_name(row.row.eol))}};
  row.findings.add(std::move(finding));
}

/// Where a quote cannot stand, an earlier one of the row may be missing: up to there all of it is in question.
std::size_t CsvRecordParser::report_misplaced_quote(const CsvRowInFile& row) const {
  const std::size_t at = row.bytes.file_offset(row.row.fault_at) + 1;
  Finding finding = placed(code::kQuoteMisplaced, row.position);
  place_in_row(row, finding, {row.row.fault_at, row.row.fault_at + 1});
  finding.byte_first = 1;
  finding.args = {{"at", std::to_string(at)}};
  return tell(row.findings, std::move(finding));
}

// --- values

/// Appends a field's value to `value`. What is ASCII in the row's text is that text; `plain` says that all of the row
/// is.
Conversion CsvRecordParser::decode_field(const CsvRowInFile& row, const CsvField& field, bool plain,
                                         std::string& value) const {
  const CsvContent content = csv_content(row.bytes.text, field);
  const std::string_view piece = row.bytes.text.substr(content.begin, content.end - content.begin);
  const std::size_t begin = value.size();
  Conversion done;
  if (plain || is_ascii(piece)) {
    value.append(piece);
  } else {
    done = decode(format_.charset, row.bytes.file_bytes(content.begin, content.end), value, text_);
  }
  if (field.escaped) halve_quotes(value, begin);
  return done;
}

void CsvRecordParser::read_cell(const CsvRowInFile& row, const CsvField& field, std::string& value) const {
  const Conversion done = decode_field(row, field, false, value);
  if (done.error == TextError::none) return;
  FaultyText faulty = faulty_of(row, field, done);
  report(row, faulty.code, {field.begin, field.end}, std::move(faulty.args));
}

void CsvRecordParser::read_fields(Pass& pass, const CsvColumns& columns, RecordBlock& block) const {
  const CsvRow& scanned = pass.row.row;
  const CsvRowBytes& bytes = pass.row.bytes;
  const bool plain =
      format_.charset == Charset::utf8 && text_.gaiji == nullptr && is_utf8(bytes.text.substr(0, scanned.length));
  for (std::size_t column = 0; column < scanned.fields.size(); ++column) {
    const CsvField& field = scanned.fields[column];
    const std::size_t item = columns.items[column];
    if (item == kNoItem) continue;
    const std::size_t raw_begin = bytes.file_offset(field.begin);
    const std::size_t raw_length = bytes.file_offset(field.end) - raw_begin;
    pass.field = {0, 0, static_cast<std::uint32_t>(raw_begin), static_cast<std::uint32_t>(raw_length)};
    if (raw_length == 0) {  // an absent value, the commonest of all
      block.end_field(item, pass.field.raw_begin, 0);
      continue;
    }
    pass.text_at = field.begin;
    const std::size_t begin = block.text().size();
    const Conversion done = decode_field(pass.row, field, plain, block.text());
    if (take_conversion(pass, item, begin, field, done, block)) check_field(pass, item, begin, block);
  }
}

/// Reports what a conversion met; false where it broke, and the value is dropped.
bool CsvRecordParser::take_conversion(Pass& pass, std::size_t item, std::size_t begin, const CsvField& field,
                                      const Conversion& done, RecordBlock& block) const {
  pass.duplicates += done.duplicates;
  if (done.duplicates > 0) {
    value_fault(pass, code::kDuplicateCode, item, std::string_view(block.text()).substr(begin),
                {{"charset", std::string(charset_name(format_.charset))}, {"count", std::to_string(done.duplicates)}});
  }
  if (done.error == TextError::none) return true;
  block.drop_text();
  FaultyText faulty = faulty_of(pass.row, field, done);
  value_fault(pass, faulty.code, item, {}, std::move(faulty.args));
  return false;
}

/// What is wrong with a field's bytes, and where in the row.
FaultyText CsvRecordParser::faulty_of(const CsvRowInFile& row, const CsvField& field, const Conversion& done) const {
  const CsvContent content = csv_content(row.bytes.text, field);
  const std::string_view bytes = row.bytes.file_bytes(content.begin, content.end);
  return faulty_text(format_.charset, bytes.substr(done.input_used, done.error_length),
                     row.bytes.file_offset(content.begin) + done.input_used + 1);
}

/// Checks the value that begins at `begin` of the block's text, and ends it.
void CsvRecordParser::check_field(Pass& pass, std::size_t item_index, std::size_t begin, RecordBlock& block) const {
  std::string& text = block.text();
  const Item& item = layout_.items[item_index];
  if (item.picture.cls != PictureClass::text) accept_leniently(pass, item_index, begin, block);
  const std::string_view value = std::string_view(text).substr(begin);
  if (const auto fault = check_value(item, value, WidthRule::characters)) {
    value_fault(pass, fault->code, item_index, value, value_fault_args(item, value, *fault, WidthRule::characters));
  }
  block.end_field(item_index, pass.field.raw_begin, pass.field.raw_length);
}

/// What is accepted with a warning (contract 2): full-width digits, and half-width spaces behind full-width text.
void CsvRecordParser::accept_leniently(Pass& pass, std::size_t item_index, std::size_t begin,
                                       RecordBlock& block) const {
  std::string& text = block.text();
  if (text.size() == begin) return;
  if (layout_.items[item_index].picture.cls == PictureClass::national) {
    if (text.back() != ' ') return;
    value_fault(pass, code::kHalfWidthBlank, item_index, std::string_view(text).substr(begin), {});
    while (text.size() > begin && text.back() == ' ') text.pop_back();
    return;
  }
  if (static_cast<unsigned char>(text[begin]) < 0x80 && static_cast<unsigned char>(text.back()) < 0x80) {
    const auto high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    if (std::none_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), high)) return;
  }
  const std::string_view value = std::string_view(text).substr(begin);
  if (!has_full_width_digits(value)) return;
  value_fault(pass, code::kFullWidthDigits, item_index, value, {});
  const std::string half = to_half_width(value);
  text.resize(begin);
  text += half;
}

// --- findings

void CsvRecordParser::value_fault(Pass& pass, FindingCode code, std::size_t item, std::string_view value,
                                  Args args) const {
  Finding finding = placed(code, pass.row.position);
  finding.item = item;
  place_in_row(pass.row, finding, {pass.text_at, pass.text_at + 1});
  finding.byte_first = finding.byte_last = 0;
  if (pass.field.raw_length > 0) {
    finding.byte_first = pass.field.raw_begin + 1;
    finding.byte_last = pass.field.raw_begin + pass.field.raw_length;
  }
  finding.value = value;
  finding.args = std::move(args);
  pass.faults += tell(pass.row.findings, std::move(finding));
}

/// A finding at bytes of the row; answers how many errors that is.
std::size_t CsvRecordParser::report(const CsvRowInFile& row, FindingCode code, InRow bytes, Args args) const {
  Finding finding = placed(code, row.position);
  finding.args = std::move(args);
  if (bytes.end != 0) place_in_row(row, finding, bytes);
  return tell(row.findings, std::move(finding));
}

Finding CsvRecordParser::placed(FindingCode code, const RecordPosition& position) const {
  Finding finding;
  finding.code = code;
  finding.file = file_;
  finding.record = position.number;
  finding.line = position.line;
  finding.offset = position.offset;
  finding.layout = &layout_;
  return finding;
}

/// Line, column and bytes of a fault in the row's text.
void CsvRecordParser::place_in_row(const CsvRowInFile& row, Finding& finding, InRow bytes) {
  const std::string_view before = row.bytes.text.substr(0, bytes.begin);
  const std::size_t line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  finding.line += static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t begin = row.bytes.file_offset(bytes.begin);
  finding.column = begin - row.bytes.file_offset(line_begin) + 1;
  finding.byte_first = static_cast<std::uint32_t>(begin + 1);
  finding.byte_last = static_cast<std::uint32_t>(std::max(begin + 1, row.bytes.file_offset(bytes.end)));
}

}  // namespace daicho
