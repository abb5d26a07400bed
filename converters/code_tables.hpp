// Tables of a charset whose codes are one, two or three bytes, read from a library at first use.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "converters/byte_words.hpp"

namespace daicho {

/// A charset's code as one number, as its reader makes it of the bytes.
using CharsetCode = std::uint16_t;
constexpr CharsetCode kNoCode = 0xFFFF;

/// What a code means, as UTF-8: bytes 0-5 are one or two code points, byte 6 the flags below, byte 7 the length of the
/// text in bytes. 0: the code is undefined.
using CodeEntry = std::uint64_t;
constexpr CodeEntry kEntryMayJoin = CodeEntry{1} << 48;   ///< its first code point may end a two-character sequence
constexpr CodeEntry kEntryMayBegin = CodeEntry{1} << 49;  ///< one code point that may begin a two-character sequence

/// The entry of a text of at most 6 bytes, without flags.
CodeEntry code_entry(std::string_view utf8);
constexpr std::size_t entry_length(CodeEntry entry) { return entry >> 56; }

/// The text of an entry, in storage of its own.
class EntryText {
 public:
  explicit EntryText(CodeEntry entry) : length_(entry_length(entry)) { store64(bytes_, entry); }
  std::string_view view() const { return {bytes_, length_}; }

 private:
  char bytes_[8];
  std::size_t length_;
};

/// Code points of Unicode to codes, in pages of 256.
class CodeMap {
 public:
  CodeMap();
  void set(char32_t code_point, CharsetCode code);
  /// kNoCode where there is none. `code_point` is at most U+10FFFF.
  CharsetCode find(char32_t code_point) const { return pages_[page_of_[code_point >> 8]][code_point & 0xFF]; }

 private:
  std::array<std::uint16_t, 0x1100> page_of_{};  // page 0 is empty and shared
  std::vector<std::array<CharsetCode, 256>> pages_;
};

/// Two code points with one code, as か゚ in JIS X 0213.
struct CodeSequence {
  char32_t first = 0;
  char32_t second = 0;
  CharsetCode code = kNoCode;
};

struct CodeTables {
  std::array<CodeEntry, 256> single{};    ///< codes of one byte
  std::array<CodeEntry, 65536> longer{};  ///< the other codes, by number
  CodeMap codes;
  std::vector<CodeSequence> sequences;

  /// Enters a code and the way back from its text, one or two code points. `entry` is the slot in one of the tables.
  void enter(CodeEntry& entry, CharsetCode code, std::string_view utf8);
  /// Marks the entries of characters that sequences are made of; call it when all codes are entered.
  void mark_sequences();
  /// The code of two code points; kNoCode where they have none.
  CharsetCode sequence(char32_t first, char32_t second) const;
};

}  // namespace daicho
