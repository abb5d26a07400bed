// Is a value right for its item's picture and kind? Used by every reader and writer.
#pragma once

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

/// Checks length, characters of the picture and of the kind, and that the value does not end with its fill. An empty
/// value (absent) is always right here. Dates are checked for digits and length only: the calendar is record_check's.
std::optional<ValueFault> check_value(const Item& item, std::string_view value);

/// The args of the finding that a fault becomes: `expected`, and for lengths `found`; none where there is nothing to
/// say.
std::vector<std::pair<std::string, std::string>> value_fault_args(const Item& item, std::string_view value,
                                                                  const ValueFault& fault);

}  // namespace daicho
