#include "formats/fixed_envelope.hpp"

#include "formats/faulty_text.hpp"
#include "formats/finding_codes.hpp"
#include "formats/fixed_field.hpp"

namespace daicho {

FixedEnvelope::FixedEnvelope(const Layout& layout, const FormatSpec& format, std::string file, FindingSink& findings,
                             const TextOptions& text)
    : layout_(layout),
      format_(format),
      file_(std::move(file)),
      frames_{layout_, format_, file_},
      findings_(findings),
      plan_(layout, format.charset, text) {
  if (format.envelope == Envelope::control) checker_.emplace(layout, format, file_, findings);
}

void FixedEnvelope::data(const RecordFrame& frame, std::string_view key, bool readable) {
  if (checker_) checker_->data(frame.whole, key, readable, {frame.offset, frame.line, 0});
}

void FixedEnvelope::finish(std::uint64_t offset) {
  if (checker_ && offset != 0) checker_->finish({offset, 0, 0});
}

const std::optional<EnvelopeHeader>& FixedEnvelope::header() const {
  static const std::optional<EnvelopeHeader> none;
  return checker_ ? checker_->header() : none;
}

void FixedEnvelope::control(const RecordFrame& frame) {
  if (!checker_) return;
  if (frame.kind != RecordFrame::Kind::record) {
    findings_.add(frames_.wrong_length(frame, 0));
    return;
  }
  if (auto finding = frames_.wrong_line_end(frame, 0)) findings_.add(std::move(*finding));
  std::string record_class;
  decode(format_.charset, frame.bytes.substr(0, plan_.unit()), record_class, plan_.text(PictureClass::digits));
  std::vector<std::string> values;
  std::vector<EnvelopeBytes> places;
  std::size_t offset = 0;
  for (const EnvelopeField& field : envelope_fields(record_class[0])) {
    values.push_back(value_of(field, frame, offset));
    const std::size_t end = offset + field.picture.bytes(format_.charset);
    places.push_back({offset, end});
    offset = end;
  }
  const std::string_view rest = frame.bytes.substr(offset);
  if (length_without(rest, half_width_character(format_.charset, ' ')) != 0) {
    report(code::kEnvelopeField, frame, {{"field", "filler"}, {"expected", "spaces"}});
  }
  checker_->control(values, {frame.offset, frame.line, frame.whole.size(), places});
}

std::string FixedEnvelope::value_of(const EnvelopeField& field, const RecordFrame& frame, std::size_t offset) {
  FixedField place;
  place.bytes = static_cast<std::uint32_t>(field.picture.bytes(format_.charset));
  place.cls = field.picture.cls;
  std::string value;
  const std::string_view bytes = frame.bytes.substr(offset, place.bytes);
  const FieldResult result = read_fixed_field(plan_, place, bytes, value);
  if (result.fault == FieldFault::none) return value;
  FaultyText faulty = faulty_text(format_.charset, bytes.substr(result.at, result.length), offset + result.at + 1);
  report(faulty.code, frame, std::move(faulty.args));
  return {};
}

void FixedEnvelope::report(FindingCode code, const RecordFrame& frame,
                           std::vector<std::pair<std::string, std::string>> args) {
  Finding finding = frames_.at(code, frame, 0, 1, frame.whole.size());
  finding.args = std::move(args);
  findings_.add(std::move(finding));
}

}  // namespace daicho
