// Fixed-width records as CSV rows, made of their bytes without decoding them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "formats/clean_scan.hpp"
#include "formats/fixed_plan.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"
#include "formats/unit_classes.hpp"

namespace daicho {

/// Trims first and converts later: two thirds of a fixed-width record are fill, so a row is put together in the
/// record's own charset, and many rows are converted at once by whoever asked for them. Made once for a file; several
/// threads may ask it.
class PlainRows {
 public:
  /// Records of `layout` in the charset `from`, rows of the items `items` (all where there are none) in the form of
  /// `to`, whose charset does not matter here. The layout and the tables of `text` must outlive it. Asks the charset
  /// about each of its codes (a few milliseconds).
  PlainRows(const Layout& layout, Charset from, const FormatSpec& to, const std::vector<std::size_t>& items = {},
            const TextOptions& text = {});

  /// Whether rows can be made at all: of CP932 and UTF-8, as CSV whose values are quoted where they must be, or all.
  static bool possible(const Layout& layout, Charset from, const FormatSpec& to);

  /// Writes the row of a record with its line end to `out`, which has room for `room()` bytes; the end of what was
  /// written. Null, with anything at `out`, where FixedRecordParser or the CSV writer might have a word to say about
  /// the record, or might make another row of it. `record` is a record's items, without class and line end.
  char* append(std::string_view record, char* out) const;

  /// Whether `append` would make a row, if only of the values that have none to be quoted.
  bool sound(std::string_view record) const;

  /// Bytes that no row surpasses.
  std::size_t room() const { return room_; }

 private:
  struct Field {
    std::uint32_t offset = 0;
    std::uint32_t bytes = 0;
    PictureClass cls = PictureClass::text;
    std::uint8_t kind_class = 0;  // N: of unit_class
    std::uint32_t positions = 0;
    bool flag = false;
    bool absent_is_zeros = false;
  };

  bool find_value(const Field& field, std::string_view bytes, std::string_view& value) const;
  bool find_national(const Field& field, std::string_view bytes, std::string_view& value) const;

  const Charset charset_;
  const std::size_t record_bytes_;
  const bool quote_all_;
  const std::string_view line_end_;
  const GaijiSet gaiji_;
  const UnitClasses classes_;
  const NationalWalk walk_;
  const std::uint16_t fill_;  // of an N field, as a word
  std::vector<Field> fields_;
  std::vector<std::size_t> order_;  // the item of each column
  std::size_t room_ = 0;
};

}  // namespace daicho
