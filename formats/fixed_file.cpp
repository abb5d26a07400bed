#include "formats/fixed_file.hpp"

#include <algorithm>
#include <utility>

#include "formats/envelope.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {

FixedFile::FixedFile(const Layout& layout, const FormatSpec& format, ByteSource& source, FindingSink& findings)
    : layout_(layout),
      format_(format),
      file_(source.name()),
      frames_{layout_, format_, file_},
      findings_(findings),
      source_(source),
      record_bytes_(layout.record_bytes(format.charset)) {}

bool FixedFile::next(RecordFrame& frame) {
  if (!framer_) start();
  if (!ended_ && framer_->next(frame)) return true;
  if (!ended_) end();
  return false;
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
  const bool envelope = format_.envelope == Envelope::control;
  const std::size_t unit = half_width_bytes(format_.charset);
  framer_.emplace(source_, format_, record_bytes_ + (envelope ? unit : 0),
                  envelope ? kControlRecordPositions * unit : 0, marked ? mark.size() : 0);
  if (empty && !source_.failure()) report(envelope ? code::kEmptyFile : code::kNoBytes, {}, {});
  if (marked != format_.bom && !empty) {
    report(code::kByteOrderMark, {}, {{"expected", format_.bom ? "yes" : "no"}, {"found", marked ? "yes" : "no"}});
  }
}

void FixedFile::end() {
  ended_ = true;
  RecordFrame place;
  if (const auto& mark = framer_->dos_end_of_file()) {
    place.offset = *mark;
    report(code::kDosEndOfFile, place, {});
  }
  if (const auto& damage = framer_->damage()) {
    place.offset = damage->offset;
    report(code::kCompressedTruncated, place, {{"reason", damage->reason}});
  }
}

void FixedFile::report(FindingCode code, const RecordFrame& frame,
                       std::vector<std::pair<std::string, std::string>> args) {
  Finding finding = frames_.at(code, frame, 0);
  finding.args = std::move(args);
  findings_.add(std::move(finding));
}

}  // namespace daicho
