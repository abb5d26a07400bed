#include "formats/fixed_parser.hpp"

#include "converters/utf8.hpp"
#include "formats/envelope.hpp"
#include "formats/faulty_text.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {

FixedRecordParser::FixedRecordParser(const Layout& layout, const FormatSpec& format, std::string file,
                                     const TextOptions& text)
    : layout_(layout),
      format_(format),
      file_(std::move(file)),
      frames_{layout_, format_, file_},
      plan_(layout, format.charset, text),
      width_(format.charset == Charset::utf8 ? WidthRule::code_units : WidthRule::field),
      class_bytes_(format.envelope == Envelope::control ? plan_.unit() : 0) {}

FixedRecordParser::Result FixedRecordParser::parse(const RecordFrame& frame, std::uint64_t number, RecordBlock& block,
                                                   FindingSink& findings) {
  Pass pass{frame, number, findings, {}};
  block.begin_record({number, frame.offset, frame.line});
  if (frame.kind == RecordFrame::Kind::record) {
    if (auto finding = frames_.wrong_line_end(frame, number)) findings.add(std::move(*finding));
    if (class_bytes_ != 0) check_class(pass);
    read_fields(pass, block);
  } else {
    findings.add(frames_.wrong_length(frame, number));
    pass.result.bad = true;
  }
  block.end_record(frame.bytes, pass.result.bad);
  return pass.result;
}

bool FixedRecordParser::framed_well(const RecordFrame& frame) const {
  if (frame.kind != RecordFrame::Kind::record || frames_.wrong_line_end(frame, 0)) return false;
  return class_bytes_ == 0 || frame.bytes.starts_with(half_width_character(format_.charset, '2'));
}

void FixedRecordParser::check_class(Pass& pass) const {
  const std::string_view found = pass.frame.bytes.substr(0, class_bytes_);
  if (found == half_width_character(format_.charset, '2')) return;
  Finding finding = frames_.at(code::kEnvelopeField, pass.frame, pass.number, 1, class_bytes_);
  finding.args = {{"field", std::string(kRecordClassId)}, {"expected", "2"}, {"found", shown_bytes(found)}};
  pass.findings.add(std::move(finding));
  pass.result.bad = true;
}

void FixedRecordParser::read_fields(Pass& pass, RecordBlock& block) {
  const std::vector<FixedField>& fields = plan_.fields();
  std::string& text = block.text();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const FixedField& field = fields[i];
    const std::size_t begin = text.size();
    const std::size_t raw_begin = class_bytes_ + field.offset;
    const std::string_view bytes = pass.frame.bytes.substr(raw_begin, field.bytes);
    const FieldResult result = read_fixed_field(plan_, field, bytes, text);
    const std::string_view value = std::string_view(text).substr(begin);
    pass.result.duplicates += result.duplicates;
    if (result.fault != FieldFault::none || result.duplicates != 0) report_field(pass, i, value, result);
    if (result.fault != FieldFault::broken && result.fault != FieldFault::fill_broken) {
      const Item& item = layout_.items[i];
      if (const auto fault = check_value(item, value, width_of(field, bytes))) {
        report_item(pass, fault->code, i, value, value_fault_args(item, value, *fault));
      }
    }
    block.end_field(i, static_cast<std::uint32_t>(raw_begin), field.bytes);
  }
}

/// A field of the right size holds no value that is too wide for it: an 外字 may mean several code units, and codes
/// of JIS X 0213 are one or two. In UTF-8 alone a field has room for more, so its own text is counted.
WidthRule FixedRecordParser::width_of(const FixedField& field, std::string_view bytes) {
  if (width_ == WidthRule::field || plan_.text(field.cls).gaiji == nullptr) return width_;
  if (field.cls != PictureClass::national) return width_;
  own_text_.clear();
  decode(format_.charset, bytes.substr(0, length_without(bytes, national_fill(format_.charset))), own_text_);
  return utf16_length(own_text_) > bytes.size() / full_width_bytes(format_.charset) ? width_ : WidthRule::field;
}

void FixedRecordParser::report_field(Pass& pass, std::size_t item, std::string_view value,
                                     const FieldResult& result) const {
  const FixedField& field = plan_.fields()[item];
  const std::size_t at = class_bytes_ + field.offset + result.at;
  if (result.fault == FieldFault::broken) {
    FaultyText faulty = faulty_text(format_.charset, pass.frame.bytes.substr(at, result.length), at + 1);
    report_item(pass, faulty.code, item, value, std::move(faulty.args));
  } else if (result.fault == FieldFault::fill_broken) {
    report_item(pass, code::kFillBroken, item, value, {{"at", std::to_string(at + 1)}});
  } else if (result.fault == FieldFault::half_width_blank) {
    report_item(pass, code::kHalfWidthBlank, item, value, {});
  }
  if (result.duplicates != 0) {
    report_item(
        pass, code::kDuplicateCode, item, value,
        {{"charset", std::string(charset_name(format_.charset))}, {"count", std::to_string(result.duplicates)}});
  }
}

void FixedRecordParser::report_item(Pass& pass, FindingCode code, std::size_t item, std::string_view value,
                                    Args args) const {
  const FixedField& field = plan_.fields()[item];
  const std::size_t begin = class_bytes_ + field.offset;
  Finding finding = frames_.at(code, pass.frame, pass.number, begin + 1, begin + field.bytes);
  finding.item = item;
  finding.value = value;
  finding.args = std::move(args);
  pass.result.bad = pass.result.bad || finding.is_error();
  pass.findings.add(std::move(finding));
}

}  // namespace daicho
