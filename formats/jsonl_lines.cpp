#include "formats/jsonl_lines.hpp"

#include <algorithm>

namespace daicho {
namespace {

constexpr std::size_t kMostChunk = std::size_t{1} << 18;
constexpr char kDosEndOfFile = '\x1A';

}  // namespace

/// Adds bytes behind those at hand; false at the end.
bool LineReader::fill() {
  if (at_end_) return false;
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t have = buffer_.size();
  buffer_.resize(have + chunk_);
  std::size_t count = 0;
  try {
    count = source_.read(buffer_.data() + have, chunk_);
  } catch (const DamagedInput& damage) {
    damage_ = damage;
  }
  buffer_.resize(have + count);
  chunk_ = std::min(kMostChunk, chunk_ * 4);
  at_end_ = count == 0;
  return !at_end_;
}

bool LineReader::next(TextLine& line) {
  line = TextLine{};
  line.offset = offset_;
  std::size_t scanned = 0;  // bytes of the line known to hold no line feed
  std::size_t end = std::string::npos;
  for (;;) {
    end = buffer_.find('\n', begin_ + scanned);
    scanned = buffer_.size() - begin_;
    if (end != std::string::npos) break;
    if (scanned > kJsonLineLimit) {
      if (!line.too_long) long_line_.assign(buffer_, begin_, kJsonLineLimit);
      line.too_long = true;
      offset_ += scanned - 1;  // the last byte may be the CR of a CRLF
      begin_ = buffer_.size() - 1;
      scanned = 1;
    }
    if (!fill()) break;
  }
  const bool found = end != std::string::npos;
  std::string_view rest = std::string_view(buffer_).substr(begin_);
  if (!found && rest.ends_with(kDosEndOfFile)) {
    dos_end_of_file_ = true;
    rest.remove_suffix(1);
  }
  const std::size_t taken = found ? end + 1 - begin_ : rest.size();
  offset_ += taken;
  begin_ += taken + (!found && dos_end_of_file_ ? 1 : 0);
  if (!found && rest.empty() && !line.too_long) {
    offset_ += dos_end_of_file_ ? 1 : 0;
    return false;
  }
  line.number = ++number_;
  line.text = rest.substr(0, taken);
  if (found) {
    line.text.remove_suffix(1);
    line.eol = LineEnd::lf;
    if (line.text.ends_with('\r')) {
      line.text.remove_suffix(1);
      line.eol = LineEnd::crlf;
    }
  }
  if (line.too_long) line.text = long_line_;
  return true;
}

}  // namespace daicho
