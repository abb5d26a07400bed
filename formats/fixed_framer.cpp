#include "formats/fixed_framer.hpp"

#include <algorithm>
#include <cstring>

#include "formats/fixed_plan.hpp"

namespace daicho {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 18;  // stays in the cache until its records are copied
constexpr std::size_t kLineLimit = std::size_t{1} << 20;   // of a line that is kept whole, to show or to reject it
constexpr std::size_t kLookBack = 8;                       // bytes that a line end across two chunks may need
constexpr char kDosEndOfFile = '\x1A';

}  // namespace

FixedFramer::FixedFramer(ByteSource& source, const FormatSpec& format, std::size_t data_bytes,
                         std::size_t control_bytes, std::uint64_t offset)
    : source_(source),
      format_(format),
      unit_(half_width_bytes(format.charset)),
      feed_(half_width_character(format.charset, '\n')),
      return_(half_width_character(format.charset, '\r')),
      dos_mark_(half_width_character(format.charset, kDosEndOfFile)),
      feed_at_(feed_.find_first_not_of('\0')),
      data_bytes_(data_bytes),
      control_bytes_(control_bytes),
      due_line_end_(line_end_bytes(format)),
      offset_(offset) {}

bool FixedFramer::next(RecordFrame& frame) {
  begin_ += taken_;
  offset_ += taken_;
  taken_ = 0;
  ensure(std::max(data_bytes_, control_bytes_) + kLookBack);
  if (available() == 0) return false;
  if (end_of_file_mark()) return false;
  frame = RecordFrame{};
  frame.offset = offset_;
  if (format_.eol == LineEnd::none) {
    frame.expected = expected_bytes(frame.control);
    const bool whole = available() >= frame.expected;
    take(frame, whole ? RecordFrame::Kind::record : RecordFrame::Kind::partial,
         {whole ? frame.expected : available(), 0, FoundLineEnd::none});
    return true;
  }
  frame.line = ++line_;
  if (!take_due(frame)) take_line(frame);
  return true;
}

/// Makes at least `bytes` available, unless the input ends before.
bool FixedFramer::ensure(std::size_t bytes) {
  if (available() >= bytes || at_end_) return available() >= bytes;
  if (available() != 0) std::memmove(buffer_.data(), here(), available());
  end_ -= begin_;
  begin_ = 0;
  const std::size_t wanted = std::max(kChunkBytes, bytes);
  if (buffer_.size() < wanted) buffer_.resize(wanted);
  while (end_ < bytes && !at_end_) {
    std::size_t count = 0;
    try {
      count = source_.read(buffer_.data() + end_, buffer_.size() - end_);
    } catch (const DamagedInput& damage) {
      damage_ = damage;
    }
    end_ += count;
    at_end_ = count == 0;
  }
  return available() >= bytes;
}

bool FixedFramer::end_of_file_mark() {
  if (!at_end_) return false;
  if (available() > unit_ || !dos_mark_at(0)) return false;
  dos_end_of_file_ = offset_;
  offset_ += available();
  begin_ = end_;
  return true;
}

/// The length due for the record that begins here. A damaged record class must not make a control record of a data
/// record, so where the class says control and the line end stands where a data record's would, it is a data record.
std::size_t FixedFramer::expected_bytes(bool& control) {
  const auto is_class = [&](char digit) { return unit_at(0, half_width_character(format_.charset, digit)); };
  control = control_bytes_ != 0 && (is_class('1') || is_class('8') || is_class('9'));
  if (control && format_.eol != LineEnd::none && !due_line_end_at(control_bytes_) && due_line_end_at(data_bytes_)) {
    control = false;
  }
  return control ? control_bytes_ : data_bytes_;
}

bool FixedFramer::unit_at(std::size_t at, std::string_view unit) const {
  return at + unit_ <= available() && std::string_view(here() + at, unit_) == unit;
}

/// Whether a final 1A stands at `at`: that byte alone, or the charset's own.
bool FixedFramer::dos_mark_at(std::size_t at) const {
  return (available() - at == 1 && here()[at] == kDosEndOfFile) ||
         (available() - at == unit_ && unit_at(at, dos_mark_));
}

bool FixedFramer::due_line_end_at(std::size_t at) const {
  return at + due_line_end_.size() <= available() &&
         std::memcmp(here() + at, due_line_end_.data(), due_line_end_.size()) == 0;
}

/// Any line end that begins at `at`.
FixedFramer::LineEndAt FixedFramer::line_end_at(std::size_t at) const {
  if (unit_at(at, feed_)) return {at, unit_, FoundLineEnd::lf};
  if (!unit_at(at, return_)) return {at, 0, FoundLineEnd::none};
  if (unit_at(at + unit_, feed_)) return {at, 2 * unit_, FoundLineEnd::crlf};
  // CR CR LF is one line end, to which a text transfer added a CR: not a line end and an empty record.
  if (unit_at(at + unit_, return_) && unit_at(at + 2 * unit_, feed_)) return {at, 3 * unit_, FoundLineEnd::damaged};
  return {at, unit_, FoundLineEnd::cr};
}

/// The first line end (CRLF or LF) at or behind `from`, in at most kLineLimit bytes.
std::optional<FixedFramer::LineEndAt> FixedFramer::find_line_end(std::size_t from) {
  const std::size_t limit = std::max(kLineLimit, 4 * (data_bytes_ + control_bytes_));
  for (std::size_t at = from;;) {
    ensure(std::min(limit, at + kLookBack));
    const void* hit = at < available() ? std::memchr(here() + at, feed_[feed_at_], available() - at) : nullptr;
    if (hit == nullptr) {
      at = available();
      if (at_end_ || at >= limit) return std::nullopt;
      ensure(std::min(limit, 2 * at + kChunkBytes));
      continue;
    }
    at = static_cast<std::size_t>(static_cast<const char*>(hit) - here());
    ensure(at + kLookBack);  // the other half of the code unit
    const std::size_t begin = at >= feed_at_ ? at - feed_at_ : at;
    if (unit_at(begin, feed_)) {
      LineEndAt found{begin, unit_, FoundLineEnd::lf};
      if (begin >= unit_ && unit_at(begin - unit_, return_)) found = {begin - unit_, 2 * unit_, FoundLineEnd::crlf};
      if (begin % unit_ == 0 || verified(found)) return found;
    }
    ++at;
  }
}

/// Whether a line end at an odd distance in UTF-16 is one: it must be the spec's, and a whole record must follow it, or
/// nothing.
bool FixedFramer::verified(const LineEndAt& candidate) {
  if (!due_line_end_at(candidate.begin)) return false;
  const std::size_t next = candidate.begin + candidate.bytes;
  return record_follows(next) || available() == next;
}

/// Whether a line end stands where that of a record that begins at `at` is due.
bool FixedFramer::record_follows(std::size_t at) {
  ensure(at + std::max(data_bytes_, control_bytes_) + kLookBack);
  return due_line_end_at(at + data_bytes_) || (control_bytes_ != 0 && due_line_end_at(at + control_bytes_));
}

/// A line end at `at` of which bytes were changed, or which the end of the file cuts.
std::optional<FixedFramer::LineEndAt> FixedFramer::damaged_line_end(std::size_t at) {
  const std::size_t due = due_line_end_.size();
  if (record_follows(at + due)) return LineEndAt{at, due, FoundLineEnd::damaged};
  const std::size_t rest = available() - at;
  if (rest == 0 || rest > due) return std::nullopt;
  // The file ends here (record_follows has looked further): half of a line end must be left to know it by.
  const std::string_view found(here() + at, rest);
  const bool cut = due_line_end_.starts_with(found);
  const bool half = rest == due && (due_line_end_.substr(0, due / 2) == found.substr(0, due / 2) ||
                                    due_line_end_.substr(due / 2) == found.substr(due / 2));
  if (!cut && !half) return std::nullopt;
  return LineEndAt{at, rest, cut && rest == unit_ ? FoundLineEnd::cr : FoundLineEnd::damaged};
}

/// Takes the record if a line end stands where it is due, or if the file ends there.
bool FixedFramer::take_due(RecordFrame& frame) {
  frame.expected = expected_bytes(frame.control);
  if (due_line_end_at(frame.expected)) {
    const FoundLineEnd due = format_.eol == LineEnd::crlf ? FoundLineEnd::crlf : FoundLineEnd::lf;
    take(frame, RecordFrame::Kind::record, {frame.expected, due_line_end_.size(), due});
    return true;
  }
  if (available() < frame.expected) return false;
  if (const auto damaged = damaged_line_end(frame.expected)) {
    take(frame, RecordFrame::Kind::record, *damaged);
    return true;
  }
  const LineEndAt other = line_end_at(frame.expected);
  // The LF of a CRLF one position earlier: a record that lost a position.
  if (other.found == FoundLineEnd::lf && frame.expected >= unit_ && unit_at(frame.expected - unit_, return_))
    return false;
  const std::size_t rest = available() - frame.expected;
  const bool file_ends = at_end_ && (rest == 0 || dos_mark_at(frame.expected));
  // So is the last line, if its line feed stands where its last position should.
  if (file_ends && frame.expected >= unit_ && unit_at(frame.expected - unit_, feed_)) return false;
  if (other.found == FoundLineEnd::none && !file_ends) return false;
  take(frame, RecordFrame::Kind::record, other);
  return true;
}

/// Takes everything up to the next line end, or to the end of the file.
void FixedFramer::take_line(RecordFrame& frame) {
  if (const auto line_end = find_line_end(0)) {
    take(frame, RecordFrame::Kind::wrong_length, *line_end);
    return;
  }
  if (!at_end_) {
    take_endless_line(frame);
    return;
  }
  std::size_t length = available();
  if (length > 1 && dos_mark_at(length - 1)) --length;  // the next call finds it alone
  take(frame, length < frame.expected ? RecordFrame::Kind::partial : RecordFrame::Kind::wrong_length,
       {length, 0, FoundLineEnd::none});
}

/// Keeps the first part of a line and skips to its end, in constant memory.
void FixedFramer::take_endless_line(RecordFrame& frame) {
  endless_.assign(here(), available());
  std::uint64_t skipped = 0;
  std::optional<LineEndAt> line_end;
  do {
    // An even number of bytes, so that the code units of UTF-16 keep their places.
    const std::size_t drop = (available() - kLookBack) & ~std::size_t{1};
    begin_ += drop;
    offset_ += drop;
    skipped += drop;
    ensure(kChunkBytes);
    line_end = find_line_end(0);
  } while (!line_end && !at_end_);
  if (!line_end) line_end = LineEndAt{available(), 0, FoundLineEnd::none};
  const std::uint64_t offset = frame.offset;
  take(frame, RecordFrame::Kind::wrong_length, *line_end);
  frame.offset = offset;
  frame.length += skipped;
  frame.bytes = endless_;
  frame.whole = endless_;
}

void FixedFramer::take(RecordFrame& frame, RecordFrame::Kind kind, const LineEndAt& line_end) {
  frame.kind = kind;
  frame.bytes = {here(), line_end.begin};
  frame.whole = {here(), line_end.begin + line_end.bytes};
  frame.length = line_end.begin;
  frame.line_end = line_end.found;
  taken_ = frame.whole.size();
}

}  // namespace daicho
