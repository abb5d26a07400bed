// What a layout says, in the words of people: kinds, presences and rules, in Japanese and in English.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "formats/finding_texts.hpp"
#include "formats/layout.hpp"

namespace daicho {

/// The charsets whose byte positions are shown; both byte orders of UTF-16 have the same.
struct ShownCharset {
  Charset charset;
  std::string_view name;
};
inline constexpr std::array<ShownCharset, 3> kShownCharsets{
    {{Charset::cp932, "cp932"}, {Charset::utf8, "utf-8"}, {Charset::utf16le, "utf-16"}}};

std::string_view kind_text(Kind kind, Language language);
std::string_view presence_text(Presence presence, Language language);
std::string_view origin_text(CodeOrigin origin, Language language);

/// The item's rules, one a phrase: fill, check digit, code list, pattern, relations, privacy. Without its note.
std::vector<std::string> rule_texts(const Layout& layout, const Item& item, Language language);

/// The bytes of an item inside a fixed-width record, counted from 1, as findings count: `16-215`.
std::string byte_range(const std::vector<std::size_t>& offsets, std::size_t item);

/// The code lists of a layout, each once, in the order of the items that use them.
std::vector<const CodeList*> code_lists_of(const Layout& layout);

}  // namespace daicho
