#include "converters/character_fate.hpp"

#include <stdexcept>

#include "converters/gaiji.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

std::optional<Charset> charset_of(std::string_view name) {
  if (name == "certificate") return std::nullopt;
  if (name == "utf-16") return Charset::utf16le;
  const std::optional<Charset> charset = parse_charset(name);
  if (!charset) throw std::invalid_argument("no target of characters: " + std::string(name));
  return charset;
}

TextOptions text_options(const FateTables& tables) {
  TextOptions options;
  options.juki = tables.juki;  // no 外字 table: a character that is written as a 外字 is not kept
  return options;
}

/// The code point of a 外字, or 0.
char32_t private_use_of(std::string_view character) {
  const char32_t code_point = take_code_point(character);
  return character.empty() && is_private_use(code_point) ? code_point : 0;
}

/// What a 外字 means here, or the character itself.
std::string_view meaning_of(std::string_view character, const GaijiTable* table) {
  const char32_t code_point = private_use_of(character);
  const Gaiji* gaiji = code_point != 0 && table != nullptr ? table->find(code_point) : nullptr;
  return gaiji != nullptr && !gaiji->meaning.empty() ? std::string_view(gaiji->meaning) : character;
}

/// The 外字 that means a character here, or nothing.
std::string gaiji_for(std::string_view character, const GaijiTable* table) {
  std::string gaiji;
  const char32_t code_point = table != nullptr ? table->code_point_of(character) : 0;
  if (code_point != 0) append_code_point(gaiji, code_point);
  return gaiji;
}

}  // namespace

std::string_view fate_name(Fate fate) {
  static constexpr std::array<std::string_view, kFateCount> kNames = {"kept", "private_use", "similar", "substituted",
                                                                      "lost"};
  return kNames[static_cast<std::size_t>(fate)];
}

CharacterTarget::CharacterTarget(std::string_view name, const FateTables& tables)
    : name_(name),
      charset_(charset_of(name)),
      tables_(tables),
      repertoire_(charset_ ? TargetRepertoire::of_charset(*charset_, text_options(tables))
                           : TargetRepertoire::certificate(Charset::utf8)) {}

CharacterFate CharacterTarget::fate_of(std::string_view character) const {
  const std::string_view meaning = meaning_of(character, tables_.gaiji);
  CharacterFate fate = fate_of_meaning(meaning);
  if (fate.fate == Fate::kept && meaning != character) fate.becomes = meaning;
  return fate;
}

CharacterFate CharacterTarget::fate_of_meaning(std::string_view character) const {
  if (private_use_of(character) != 0) return {repertoire_.holds(character) ? Fate::private_use : Fate::lost, {}, {}};
  const bool held = repertoire_.holds(character);
  const std::string similar = held ? similar_to(character) : std::string();
  if (held && similar.empty()) return {Fate::kept, {}, {}};
  const std::string gaiji = gaiji_for(character, tables_.gaiji);
  if (!gaiji.empty() && repertoire_.holds(gaiji)) return {Fate::private_use, gaiji, {}};
  if (held) return {Fate::similar, similar, {}};
  if (tables_.substitutes == nullptr) return {Fate::lost, {}, {}};
  std::vector<Hop> hops = substitute_path(*tables_.substitutes, character, repertoire_);
  if (hops.empty()) return {Fate::lost, {}, {}};
  std::string becomes = hops.back().to;
  return {Fate::substituted, std::move(becomes), std::move(hops)};
}

/// What a held character is written as, if that is another one; else nothing.
std::string CharacterTarget::similar_to(std::string_view character) const {
  if (!charset_) return {};
  std::string bytes;
  if (encode(*charset_, character, bytes, text_options(tables_)).similar == 0) return {};
  std::string text;
  decode(*charset_, bytes, text, text_options(tables_));
  return text;
}

}  // namespace daicho
