// Counting characters: how often each one outside ASCII occurs, and where the rare ones stand.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace daicho {

/// Where a character stands. Never says more of the value around it.
struct CharacterPlace {
  static constexpr std::uint32_t kNoItem = static_cast<std::uint32_t>(-1);
  std::uint32_t file = 0;        ///< index of the file, in the order in which they were named
  std::uint32_t item = kNoItem;  ///< index of the layout's item; kNoItem: a plain text
  std::uint64_t record = 0;      ///< from 1; 0: a plain text
  std::uint64_t line = 0;        ///< plain text: from 1; 0: a record
  std::uint64_t offset = 0;      ///< plain text: bytes from the start of the file
};

/// Says where a character of a text stands; asked only for those whose place is wanted.
class PlaceFinder {
 public:
  virtual ~PlaceFinder() = default;
  /// `at`: bytes into the text that is being counted. Asked in ascending order.
  virtual CharacterPlace place(std::size_t at) = 0;
};

/// Counts. Memory is bounded: a counter for each character of the BMP, an entry for each rare one that occurs (at most
/// kRareLimit), and so many places in each entry. A base and its variation selector are one character, and so are the
/// sequences of JIS X 0213 (か゚).
class CharacterCensus {
 public:
  static constexpr std::size_t kRareLimit = std::size_t{1} << 18;

  struct Entry {
    std::string character;  ///< UTF-8
    std::uint64_t count = 0;
    bool rare = false;                   ///< outside JIS X 0208, or of a pair that charsets do not tell apart (〜 ～)
    std::vector<CharacterPlace> places;  ///< of a rare character: the first ones, in the order of the input
  };

  /// `places`: how many places an entry keeps.
  explicit CharacterCensus(std::size_t places);

  /// Counts `text`, which must be valid UTF-8. `joined`: it follows the last text without a gap, so that a mark at its
  /// beginning belongs to the character before.
  void count(std::string_view text, PlaceFinder& finder, bool joined = false);

  /// Counts so many characters of ASCII that nobody needs to look at.
  void count_ascii(std::uint64_t characters) { ascii_ += characters; }

  /// Adds what another census has counted. Of the places of both the first ones in the order of the input are kept.
  void add(const CharacterCensus& other);

  std::size_t places() const { return places_; }  ///< how many places an entry keeps
  std::uint64_t ascii() const { return ascii_; }
  /// Characters outside ASCII.
  std::uint64_t characters() const;
  /// Occurrences of rare characters that no entry was left for; 0 in any file that people wrote.
  std::uint64_t beyond_limit() const { return beyond_limit_; }
  /// All that occur, in the order of their code points.
  std::vector<Entry> entries() const;

 private:
  /// What a code point of the BMP is to the inner loop: a common character, a mark that may belong to the character
  /// before, a rare one that has no entry yet, or (from kFirstEntry on) a rare one's entry.
  using Slot = std::uint32_t;
  static constexpr Slot kCommon = 0;
  static constexpr Slot kMark = 1;
  static constexpr Slot kUnseen = 2;
  static constexpr Slot kFirstEntry = 3;
  static constexpr Slot kNone = static_cast<Slot>(-1);

  /// The character counted last, to be taken back where a mark follows it.
  struct Last {
    char32_t code_point = 0;
    Slot slot = kNone;  ///< kCommon or an entry's; kNone: there is none, or it takes no mark
    bool placed = false;
  };

  static const std::array<Slot, 0x10000>& first_slots();
  const char* count_rare(const char* p, const std::string_view& text, PlaceFinder& finder);
  bool join_mark(char32_t mark, PlaceFinder& finder, std::size_t at);
  void carry(const std::string_view& text, PlaceFinder& finder);
  Slot slot_of(std::string_view character);
  void note(Slot slot, char32_t code_point, PlaceFinder& finder, std::size_t at);
  Entry& entry(Slot slot) { return rare_[slot - kFirstEntry]; }

  std::size_t places_;
  std::uint64_t ascii_ = 0;
  std::uint64_t beyond_limit_ = 0;
  std::unique_ptr<std::array<std::uint64_t, 0x10000>> common_;  // by code point: characters of JIS X 0208
  std::unique_ptr<std::array<Slot, 0x10000>> slots_;            // by code point
  std::vector<Entry> rare_;
  std::unordered_map<std::string, Slot> others_;  // sequences and characters beyond the BMP
  Last last_;
  CharacterPlace carried_;  // of the last character of the text before, where a mark may still join it
};

}  // namespace daicho
