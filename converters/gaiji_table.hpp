// A municipality's own 外字: what its private-use characters mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace daicho {

/// One 外字 of a municipality.
struct Gaiji {
  char32_t code_point = 0;  ///< U+E000-F8FF, or planes 15 and 16; CP932's F040-F9FC are U+E000-E757
  std::string meaning;      ///< the character in UTF-8, with its variation selector if any; empty: it stays as it is
  std::string mj_name;      ///< `MJ` and six digits; empty where the table names none
  std::string reading;      ///< ふりがな, for people
  std::string note;
};

/// 外字 by code point and by meaning. Applied after decoding (U+E000 becomes what it means here) and, for charsets that
/// lack the meaning, before encoding (and back).
class GaijiTable {
 public:
  /// Adds an entry; the caller has checked that neither its code point nor its meaning is there yet.
  void add(Gaiji entry);
  const std::vector<Gaiji>& entries() const { return entries_; }
  /// The entry of a private-use character; null where the table has none.
  const Gaiji* find(char32_t code_point) const;
  /// The private-use character that means `character` here; 0 where none does.
  char32_t code_point_of(std::string_view character) const;
  /// Whether a meaning is a character that some charset may write as a similar one.
  bool has_similar_meanings() const { return similar_meanings_; }
  bool empty() const { return entries_.empty(); }

 private:
  std::vector<Gaiji> entries_;  // in the order of the file
  std::unordered_map<char32_t, std::size_t> by_code_point_;
  std::unordered_map<std::string, std::size_t> by_meaning_;
  bool similar_meanings_ = false;
};

}  // namespace daicho
