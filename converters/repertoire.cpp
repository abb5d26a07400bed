#include "converters/repertoire.hpp"

#include <array>
#include <optional>
#include <string>

#include "converters/character_name.hpp"
#include "converters/charset.hpp"
#include "converters/cp932_tables.hpp"
#include "converters/gaiji.hpp"
#include "converters/target_repertoire.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

constexpr std::array<Repertoire, kRepertoireCount> kAll = {
    Repertoire::jis_x_0208_level_1,
    Repertoire::jis_x_0208_level_2,
    Repertoire::jis_x_0208_other,
    Repertoire::half_width_katakana,
    Repertoire::cp932_nec,
    Repertoire::cp932_ibm,
    Repertoire::jis_x_0212,
    Repertoire::jis_x_0213_level_3,
    Repertoire::jis_x_0213_level_4,
    Repertoire::jis_x_0213_other,
    Repertoire::juki,
    Repertoire::mj,
    Repertoire::private_use,
    Repertoire::none,
};

/// The repertoire that a CP932 code belongs to. Codes are those that writing uses, so that a character of JIS X 0208
/// that NEC or IBM coded again (≒, ￢) comes with its JIS code.
std::optional<Repertoire> repertoire_of_cp932(Cp932Code code) {
  if (code < 0x80) return std::nullopt;  // ASCII, or unmappable
  if (code < 0x100) return Repertoire::half_width_katakana;
  if (code <= 0x84BE) return Repertoire::jis_x_0208_other;
  if (code < 0x889F) return Repertoire::cp932_nec;
  if (code <= 0x9872) return Repertoire::jis_x_0208_level_1;
  if (code <= 0xEAA4) return Repertoire::jis_x_0208_level_2;
  if (code >= 0xFA40) return Repertoire::cp932_ibm;
  return std::nullopt;  // F040-F9FC: private use
}

std::optional<Repertoire> repertoire_of_cp932(char32_t code_point) {
  if (code_point > 0xFFFF) return std::nullopt;
  const Cp932Code similar = cp932_similar(code_point);
  return repertoire_of_cp932(similar != 0 ? similar : cp932_tables().code_of[code_point]);
}

/// What JIS X 0213 has beyond JIS X 0208, by the character's code in Shift_JIS-2004.
std::optional<Repertoire> beyond_jis_x_0208(std::string_view character) {
  std::string bytes;
  const Conversion done = encode(Charset::shift_jis_2004, character, bytes);
  if (done.error != TextError::none || done.similar != 0 || bytes.size() != 2) return std::nullopt;
  const unsigned code = static_cast<unsigned char>(bytes[0]) << 8U | static_cast<unsigned char>(bytes[1]);
  if (code >= 0xF040) return Repertoire::jis_x_0213_level_4;
  if (code >= 0x879F) return Repertoire::jis_x_0213_level_3;  // row 14 begins the kanji
  return Repertoire::jis_x_0213_other;
}

}  // namespace

std::span<const Repertoire> all_repertoires() { return kAll; }

std::string_view repertoire_name(Repertoire repertoire) {
  static constexpr std::array<std::string_view, kRepertoireCount> kNames = {"jis_x_0208_level_1",
                                                                            "jis_x_0208_level_2",
                                                                            "jis_x_0208_other",
                                                                            "half_width_katakana",
                                                                            "cp932_nec",
                                                                            "cp932_ibm",
                                                                            "jis_x_0212",
                                                                            "jis_x_0213_level_3",
                                                                            "jis_x_0213_level_4",
                                                                            "jis_x_0213_other",
                                                                            "juki",
                                                                            "mj",
                                                                            "private_use",
                                                                            "none"};
  return kNames[static_cast<std::size_t>(repertoire)];
}

Repertoire RepertoireSet::first() const {
  for (const Repertoire repertoire : kAll) {
    if (has(repertoire)) return repertoire;
  }
  return Repertoire::none;
}

bool is_sequence_of_jis_x_0213(char32_t base, char32_t mark) {
  switch (mark) {
    case 0x309A:  // か゚ き゚ く゚ け゚ こ゚, カ゚ キ゚ ク゚ ケ゚ コ゚ セ゚ ツ゚ ト゚, ㇷ゚
      return base == 0x304B || base == 0x304D || base == 0x304F || base == 0x3051 || base == 0x3053 || base == 0x30AB ||
             base == 0x30AD || base == 0x30AF || base == 0x30B1 || base == 0x30B3 || base == 0x30BB || base == 0x30C4 ||
             base == 0x30C8 || base == 0x31F7;
    case 0x0300:  // æ̀ ɔ̀ ʌ̀ ə̀ ɚ̀
      return base == 0x00E6 || base == 0x0254 || base == 0x028C || base == 0x0259 || base == 0x025A;
    case 0x0301:  // ɔ́ ʌ́ ə́ ɚ́; ǽ is one code point
      return base == 0x0254 || base == 0x028C || base == 0x0259 || base == 0x025A;
    case 0x02E5:  // ˩˥
      return base == 0x02E9;
    case 0x02E9:  // ˥˩
      return base == 0x02E5;
    default:
      return false;
  }
}

bool are_one_character(char32_t first, char32_t second) {
  if (is_variation_selector(second)) return takes_variation_selector(first);
  return is_sequence_of_jis_x_0213(first, second);
}

std::string_view take_whole_character(std::string_view& text) {
  const std::string_view whole = text;
  const std::string_view first = take_character(text);
  if (text.empty() || first.size() > 3) return first;
  std::string_view base = first;
  const char32_t base_code_point = take_code_point(base);
  std::string_view rest = text;
  const std::string_view mark = take_character(rest);
  std::string_view of_mark = mark;
  const char32_t mark_code_point = take_code_point(of_mark);
  const bool plain = base.empty() && of_mark.empty();  // without variation selectors
  if (!plain || !is_sequence_of_jis_x_0213(base_code_point, mark_code_point)) return first;
  text = rest;
  return whole.substr(0, first.size() + mark.size());
}

RepertoireSet repertoires_of(std::string_view character, const RepertoireTables& tables) {
  RepertoireSet set;
  if (character.empty()) return set;
  std::string_view rest = character;
  const char32_t code_point = take_code_point(rest);
  if (rest.empty() && is_private_use(code_point)) {
    set.add(Repertoire::private_use);
    return set;
  }
  const auto cp932 = rest.empty() ? repertoire_of_cp932(code_point) : std::nullopt;
  if (cp932) set.add(*cp932);
  const bool jis_x_0208 = cp932 && *cp932 <= Repertoire::jis_x_0208_other;
  if (!jis_x_0208) {
    if (in_certificate_repertoire(character)) set.add(Repertoire::jis_x_0212);
    if (const auto jis_x_0213 = beyond_jis_x_0208(character)) set.add(*jis_x_0213);
  }
  // J+0000-33FF mean the code points of the same number, controls among them, which are no characters of the set.
  const bool juki = tables.juki != nullptr && tables.juki->code(character) && !printable_character(character).empty();
  if (juki) set.add(Repertoire::juki);
  if (tables.mj != nullptr && tables.mj->find(character) != nullptr) set.add(Repertoire::mj);
  return set;
}

}  // namespace daicho
