#include "cli/character_census.hpp"

#include <algorithm>
#include <tuple>

#include "converters/byte_words.hpp"
#include "converters/charset.hpp"
#include "converters/cp932_tables.hpp"
#include "converters/jis_x_0208.hpp"
#include "converters/repertoire.hpp"
#include "converters/similar_character.hpp"
#include "converters/utf8.hpp"
#include "converters/utf8_scan.hpp"

namespace daicho {
namespace {

/// Moves `p` behind the ASCII bytes at it.
inline const char* skip_ascii(const char* p, const char* end) {
  while (end - p >= 8 && (load64(p) & kHighBits) == 0) p += 8;
  while (p < end && static_cast<unsigned char>(*p) < 0x80) ++p;
  return p;
}

/// Whether a place comes first in the order of the input.
bool precedes(const CharacterPlace& a, const CharacterPlace& b) {
  return std::tie(a.file, a.record, a.item, a.offset) < std::tie(b.file, b.record, b.item, b.offset);
}

bool is_joined(char32_t base, char32_t mark) {
  return is_variation_selector(mark) || is_sequence_of_jis_x_0213(base, mark);
}

}  // namespace

const std::array<CharacterCensus::Slot, 0x10000>& CharacterCensus::first_slots() {
  static const auto slots = [] {
    auto made = std::make_unique<std::array<Slot, 0x10000>>();
    for (char32_t code_point = 0; code_point < 0x10000; ++code_point) {
      const bool mark = may_join_previous(code_point);
      const bool common = jis_x_0208().test(code_point) && !may_be_written_similar(code_point);
      (*made)[code_point] = mark ? kMark : common ? kCommon : kUnseen;
    }
    return made;
  }();
  return *slots;
}

CharacterCensus::CharacterCensus(std::size_t places)
    : places_(places),
      common_(std::make_unique<std::array<std::uint64_t, 0x10000>>()),
      slots_(std::make_unique<std::array<Slot, 0x10000>>(first_slots())) {}

void CharacterCensus::count(std::string_view text, PlaceFinder& finder, bool joined) {
  if (!joined) last_ = {};
  const char* p = text.data();
  const char* const end = p + text.size();
  const auto& slots = *slots_;
  auto& common = *common_;
  while (p < end) {
    if (end - p >= 4) {
      const std::uint32_t word = load32(p);
      if (triple_mismatch(word) == 0) {
        const std::uint32_t unit = unit_of_triple(word);
        if (slots[unit] == kCommon) {
          ++common[unit];
          last_ = {unit, kCommon, false};
          p += 3;
          continue;
        }
      }
    }
    if (static_cast<unsigned char>(*p) < 0x80) {
      const char* const behind = skip_ascii(p, end);
      ascii_ += static_cast<std::uint64_t>(behind - p);
      last_ = {};
      p = behind;
    } else {
      p = count_rare(p, text, finder);
    }
  }
  if (last_.slot != kNone && !text.empty()) carry(text, finder);
}

/// Remembers where the last character stands: a mark that the next text begins with may belong to it.
void CharacterCensus::carry(const std::string_view& text, PlaceFinder& finder) {
  std::string character;
  append_code_point(character, last_.code_point);
  carried_ = finder.place(text.size() - std::min(text.size(), character.size()));
}

/// Counts one character that the inner loop does not take, and answers where the next one begins.
const char* CharacterCensus::count_rare(const char* p, const std::string_view& text, PlaceFinder& finder) {
  const Utf8Step step = utf8_step(p, text.data() + text.size());
  const std::string_view character(p, step.length);
  const auto at = static_cast<std::size_t>(p - text.data());
  const char32_t code_point = step.fault == Utf8Fault::none ? step.code_point : U'\uFFFD';
  if ((code_point > 0xFFFF ? is_variation_selector(code_point) : (*slots_)[code_point] == kMark) &&
      join_mark(code_point, finder, at)) {
    return p + step.length;
  }
  if (code_point <= 0xFFFF && (*slots_)[code_point] == kCommon) {  // shorter than three bytes, or at the text's end
    ++(*common_)[code_point];
    last_ = {code_point, kCommon, false};
  } else {
    note(slot_of(character), code_point, finder, at);
  }
  return p + step.length;
}

/// Makes one character of the last one and `mark`, which stands at `at`; false, with nothing changed, where they do not
/// belong together.
bool CharacterCensus::join_mark(char32_t mark, PlaceFinder& finder, std::size_t at) {
  if (last_.slot == kNone || !is_joined(last_.code_point, mark)) return false;
  std::string sequence;
  append_code_point(sequence, last_.code_point);
  const bool stood_before = at == 0;  // in the text before this one
  const std::size_t begin = stood_before ? 0 : at - sequence.size();
  append_code_point(sequence, mark);
  const Last base = last_;
  const Slot slot = slot_of(sequence);  // may move the entries
  if (base.slot == kCommon) {
    --(*common_)[base.code_point];
    note(slot, mark, finder, begin);
  } else {
    Entry& alone = entry(base.slot);
    --alone.count;
    note(slot, mark, finder, begin);
    if (base.placed) {
      if (last_.placed) entry(slot).places.back() = entry(base.slot).places.back();
      entry(base.slot).places.pop_back();
    }
  }
  if (stood_before && last_.placed) entry(slot).places.back() = carried_;
  last_ = {};
  return true;
}

/// The slot of a rare character, made where there is none yet; kNone where no more are kept.
CharacterCensus::Slot CharacterCensus::slot_of(std::string_view character) {
  std::string_view rest = character;
  const char32_t code_point = take_code_point(rest);
  const bool indexed = rest.empty() && code_point <= 0xFFFF;
  if (indexed && (*slots_)[code_point] >= kFirstEntry) return (*slots_)[code_point];
  if (!indexed || (*slots_)[code_point] == kMark) {
    const auto found = others_.find(std::string(character));
    if (found != others_.end()) return found->second;
  }
  if (rare_.size() == kRareLimit) return kNone;
  const Slot slot = kFirstEntry + static_cast<Slot>(rare_.size());
  rare_.push_back({std::string(character), 0, true, {}});
  if (indexed && (*slots_)[code_point] == kUnseen) {
    (*slots_)[code_point] = slot;
  } else {
    others_.emplace(character, slot);
  }
  return slot;
}

void CharacterCensus::note(Slot slot, char32_t code_point, PlaceFinder& finder, std::size_t at) {
  if (slot == kNone) {
    ++beyond_limit_;
    last_ = {};
    return;
  }
  Entry& noted = entry(slot);
  ++noted.count;
  const bool placed = noted.places.size() < places_;
  if (placed) noted.places.push_back(finder.place(at));
  last_ = {code_point, slot, placed};
}

void CharacterCensus::add(const CharacterCensus& other) {
  ascii_ += other.ascii_;
  beyond_limit_ += other.beyond_limit_;
  for (std::size_t i = 0; i < common_->size(); ++i) (*common_)[i] += (*other.common_)[i];
  for (const Entry& each : other.rare_) {
    if (each.count == 0) continue;
    const Slot slot = slot_of(each.character);
    if (slot == kNone) {
      beyond_limit_ += each.count;
      continue;
    }
    Entry& here = entry(slot);
    here.count += each.count;
    const auto ours = static_cast<std::ptrdiff_t>(here.places.size());
    here.places.insert(here.places.end(), each.places.begin(), each.places.end());
    std::inplace_merge(here.places.begin(), here.places.begin() + ours, here.places.end(), precedes);
    if (here.places.size() > places_) here.places.resize(places_);
  }
  last_ = {};
}

std::uint64_t CharacterCensus::characters() const {
  std::uint64_t sum = beyond_limit_;
  for (const std::uint64_t count : *common_) sum += count;
  for (const Entry& each : rare_) sum += each.count;
  return sum;
}

std::vector<CharacterCensus::Entry> CharacterCensus::entries() const {
  std::vector<Entry> all;
  for (char32_t code_point = 0; code_point < 0x10000; ++code_point) {
    if ((*common_)[code_point] == 0) continue;
    Entry common;
    append_code_point(common.character, code_point);
    common.count = (*common_)[code_point];
    all.push_back(std::move(common));
  }
  for (const Entry& each : rare_) {
    if (each.count != 0) all.push_back(each);
  }
  std::sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) { return a.character < b.character; });
  return all;
}

}  // namespace daicho
