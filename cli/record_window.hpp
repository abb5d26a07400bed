// The part of a record around a fault, character by character with the bytes of each: what reports show of the data.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/fault_place.hpp"
#include "converters/charset.hpp"
#include "formats/finding.hpp"
#include "formats/fixed_plan.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"

namespace daicho {

/// One character of a record, or one byte that is none.
struct WindowCell {
  std::size_t begin = 0;    ///< byte in the record, from 0
  std::size_t bytes = 0;    ///< 0: the place behind the record's last byte
  std::string shown;        ///< UTF-8 that is safe on a terminal: controls and broken bytes escaped, `*` where masked
  std::size_t columns = 0;  ///< of a terminal that `shown` takes
  bool broken = false;      ///< a byte that is no character of the charset
  bool masked = false;
  bool fault = false;  ///< where the finding points at
  bool field = false;  ///< inside the finding's bytes
};

struct RecordWindow {
  std::vector<WindowCell> cells;  ///< in the order of their bytes, without gaps
  bool cut_before = false;        ///< the record begins before the first cell
  bool cut_behind = false;        ///< the record goes on behind the last one
  bool empty() const { return cells.empty(); }
};

/// A part of a record that is shown on its own: a field as the layout places it, or a column.
struct RecordPart {
  std::size_t item = kNoItem;  ///< index into the layout's items; none: of no item
  std::size_t begin = 0;       ///< byte in the record, from 0
  std::size_t bytes = 0;
  bool fits = true;  ///< its bytes are what the item may hold
  std::vector<WindowCell> cells;
};

/// Makes windows for the records of one file. What may be somebody's is masked: each field unless its item may show
/// what stands there (formats/value_privacy.hpp), a field with broken bytes, and where a byte's item is not certain (a
/// record of the wrong length, CSV, JSON Lines) every field but the finding's own.
class WindowMaker {
 public:
  /// The layout and the tables of `text` must outlive it.
  WindowMaker(const Layout& layout, const FormatSpec& format, const TextOptions& text, bool show_values);

  /// At most `columns` of a terminal around the fault place: of a record of the wrong length the item in which it stops
  /// fitting. Nothing where the finding has no bytes or the record is empty.
  RecordWindow around(const Finding& finding, std::string_view record, std::size_t columns) const;

  /// The first item of a fixed-width record of the wrong length that does not hold what it may, or in which the record
  /// ends: a byte was lost or added there, or a little before. Nothing for other records, and where every item fits.
  std::optional<std::size_t> first_misfit(std::string_view record) const;

  /// The record's fields where the layout places them, as far as there are bytes, and what lies behind the last one.
  /// From the first misfit of a record of the wrong length on nobody knows whose bytes they are: all are masked there.
  /// Nothing for other files.
  std::vector<RecordPart> fields_of(std::string_view record) const;

  /// The value of an item of a fixed-width record that lies before its first misfit, unmasked; nothing for others.
  std::optional<std::string> sure_value(std::string_view record, std::size_t item) const;

  /// The characters of the bytes from `begin` to before `end`, which belong to no item for sure.
  std::vector<WindowCell> cells_of(std::string_view record, std::size_t begin, std::size_t end) const;

  /// A finding about a record's length or its early end, with the item in which the record stops fitting as one more
  /// argument (`misfit`) of its message. Nothing for other findings, and where that item is not known.
  std::optional<Finding> with_misfit(const Finding& finding, std::string_view record) const;

 private:
  /// Bytes that are decoded as one text.
  struct Segment {
    std::size_t begin = 0;
    std::size_t end = 0;
    const TextOptions* text = nullptr;
    bool masked = false;
  };

  FaultPlace shown_place(const Finding& finding, std::string_view record) const;
  std::vector<Segment> segments(const Finding& finding, std::string_view record, std::size_t from,
                                std::size_t to) const;
  std::vector<Segment> fields(std::string_view record, std::size_t from, std::size_t to) const;
  bool may_show_field(std::size_t item, std::string_view bytes) const;
  bool fits(std::size_t item, std::string_view bytes) const;
  std::size_t start_of_text(std::string_view record, std::size_t before) const;
  void add_cells(const Segment& segment, std::string_view record, std::vector<WindowCell>& cells) const;

  const Layout& layout_;
  const FormatSpec format_;
  const TextOptions text_;
  const bool show_values_;
  const std::size_t class_bytes_;  // of the record class before the items; 0 without an envelope
  std::vector<FixedPlan> plan_;    // one for fixed files, none for the others
};

}  // namespace daicho
