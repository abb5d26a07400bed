// Records of a file that was read before, read once more.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "formats/csv.hpp"
#include "formats/frame_parser.hpp"
#include "formats/ignored_findings.hpp"
#include "formats/record.hpp"

namespace daicho {

struct DiffFile;

/// A record's place, and whether it cannot be read: then its bytes are asked for.
struct WantedRecord {
  RecordPosition place;
  bool bad = false;
};

/// Reads at their places in a plain file, else through all of the file.
class RecordFetch {
 public:
  /// All must outlive it.
  RecordFetch(const Layout& layout, const DiffFile& file);
  ~RecordFetch();
  RecordFetch(const RecordFetch&) = delete;
  RecordFetch& operator=(const RecordFetch&) = delete;

  /// The records in the order asked for. Throws WorldError where the file changed since its records were read.
  std::vector<OwnedRecord> records(std::span<const WantedRecord> wanted);

 private:
  void open();
  OwnedRecord parsed(const RecordFrame& frame, const WantedRecord& wanted);
  OwnedRecord at(const WantedRecord& wanted);
  RecordFrame frame_at(std::uint64_t offset);
  bool scan_row(bool at_end, RecordFrame& frame);
  [[noreturn]] void fail_changed() const;

  const Layout& layout_;
  const DiffFile& file_;
  const std::size_t fixed_bytes_;  // 0: CSV
  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<FrameSource> frames_;
  std::unique_ptr<FrameParser> parser_;
  RecordFrame frame_;
  bool more_ = false;
  int fd_ = -1;
  std::string bytes_;
  CsvRow row_;
  RecordBlock block_;
  IgnoredFindings unheard_;  // what reading finds was told when the file was read for the first time
};

}  // namespace daicho
