// What a file looks like that `auto` cannot read as it is, and what is wrong with it.
#pragma once

#include <string>
#include <string_view>

#include "formats/layout.hpp"
#include "formats/reader.hpp"

namespace daicho {

/// As detect_format, over the first bytes of a file; `whole`: it has no more.
Detection detect_bytes(const Layout& layout, std::string_view window, bool whole);

/// One sentence for a person where the bytes would be read but for one kind of damage: lines that end in CR, tabs or
/// semicolons between values, blanks around headings, a byte order mark of another charset. Empty where none of these
/// is it. Each is tried by mending a copy of the bytes and looking at that.
std::string likely_damage(const Layout& layout, std::string_view window, bool whole);

/// What is told of a file in which `auto` found no format, with the reason that detection gave: what would help, too.
std::string format_refusal(const std::string& path, const std::string& reason);

}  // namespace daicho
