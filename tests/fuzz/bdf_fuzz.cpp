// libFuzzer target: no bytes crash the reader of BDF fonts; what it takes can be cut, and the cut is a font again.
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "converters/utf8.hpp"
#include "formats/bdf.hpp"
#include "formats/error.hpp"

namespace {

using daicho::BdfFont;

BdfFont font_of(std::string_view text) { return BdfFont::read(*daicho::memory_source(text), "fuzz.bdf"); }

/// Characters that small fonts tend to have, the last first.
std::vector<std::string> characters_of(const BdfFont& font) {
  std::vector<std::string> characters;
  for (char32_t code_point = 0xE010; code_point > 0x20; --code_point) {
    if (code_point >= 0xD800 && code_point < 0xE000) continue;
    std::string character;
    daicho::append_code_point(character, code_point);
    if (font.has(character)) characters.push_back(character);
    if (characters.size() == 8) break;
  }
  if (font.has("葛\U000E0100")) characters.push_back("葛\U000E0100");
  return characters;
}

std::string cut(const BdfFont& font, std::string_view text, const std::vector<std::string>& characters) {
  std::string bytes;
  font.cut(*daicho::memory_source(text), characters, *daicho::memory_sink(bytes));
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::optional<BdfFont> read;
  try {
    read = font_of(text);
  } catch (const daicho::UsageError& error) {
    if (!std::string_view(error.what()).starts_with("fuzz.bdf:")) std::abort();
    return 0;
  } catch (const daicho::WorldError& error) {  // bytes that look compressed and are not
    if (!std::string_view(error.what()).starts_with("fuzz.bdf:")) std::abort();
    return 0;
  }
  const BdfFont& font = *read;
  const auto characters = characters_of(font);
  const std::string part = cut(font, text, characters);
  const BdfFont again = font_of(part);
  if (again.size() != characters.size()) std::abort();
  if (cut(again, part, characters) != part) std::abort();
  return 0;
}
