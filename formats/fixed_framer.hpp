// Cuts the bytes of a fixed-width file into records by length and line end, and finds its way back after damage.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/byte_source.hpp"
#include "formats/format_spec.hpp"
#include "formats/record_frame.hpp"

namespace daicho {

/// A record is where its line end is due: then a line feed inside is a fault of the field in which it stands. Where the
/// line end is not there, the record goes on to the next one, whatever its length. In UTF-16 and `juki` a lost byte
/// moves every later code unit, so a line end at an odd distance counts where the record behind it ends as it should.
class FixedFramer {
 public:
  /// `control_bytes`: the length of control records, 0 without an envelope. The source must outlive it and stand behind
  /// the byte order mark; `offset` is where it stands.
  FixedFramer(ByteSource& source, const FormatSpec& format, std::size_t data_bytes, std::size_t control_bytes,
              std::uint64_t offset);

  /// False at the end.
  bool next(RecordFrame& frame);

  /// After `next` answered false:
  const std::optional<std::uint64_t>& dos_end_of_file() const { return dos_end_of_file_; }  ///< where a final 0x1A is
  const std::optional<DamagedInput>& damage() const { return damage_; }

  /// Bytes from the start of the file to the end of the last record given.
  std::uint64_t offset() const { return offset_ + taken_; }

 private:
  struct LineEndAt {
    std::size_t begin = 0;  ///< from the frame's first byte
    std::size_t bytes = 0;  ///< of the line end
    FoundLineEnd found = FoundLineEnd::none;
  };

  const char* here() const { return buffer_.data() + begin_; }
  std::size_t available() const { return end_ - begin_; }
  bool ensure(std::size_t bytes);
  bool end_of_file_mark();
  std::size_t expected_bytes(bool& control);
  bool unit_at(std::size_t at, std::string_view unit) const;
  bool dos_mark_at(std::size_t at) const;
  bool due_line_end_at(std::size_t at) const;
  LineEndAt line_end_at(std::size_t at) const;
  std::optional<LineEndAt> find_line_end(std::size_t from);
  bool verified(const LineEndAt& candidate);
  bool record_follows(std::size_t at);
  std::optional<LineEndAt> damaged_line_end(std::size_t at);
  bool take_due(RecordFrame& frame);
  void take_line(RecordFrame& frame);
  void take_endless_line(RecordFrame& frame);
  void take(RecordFrame& frame, RecordFrame::Kind kind, const LineEndAt& line_end);

  ByteSource& source_;
  const FormatSpec format_;
  const std::size_t unit_;
  const std::string_view feed_;      // LF
  const std::string_view return_;    // CR
  const std::string_view dos_mark_;  // 1A
  const std::size_t feed_at_;        // of the byte of LF that is not zero
  const std::size_t data_bytes_;
  const std::size_t control_bytes_;
  const std::string due_line_end_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // of the next frame in buffer_
  std::size_t end_ = 0;    // of the bytes in buffer_
  std::size_t taken_ = 0;  // bytes of the last frame, given back at the next call
  std::uint64_t offset_;
  std::uint64_t line_ = 0;
  bool at_end_ = false;
  std::optional<std::uint64_t> dos_end_of_file_;
  std::string endless_;  // the first part of an endless line
  std::optional<DamagedInput> damage_;
};

}  // namespace daicho
