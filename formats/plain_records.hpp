// CSV rows as fixed-width records or as other rows, made of their bytes without decoding them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/csv.hpp"
#include "formats/csv_columns.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"
#include "formats/unit_classes.hpp"

namespace daicho {

/// How PlainRecords reads and writes. All must outlive it.
struct PlainRecordsPlan {
  const Layout& layout;
  const CsvColumns& columns;  ///< of the rows
  FormatSpec from;
  TextOptions text;  ///< of reading
  FormatSpec to;
  TextOptions written_text;        ///< of writing
  std::vector<std::size_t> items;  ///< to write, in their order; empty: all
};

/// The counterpart of PlainRows. Most values are ASCII, or characters of three bytes that one table knows: whether the
/// item takes them, and their code in the other charset. Made once for a file; several threads may ask it.
class PlainRecords {
 public:
  /// Asks the charset about each of its codes (some milliseconds).
  explicit PlainRecords(const PlainRecordsPlan& plan);

  /// Whether records can be made at all: of CSV in UTF-8, as fixed-width CP932 or UTF-8 or as CSV in UTF-8.
  static bool possible(const Layout& layout, const FormatSpec& from, const FormatSpec& to);

  /// Appends the record of a row, with its line end, to `out`. False, with `out` as it was, where CsvReader or the
  /// writer might have a word to say about it, or might make another record of it. `row` is what CsvReader would scan
  /// (see CsvFrames), without its line end, and a byte may be read behind it; `spare` is storage.
  bool append(std::string_view row, CsvRow& spare, std::string& out) const;

  /// Appends the record of a row about which CsvReader has nothing to say to `block`, as it would; false where that
  /// can't be told without decoding the row.
  bool read(std::string_view row, const RecordPosition& position, CsvRow& spare, RecordBlock& block) const;

  /// The value in column `column` of a row about which CsvReader is known to have nothing to say; nothing where it
  /// can't be told without decoding the row.
  std::optional<std::string_view> value(std::string_view row, std::size_t column, CsvRow& spare) const;

  /// The same of a row about which that is not known; nothing also where CsvReader might have a word to say.
  std::optional<std::string_view> sound_value(std::string_view row, std::size_t column, CsvRow& spare) const;

 private:
  static constexpr std::size_t kMostColumns = 192;  // where their values lie stands on the stack

  /// Where a value lies; left without initializers, so that a row's worth of them costs nothing.
  struct Value {
    const char* begin;
    std::uint32_t bytes;
    std::uint32_t column;
    std::string_view text() const { return {begin, bytes}; }
  };
  /// The values of a row that are not empty, in the order of their columns.
  struct Values {
    std::array<Value, kMostColumns + 64> values;  // as many as commas of a last block are too many
    std::size_t count = 0;
    bool quoted = false;

    Values() {}  // NOLINT(*-member-init,modernize-use-equals-default): filled as far as it is read
    void add(const char* begin, std::size_t bytes, std::size_t column) {
      values[count++] = {begin, static_cast<std::uint32_t>(bytes), static_cast<std::uint32_t>(column)};
    }
    std::span<const Value> all() const { return {values.data(), count}; }
    std::string_view in(std::size_t column) const;
  };
  struct Column {
    std::size_t item = kNoItem;
    PictureClass cls = PictureClass::text;
    std::uint8_t kind_class = 0;  // N: of unit_class
    std::uint32_t positions = 0;
    bool flag = false;
    bool zero_filled = false;
    bool absent_is_zeros = false;
    std::uint32_t offset = 0;  // fixed: of the field in the record
    std::uint32_t bytes = 0;   // fixed: of the field
  };

  void learn_characters(const PlainRecordsPlan& plan);
  bool find_values(std::string_view row, CsvRow& spare, Values& values) const;
  bool fits(const Column& column, std::string_view value) const;
  bool characters_fit(const Column& column, std::string_view value) const;
  bool mixed_characters_fit(const Column& column, std::string_view value) const;
  bool put_characters(const Column& column, std::string_view value, char* field) const;
  bool put_field(const Column& column, std::string_view value, char* record) const;
  bool values_fit(const Values& values) const;
  bool append_fixed(const Values& values, std::string& out) const;
  bool find_sound(std::string_view row, CsvRow& spare, Values& values) const;
  void append_row(std::string_view row, const Values& values, std::string& out) const;

  const Quote quote_;
  const FormatSpec to_;
  const std::string made_line_end_;
  std::vector<Column> columns_;
  std::string empty_record_;        // fixed: every field absent
  std::vector<std::size_t> order_;  // csv: the column of each item written; kNoItem: absent
  bool as_they_stand_ = false;      // csv: columns are written as they are read
  /// Of a UTF-16 code unit: its class, and the code that is written for it.
  struct Character {
    std::uint16_t code = 0;
    std::uint8_t classes = 0;
  };
  std::shared_ptr<const std::array<Character, 0x10000>> characters_;
  std::shared_ptr<const std::array<std::uint8_t, 0x10000>> classes_;  // where codes are not asked for
};

}  // namespace daicho
