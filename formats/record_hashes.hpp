// A record file as keyed hashes: of each record's key, and of all that it says. Enough to compare files of any size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "formats/checks/evidence.hpp"
#include "formats/frame_parser.hpp"
#include "formats/reader.hpp"

namespace daicho {

class SoundFrames;

/// What is known of the records of a file in which nothing is wrong, for the next one of the same format and columns: a
/// record with the same bytes need not be checked again.
class SoundContents {
 public:
  /// Takes over what `hash_records` found, as far as the stores still have it in memory: up to 32 bytes a record.
  void learn(const std::vector<EvidenceStore>& stores);

  bool has(std::uint64_t facts) const {
    if (slots_.empty() || facts == 0) return false;
    for (std::size_t at = facts & mask_; slots_[at] != 0; at = (at + 1) & mask_) {
      if (slots_[at] == facts) return true;
    }
    return false;
  }

  std::shared_ptr<const SoundFrames> frames;  ///< how to tell which are sound; takes long to make

 private:
  std::vector<std::uint64_t> slots_;  // hashes, at most half of a power of two; 0: free
  std::size_t mask_ = 0;
};

/// How a file's records are hashed.
struct HashPlan {
  std::size_t key = 0;  ///< the item by which records are found
  /// Whether a record's bytes stand for what it says: right where both files have one format. Otherwise its values do,
  /// and all records are decoded.
  bool by_bytes = false;
  const ValueHasher& hasher;
  SoundContents& sound;  ///< of the file before, hashed with the same hasher; of the first one empty
  /// The key of a record that cannot be read, as far as it can be told; empty where it cannot. Several threads ask.
  std::function<std::string(const RecordView& record)> key_of_unreadable;
  std::size_t block_bytes = std::size_t{1} << 18;  ///< that a thread takes at a time
  std::uint8_t nth = 0;  ///< of the evidence of records that were read; of those that were not, one more
};

/// Reads a file that is `in_frames` and adds a piece of evidence for each record with a key: the key's hash, its place,
/// and the hash of its contents as the facts. A zero-filled value is hashed without its zeros. Reports whatever reading
/// finds, and records without a key. There are as many threads as `stores`. Records that are surely right in CP932 and
/// UTF-8 are not decoded where their bytes stand for them.
ReadSummary hash_records(const FrameFile& file, const HashPlan& plan, std::vector<EvidenceStore>& stores,
                         FindingSink& findings);

}  // namespace daicho
