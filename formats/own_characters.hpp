// A municipality's own tables of 住基ネット統一文字 and of 代替文字 as files. docs/substitutes.md specifies them.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "converters/juki_table.hpp"
#include "converters/substitution_table.hpp"
#include "formats/own_table.hpp"

namespace daicho {

/// Reads CSV in UTF-8 with the columns character, substitute, note (or their Japanese names), and adds the pairs with
/// SubstituteSource::own. The character is one, as itself or as code points (`U+845B U+E0100`); the substitute is one
/// or several characters, other than it. Faults: a character twice, what is no character, a substitute of control
/// characters or of more than 85 characters.
std::vector<TableFault> parse_own_substitutes(std::string_view text, SubstitutionTable& table);

/// Reads CSV in UTF-8 with the columns code (`J+XXXX`), character, note, and adds the meanings. Faults: a code twice, a
/// code that means itself by the rule (J+0000-33FF, J+FF00-FFFF), what is no character, a Hangul syllable.
std::vector<TableFault> parse_own_juki(std::string_view text, JukiTable& table);

/// The same from a file. Throws SchemaError (`file:line:column: ...`, every error of the file), UsageError where it is
/// too large, WorldError where it cannot be read.
void load_own_substitutes(const std::filesystem::path& file, SubstitutionTable& table);
void load_own_juki(const std::filesystem::path& file, JukiTable& table);

}  // namespace daicho
