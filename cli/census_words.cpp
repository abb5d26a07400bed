#include "cli/census_words.hpp"

#include <fmt/format.h>

#include "cli/report.hpp"
#include "converters/character_name.hpp"

namespace daicho {
namespace {

struct Words {
  std::string_view ja;
  std::string_view en;
  std::string_view in(Language language) const { return language == Language::ja ? ja : en; }
};

constexpr std::array<Words, kRepertoireCount> kRepertoireWords = {{
    {"JIS X 0208 第1水準漢字", "JIS X 0208 kanji, level 1"},
    {"JIS X 0208 第2水準漢字", "JIS X 0208 kanji, level 2"},
    {"JIS X 0208 非漢字", "JIS X 0208 other"},
    {"半角カタカナ", "half-width katakana"},
    {"CP932 NEC特殊文字", "CP932, added by NEC"},
    {"CP932 IBM拡張文字", "CP932, added by IBM"},
    {"JIS X 0212 補助漢字", "JIS X 0212"},
    {"JIS X 0213 第3水準漢字", "JIS X 0213 kanji, level 3"},
    {"JIS X 0213 第4水準漢字", "JIS X 0213 kanji, level 4"},
    {"JIS X 0213 非漢字", "JIS X 0213 other"},
    {"住基ネット統一文字", "Juki Net unified characters"},
    {"MJ文字（文字情報基盤）", "MJ characters"},
    {"外字（私用領域）", "gaiji (private use)"},
    {"どの集合にもない文字", "outside all of these"},
}};

constexpr std::array<Words, kFateCount> kFateWords = {{
    {"そのまま", "as it is"},
    {"外字のまま", "as a gaiji"},
    {"類似の文字", "similar"},
    {"代替文字", "substitute"},
    {"表せない", "lost"},
}};

}  // namespace

std::string_view repertoire_text(Repertoire repertoire, Language language) {
  return kRepertoireWords[static_cast<std::size_t>(repertoire)].in(language);
}

std::string_view fate_text(Fate fate, Language language) {
  return kFateWords[static_cast<std::size_t>(fate)].in(language);
}

std::string_view target_text(std::string_view target, Language language) {
  if (language == Language::en) return target;
  if (target == "juki") return "住基統一文字";
  if (target == "certificate") return "公的個人認証";
  return target;
}

std::string joined_code_points(std::string_view character) {
  return fmt::format("{}", fmt::join(code_points_of(character), " "));
}

std::string fate_mark(const CharacterFate& fate) {
  switch (fate.fate) {
    case Fate::kept:
      return fate.becomes.empty() ? "○" : "○" + fate.becomes;
    case Fate::private_use:
      return "外";
    case Fate::similar:
      return "≒" + fate.becomes + " " + joined_code_points(fate.becomes);  // by its form nobody could tell it
    case Fate::substituted:
      return "→" + fate.becomes;
    case Fate::lost:
      return "×";
  }
  return {};
}

std::string place_text(const CensusReport& report, const CharacterPlace& place, Language language) {
  const bool ja = language == Language::ja;
  std::string text;
  if (report.files.size() > 1) text = report.files[place.file].file.name + ": ";
  if (place.item == CharacterPlace::kNoItem) {
    return text + fmt::format(fmt::runtime(ja ? "{}行目（先頭から{}バイト）" : "line {} (offset {})"),
                              grouped(place.line), grouped(place.offset));
  }
  const Item& item = report.layout->items[place.item];
  return text + (ja ? fmt::format("レコード{} {}", grouped(place.record), item.name)
                    : fmt::format("record {} {}", grouped(place.record), item.id));
}

std::string hops_text(const CharacterFate& fate, Language language) {
  std::string text;
  for (const Hop& hop : fate.hops) {
    if (!text.empty()) text += language == Language::ja ? "、次に" : ", then ";
    if (language == Language::en) {
      text += fmt::format("{} {} ({})", hop.to, joined_code_points(hop.to), substitute_rule_name(hop.rule));
      continue;
    }
    const std::string_view rule = substitute_rule_label(hop.rule);
    text += fmt::format("{} {}：", hop.to, joined_code_points(hop.to));
    if (hop.evidence.starts_with(rule)) {
      text += hop.evidence;
    } else {
      text += fmt::format("{}{}{}", rule, hop.evidence.empty() ? "" : "、", hop.evidence);
    }
  }
  return text;
}

}  // namespace daicho
