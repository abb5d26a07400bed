#include "cli/character_words.hpp"

#include <fmt/format.h>

#include "converters/character_name.hpp"

namespace daicho {

std::string shown_character(std::string_view character, Language language) {
  std::string points = fmt::format("{}", fmt::join(code_points_of(character), " "));
  const std::string form = printable_character(character);
  const bool japanese = language == Language::ja;
  if (!form.empty()) return points + fmt::format(fmt::runtime(japanese ? "「{}」" : " '{}'"), form);
  const std::string name = character_name(character);
  if (name.empty()) return points;
  return points + fmt::format(fmt::runtime(japanese ? "（{}）" : " {}"), name);
}

std::string told_character(std::string_view character, Language language) {
  std::string told = shown_character(character, language);
  if (language == Language::ja || printable_character(character).empty()) return told;
  const std::string name = character_name(character);
  return name.empty() ? told : told + " " + name;
}

std::string_view useless_shift(Language language) {
  return language == Language::ja ? "不要なシフトコード" : "a shift code that changes nothing";
}

std::string code_name(std::string_view code, Charset charset) {
  const bool is_unicode = charset == Charset::utf8 || charset == Charset::utf16le || charset == Charset::utf16be;
  if (is_unicode) {
    std::string text;
    decode(charset, code, text);
    return fmt::format("{}", fmt::join(code_points_of(text), " "));
  }
  std::string hex;
  for (const char byte : code) hex += fmt::format("{:02X}", static_cast<unsigned char>(byte));
  return charset == Charset::juki ? "J+" + hex : hex;
}

}  // namespace daicho
