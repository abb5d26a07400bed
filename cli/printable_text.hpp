// Text on its way to a terminal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace daicho {

enum class LineFeeds : std::uint8_t {
  keep,    ///< for a report of several lines
  indent,  ///< for a message: those before a blank, with which its further lines begin, stay
  escape,  ///< for what comes from outside, such as the name of a file
};

/// The text without what a terminal would act on: control characters, marks of direction and line separators become
/// `\u{1B}`, bytes that are no UTF-8 `\x9B`. Whatever a file is called can so neither colour, hide nor forge a line.
std::string printable(std::string_view text, LineFeeds feeds = LineFeeds::escape);

}  // namespace daicho
