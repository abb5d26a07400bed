// The difference of two files that can be read twice, in memory that does not grow with them.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "cli/format_options.hpp"
#include "cli/record_diff.hpp"
#include "formats/checks/evidence.hpp"
#include "formats/frame_parser.hpp"

namespace daicho {

/// Passes findings on and counts what hides records or whose they are: errors of the file as a whole, a last
/// record that is cut, and records without a key.
class HidingFaults : public FindingSink {
 public:
  HidingFaults(FindingSink& to, std::size_t key) : to_(to), key_(key) {}
  void add(Finding finding) override;
  std::uint64_t count() const { return count_; }

 private:
  FindingSink& to_;
  const std::size_t key_;
  std::uint64_t count_ = 0;
};

/// One of the two files.
struct DiffFile {
  std::string name;
  FormatSpec format;
  TextOptions text;                                                   ///< of reading
  std::function<std::unique_ptr<ByteSource>()> open;                  ///< anew, from its beginning
  std::function<std::string()> stamp = [] { return std::string(); };  ///< another one once the file was changed
  std::string plain_path;  ///< where its bytes can be read at any place; empty: it is compressed, or no plain file
};

struct FileDiffParts {
  const Layout& layout;
  std::size_t key = 0;
  DiffFile before;
  DiffFile after;
  FindingSink& findings;  ///< whatever reading finds, and repeated and absent keys
  /// See DiffParts. Several threads ask.
  std::function<std::string(const RecordView& record, bool in_old)> key_of_unreadable;
  std::function<void(const RecordChange&)> take;
  unsigned threads = 1;
  std::uint64_t memory = std::uint64_t{64} << 20;       ///< for hashes; more go to an unlinked temporary file
  std::uint64_t batch_bytes = std::uint64_t{64} << 20;  ///< of records that are read again at once
  std::size_t block_bytes = std::size_t{1} << 18;       ///< that a thread takes at a time
};

/// A file for diff_files; nothing where it can be read only once, or not by its frames.
std::optional<DiffFile> diff_file(const std::string& path, const Layout& layout, const RecordInput& input,
                                  const TextOptions& text);

/// As diff_records. Both files must be `in_frames`. Of each record 40 bytes are kept: keyed hashes of its key and its
/// contents, and its place. Records whose hashes differ are read again: at their place where the file is plain, else
/// with the rest of the file for each batch. Throws WorldError where a file changed meanwhile.
DiffResult diff_files(const FileDiffParts& parts);

}  // namespace daicho
