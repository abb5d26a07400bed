// Where a finding points at, in the words of every command: `file:record:byte:` and, in a text file, line and column.
#pragma once

#include <cstddef>
#include <string>

#include "formats/finding.hpp"
#include "formats/finding_texts.hpp"

namespace daicho {

/// The first and the last byte (from 1, in the record) to which a finding points: the place of the faulty character
/// where it is known, else the field. `{0, 0}` where it has no bytes.
struct FaultPlace {
  std::size_t first = 0;
  std::size_t last = 0;
};
FaultPlace fault_place(const Finding& finding);

/// `3:45:`, the record and the first byte of the fault place; `3:` without bytes; nothing for the file as a whole.
std::string place_text(const Finding& finding);

/// The line of a text file, ` (line 4, column 45)`; the column is that of the fault place. Nothing where the finding
/// has no line, and where line and column are but the numbers of record and byte.
std::string line_text(const Finding& finding, Language language);

}  // namespace daicho
