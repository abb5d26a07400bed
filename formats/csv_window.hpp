// The part of a CSV file that is in memory: text whose `,` `"` CR and LF are single bytes, and the file's bytes behind
// it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "converters/charset.hpp"
#include "formats/byte_source.hpp"
#include "formats/csv_framing.hpp"

namespace daicho {

/// Charsets in which `,` `"` CR and LF are those bytes and no others are their own text. The bytes of the others are
/// framed first (see CsvFraming), one byte of text for each code unit, so that a row and its fields are found without
/// decoding and a field's place in the text is its place in the file.
class CsvWindow {
 public:
  /// `source` must outlive it.
  CsvWindow(ByteSource& source, Charset charset) : source_(source) {
    if (CsvFraming::needed(charset)) framing_.emplace(charset);
    unit_ = framing_ ? half_width_bytes(charset) : 1;
  }

  /// What has been read and not taken; valid until the next call of `fill`.
  std::string_view text() const { return std::string_view(framing_ ? text_ : raw_).substr(text_begin_); }
  /// Whether bytes of `text` below 80 are all that is certain, and the others only stand for something else.
  bool framed() const { return framing_.has_value(); }
  /// Nothing follows `text`.
  bool at_end() const { return at_end_; }
  /// Reads up to about a mebibyte more, less at first: a row read by itself should not cost that. Sets `at_end` where
  /// there is none.
  void fill();
  /// Takes the first bytes of `text`.
  void take(std::size_t text_bytes);
  /// Takes a byte order mark, if `text` begins with one.
  bool take_mark(std::string_view mark);

  /// Bytes of the file for each byte of text.
  std::size_t unit() const { return unit_; }
  /// Bytes of the file taken so far.
  std::uint64_t offset() const { return offset_; }
  /// Where byte `at` of `text` stands in the file, in bytes from `offset`.
  std::size_t raw_offset(std::size_t at) const {
    const std::size_t left = raw_.size() - raw_begin_;
    return at * unit_ < left ? at * unit_ : left;  // half a code unit at the end of the file is a byte of text, too
  }
  /// The file's bytes behind those of `text` from `begin` to `end`.
  std::string_view raw(std::size_t begin, std::size_t end) const {
    return std::string_view(raw_).substr(raw_begin_ + raw_offset(begin), raw_offset(end) - raw_offset(begin));
  }

  /// A final 0x1A, which `text` leaves out: its offset. Known at the end.
  std::optional<std::uint64_t> dos_end_of_file() const { return dos_end_of_file_; }
  /// The bytes of that 0x1A; 0 without one.
  std::size_t dos_end_of_file_bytes() const { return dos_end_of_file_bytes_; }
  /// Compressed input that is damaged: the text ends before it.
  const std::optional<DamagedInput>& damage() const { return damage_; }

 private:
  void drop_taken();
  std::size_t read_more();
  void drop_dos_end_of_file();

  ByteSource& source_;
  std::optional<CsvFraming> framing_;
  std::size_t unit_ = 1;                        // bytes of the file for each byte of text
  std::size_t chunk_ = std::size_t{16} * 1024;  // bytes of the next read
  std::string raw_;                             // bytes of the file, from before raw_begin_
  std::string text_;                            // with framing only
  std::size_t raw_begin_ = 0;
  std::size_t text_begin_ = 0;
  std::uint64_t offset_ = 0;
  bool at_end_ = false;
  std::optional<std::uint64_t> dos_end_of_file_;
  std::size_t dos_end_of_file_bytes_ = 0;
  std::optional<DamagedInput> damage_;
};

}  // namespace daicho
