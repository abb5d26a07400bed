// Which codes and characters stand behind the counts of Conversion: the duplicates read and the similar ones written.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "converters/charset.hpp"

namespace daicho {

/// Looks again at text in which a conversion counted something. Its lists are made at the first such text, by asking
/// the charset for each code; several threads may share one.
class ChangedCodes {
 public:
  ChangedCodes(Charset from, Charset to, const TextOptions& options) : from_(from), to_(to), options_(options) {}

  /// Adds the duplicates of `from` in `bytes`, which begins at a character (EBCDIC: in the single-byte state).
  void add_duplicates(std::string_view bytes, std::map<std::uint32_t, std::uint64_t>& codes) const;
  /// Adds the characters of `utf8` (valid) that `to` writes as similar ones.
  void add_similar(std::string_view utf8, std::map<std::string, std::uint64_t>& characters) const;

 private:
  using Set = std::bitset<0x10000>;
  Set list_duplicates() const;
  Set list_similar() const;

  Charset from_;
  Charset to_;
  TextOptions options_;
  mutable std::once_flag duplicates_made_;
  mutable std::once_flag similar_made_;
  mutable Set duplicates_;  // by code of one or two bytes
  mutable Set similar_;     // by code point
};

}  // namespace daicho
