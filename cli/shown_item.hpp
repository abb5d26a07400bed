// Values as generic extraction may show them.
#pragma once

#include <string>
#include <string_view>

#include "formats/layout.hpp"

namespace daicho {

/// A value for a person's eyes: 個人番号 always as `*`, personal values too unless `show_values`, control characters
/// escaped, nothing cut.
std::string shown_item(const Item& item, std::string_view value, bool show_values);

/// Whether `shown_item` hides the value.
bool hidden(const Item& item, bool show_values);

/// `text` and blanks up to `columns` of a terminal.
std::string padded(std::string_view text, std::size_t columns);

}  // namespace daicho
