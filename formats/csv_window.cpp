#include "formats/csv_window.hpp"

#include <algorithm>

namespace daicho {
namespace {

constexpr std::size_t kMostChunk = std::size_t{1024} * 1024;
constexpr char kDosEndOfFile = '\x1A';

}  // namespace

void CsvWindow::take(std::size_t text_bytes) {
  const std::size_t bytes = raw_offset(text_bytes);
  text_begin_ += text_bytes;
  raw_begin_ += bytes;
  offset_ += bytes;
}

bool CsvWindow::take_mark(std::string_view mark) {
  const std::size_t length = mark.size() / unit_;
  while (text().size() < length && !at_end_) fill();
  if (mark.empty() || raw(0, length) != mark) return false;
  take(length);
  return true;
}

void CsvWindow::drop_taken() {
  raw_.erase(0, raw_begin_);
  if (framing_) text_.erase(0, text_begin_);
  raw_begin_ = text_begin_ = 0;
}

std::size_t CsvWindow::read_more() {
  const std::size_t before = raw_.size();
  raw_.resize(before + chunk_);
  std::size_t got = 0;
  try {
    got = source_.read(raw_.data() + before, chunk_);
  } catch (const DamagedInput& damage) {
    damage_ = damage;
  }
  raw_.resize(before + got);
  chunk_ = std::min(kMostChunk, chunk_ * 4);
  return got;
}

void CsvWindow::fill() {
  if (at_end_) return;
  drop_taken();
  at_end_ = read_more() == 0;
  if (framing_) framing_->frame(std::string_view(raw_).substr(text_.size() * unit_), at_end_, text_);
  if (at_end_) drop_dos_end_of_file();
}

void CsvWindow::drop_dos_end_of_file() {
  const std::string_view left = text();
  if (left.empty()) return;
  const bool byte = unit_ == 1 && raw_.back() == kDosEndOfFile;  // as DOS wrote it, whatever the charset has there
  if (!byte && left.back() != kDosEndOfFile) return;
  const std::size_t begin = raw_offset(left.size() - 1);
  dos_end_of_file_ = offset_ + begin;
  dos_end_of_file_bytes_ = raw_offset(left.size()) - begin;
  (framing_ ? text_ : raw_).pop_back();
}

}  // namespace daicho
