#include "converters/substitution_table.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>
#include <tuple>

#include "converters/utf8.hpp"

namespace daicho {
namespace {

struct RuleWords {
  std::string_view name;
  std::string_view label;
};

constexpr std::array<RuleWords, kSubstituteRules> kRules = {{
    {"own", "市区町村の表"},
    {"jis_ucs", "JIS包摂規準・UCS統合規則"},
    {"koseki", "法務省戸籍法関連通達・通知"},
    {"kokuji_582", "法務省告示582号別表第四"},
    {"dictionary", "辞書類等による関連字"},
    {"analogy", "読み・字形による類推"},
    {"base_character", "異体字セレクタを除いた字"},
    {"compatibility", "互換漢字に対応する統合漢字"},
    {"usual_form", "JIS X 0208 の通用字体"},
    {"sign", "記号・かなの書き換え"},
    {"unihan", "Unihan の異体字情報"},
}};

/// Base and variation selector in one number; 0 where `character` is not one character.
std::uint64_t key_of(std::string_view character) {
  if (character.empty()) return 0;
  const std::uint64_t base = take_code_point(character);
  if (character.empty()) return base;
  const char32_t selector = take_code_point(character);
  return character.empty() && is_variation_selector(selector) ? base | std::uint64_t{selector} << 32 : 0;
}

auto preference(const Candidate& candidate) {
  return std::tuple(rule_of(candidate.source), candidate.order, candidate.source);
}

}  // namespace

std::string_view substitute_rule_label(SubstituteRule rule) { return kRules[static_cast<std::size_t>(rule)].label; }
std::string_view substitute_rule_name(SubstituteRule rule) { return kRules[static_cast<std::size_t>(rule)].name; }

SubstituteRule rule_of(SubstituteSource source) {
  switch (source) {
    case SubstituteSource::own:
      return SubstituteRule::own;
    case SubstituteSource::jis_ucs:
      return SubstituteRule::jis_ucs;
    case SubstituteSource::koseki_parent:
    case SubstituteSource::tsutatsu_2842:
    case SubstituteSource::tsutatsu_2842_zokuji:
    case SubstituteSource::tsutatsu_2842_betsuji:
    case SubstituteSource::tsuchi_5202:
      return SubstituteRule::koseki;
    case SubstituteSource::kokuji_582_1:
    case SubstituteSource::kokuji_582_2:
      return SubstituteRule::kokuji_582;
    case SubstituteSource::dictionary:
      return SubstituteRule::dictionary;
    case SubstituteSource::analogy:
      return SubstituteRule::analogy;
    case SubstituteSource::base_character:
      return SubstituteRule::base_character;
    case SubstituteSource::compatibility:
      return SubstituteRule::compatibility;
    case SubstituteSource::usual_form:
      return SubstituteRule::usual_form;
    case SubstituteSource::sign:
      return SubstituteRule::sign;
    case SubstituteSource::unihan_jinmeiyo:
    case SubstituteSource::unihan_joyo:
    case SubstituteSource::unihan_z:
    case SubstituteSource::unihan_semantic:
      break;
  }
  return SubstituteRule::unihan;
}

void SubstitutionTable::add(std::string_view character, const Candidate& candidate) {
  const std::uint64_t key = key_of(character);
  constexpr std::size_t kMost = std::numeric_limits<std::uint8_t>::max();
  if (key == 0 || candidate.to.empty() || candidate.to.size() > kMost || candidate.note.size() > kMost ||
      candidate.order < 1 || static_cast<std::size_t>(candidate.order) > kMost) {
    throw std::invalid_argument("a candidate that no table of 代替文字 can hold");
  }
  if (candidate.to == character) return;
  Entry entry;
  entry.text = static_cast<std::uint32_t>(texts_.size());
  entry.length = static_cast<std::uint8_t>(candidate.to.size());
  entry.note_length = static_cast<std::uint8_t>(candidate.note.size());
  entry.source = candidate.source;
  entry.order = static_cast<std::uint8_t>(candidate.order);
  texts_ += candidate.to;
  texts_ += candidate.note;
  std::uint32_t& first = first_[key];
  entry.next = first;
  entries_.push_back(entry);
  first = static_cast<std::uint32_t>(entries_.size());
}

std::vector<Candidate> SubstitutionTable::candidates(std::string_view character) const {
  std::vector<Candidate> all;
  const std::uint64_t key = key_of(character);
  const auto found = first_.find(key);
  for (std::uint32_t at = found == first_.end() ? 0 : found->second; at != 0; at = entries_[at - 1].next) {
    const Entry& entry = entries_[at - 1];
    const std::string_view text = std::string_view(texts_).substr(entry.text);
    all.push_back(
        {text.substr(0, entry.length), entry.source, entry.order, text.substr(entry.length, entry.note_length)});
  }
  std::reverse(all.begin(), all.end());  // as they were added
  if (key >> 32 != 0) {
    std::string_view selector = character;
    take_code_point(selector);
    all.push_back({character.substr(0, character.size() - selector.size()), SubstituteSource::base_character, 1, {}});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Candidate& a, const Candidate& b) { return preference(a) < preference(b); });
  std::vector<Candidate> once;
  for (const Candidate& one : all) {
    const bool named =
        std::any_of(once.begin(), once.end(), [&](const Candidate& other) { return other.to == one.to; });
    if (!named) once.push_back(one);
  }
  return once;
}

}  // namespace daicho
