#include "formats/frame_findings.hpp"

#include <algorithm>

#include "formats/faulty_text.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

FoundLineEnd due_line_end(LineEnd eol) {
  return eol == LineEnd::crlf ? FoundLineEnd::crlf : eol == LineEnd::lf ? FoundLineEnd::lf : FoundLineEnd::none;
}

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

}  // namespace

Finding FrameFindings::at(FindingCode code, const RecordFrame& frame, std::uint64_t record, std::uint64_t byte_first,
                          std::uint64_t byte_last) const {
  constexpr std::uint64_t most = UINT32_MAX;
  Finding finding;
  finding.code = code;
  finding.file = file;
  finding.record = record;
  finding.line = frame.line;
  finding.offset = frame.offset;
  finding.layout = &layout;
  finding.byte_first = static_cast<std::uint32_t>(std::min(byte_first, most));
  finding.byte_last = static_cast<std::uint32_t>(std::min(byte_last, most));
  return finding;
}

Finding FrameFindings::wrong_length(const RecordFrame& frame, std::uint64_t record) const {
  const bool partial = frame.kind == RecordFrame::Kind::partial;
  const std::uint64_t with_line_end = frame.length + (frame.whole.size() - frame.bytes.size());
  Finding finding = at(partial ? code::kPartialRecord : code::kRecordLength, frame, record, with_line_end == 0 ? 0 : 1,
                       with_line_end);
  finding.args = {{"expected", std::to_string(frame.expected)}, {"found", std::to_string(frame.length)}};
  return finding;
}

std::optional<Finding> FrameFindings::wrong_line_end(const RecordFrame& frame, std::uint64_t record) const {
  const FoundLineEnd due = due_line_end(format.eol);
  if (frame.line_end == due) return std::nullopt;
  const std::string_view found = frame.whole.substr(frame.bytes.size());
  if (found.empty()) {
    // The record's last byte, behind which it is due: a place beyond the end is none.
    Finding finding = at(code::kLineEnd, frame, record, frame.length, frame.length);
    finding.args = {{"missing", shown_line_end(due)}};
    return finding;
  }
  Finding finding = at(code::kLineEnd, frame, record, frame.bytes.size() + 1, frame.whole.size());
  finding.args = {{"expected", shown_line_end(due)}, {"found", shown_line_end(frame.line_end, found)}};
  return finding;
}

}  // namespace daicho
