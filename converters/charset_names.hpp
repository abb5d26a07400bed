// What people call the charsets, for messages about a name that is none.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "converters/charset.hpp"

namespace daicho {

/// The charset that somebody surely means by a name that parse_charset does not know, for a hint and nothing more:
/// `CP932`, `sjis` and `shift-jis` (Shift_JIS as files of Japan have it), `utf8`. Nothing where none is likely.
std::optional<Charset> likely_charset(std::string_view name);

/// The charset names in the order of all_charsets, with commas: what a message about an unknown name says.
std::string known_charset_names();

/// `; did you mean cp932?`, or nothing.
std::string charset_hint(std::string_view name);

}  // namespace daicho
