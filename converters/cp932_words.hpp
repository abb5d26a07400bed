// CP932's tables arranged for the inner loops: looked up by bytes as they lie in memory, two at a time.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "converters/cp932_tables.hpp"

namespace daicho {

/// Two bytes as load16 reads them: the first is the low one.
using ByteWord = std::uint16_t;

/// Made from Cp932Tables at first use. Holds only what needs no attention: double-byte codes that are no duplicates and
/// whose characters have three bytes of UTF-8, with the way back. Everything else is 0 here, and is left to the careful
/// path.
struct Cp932Words {
  std::array<Cp932Entry, 65536> entry_of{};  ///< by the word of a code: its kCp932PlainTriple entry
  std::array<char16_t, 65536> unit_of{};     ///< by the word of a code: its code unit
  std::array<ByteWord, 65536> word_of{};     ///< by code unit: the word of its code
  /// By the word of a UTF-8 sequence's first two bytes: where the 64 words of its third bytes begin in `pages`. Words
  /// that begin no plain sequence lead to the first page, which is empty.
  std::array<std::uint16_t, 65536> page_of{};
  std::vector<ByteWord> pages;
};

/// Set in the word of every double-byte code, because lead bytes have it.
constexpr unsigned kCp932DoubleWord = 0x80;

/// The tables, made once (1 MB). Throws as cp932_tables() does.
const Cp932Words& cp932_words();

}  // namespace daicho
