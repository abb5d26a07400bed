// Lines of a UTF-8 file, one at a time, in bounded memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "formats/byte_source.hpp"
#include "formats/format_spec.hpp"

namespace daicho {

/// A line is kept up to so many bytes; the rest of a longer one is skipped.
inline constexpr std::size_t kJsonLineLimit = std::size_t{1} << 20;

struct TextLine {
  std::string_view text;        ///< without the line end; valid until the next call of `next`
  LineEnd eol = LineEnd::none;  ///< as found; `none` at the end of the file
  std::uint64_t offset = 0;     ///< of the first byte in the file
  std::uint64_t number = 0;     ///< from 1
  bool too_long = false;        ///< `text` is its first part
};

class LineReader {
 public:
  /// The source must outlive it and stand at byte `offset` of the file.
  LineReader(ByteSource& source, std::uint64_t offset) : source_(source), offset_(offset) {}

  /// False at the end. A final 0x1A is no line.
  bool next(TextLine& line);

  std::uint64_t offset() const { return offset_; }  ///< behind the last line given
  bool dos_end_of_file() const { return dos_end_of_file_; }
  const std::optional<DamagedInput>& damage() const { return damage_; }

 private:
  bool fill();

  ByteSource& source_;
  std::size_t chunk_ = std::size_t{16} * 1024;  // bytes of the next read, a quarter of a mebibyte in the end
  std::string buffer_;
  std::size_t begin_ = 0;  // of the next line in buffer_
  std::uint64_t offset_;
  std::uint64_t number_ = 0;
  bool at_end_ = false;
  bool dos_end_of_file_ = false;
  std::string long_line_;
  std::optional<DamagedInput> damage_;
};

}  // namespace daicho
