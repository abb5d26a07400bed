// Counts findings by code and item, fast enough for a file with a fault in every record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "formats/finding.hpp"

namespace daicho {

/// Findings of one code about one item.
struct FindingKind {
  FindingCode code{"", Severity::error};
  std::size_t item = kNoItem;
  std::uint64_t seen = 0;
  std::uint64_t shown = 0;  ///< for the report that counts
};

/// Findings of one code.
struct CodeCount {
  FindingCode code{"", Severity::error};
  std::uint64_t seen = 0;
};

class FindingTally {
 public:
  /// Counts a finding. The answer stays valid until `clear`.
  FindingKind& count(const Finding& finding);
  /// By code, then in the order of the layout's items.
  std::vector<const FindingKind*> kinds() const;
  /// The most frequent first.
  std::vector<CodeCount> codes() const;
  std::uint64_t seen() const { return seen_; }
  void clear();

 private:
  /// A code by the address of its text: equal texts may have several, which `kinds_` brings together.
  struct Key {
    const char* code;
    std::size_t item;
    Severity severity;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      return std::hash<const char*>()(key.code) ^ (key.item * 0x9E3779B97F4A7C15u) ^
             static_cast<std::size_t>(key.severity);
    }
  };
  std::deque<FindingKind> storage_;
  std::unordered_map<Key, FindingKind*, KeyHash> fast_;
  std::map<std::pair<std::string, std::size_t>, FindingKind*> kinds_;  // kNoItem is the last
  std::uint64_t seen_ = 0;
};

}  // namespace daicho
