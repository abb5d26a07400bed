// The codes of a code list, for asking often.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "formats/layout.hpp"

namespace daicho {

/// Answers Item::code_allowed from a table where the codes are short.
class CodeSet {
 public:
  /// The item, which has a code list, must outlive it.
  explicit CodeSet(const Item& item);
  /// `value` is ASCII and not empty.
  bool allows(std::string_view value) const;

 private:
  bool chain_allows(std::string_view value) const;
  bool holds(std::string_view value) const;

  const Item& item_;
  std::vector<std::uint64_t> slots_;  // codes of at most 8 bytes, hashed; empty: ask the item
  std::vector<std::uint8_t> chain_;   // by number of two digits: kKnown, kAlone; empty: no chain of such codes
};

}  // namespace daicho
