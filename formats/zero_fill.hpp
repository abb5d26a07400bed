// Zeros on the left of numbers: files of one kind write them, others may not.
#pragma once

#include <string>
#include <string_view>

#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho {

/// A value as it is compared: without the zeros on the left where the item is filled with them, so that 1 and 00001 are
/// one number. Zeros alone are 0, which is not an absent value. A view into `value`.
std::string_view without_zero_fill(std::string_view value, const Item& item);

/// Appends what two records are compared by: all their values as they are compared, each with an end that no value
/// holds.
void append_compared(const RecordView& record, const Layout& layout, std::string& text);

/// Whether there is nothing but zeros, or nothing at all.
inline bool is_zeros(std::string_view digits) { return digits.find_first_not_of('0') == std::string_view::npos; }

}  // namespace daicho
