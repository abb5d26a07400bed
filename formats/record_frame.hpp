// One record of a file as bytes: where it begins and ends, and not yet what it says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats/format_spec.hpp"

namespace daicho {

/// A line end as it stands in a file.
enum class FoundLineEnd : std::uint8_t {
  none,
  crlf,
  lf,
  cr,
  damaged,  ///< other bytes where it is due, and the next record stands right behind them; or cut by the end of the
            ///< file
};

/// What a file's line ends are where they are right.
constexpr FoundLineEnd found_line_end(LineEnd eol) {
  return eol == LineEnd::crlf ? FoundLineEnd::crlf : eol == LineEnd::lf ? FoundLineEnd::lf : FoundLineEnd::none;
}

/// One record as it was found. Views are valid until the next call of `next`.
struct RecordFrame {
  enum class Kind : std::uint8_t {
    record,        ///< the right length; its line end may still be another one than the spec's. Any row of CSV
    wrong_length,  ///< a line of another length
    partial,       ///< the file ends inside it, or a row of CSV is too long to be given whole
  };
  Kind kind = Kind::record;
  bool control = false;      ///< judged by the length of a control record, not of a data record
  std::string_view bytes;    ///< without the line end; of an endless line only the first part
  std::string_view whole;    ///< with the line end
  std::uint64_t length = 0;  ///< bytes without the line end, all of them
  std::size_t expected = 0;  ///< bytes without the line end
  FoundLineEnd line_end = FoundLineEnd::none;
  std::uint64_t offset = 0;  ///< of the first byte in the file
  std::uint64_t line = 0;    ///< from 1; 0 with eol=none
};

}  // namespace daicho
