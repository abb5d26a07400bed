#include "formats/clean_relation.hpp"

#include <algorithm>

#include "formats/zero_fill.hpp"

namespace daicho {
namespace {

bool all_bytes_are(std::string_view text, std::uint64_t wide) {
  const char* const data = text.data();
  std::size_t at = 0;
  std::uint64_t differing = 0;
  for (; text.size() - at >= 8; at += 8) differing |= load64(data + at) ^ wide;
  for (; at < text.size(); ++at) differing |= static_cast<unsigned char>(data[at]) ^ (wide & 0xFF);
  return differing == 0;
}

/// One flag a character, `1` exactly where the substitute has another one in its place. Where a substitute has more
/// characters or fewer, or one of two units stands in either text, it does not know.
bool positions_hold(std::string_view flags, const SeenField& original, const SeenField& substitute) {
  if (flags.size() != original.units) return false;
  if (original.value() == substitute.value()) return all_bytes_are(flags, 0x3030303030303030);
  if ((original.classes & substitute.classes & unit_class::kPlain) == 0) return false;
  if (original.value().size() != substitute.value().size()) return false;
  unsigned wrong = 0;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    const bool replaced = load16(original.value().data() + 2 * i) != load16(substitute.value().data() + 2 * i);
    wrong |= static_cast<unsigned>(flags[i]) ^ (replaced ? '1' : '0');
  }
  return wrong == 0;
}

/// Whether `key` is what 清音化 makes of `text`, code by code.
bool seion_holds(std::string_view key, std::string_view text, const SeionCodes& seion) {
  const char* out = key.data();
  const char* const out_end = out + key.size();
  for (std::size_t at = 0; at + 2 <= text.size(); at += 2) {
    const std::uint16_t code = seion[load16(text.data() + at)];
    if (code == SeionCodes::kGone) continue;
    if (code == SeionCodes::kUnsure || out == out_end || load16(out) != code) return false;
    out += 2;
  }
  return out == out_end;
}

PictureClass class_of(const Layout& layout, std::size_t item) { return layout.items[item].picture.cls; }

}  // namespace

bool relation_understood(const Layout& layout, const CleanRelation& relation) {
  const auto all_others = [&](PictureClass cls) {
    return std::all_of(relation.others.begin(), relation.others.end(),
                       [&](std::size_t other) { return class_of(layout, other) == cls; });
  };
  const PictureClass own = class_of(layout, relation.item);
  switch (relation.kind) {
    case RelationKind::length_of:
      return own == PictureClass::digits;
    case RelationKind::gaiji_count_of:
      return own == PictureClass::digits && all_others(PictureClass::national);
    case RelationKind::positions_of:
      return own == PictureClass::text && relation.others.size() == 2 && all_others(PictureClass::national);
    case RelationKind::flag_of:
      return own == PictureClass::digits && all_others(PictureClass::digits);
    case RelationKind::seion_of:
      return own == PictureClass::national && all_others(PictureClass::national);
    case RelationKind::substitute_of:
      return own == PictureClass::national;
    case RelationKind::equals:
      return all_others(own);
  }
  return false;
}

bool relation_holds(const CleanRelation& relation, const SeenField* fields, const SeionCodes* seion) {
  const SeenField& own = fields[relation.item];
  if (own.value().empty()) return true;
  const SeenField& first = fields[relation.others[0]];
  switch (relation.kind) {
    case RelationKind::length_of:
      return number_of(own.value()) == first.units;
    case RelationKind::gaiji_count_of:
      return number_of(own.value()) == first.gaiji;
    case RelationKind::positions_of:
      return positions_hold(own.value(), first, fields[relation.others[1]]);
    case RelationKind::flag_of: {
      const bool any = std::any_of(relation.others.begin(), relation.others.end(),
                                   [&](std::size_t other) { return !is_zeros(fields[other].value()); });
      return (own.value() == "1") == any;
    }
    case RelationKind::seion_of:
      return seion != nullptr && seion_holds(own.value(), first.value(), *seion);
    case RelationKind::substitute_of:
      return (own.classes & unit_class::kCertificate) != 0;
    case RelationKind::equals:
      return own.value() == first.value();
  }
  return false;
}

}  // namespace daicho
