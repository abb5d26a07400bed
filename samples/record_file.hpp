// Writing generated records: whatever the generator makes must fit its file.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "formats/byte_sink.hpp"
#include "formats/writer.hpp"

namespace daicho {

/// A file of generated records.
class RecordFile {
 public:
  /// `path` as open_sink takes it. Layout and tables must outlive the file; the options' input name is the file's own.
  /// Throws UsageError, WorldError.
  RecordFile(const Layout& layout, const FormatSpec& format, const std::string& path, Overwrite overwrite,
             WriterOptions options = {});
  /// Writes one record of values, one for each item. Throws UsageError where they do not fit the layout (a
  /// municipality's own, narrower one), with the item's id and the finding's code.
  void write(const std::vector<std::string>& values);
  /// Ends the file and lets it appear.
  void close();

 private:
  const Layout& layout_;
  std::unique_ptr<ByteSink> sink_;
  FindingList faults_;
  std::unique_ptr<RecordWriter> writer_;
  RecordBlock block_;
  std::uint64_t records_ = 0;
};

}  // namespace daicho
