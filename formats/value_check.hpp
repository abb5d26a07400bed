// Is a value right for its item's picture and kind? Used by every reader and writer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/finding.hpp"
#include "formats/layout.hpp"

namespace daicho {

struct ValueFault {
  FindingCode code;
  std::size_t at = 0;      ///< byte in the UTF-8 value where the fault begins
  std::size_t length = 0;  ///< bytes of the faulty part; 0: the value as a whole
  std::string expected;    ///< for the message
};

/// What the width of an N value is measured in.
enum class WidthRule : std::uint8_t {
  code_units,  ///< UTF-16 code units, as the picture says
  characters,  ///< what a file without widths of its own (CSV, JSON Lines) may hold: see national_characters
  field,       ///< nothing here: the bytes of a field in the file's own charset decide
};

/// The fewest full-width positions that any charset needs for `value`: code points, of which a variation selector, a
/// combining mark and the second of two tone letters (the two-character codes of JIS X 0213) count with what stands
/// before them. A byte that is no character counts as one.
std::size_t national_characters(std::string_view value);

/// Checks length, characters of the picture and of the kind, and that the value does not end with its fill. An empty
/// value (absent) is always right here. Dates are checked for digits and length only: the calendar is record_check's.
std::optional<ValueFault> check_value(const Item& item, std::string_view value,
                                      WidthRule width = WidthRule::code_units);

/// The args of the finding that a fault becomes: `expected`, and for lengths `found`; none where there is nothing to
/// say.
std::vector<std::pair<std::string, std::string>> value_fault_args(const Item& item, std::string_view value,
                                                                  const ValueFault& fault,
                                                                  WidthRule width = WidthRule::code_units);

}  // namespace daicho
