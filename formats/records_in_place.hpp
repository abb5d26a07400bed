// A few records of a file, read from the middle of it: whoever knows where a record begins can have it without what
// stands before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "formats/format_spec.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho {

/// Decodes bytes that begin with a record. One for each thread.
class RecordsInPlace {
 public:
  virtual ~RecordsInPlace() = default;
  /// Refills the window with the records of `bytes`, the first of which begins at byte `offset` of the file. Where the
  /// bytes are exactly one record (`alone`) its line end may be missing; else a record that goes on behind the bytes is
  /// left out, or bad.
  virtual void fill(std::string_view bytes, std::uint64_t offset, bool alone) = 0;
  /// The record that begins at byte `offset` of the file, if it is in the window and was read without error. Valid
  /// until the next `fill`.
  virtual std::optional<RecordView> at(std::uint64_t offset) const = 0;
};

/// `head` is what stands before the first record of the file: byte order mark, header row and control records. The
/// layout and the tables of `text` must outlive the window.
std::unique_ptr<RecordsInPlace> make_records_in_place(const Layout& layout, const FormatSpec& format,
                                                      const TextOptions& text, std::string head);

}  // namespace daicho
