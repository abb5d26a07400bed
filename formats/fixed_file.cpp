#include "formats/fixed_file.hpp"

#include <algorithm>
#include <utility>

#include "formats/faulty_text.hpp"
#include "formats/finding_codes.hpp"
#include "formats/fixed_field.hpp"

namespace daicho {

FixedFile::FixedFile(const Layout& layout, const FormatSpec& format, ByteSource& source, FindingSink& findings,
                     const TextOptions& text)
    : layout_(layout),
      format_(format),
      file_(source.name()),
      frames_{layout_, format_, file_},
      findings_(findings),
      source_(source),
      plan_(layout, format.charset, text) {
  if (format.envelope == Envelope::control) envelope_.emplace(layout, format, file_, findings);
}

bool FixedFile::next(FixedFrame& frame) {
  if (!framer_) start();
  while (!ended_) {
    if (!framer_->next(frame)) {
      end();
    } else if (frame.control) {
      read_control(frame);
    } else {
      return true;
    }
  }
  return false;
}

void FixedFile::count(const FixedFrame& frame, std::string_view key, bool readable) {
  if (envelope_) envelope_->data(frame.whole, key, readable, {frame.offset, frame.line});
}

const std::optional<EnvelopeHeader>& FixedFile::header() const {
  static const std::optional<EnvelopeHeader> none;
  return envelope_ ? envelope_->header() : none;
}

void FixedFile::start() {
  const std::string_view mark = bom_bytes(format_.charset);
  const std::string_view first = source_.peek(std::max<std::size_t>(mark.size(), 1));
  const bool empty = first.empty();
  const bool marked = !mark.empty() && first.starts_with(mark);
  if (marked) {
    char taken[4];
    for (std::size_t left = mark.size(); left != 0;) left -= source_.read(taken, left);
  }
  const std::size_t class_bytes = envelope_ ? plan_.unit() : 0;
  const std::size_t control = envelope_ ? kControlRecordPositions * plan_.unit() : 0;
  framer_.emplace(source_, format_, class_bytes + plan_.record_bytes(), control, marked ? mark.size() : 0);
  if (empty && envelope_) report(code::kEmptyFile, {}, {});
  if (marked != format_.bom && !empty) {
    report(code::kByteOrderMark, {}, {{"expected", format_.bom ? "yes" : "no"}, {"found", marked ? "yes" : "no"}});
  }
}

void FixedFile::end() {
  ended_ = true;
  FixedFrame place;
  if (const auto& mark = framer_->dos_end_of_file()) {
    place.offset = *mark;
    report(code::kDosEndOfFile, place, {});
  }
  if (const auto& damage = framer_->damage()) {
    place.offset = damage->offset;
    report(code::kCompressedTruncated, place, {{"reason", damage->reason}});
  }
  if (envelope_ && framer_->offset() != 0) envelope_->finish({framer_->offset(), 0});
}

void FixedFile::read_control(const FixedFrame& frame) {
  if (frame.kind != FixedFrame::Kind::record) {
    findings_.add(frames_.wrong_length(frame, 0));
    return;
  }
  if (auto finding = frames_.wrong_line_end(frame, 0)) findings_.add(std::move(*finding));
  std::string record_class;
  decode(format_.charset, frame.bytes.substr(0, plan_.unit()), record_class, plan_.text(PictureClass::digits));
  std::vector<std::string> values;
  std::size_t offset = 0;
  for (const EnvelopeField& field : envelope_fields(record_class[0])) {
    values.push_back(control_value(field, frame, offset));
    offset += field.picture.bytes(format_.charset);
  }
  const std::string_view rest = frame.bytes.substr(offset);
  if (length_without(rest, half_width_character(format_.charset, ' ')) != 0) {
    report(code::kEnvelopeField, frame, {{"field", "filler"}, {"expected", "spaces"}});
  }
  envelope_->control(values, {frame.offset, frame.line});
}

std::string FixedFile::control_value(const EnvelopeField& field, const FixedFrame& frame, std::size_t offset) {
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

void FixedFile::report(FindingCode code, const FixedFrame& frame,
                       std::vector<std::pair<std::string, std::string>> args) {
  Finding finding = frames_.at(code, frame, 0);
  finding.args = std::move(args);
  findings_.add(std::move(finding));
}

}  // namespace daicho
