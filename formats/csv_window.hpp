// The part of a CSV file that is in memory: text whose `,` `"` CR and LF are single bytes, and the file's bytes behind
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "converters/charset.hpp"
#include "formats/byte_source.hpp"

namespace daicho {

/// UTF-8 and CP932 are their own text. UTF-16 is decoded before framing, each lone surrogate as the three bytes that
/// UTF-8 would give it and an odd last byte as FF, so that both are still found as broken characters in their field and
/// lengths can be counted back.
class CsvWindow {
 public:
  /// `source` must outlive it.
  CsvWindow(ByteSource& source, Charset charset) : source_(source), charset_(charset) {}

  /// What has been read and not taken; valid until the next call of `fill`.
  std::string_view text() const { return current().substr(text_begin_); }
  /// Nothing follows `text`.
  bool at_end() const { return at_end_; }
  /// Reads about a mebibyte more. Sets `at_end` where there is none.
  void fill();
  /// Takes the first bytes of `text`.
  void take(std::size_t text_bytes);

  /// Bytes of the file taken so far.
  std::uint64_t offset() const { return offset_; }
  /// The file's bytes behind the first bytes of `text`.
  std::string_view raw(std::size_t text_bytes) const {
    return std::string_view(raw_).substr(raw_begin_, raw_length(text().substr(0, text_bytes)));
  }
  /// How many of the file's bytes a piece of `text` stands for.
  std::size_t raw_length(std::string_view piece) const;

  /// A final 0x1A, which `text` leaves out: its offset. Known at the end.
  std::optional<std::uint64_t> dos_end_of_file() const { return dos_end_of_file_; }
  /// Compressed input that is damaged: the text ends before it.
  const std::optional<DamagedInput>& damage() const { return damage_; }

 private:
  bool is_utf16() const { return charset_ == Charset::utf16le || charset_ == Charset::utf16be; }
  std::string_view current() const { return is_utf16() ? std::string_view(text_) : std::string_view(raw_); }
  void drop_taken();
  std::size_t read_more();
  void decode_more();
  void drop_dos_end_of_file();

  ByteSource& source_;
  const Charset charset_;
  std::string raw_;   // bytes of the file, from before raw_begin_
  std::string text_;  // UTF-16 only: their text
  std::size_t raw_begin_ = 0;
  std::size_t text_begin_ = 0;
  std::size_t decoded_ = 0;  // UTF-16 only: bytes of raw_ that text_ stands for
  std::uint64_t offset_ = 0;
  bool at_end_ = false;
  std::optional<std::uint64_t> dos_end_of_file_;
  std::optional<DamagedInput> damage_;
};

}  // namespace daicho
