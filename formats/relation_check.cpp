#include "formats/relation_check.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "converters/gaiji.hpp"
#include "converters/kana.hpp"
#include "converters/target_repertoire.hpp"
#include "converters/utf8.hpp"
#include "formats/finding_codes.hpp"
#include "formats/zero_fill.hpp"

namespace daicho {
namespace {

/// A count as the file has it, leading zeros or not, against the real one.
bool is_number(std::string_view digits, std::size_t expected) {
  std::size_t value = 0;
  for (const char c : digits) value = value * 10 + static_cast<std::size_t>(c - '0');
  return value == expected;
}

/// One character of the original, and whether its flags say that it was replaced.
struct Flagged {
  std::string_view character;
  bool replaced = false;
};

/// Pairs the characters of `original` with their flags; nothing where the flags do not fit them.
std::optional<std::vector<Flagged>> pair_flags(std::string_view positions, std::string_view original) {
  std::vector<Flagged> pairs;
  std::size_t at = 0;
  while (!original.empty()) {
    const std::string_view character = take_character(original);
    const std::string_view flags = positions.substr(std::min(at, positions.size()), utf16_length(character));
    const bool uniform = flags.find_first_not_of(flags.empty() ? '0' : flags[0]) == std::string_view::npos;
    if (flags.size() != utf16_length(character) || !uniform || (flags[0] != '0' && flags[0] != '1'))
      return std::nullopt;
    pairs.push_back({character, flags[0] == '1'});
    at += flags.size();
  }
  if (at != positions.size()) return std::nullopt;
  return pairs;
}

/// A run of replaced characters, and what stands in their place.
struct Gap {
  std::string original;
  std::string_view stand_in;
};

/// The gaps between the characters that were not replaced, which must stand in `substitute` in their order; nothing
/// where they do not.
std::optional<std::vector<Gap>> gaps_between_kept(const std::vector<Flagged>& pairs, std::string_view substitute) {
  std::vector<Gap> gaps;
  for (std::size_t i = 0; i < pairs.size();) {
    std::string replaced;
    while (i < pairs.size() && pairs[i].replaced) replaced += pairs[i++].character;
    std::string kept;
    while (i < pairs.size() && !pairs[i].replaced) kept += pairs[i++].character;
    const bool last = i == pairs.size();
    std::size_t found = 0;
    if (!replaced.empty()) {
      if (last && substitute.size() < kept.size()) return std::nullopt;
      found = last ? substitute.size() - kept.size() : substitute.find(kept, 1);
      if (found == std::string_view::npos) return std::nullopt;
      gaps.push_back({std::move(replaced), substitute.substr(0, found)});
    }
    if (substitute.substr(found, kept.size()) != kept) return std::nullopt;
    substitute.remove_prefix(found + kept.size());
  }
  if (!substitute.empty()) return std::nullopt;
  return gaps;
}

/// Kana, the marks of names in kana, and full-width Latin.
bool is_reading(std::string_view text) {
  while (!text.empty()) {
    const char32_t character = take_code_point(text);
    const bool kana = character >= 0x3041 && character <= 0x30FE;
    if (!kana && character != 0x3000 && (character < 0xFF01 || character > 0xFF5E)) return false;
  }
  return true;
}

std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> characters;
  while (!text.empty()) characters.push_back(take_character(text));
  return characters;
}

/// Whether the whole run can have been replaced by what stands there. A reading may share kana with it (𪚲の to がの).
bool all_replaced(const Gap& gap) {
  if (gap.stand_in.empty() || gap.stand_in == gap.original) return false;
  if (is_reading(gap.stand_in)) return true;
  const auto before = characters_of(gap.original);
  const auto after = characters_of(gap.stand_in);
  return before.size() != after.size() ||
         std::equal(before.begin(), before.end(), after.begin(), std::not_equal_to<>());
}

/// Whether each character stands where it stood, another one exactly where its flag says so.
bool one_to_one(const std::vector<Flagged>& pairs, const std::vector<std::string_view>& characters) {
  return std::equal(
      pairs.begin(), pairs.end(), characters.begin(), characters.end(),
      [](const Flagged& pair, std::string_view other) { return (pair.character != other) == pair.replaced; });
}

}  // namespace

bool positions_right(std::string_view positions, std::string_view original, std::string_view substitute) {
  if (original == substitute) {
    return is_zeros(positions) && positions.size() == utf16_length(original);
  }
  const auto pairs = pair_flags(positions, original);
  if (!pairs) return false;
  if (one_to_one(*pairs, characters_of(substitute))) return true;
  const auto gaps = gaps_between_kept(*pairs, substitute);
  return gaps && std::all_of(gaps->begin(), gaps->end(), all_replaced);
}

std::optional<RelationFault> check_relation(const Layout& layout, const Relation& relation, std::size_t item,
                                            const RecordView& record) {
  const std::string_view value = record[item];
  if (value.empty()) return std::nullopt;
  const std::string_view first = record[relation.items[0]];
  switch (relation.kind) {
    case RelationKind::length_of: {
      const std::size_t length = utf16_length(first);
      if (!is_number(value, length)) return RelationFault{code::kLengthOf, std::to_string(length)};
      break;
    }
    case RelationKind::gaiji_count_of: {
      const std::size_t count = layout.gaiji.count(first);
      if (!is_number(value, count)) return RelationFault{code::kGaijiCountOf, std::to_string(count)};
      break;
    }
    case RelationKind::positions_of:
      if (!positions_right(value, first, record[relation.items[1]])) return RelationFault{code::kPositionsOf, {}};
      break;
    case RelationKind::flag_of: {
      const bool any = std::any_of(relation.items.begin(), relation.items.end(),
                                   [&](std::size_t count) { return !is_zeros(record[count]); });
      if ((value == "1") != any) return RelationFault{code::kFlagOf, any ? "1" : "0"};
      break;
    }
    case RelationKind::seion_of:
      if (value != seion(first)) return RelationFault{code::kSeionOf, {}};
      break;
    case RelationKind::substitute_of:
      if (!all_in_certificate_repertoire(value)) return RelationFault{code::kSubstituteOf, {}};
      break;
    case RelationKind::equals:
      if (value != first) return RelationFault{code::kEquals, {}};
      break;
  }
  return std::nullopt;
}

}  // namespace daicho
