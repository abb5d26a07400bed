// The data rows of a CSV file as frames: where they begin and end is found, and nothing more.
#pragma once

#include "formats/csv_file.hpp"
#include "formats/frame_source.hpp"

namespace daicho {

/// Cuts a file into the rows that CsvReader reads, so that whoever is given one can scan it alone. For charsets whose
/// commas, quotes and line ends are those bytes, without an envelope. Most rows have no quote and end at their first
/// line end: these are not scanned for columns here.
class CsvFrames : public FrameSource {
 public:
  /// See CsvFile.
  CsvFrames(const Layout& layout, const FormatSpec& format, ByteSource& source, FindingSink& findings,
            const TextOptions& text)
      : file_(layout, format, source, findings, text) {}

  bool next(RecordFrame& frame) override;
  std::uint64_t offset() const override { return end_; }

  const CsvColumns* columns() const override { return &file_.columns(); }

 private:
  CsvFile file_;
  CsvRow row_;          // the last frame, taken at the next call
  bool given_ = false;  // there is one
  std::uint64_t end_ = 0;
};

/// The row of a frame, as CsvReader would have it.
void scan_csv_frame(const RecordFrame& frame, Quote quote, std::size_t expected_columns, CsvRow& row);

}  // namespace daicho
