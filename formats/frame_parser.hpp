// Frames of a record file, fixed-width or CSV, to records: what threads use that share a file.
#pragma once

#include <cstdint>
#include <memory>

#include "formats/byte_source.hpp"
#include "formats/csv_columns.hpp"
#include "formats/format_spec.hpp"
#include "formats/frame_source.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho {

/// A record file that is read by its frames. All must outlive whoever is given it.
struct FrameFile {
  const Layout& layout;
  FormatSpec format;
  ByteSource& source;
  TextOptions text;  ///< of reading

  /// Whether frames are all there is to it: fixed-width, or CSV whose commas, quotes and line ends are those bytes, and
  /// no envelope.
  bool in_frames() const;
};

/// The frames of a file, from its beginning. Reports what is wrong with the file as a whole.
std::unique_ptr<FrameSource> open_frames(const FrameFile& file, FindingSink& findings);

/// Makes records of frames. One for each thread.
class FrameParser {
 public:
  struct Result {
    bool bad = false;              ///< an error was reported: the record's values are not to be used
    std::uint64_t duplicates = 0;  ///< codes that would come back as others
  };

  virtual ~FrameParser() = default;
  /// Appends the frame's record to `block` and reports what is wrong with it. `number` counts from 1.
  virtual Result parse(const RecordFrame& frame, std::uint64_t number, RecordBlock& block, FindingSink& findings) = 0;
  /// Whether nothing is wrong with the frame as a frame: its length and its line end.
  virtual bool framed_well(const RecordFrame& frame) const = 0;
};

/// `columns`: of CSV (see FrameSource::columns); must outlive the parser.
std::unique_ptr<FrameParser> make_frame_parser(const FrameFile& file, const CsvColumns* columns);

}  // namespace daicho
