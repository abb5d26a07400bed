// The evidence of rules about many records: collected while a file is read, then told key by key.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/checks/check.hpp"
#include "formats/checks/evidence_runs.hpp"

namespace daicho {

/// Hashes values with a key that is drawn at random and lives in memory alone: what is kept or spilt tells nothing of
/// the values, and nobody can choose values that collide.
class ValueHasher {
 public:
  ValueHasher();
  std::array<std::uint64_t, 2> hash(std::string_view value) const;

 private:
  std::array<unsigned char, 192> secret_;
};

/// Bytes of evidence that are kept in memory where nobody says otherwise.
inline constexpr std::uint64_t kEvidenceMemory = std::uint64_t{16} << 20;

/// Evidence by key. Past its memory it sorts what it has and spills it; one for each thread, joined with `take`.
class EvidenceStore {
 public:
  /// Keeps about `memory` bytes in memory, 40 for each piece of evidence.
  explicit EvidenceStore(std::uint64_t memory = kEvidenceMemory);

  /// Throws WorldError where spilling fails.
  void add(const Evidence& evidence) {
    if (evidence_.size() == evidence_.capacity()) make_room();
    evidence_.emplace_back(evidence);
  }

  /// Takes all evidence of another store, which is empty afterwards. What that has in memory stays there.
  void take(EvidenceStore& other);

  /// Calls with the evidence of each key, by key; that of one key in the order of the file and of its collection. The
  /// span may lie in a temporary file and is valid during the call. The store is empty afterwards. Sorts in up to
  /// `threads` threads. Throws WorldError where spilling fails.
  void for_each_key(const std::function<void(std::span<const Evidence>)>& use, unsigned threads = 1);

  /// What was added here and not spilt, in any order.
  std::span<const PackedEvidence> in_memory() const { return evidence_; }

  /// Sorted runs that were spilt so far.
  std::size_t spilt_runs() const { return runs_.size(); }

 private:
  void make_room();

  std::uint64_t memory_;
  std::size_t limit_;  // pieces of evidence
  std::vector<PackedEvidence> evidence_;
  std::vector<std::vector<PackedEvidence>> taken_;  // what other stores had in memory
  std::shared_ptr<SpillFile> file_;                 // null: nothing was spilt
  std::vector<EvidenceRun> runs_;
};

}  // namespace daicho
