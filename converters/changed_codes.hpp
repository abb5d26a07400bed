// Which codes and characters stand behind the counts of Conversion: the duplicates read and the similar ones written,
// each with its first place.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "converters/charset.hpp"

namespace daicho {

/// Characters or codes of one kind that became, or would come back as, something else.
struct TextChange {
  std::string by;            ///< UTF-8: what was written for the character, or what the code means
  std::uint64_t count = 0;   ///< times
  std::uint64_t offset = 0;  ///< of the first one: byte in the input, from 0
  std::uint64_t line = 0;    ///< of the first one, from 1

  friend bool operator==(const TextChange&, const TextChange&) = default;
};

/// Duplicates: by the bytes of the code, or of the two codes that writing would join. Otherwise: by the character in
/// UTF-8, with its variation selector.
using TextChanges = std::map<std::string, TextChange>;

/// Adds `part`, which stands `offset` bytes and `line_feeds` line feeds behind the beginning of the input.
void add_changes(TextChanges& sum, const TextChanges& part, std::uint64_t offset, std::uint64_t line_feeds);

/// Tells the line of places in a text, asked for in ascending order.
class LineCounter {
 public:
  /// `bytes` begin at a character, and must outlive it.
  LineCounter(Charset charset, std::string_view bytes) : charset_(charset), bytes_(bytes) {}
  /// The line, from 1, of the character that begins at `offset`.
  std::uint64_t line(std::size_t offset);

 private:
  Charset charset_;
  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint64_t line_feeds_ = 0;
};

/// Looks again at text in which a conversion counted something. Its lists are made at the first such text, by asking
/// the charset for each code; several threads may share one.
class ChangedCodes {
 public:
  ChangedCodes(Charset from, Charset to, const TextOptions& options) : from_(from), to_(to), options_(options) {}

  /// Takes the bytes of a code that does not come back (in EBCDIC a shift code, in JIS X 0213 two codes that writing
  /// would join), and where they begin.
  using TakeCode = std::function<void(std::string_view code, std::size_t at)>;
  /// Finds the duplicates of `from` in `bytes`, which begins at a character (EBCDIC: in the single-byte state) and was
  /// decoded without a fault.
  void find_duplicates(std::string_view bytes, const TakeCode& take) const;
  /// What a code of find_duplicates means; empty for a shift code.
  std::string meaning_of(std::string_view code) const;

  /// Takes a character that the target charset writes as a similar one, and where in the text it begins.
  using TakeCharacter = std::function<void(std::string_view character, std::size_t at)>;
  /// Finds the characters of `utf8` (valid) that `to` writes as similar ones.
  void find_similar(std::string_view utf8, const TakeCharacter& take) const;
  /// The character as which one of find_similar comes back.
  std::string similar_of(std::string_view character) const;

 private:
  using Set = std::bitset<0x10000>;
  void list_duplicates() const;
  Set list_similar() const;
  void find_gaiji(std::string_view bytes, const TakeCode& take) const;
  void find_shifted(std::string_view bytes, const TakeCode& take) const;
  void find_codes(std::string_view bytes, const TakeCode& take) const;

  Charset from_;
  Charset to_;
  TextOptions options_;
  mutable std::once_flag duplicates_made_;
  mutable std::once_flag similar_made_;
  mutable Set duplicates_;  // by code of one or two bytes
  mutable Set joining_;     // codes of JIS X 0213 that writing may join to another
  mutable Set similar_;     // by code point
};

}  // namespace daicho
