// Which characters of records would not come back: codes that were read as another's character, and characters that
// were written as similar ones, each kind with its count and the item in which it stood first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "converters/changed_codes.hpp"
#include "formats/finding_texts.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho {

/// One kind of character or code.
struct CharacterChange {
  bool duplicate = false;    ///< else a similar character
  std::string code;          ///< of a duplicate: its bytes; empty otherwise
  std::string character;     ///< UTF-8: what the code means, or what the charset has only a similar one for
  std::string by;            ///< of a similar one: as which it comes back
  std::uint64_t count = 0;   ///< times
  std::uint64_t record = 0;  ///< of the first one, from 1
  std::size_t item = 0;      ///< of the first one: index into the layout's items
  std::size_t order = 0;     ///< among the kinds, by their first ones
};

/// Counts kinds. Layout and tables must outlive it.
class RecordChanges {
 public:
  RecordChanges(const Layout& layout, const FormatSpec& from, const TextOptions& from_text, const FormatSpec& to,
                const TextOptions& to_text);

  /// A field, as its bytes are in the file, of which the reader said that it holds duplicates.
  void add_duplicates(std::string_view field, std::uint64_t record, std::size_t item);
  /// A record that was written with similar characters in some of `items`.
  void add_similar(const RecordView& record, std::span<const std::size_t> items);

  /// The most frequent first.
  std::vector<CharacterChange> duplicates() const { return sorted(duplicates_); }
  std::vector<CharacterChange> similar() const { return sorted(similar_); }
  /// What stands first in the file; nothing where there is nothing.
  std::optional<CharacterChange> first() const;

 private:
  using Kinds = std::map<std::string, CharacterChange>;
  static std::vector<CharacterChange> sorted(const Kinds& kinds);
  std::size_t order() const { return duplicates_.size() + similar_.size(); }

  const Layout& layout_;
  FormatSpec from_;
  ChangedCodes read_;
  ChangedCodes written_;
  Kinds duplicates_;  // by code
  Kinds similar_;     // by character
};

/// `in record 3, operator_name (操作職員氏名)`.
std::string told_place(const CharacterChange& change, const Layout& layout, Language language);

/// The line of one kind in a summary: `  ED40, read as U+7E8A '纊': 2, the first in record 1, ...`.
std::string told_change(const CharacterChange& change, const Layout& layout, Charset from, Language language);

/// Why --strict refuses a conversion, in one sentence.
std::string told_refusal(const CharacterChange& first, const Layout& layout, Charset from, Language language);

/// {"type":"change",...} on one line, with its line end.
std::string change_json(const CharacterChange& change, const Layout& layout, const std::string& file, Charset charset);

}  // namespace daicho
