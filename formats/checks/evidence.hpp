// The evidence of rules about many records: collected while a file is read, then told key by key.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/checks/check.hpp"

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

/// All evidence of one check.
class EvidenceStore {
 public:
  void add(const Evidence& evidence) { entries_.push_back(evidence); }
  /// Takes all evidence of another store, which is empty afterwards.
  void take(EvidenceStore& other);
  /// Calls with the evidence of each key, in the order of the file; the keys themselves in any order, which is the same
  /// for the same file and hasher. The store is empty afterwards.
  void for_each_key(const std::function<void(std::span<const Evidence>)>& use);

 private:
  std::vector<Evidence> entries_;
};

}  // namespace daicho
