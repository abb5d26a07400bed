#include "cli/shown_item.hpp"

#include <fmt/format.h>

#include "converters/utf8.hpp"

namespace daicho {

bool hidden(const Item& item, bool show_values) {
  return item.privacy == Privacy::individual_no || (item.privacy == Privacy::personal && !show_values);
}

std::string shown_item(const Item& item, std::string_view value, bool show_values) {
  const bool masked = hidden(item, show_values);
  std::string shown;
  while (!value.empty()) {
    const std::string_view character = take_character(value);
    const auto byte = static_cast<unsigned char>(character[0]);
    if (masked) {
      shown += character == " " || character == "\u3000" ? character : "*";
    } else if (byte < 0x20 || byte == 0x7F) {
      shown += fmt::format("\\x{:02X}", byte);
    } else {
      shown += character;
    }
  }
  return shown;
}

std::string padded(std::string_view text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return std::string(text) + std::string(columns > width ? columns - width : 0, ' ');
}

}  // namespace daicho
