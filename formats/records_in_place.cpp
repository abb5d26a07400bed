#include "formats/records_in_place.hpp"

#include <algorithm>
#include <utility>

#include "formats/fixed_parser.hpp"
#include "formats/ignored_findings.hpp"
#include "formats/reader.hpp"

namespace daicho {
namespace {

/// Finds records of a block by their offset; they stand in its order.
std::optional<std::size_t> record_at(const RecordBlock& block, std::uint64_t offset) {
  std::size_t first = 0;
  std::size_t last = block.size();
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    const std::uint64_t found = block[middle].position().offset;
    if (found == offset) return middle;
    (found < offset ? first : last) = found < offset ? middle + 1 : middle;
  }
  return std::nullopt;
}

/// Fixed-width records stand one behind the other.
class FixedWindow : public RecordsInPlace {
 public:
  FixedWindow(const Layout& layout, const FormatSpec& format, const TextOptions& text)
      : parser_(layout, format, {}, text), line_end_(encoded_line_end(format)), block_(layout.items.size()) {
    frame_.expected = parser_.frame_bytes();
    frame_.line_end = found_line_end(format.eol);
  }

  void fill(std::string_view bytes, std::uint64_t offset, bool) override {
    block_.clear();
    const std::size_t size = parser_.frame_bytes();
    for (; bytes.size() >= size; offset += size + line_end_) {
      frame_.bytes = bytes.substr(0, size);
      frame_.whole = frame_.bytes;
      frame_.length = size;
      frame_.offset = offset;
      parser_.parse(frame_, 0, block_, findings_);
      bytes.remove_prefix(std::min(bytes.size(), size + line_end_));
    }
  }

  std::optional<RecordView> at(std::uint64_t offset) const override {
    const auto found = record_at(block_, offset);
    if (!found || block_[*found].bad()) return std::nullopt;
    return block_[*found];
  }

 private:
  static std::size_t encoded_line_end(const FormatSpec& format) {
    const std::size_t characters = format.eol == LineEnd::crlf ? 2 : format.eol == LineEnd::lf ? 1 : 0;
    return characters * half_width_bytes(format.charset);
  }

  FixedRecordParser parser_;
  const std::size_t line_end_;
  RecordFrame frame_;
  IgnoredFindings findings_;
  RecordBlock block_;
};

/// CSV and JSON Lines are read as a file that begins as theirs does, and goes on in the middle of it.
class TextWindow : public RecordsInPlace {
 public:
  TextWindow(const Layout& layout, const FormatSpec& format, const TextOptions& text, std::string head)
      : layout_(layout), format_(format), text_(text), head_(std::move(head)), block_(layout.items.size()) {}

  void fill(std::string_view bytes, std::uint64_t offset, bool alone) override {
    bytes_ = head_;
    bytes_ += bytes;
    begin_ = offset;
    alone_ = alone;
    const auto source = memory_source(bytes_);
    const auto reader = make_reader(layout_, format_, *source, findings_, text_);
    if (!reader->read(block_)) block_.clear();
  }

  std::optional<RecordView> at(std::uint64_t offset) const override {
    if (offset < begin_) return std::nullopt;
    const auto found = record_at(block_, offset - begin_ + head_.size());
    if (!found || block_[*found].bad()) return std::nullopt;
    // A row that reaches the end of the bytes may be the first part of one.
    const RecordView record = block_[*found];
    const bool cut = record.position().offset + record.raw().size() >= bytes_.size();
    return cut && !alone_ ? std::nullopt : std::optional(record);
  }

 private:
  const Layout& layout_;
  const FormatSpec format_;
  const TextOptions text_;
  const std::string head_;
  std::string bytes_;
  std::uint64_t begin_ = 0;
  bool alone_ = false;
  IgnoredFindings findings_;
  RecordBlock block_;
};

}  // namespace

std::unique_ptr<RecordsInPlace> make_records_in_place(const Layout& layout, const FormatSpec& format,
                                                      const TextOptions& text, std::string head) {
  if (format.kind == FileKind::fixed) return std::make_unique<FixedWindow>(layout, format, text);
  return std::make_unique<TextWindow>(layout, format, text, std::move(head));
}

}  // namespace daicho
