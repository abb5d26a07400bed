#include "formats/relation_check.hpp"

#include <algorithm>
#include <vector>

#include "converters/gaiji.hpp"
#include "converters/kana.hpp"
#include "converters/target_repertoire.hpp"
#include "converters/utf8.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

/// A count as the file has it, leading zeros or not, against the real one.
bool is_number(std::string_view digits, std::size_t expected) {
  std::size_t value = 0;
  for (const char c : digits) value = value * 10 + static_cast<std::size_t>(c - '0');
  return value == expected;
}

bool all_zeros(std::string_view digits) { return digits.find_first_not_of('0') == std::string_view::npos; }

/// Whether the certificate's repertoire (JIS X 0208 and JIS X 0212) has every character.
bool in_repertoire(std::string_view text) {
  while (!text.empty()) {
    if (!in_certificate_repertoire(take_character(text))) return false;
  }
  return true;
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

/// Whether what was not replaced stands in `substitute` in its order, with something in between exactly where
/// characters were replaced (kana may be longer than what it stands for).
bool kept_in_order(const std::vector<Flagged>& pairs, std::string_view substitute) {
  std::size_t at = 0;
  bool gap = false;
  for (std::size_t i = 0; i < pairs.size();) {
    if (pairs[i].replaced) {
      gap = true;
      ++i;
      continue;
    }
    std::string kept;
    while (i < pairs.size() && !pairs[i].replaced) kept += pairs[i++].character;
    const bool last = i == pairs.size();
    std::size_t found = at;
    if (gap && last) {
      if (substitute.size() < kept.size() + at + 1 || !substitute.ends_with(kept)) return false;
      found = substitute.size() - kept.size();
    } else if (gap) {
      found = substitute.find(kept, at + 1);
      if (found == std::string_view::npos) return false;
    } else if (substitute.substr(std::min(at, substitute.size()), kept.size()) != kept) {
      return false;
    }
    at = found + kept.size();
    gap = false;
  }
  return gap ? at < substitute.size() : at == substitute.size();
}

}  // namespace

bool positions_right(std::string_view positions, std::string_view original, std::string_view substitute) {
  if (original == substitute) {
    return all_zeros(positions) && positions.size() == utf16_length(original);
  }
  const auto pairs = pair_flags(positions, original);
  if (!pairs) return false;
  std::vector<std::string_view> characters;
  for (std::string_view rest = substitute; !rest.empty();) characters.push_back(take_character(rest));
  if (characters.size() != pairs->size()) return kept_in_order(*pairs, substitute);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    // No substitute is empty, so as many characters means that each stands for one.
    if ((characters[i] != (*pairs)[i].character) != (*pairs)[i].replaced) return false;
  }
  return true;
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
                                   [&](std::size_t count) { return !all_zeros(record[count]); });
      if ((value == "1") != any) return RelationFault{code::kFlagOf, any ? "1" : "0"};
      break;
    }
    case RelationKind::seion_of:
      if (value != seion(first)) return RelationFault{code::kSeionOf, {}};
      break;
    case RelationKind::substitute_of:
      if (!in_repertoire(value)) return RelationFault{code::kSubstituteOf, {}};
      break;
    case RelationKind::equals:
      if (value != first) return RelationFault{code::kEquals, {}};
      break;
  }
  return std::nullopt;
}

}  // namespace daicho
