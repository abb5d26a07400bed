// Reading a BDF font line by line: the parts behind BdfFont.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "formats/byte_source.hpp"

namespace daicho {

/// A hash of a glyph's bytes (FNV-1a, 64 bits): tells a file that changed, not one that was forged.
inline std::uint64_t bdf_digest(std::string_view bytes, std::uint64_t digest = 0xCBF29CE484222325U) {
  for (const char byte : bytes) digest = (digest ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
  return digest;
}

/// The lines of a font, with at most one of them in memory.
class BdfLines {
 public:
  /// `source` and `name` must outlive it.
  BdfLines(ByteSource& source, const std::string& name) : source_(source), name_(name) {}

  /// Goes to the next line; false at the end of the file. Throws UsageError for a line of more than kBdfLineBytes.
  bool next();
  /// The line without its end and without spaces behind it; valid until the next call of `next`.
  std::string_view line() const { return line_; }
  /// The same with its end, as it stands in the file.
  std::string_view raw() const { return raw_; }
  std::uint64_t offset() const { return offset_; }  ///< byte of the line's beginning
  std::uint64_t number() const { return number_; }  ///< from 1

  /// Skips to a byte of the file, not before what was read or copied, and appends `length` bytes to `bytes`. False
  /// where the file ends before. Not to be mixed with `next`.
  bool copy(std::uint64_t begin, std::size_t length, std::string& bytes);

 private:
  bool fill();

  ByteSource& source_;
  const std::string& name_;
  std::string buffer_;
  std::size_t at_ = 0;  // in the buffer
  bool at_end_ = false;
  std::string_view line_;
  std::string_view raw_;
  std::uint64_t offset_ = 0;
  std::uint64_t next_offset_ = 0;
  std::uint64_t number_ = 0;
};

}  // namespace daicho
