#include "formats/csv_window.hpp"

#include <algorithm>

namespace daicho {
namespace {

constexpr std::size_t kChunk = 1024 * 1024;
constexpr char kOddByte = static_cast<char>(0xFF);

/// The bytes that UTF-8 would have for a surrogate.
void append_surrogate(std::string& text, unsigned unit) {
  text.push_back(static_cast<char>(0xE0 | unit >> 12));
  text.push_back(static_cast<char>(0x80 | (unit >> 6 & 0x3F)));
  text.push_back(static_cast<char>(0x80 | (unit & 0x3F)));
}

}  // namespace

std::size_t CsvWindow::raw_length(std::string_view piece) const {
  if (!is_utf16()) return piece.size();
  std::size_t bytes = 0;
  for (const char c : piece) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == kOddByte) {
      bytes += 1;
    } else if (byte >= 0xF0) {
      bytes += 4;
    } else if (byte < 0x80 || byte >= 0xC0) {
      bytes += 2;
    }
  }
  return bytes;
}

void CsvWindow::take(std::size_t text_bytes) {
  const std::size_t bytes = raw_length(text().substr(0, text_bytes));
  text_begin_ += text_bytes;
  raw_begin_ = is_utf16() ? raw_begin_ + bytes : text_begin_;
  offset_ += bytes;
}

void CsvWindow::drop_taken() {
  raw_.erase(0, raw_begin_);
  decoded_ -= std::min(decoded_, raw_begin_);
  if (is_utf16()) text_.erase(0, text_begin_);
  raw_begin_ = text_begin_ = 0;
}

std::size_t CsvWindow::read_more() {
  const std::size_t before = raw_.size();
  raw_.resize(before + kChunk);
  std::size_t got = 0;
  try {
    got = source_.read(raw_.data() + before, kChunk);
  } catch (const DamagedInput& damage) {
    damage_ = damage;
  }
  raw_.resize(before + got);
  return got;
}

void CsvWindow::fill() {
  if (at_end_) return;
  drop_taken();
  at_end_ = read_more() == 0;
  if (is_utf16()) decode_more();
  if (at_end_) drop_dos_end_of_file();
}

void CsvWindow::decode_more() {
  for (;;) {
    const std::string_view bytes = std::string_view(raw_).substr(decoded_);
    const Conversion done = decode(charset_, bytes, text_);
    decoded_ += done.input_used;
    if (done.error == TextError::none) return;
    const std::string_view rest = bytes.substr(done.input_used);
    if (done.error == TextError::truncated && !at_end_) return;  // the next read brings the other half
    if (rest.size() < 2) {
      text_.push_back(kOddByte);
      decoded_ += rest.size();
      return;
    }
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(rest[i])); };
    append_surrogate(text_, charset_ == Charset::utf16le ? byte(1) << 8 | byte(0) : byte(0) << 8 | byte(1));
    decoded_ += 2;
  }
}

void CsvWindow::drop_dos_end_of_file() {
  const std::string_view left = text();
  if (left.empty() || left.back() != 0x1A) return;
  dos_end_of_file_ = offset_ + raw_length(left) - raw_length("\x1A");
  (is_utf16() ? text_ : raw_).pop_back();
}

}  // namespace daicho
