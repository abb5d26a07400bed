// Findings about a frame of a fixed-width file: its length, its line end, and whatever has a place in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "formats/finding.hpp"
#include "formats/layout.hpp"
#include "formats/record_frame.hpp"

namespace daicho {

/// What every finding of one file says of it. Layout and name must outlive it.
struct FrameFindings {
  const Layout& layout;
  const FormatSpec& format;
  const std::string& file;

  /// A finding at 1-based bytes of a frame (0: none); `record` is 0 outside data records.
  Finding at(FindingCode code, const RecordFrame& frame, std::uint64_t record, std::uint64_t byte_first = 0,
             std::uint64_t byte_last = 0) const;
  /// That a frame has not the length due.
  Finding wrong_length(const RecordFrame& frame, std::uint64_t record) const;
  /// That a line end is missing or another one; nothing where it is the spec's.
  std::optional<Finding> wrong_line_end(const RecordFrame& frame, std::uint64_t record) const;
};

}  // namespace daicho
