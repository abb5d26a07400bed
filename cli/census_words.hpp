// What a census says, in the words of people.
#pragma once

#include <string>
#include <string_view>

#include "cli/census_report.hpp"

namespace daicho {

std::string_view repertoire_text(Repertoire repertoire, Language language);
std::string_view fate_text(Fate fate, Language language);
std::string_view target_text(std::string_view target, Language language);

/// `U+845B U+E0100`.
std::string joined_code_points(std::string_view character);

/// What becomes of a character, in a cell: `○`, `外`, `≒～ U+FF5E`, `→吉`, `×`.
std::string fate_mark(const CharacterFate& fate);

/// `record 12 漢字氏名` or `line 3, byte 105`; with the file's name before it where there are several.
std::string place_text(const CensusReport& report, const CharacterPlace& place, Language language);

/// How a substitute was found: `吉 U+5409：JIS包摂規準・UCS統合規則` for staff, with the evidence, or
/// `吉 U+5409 (jis_ucs)`; a part for each hop.
std::string hops_text(const CharacterFate& fate, Language language);

}  // namespace daicho
