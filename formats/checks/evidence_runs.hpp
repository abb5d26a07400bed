// Sorted runs of evidence: made in memory or in a spill file, and merged.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "formats/checks/check.hpp"
#include "formats/checks/spill_file.hpp"

namespace daicho {

/// Evidence in 40 bytes: 96 bits of the key, 38 each of the record's number and line, 44 of its offset, 8 of `nth`, 32
/// of its length, and the facts. That is enough for 274 thousand million records and 16 TiB.
class PackedEvidence {
 public:
  PackedEvidence() = default;
  explicit PackedEvidence(const Evidence& evidence);
  Evidence unpack() const;

  bool same_key(const PackedEvidence& other) const { return high() == other.high() && words_[2] == other.words_[2]; }
  /// By key, then by the record's number and by `nth`.
  friend bool operator<(const PackedEvidence& a, const PackedEvidence& b) {
    if (a.high() != b.high()) return a.high() < b.high();
    if (a.words_[2] != b.words_[2]) return a.words_[2] < b.words_[2];
    return a.order() < b.order();
  }
  /// A byte of the key, the first of which orders most.
  std::size_t key_byte(std::size_t at) const { return words_[at / 4] >> (24 - 8 * (at % 4)) & 0xFF; }
  static constexpr std::size_t kKeyBytes = 12;

 private:
  std::uint64_t high() const { return std::uint64_t{words_[0]} << 32 | words_[1]; }
  std::uint64_t order() const { return std::uint64_t{words_[3]} << 32 | words_[4]; }

  // Key; number and nth, first because they order; the top bits of line and offset; the rest of each; facts; length.
  std::array<std::uint32_t, 10> words_{};
};

/// Sorts in place, in up to `threads` threads.
void sort_evidence(std::span<PackedEvidence> evidence, unsigned threads);

/// A sorted run: in memory, or in a file that it shares with others.
struct EvidenceRun {
  std::shared_ptr<SpillFile> file;       ///< null: in memory
  std::vector<PackedEvidence> evidence;  ///< in memory only
  std::uint64_t offset = 0;              ///< in the file, in bytes
  std::uint64_t count = 0;

  std::uint64_t size() const { return file ? count : evidence.size(); }
};

/// Appends sorted evidence to a file as a run.
EvidenceRun spill_run(const std::shared_ptr<SpillFile>& file, std::span<const PackedEvidence> evidence);

/// Calls with the evidence of all runs in its order. Where the runs are in files it takes about `memory` bytes, and
/// merges in several steps where there are too many for that.
void merge_runs(std::vector<EvidenceRun> runs, std::uint64_t memory,
                const std::function<void(const PackedEvidence&)>& use);

}  // namespace daicho
