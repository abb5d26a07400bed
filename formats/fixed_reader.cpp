// Fixed-width bytes to records: frames, then fields by their bytes, then values.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "converters/utf8.hpp"
#include "formats/envelope.hpp"
#include "formats/faulty_text.hpp"
#include "formats/finding_codes.hpp"
#include "formats/fixed.hpp"
#include "formats/fixed_field.hpp"
#include "formats/fixed_framer.hpp"
#include "formats/fixed_plan.hpp"
#include "formats/value_check.hpp"

namespace daicho {
namespace {

constexpr std::uint64_t kBlockBytes = std::uint64_t{1} << 20;
using Args = std::vector<std::pair<std::string, std::string>>;

std::string shown_line_end(FoundLineEnd found, std::string_view bytes = {}) {
  switch (found) {
    case FoundLineEnd::crlf:
      return "CRLF";
    case FoundLineEnd::lf:
      return "LF";
    case FoundLineEnd::cr:
      return "CR";
    case FoundLineEnd::damaged:
      return shown_bytes(bytes);
    case FoundLineEnd::none:
      break;
  }
  return "-";
}

class FixedReader : public RecordReader {
 public:
  FixedReader(const Layout& layout, const FormatSpec& format, ByteSource& source, FindingSink& findings,
              const TextOptions& text)
      : layout_(layout),
        format_(format),
        file_(source.name()),
        findings_(findings),
        source_(source),
        plan_(layout, format.charset, text),
        width_(format.charset == Charset::utf8 ? WidthRule::code_units : WidthRule::field),
        due_(format.eol == LineEnd::crlf ? FoundLineEnd::crlf
             : format.eol == LineEnd::lf ? FoundLineEnd::lf
                                         : FoundLineEnd::none) {
    summary_.format = format;
    if (format.envelope == Envelope::control) {
      envelope_.emplace(layout, format, file_, findings);
      class_bytes_ = plan_.unit();
    }
  }

  bool read(RecordBlock& block) override {
    block.clear();
    if (!framer_) start();
    const std::uint64_t enough = framer_->offset() + kBlockBytes;
    while (!ended_ && (block.empty() || framer_->offset() < enough)) {
      if (!framer_->next(frame_)) {
        end();
      } else if (frame_.control) {
        read_control();
      } else {
        read_data(block);
      }
    }
    summary_.bytes = framer_->offset();
    return !block.empty();
  }

  const ReadSummary& summary() const override { return summary_; }

 private:
  void start() {
    const std::string_view mark = bom_bytes(format_.charset);
    const std::string_view first = source_.peek(std::max<std::size_t>(mark.size(), 1));
    const bool empty = first.empty();
    const bool marked = !mark.empty() && first.starts_with(mark);
    if (marked) {
      char taken[4];
      for (std::size_t left = mark.size(); left != 0;) left -= source_.read(taken, left);
    }
    const std::size_t control = envelope_ ? kControlRecordPositions * plan_.unit() : 0;
    framer_.emplace(source_, format_, class_bytes_ + plan_.record_bytes(), control, marked ? mark.size() : 0);
    if (empty && envelope_) report(code::kEmptyFile, {});
    if (marked != format_.bom && !empty) {
      report(code::kByteOrderMark, {{"expected", format_.bom ? "yes" : "no"}, {"found", marked ? "yes" : "no"}});
    }
  }

  void end() {
    ended_ = true;
    frame_ = FixedFrame{};
    frame_.offset = framer_->offset();
    if (const auto& mark = framer_->dos_end_of_file()) {
      frame_.offset = *mark;
      report(code::kDosEndOfFile, {});
    }
    if (const auto& damage = framer_->damage()) {
      frame_.offset = damage->offset;
      report(code::kCompressedTruncated, {{"reason", damage->reason}});
    }
    if (envelope_ && framer_->offset() != 0) envelope_->finish({framer_->offset(), 0});
  }

  // --- control records

  void read_control() {
    if (frame_.kind != FixedFrame::Kind::record) {
      report_length();
      return;
    }
    report_line_end();
    std::string record_class;
    decode(format_.charset, frame_.bytes.substr(0, plan_.unit()), record_class, plan_.text(PictureClass::digits));
    std::vector<std::string> values;
    std::size_t offset = 0;
    for (const EnvelopeField& field : envelope_fields(record_class[0])) {
      values.push_back(control_value(field, offset));
      offset += field.picture.bytes(format_.charset);
    }
    const std::string_view rest = frame_.bytes.substr(offset);
    if (length_without(rest, half_width_character(format_.charset, ' ')) != 0) {
      report(code::kEnvelopeField, {{"field", "filler"}, {"expected", "spaces"}});
    }
    envelope_->control(values, {frame_.offset, frame_.line});
    summary_.envelope = envelope_->header();
  }

  std::string control_value(const EnvelopeField& field, std::size_t offset) {
    FixedField place;
    place.bytes = static_cast<std::uint32_t>(field.picture.bytes(format_.charset));
    place.cls = field.picture.cls;
    std::string value;
    const std::string_view bytes = frame_.bytes.substr(offset, place.bytes);
    const FieldResult result = read_fixed_field(plan_, place, bytes, value);
    if (result.fault == FieldFault::none) return value;
    FaultyText faulty = faulty_text(format_.charset, bytes.substr(result.at, result.length), offset + result.at + 1);
    report(faulty.code, std::move(faulty.args));
    return {};
  }

  // --- data records

  void read_data(RecordBlock& block) {
    record_ = ++summary_.records;
    bad_ = false;
    block.begin_record({record_, frame_.offset, frame_.line});
    if (frame_.kind == FixedFrame::Kind::record) {
      report_line_end();
      if (envelope_) check_class();
      read_fields(block);
    } else {
      report_length();
      bad_ = true;
    }
    block.end_record(frame_.bytes, bad_);
    if (bad_) ++summary_.bad_records;
    if (envelope_) {
      const std::string_view key = !bad_ && layout_.key ? block[block.size() - 1][*layout_.key] : std::string_view();
      envelope_->data(frame_.whole, key, !bad_, {frame_.offset, frame_.line});
    }
    record_ = 0;
  }

  void check_class() {
    const std::string_view found = frame_.bytes.substr(0, class_bytes_);
    if (found == half_width_character(format_.charset, '2')) return;
    report(code::kEnvelopeField,
           {{"field", std::string(kRecordClassId)}, {"expected", "2"}, {"found", shown_bytes(found)}}, 1, class_bytes_);
    bad_ = true;
  }

  void read_fields(RecordBlock& block) {
    const std::vector<FixedField>& fields = plan_.fields();
    std::string& text = block.text();
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const FixedField& field = fields[i];
      const std::size_t begin = text.size();
      const std::size_t raw_begin = class_bytes_ + field.offset;
      const std::string_view bytes = frame_.bytes.substr(raw_begin, field.bytes);
      const FieldResult result = read_fixed_field(plan_, field, bytes, text);
      const std::string_view value = std::string_view(text).substr(begin);
      summary_.duplicates += result.duplicates;
      if (result.fault != FieldFault::none || result.duplicates != 0) report_field(i, value, result);
      if (result.fault != FieldFault::broken && result.fault != FieldFault::fill_broken) {
        const Item& item = layout_.items[i];
        if (const auto fault = check_value(item, value, width_of(field, bytes))) {
          report_item(fault->code, i, value, value_fault_args(item, value, *fault));
        }
      }
      block.end_field(i, static_cast<std::uint32_t>(raw_begin), field.bytes);
    }
  }

  /// A field of the right size holds no value that is too wide for it: an 外字 may mean several code units, and codes
  /// of JIS X 0213 are one or two. In UTF-8 alone a field has room for more, so its own text is counted.
  WidthRule width_of(const FixedField& field, std::string_view bytes) {
    if (width_ == WidthRule::field || plan_.text(field.cls).gaiji == nullptr) return width_;
    if (field.cls != PictureClass::national) return width_;
    own_text_.clear();
    decode(format_.charset, bytes.substr(0, length_without(bytes, national_fill(format_.charset))), own_text_);
    return utf16_length(own_text_) > bytes.size() / full_width_bytes(format_.charset) ? width_ : WidthRule::field;
  }

  void report_field(std::size_t item, std::string_view value, const FieldResult& result) {
    const FixedField& field = plan_.fields()[item];
    const std::size_t at = class_bytes_ + field.offset + result.at;
    if (result.fault == FieldFault::broken) {
      FaultyText faulty = faulty_text(format_.charset, frame_.bytes.substr(at, result.length), at + 1);
      report_item(faulty.code, item, value, std::move(faulty.args));
    } else if (result.fault == FieldFault::fill_broken) {
      report_item(code::kFillBroken, item, value, {{"at", std::to_string(at + 1)}});
    } else if (result.fault == FieldFault::half_width_blank) {
      report_item(code::kHalfWidthBlank, item, value, {});
    }
    if (result.duplicates != 0) {
      report_item(
          code::kDuplicateCode, item, value,
          {{"charset", std::string(charset_name(format_.charset))}, {"count", std::to_string(result.duplicates)}});
    }
  }

  // --- findings

  void report_length() {
    const bool partial = frame_.kind == FixedFrame::Kind::partial;
    report(partial ? code::kPartialRecord : code::kRecordLength,
           {{"expected", std::to_string(frame_.expected)}, {"found", std::to_string(frame_.length)}},
           frame_.length == 0 ? 0 : 1, frame_.length);
  }

  void report_line_end() {
    if (frame_.line_end == due_) return;
    const std::size_t length = frame_.whole.size() - frame_.bytes.size();
    if (length == 0) {
      report(code::kLineEnd, {{"missing", shown_line_end(due_)}});
      return;
    }
    report(code::kLineEnd,
           {{"expected", shown_line_end(due_)},
            {"found", shown_line_end(frame_.line_end, frame_.whole.substr(frame_.bytes.size()))}},
           frame_.bytes.size() + 1, frame_.whole.size());
  }

  void report_item(FindingCode code, std::size_t item, std::string_view value, Args args) {
    const FixedField& field = plan_.fields()[item];
    const std::size_t begin = class_bytes_ + field.offset;
    Finding finding = placed(code, begin + 1, begin + field.bytes);
    finding.item = item;
    finding.value = value;
    finding.args = std::move(args);
    bad_ = bad_ || finding.is_error();
    findings_.add(std::move(finding));
  }

  void report(FindingCode code, Args args, std::uint64_t byte_first = 0, std::uint64_t byte_last = 0) {
    Finding finding = placed(code, byte_first, byte_last);
    finding.args = std::move(args);
    findings_.add(std::move(finding));
  }

  Finding placed(FindingCode code, std::uint64_t byte_first, std::uint64_t byte_last) const {
    constexpr std::uint64_t most = UINT32_MAX;
    Finding finding;
    finding.code = code;
    finding.file = file_;
    finding.record = record_;
    finding.line = frame_.line;
    finding.offset = frame_.offset;
    finding.layout = &layout_;
    finding.byte_first = static_cast<std::uint32_t>(std::min(byte_first, most));
    finding.byte_last = static_cast<std::uint32_t>(std::min(byte_last, most));
    return finding;
  }

  const Layout& layout_;
  const FormatSpec format_;
  const std::string file_;
  FindingSink& findings_;
  ByteSource& source_;
  const FixedPlan plan_;
  const WidthRule width_;
  std::string own_text_;  // of a field, its 外字 as they stand
  const FoundLineEnd due_;
  std::size_t class_bytes_ = 0;  // of the record class before a data record
  std::optional<EnvelopeChecker> envelope_;
  std::optional<FixedFramer> framer_;
  ReadSummary summary_;
  FixedFrame frame_;
  std::uint64_t record_ = 0;  // 0 outside data records
  bool bad_ = false;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<RecordReader> make_fixed_reader(const Layout& layout, const FormatSpec& format, ByteSource& source,
                                                FindingSink& findings, const TextOptions& text) {
  return std::make_unique<FixedReader>(layout, format, source, findings, text);
}

}  // namespace daicho
