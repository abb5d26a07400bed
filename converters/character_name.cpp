#include "converters/character_name.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "converters/utf8.hpp"

namespace daicho {

std::vector<std::string> code_points_of(std::string_view character) {
  std::vector<std::string> code_points;
  while (!character.empty()) {
    code_points.push_back(fmt::format("U+{:04X}", static_cast<std::uint32_t>(take_code_point(character))));
  }
  return code_points;
}

std::string character_name(std::string_view character) {
  std::string names;
  while (!character.empty()) {
    const auto code_point = static_cast<UChar32>(take_code_point(character));
    if (u_hasBinaryProperty(code_point, UCHAR_UNIFIED_IDEOGRAPH)) return {};
    char name[128];
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t length = u_charName(code_point, U_UNICODE_CHAR_NAME, name, sizeof name, &status);
    if (U_FAILURE(status) || length == 0) return {};
    names += (names.empty() ? "" : " + ") + std::string(name, static_cast<std::size_t>(length));
  }
  return names;
}

std::string printable_character(std::string_view character) {
  std::string_view rest = character;
  switch (u_charType(static_cast<UChar32>(take_code_point(rest)))) {
    case U_UNASSIGNED:
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_SURROGATE:
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return {};
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return "\u25CC" + std::string(character);
    default:
      return std::string(character);
  }
}

}  // namespace daicho
