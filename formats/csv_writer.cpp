// Records to CSV rows: values checked, quoted and encoded, a record whole or not at all.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/csv.hpp"
#include "formats/csv_columns.hpp"
#include "formats/error.hpp"
#include "formats/faulty_text.hpp"
#include "formats/finding_codes.hpp"
#include "formats/record_check.hpp"
#include "formats/value_check.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1024} * 1024;
using Args = std::vector<std::pair<std::string, std::string>>;

/// Bits that are set where one of eight bytes may be `byte`, and nowhere where none is.
constexpr std::uint64_t bytes_equal(std::uint64_t word, char byte) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  const std::uint64_t difference = word ^ kOnes * static_cast<unsigned char>(byte);
  return (difference - kOnes) & ~difference & kOnes << 7;
}

/// Whether a value has a comma, a quote, CR or LF. Looks at eight bytes at a time, because every value is asked.
bool needs_quotes(std::string_view value) {
  std::uint64_t found = 0;
  for (std::size_t at = 0; at < value.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, value.data() + at, std::min<std::size_t>(8, value.size() - at));
    found |= bytes_equal(word, ',') | bytes_equal(word, '"') | bytes_equal(word, '\r') | bytes_equal(word, '\n');
  }
  return found != 0;
}

class CsvWriter : public RecordWriter {
 public:
  CsvWriter(const Layout& layout, const FormatSpec& format, ByteSink& sink, FindingSink& findings,
            WriterOptions options)
      : layout_(layout),
        format_(format),
        line_end_(line_end_bytes(format)),
        sink_(sink),
        findings_(findings),
        input_name_(std::move(options.input_name)),
        text_(options.text) {
    if (format.eol == LineEnd::none) throw UsageError("csv needs eol=crlf or eol=lf");
    if (format.envelope == Envelope::control) envelope_.emplace(layout, format, std::move(options.envelope));
    if (format.bom) buffer_ += bom_bytes(format.charset);
    if (format.header != Header::none) control_row(header_names(layout, format));
    if (envelope_) control_row(envelope_->header_fields());
  }

  bool write(const RecordView& record) override {
    begin_row();
    if (envelope_) append_value("2");
    bool good = true;
    for (std::size_t item = 0; item < layout_.items.size(); ++item) {
      const std::string_view value = record[item];
      if (value.empty()) {
        append_value(value);
        continue;
      }
      const Item& one = layout_.items[item];
      if (const auto fault = check_value(one, value, WidthRule::characters)) {
        good = refuse(record, item, fault->code, value_fault_args(one, value, *fault, WidthRule::characters));
      } else if (format_.quote == Quote::none && needs_quotes(value)) {
        good = refuse(record, item, code::kUnquotable, {});
      } else {
        append_value(value);
      }
    }
    if (!good || !encode_row(record)) return false;
    if (envelope_) envelope_->add(encoded(), layout_.key ? record[*layout_.key] : std::string_view());
    ++summary_.records;
    if (buffer_.size() >= kBufferBytes) flush();
    return true;
  }

  void finish() override {
    if (envelope_) {
      control_row(envelope_->trailer_fields());
      control_row(envelope_->end_fields());
    }
    flush();
  }

  void flush() override {
    sink_.write(buffer_);
    summary_.bytes += buffer_.size();
    buffer_.clear();
  }

  const WriteSummary& summary() const override { return summary_; }

 private:
  /// Reports a fault; answers false.
  bool refuse(const RecordView& record, std::size_t item, FindingCode code, Args args) {
    Finding finding = finding_at(code, layout_, record, item, input_name_);
    finding.args = std::move(args);
    findings_.add(std::move(finding));
    return false;
  }

  void begin_row() {
    row_.clear();
    first_ = true;
  }

  /// Appends a comma, unless the value is the row's first, and the value in the quoting of the spec.
  void append_value(std::string_view value) {
    if (!first_) row_ += ',';
    first_ = false;
    if (format_.quote == Quote::all || (format_.quote == Quote::minimal && needs_quotes(value))) {
      append_quoted(value);
    } else {
      row_ += value;
    }
  }

  void append_quoted(std::string_view value) {
    row_ += '"';
    for (;;) {
      const std::size_t quote = value.find('"');
      row_ += value.substr(0, quote);
      if (quote == std::string_view::npos) break;
      row_ += "\"\"";
      value.remove_prefix(quote + 1);
    }
    row_ += '"';
  }

  /// Appends the row in the file's charset, or nothing of it where the charset lacks a character.
  bool encode_row(const RecordView& record) {
    row_begin_ = buffer_.size();
    if (format_.charset == Charset::utf8) {
      buffer_ += row_;
    } else {
      const Conversion done = encode(format_.charset, row_, buffer_, text_);
      if (done.error != TextError::none) {
        buffer_.resize(row_begin_);
        report_unmappable(record);
        return false;
      }
      summary_.similar += done.similar;
    }
    buffer_ += line_end_;
    return true;
  }

  /// One finding for each item that has a character which the charset lacks.
  void report_unmappable(const RecordView& record) {
    for (std::size_t item = 0; item < layout_.items.size(); ++item) {
      const std::string_view value = record[item];
      scratch_.clear();
      const Conversion done = encode(format_.charset, value, scratch_, text_);
      if (done.error == TextError::none) continue;
      Finding finding = finding_at(code::kUnmappable, layout_, record, item, input_name_);
      finding.args = {{"charset", std::string(charset_name(format_.charset))},
                      {"character", code_point_name(value.substr(done.input_used, done.error_length))}};
      findings_.add(std::move(finding));
    }
  }

  /// A header or control record: its values have been checked by whoever made them.
  void control_row(const std::vector<std::string>& values) {
    begin_row();
    for (const std::string& value : values) append_value(value);
    const Conversion done = encode(format_.charset, row_, buffer_, text_);
    if (done.error != TextError::none) {
      throw UsageError("the names of the layout's items are not in " + std::string(charset_name(format_.charset)));
    }
    buffer_ += line_end_;
  }

  std::string_view encoded() const { return std::string_view(buffer_).substr(row_begin_); }

  const Layout& layout_;
  const FormatSpec format_;
  const std::string line_end_;
  ByteSink& sink_;
  FindingSink& findings_;
  const std::string input_name_;
  const TextOptions text_;
  std::optional<EnvelopeWriter> envelope_;
  WriteSummary summary_;
  std::string row_;     // the row being made, UTF-8
  bool first_ = true;   // nothing in it yet
  std::string buffer_;  // rows that wait for the sink, in the file's charset
  std::size_t row_begin_ = 0;
  std::string scratch_;
};

}  // namespace

std::unique_ptr<RecordWriter> make_csv_writer(const Layout& layout, const FormatSpec& format, ByteSink& sink,
                                              FindingSink& findings, WriterOptions options) {
  return std::make_unique<CsvWriter>(layout, format, sink, findings, std::move(options));
}

}  // namespace daicho
