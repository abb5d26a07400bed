#include "cli/printable_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "converters/utf8.hpp"

namespace daicho {
namespace {

bool is_direction_mark(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || c == 0x2028 || c == 0x2029 || is_direction_mark(c);
}

/// The length of the UTF-8 character at the beginning of `text`; 0 where there is none.
std::size_t character_length(std::string_view text) {
  for (std::size_t length = 1; length <= std::min<std::size_t>(4, text.size()); ++length) {
    if (is_utf8(text.substr(0, length))) return length;
  }
  return 0;
}

/// Whether the line feed that begins `rest` stays.
bool stays(std::string_view rest, LineFeeds feeds) {
  return feeds == LineFeeds::keep || (feeds == LineFeeds::indent && rest.size() > 1 && rest[1] == ' ');
}

}  // namespace

std::string printable(std::string_view text, LineFeeds feeds) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    if (length == 0) {
      shown += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[0]));
      text.remove_prefix(1);
      continue;
    }
    const std::string_view character = text.substr(0, length);
    std::string_view rest = character;
    const char32_t c = take_code_point(rest);
    if (is_control(c) && !(c == '\n' && stays(text, feeds))) {
      shown += fmt::format("\\u{{{:X}}}", static_cast<std::uint32_t>(c));
    } else {
      shown += character;
    }
    text.remove_prefix(length);
  }
  return shown;
}

}  // namespace daicho
