#include "cli/record_fetch.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <numeric>

#include "cli/file_diff.hpp"
#include "formats/error.hpp"
#include "formats/ignored_findings.hpp"
#include "formats/read_at.hpp"

namespace daicho {
namespace {

constexpr std::size_t kFirstWindow = 4096;  // bytes: few rows are longer

}  // namespace

RecordFetch::RecordFetch(const Layout& layout, const DiffFile& file)
    : layout_(layout),
      file_(file),
      fixed_bytes_(file.format.kind == FileKind::fixed ? layout.record_bytes(file.format.charset) : 0),
      block_(layout.items.size()) {}

RecordFetch::~RecordFetch() {
  if (fd_ >= 0) ::close(fd_);
}

void RecordFetch::fail_changed() const { throw WorldError(file_.name + " changed while it was being read"); }

/// Opens the file at its beginning; its header, if any, is read again.
void RecordFetch::open() {
  source_ = file_.open();
  const FrameFile file{layout_, file_.format, *source_, file_.text};
  frames_ = open_frames(file, unheard_);
  more_ = frames_->next(frame_);
  parser_ = make_frame_parser(file, frames_->columns());
}

OwnedRecord RecordFetch::parsed(const RecordFrame& frame, const WantedRecord& wanted) {
  block_.clear();
  if (parser_->parse(frame, wanted.place.number, block_, unheard_).bad != wanted.bad) fail_changed();
  return OwnedRecord(block_[0]);
}

/// The row at the beginning of `bytes_`; false where it may go on behind them.
bool RecordFetch::scan_row(bool at_end, RecordFrame& frame) {
  if (bytes_.empty() || scan_csv_row(bytes_, at_end, file_.format.quote, row_) != CsvScan::row) return false;
  settle_csv_row(bytes_, frames_->columns()->items.size(), row_);
  frame.whole = std::string_view(bytes_).substr(0, row_.taken);
  frame.bytes = frame.whole.substr(0, row_.length);
  return true;
}

RecordFrame RecordFetch::frame_at(std::uint64_t offset) {
  RecordFrame frame;
  frame.offset = offset;
  frame.line_end = found_line_end(file_.format.eol);
  for (std::size_t size = fixed_bytes_ != 0 ? fixed_bytes_ : kFirstWindow;; size *= 4) {
    bytes_.resize(size);
    const auto have = read_at(fd_, offset, std::as_writable_bytes(std::span<char>(bytes_)));
    if (!have) throw_errno("read", file_.plain_path);
    bytes_.resize(*have);
    const bool at_end = *have < size;
    if (fixed_bytes_ != 0) {
      frame.whole = frame.bytes = bytes_;
      break;
    }
    if (scan_row(at_end, frame)) break;
    if (at_end) fail_changed();
  }
  frame.length = frame.bytes.size();
  frame.expected = fixed_bytes_ != 0 ? fixed_bytes_ : frame.length;
  if (frame.length != frame.expected) fail_changed();
  return frame;
}

OwnedRecord RecordFetch::at(const WantedRecord& wanted) {
  RecordFrame frame = frame_at(wanted.place.offset);
  frame.line = wanted.place.line;
  return parsed(frame, wanted);
}

/// A record that cannot be read ends where the file's framing says so, which is known on the way through it alone.
std::vector<OwnedRecord> RecordFetch::records(std::span<const WantedRecord> wanted) {
  std::vector<OwnedRecord> records(wanted.size());
  std::vector<std::size_t> on_the_way;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (file_.plain_path.empty() || wanted[i].bad) {
      on_the_way.push_back(i);
      continue;
    }
    if (fd_ < 0) {
      open();
      fd_ = ::open(file_.plain_path.c_str(), O_RDONLY | O_CLOEXEC);
      if (fd_ < 0) throw_errno("open", file_.plain_path);
    }
    records[i] = at(wanted[i]);
  }
  if (on_the_way.empty()) return records;
  const auto offset = [&](std::size_t i) { return wanted[i].place.offset; };
  std::sort(on_the_way.begin(), on_the_way.end(), [&](std::size_t a, std::size_t b) { return offset(a) < offset(b); });
  if (!frames_ || !more_ || frame_.offset > offset(on_the_way.front())) open();
  for (const std::size_t i : on_the_way) {
    while (more_ && frame_.offset < offset(i)) more_ = frames_->next(frame_);
    if (!more_ || frame_.offset != offset(i)) fail_changed();
    records[i] = parsed(frame_, wanted[i]);
  }
  return records;
}

}  // namespace daicho
