// Where frames of a record file come from.
#pragma once

#include <cstdint>

#include "formats/csv_columns.hpp"
#include "formats/record_frame.hpp"

namespace daicho {

/// The records of a file as bytes, in their order.
class FrameSource {
 public:
  virtual ~FrameSource() = default;
  /// The next frame, whose views are valid until the next call; false at the end.
  virtual bool next(RecordFrame& frame) = 0;
  /// Bytes from the start of the file to the end of the last frame.
  virtual std::uint64_t offset() const = 0;
  /// Of CSV: which columns rows have, known when `next` has answered. Null for fixed-width files.
  virtual const CsvColumns* columns() const { return nullptr; }
};

}  // namespace daicho
