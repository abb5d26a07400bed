// How one character is told to people: code points, Unicode's name, and a form that can be printed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// `U+845B`, `U+E0100`: each code point of a character.
std::vector<std::string> code_points_of(std::string_view character);

/// Unicode's names of its code points, `HIRAGANA LETTER KA + COMBINING ...`. Empty for ideographs and 外字, whose names
/// say no more than their code points, and where a code point has none.
std::string character_name(std::string_view character);

/// The character as it may stand in a table: marks that need a base get U+25CC; empty for what has no form of its own,
/// or would disturb the text around it (controls, blanks, marks of direction, unassigned code points).
std::string printable_character(std::string_view character);

}  // namespace daicho
