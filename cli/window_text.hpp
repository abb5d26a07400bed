// A window of a record as lines of text: a ruler in bytes, the characters, a mark under the fault.
#pragma once

#include <string>
#include <vector>

#include "cli/record_window.hpp"
#include "cli/terminal_style.hpp"

namespace daicho {

/// What is written where a window leaves out a part of the record.
inline constexpr std::string_view kWindowCut = "...";

/// The ruler (a bar at the column of a byte and its number from 1), the characters, and the marks (`^` the fault, `~`
/// the rest of its field). Without line ends, and without blanks at the end.
std::vector<std::string> window_lines(const RecordWindow& window, const TerminalStyle& style);

/// The ruler alone.
std::string window_ruler(const RecordWindow& window);

}  // namespace daicho
