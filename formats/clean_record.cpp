#include "formats/clean_record.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <vector>

#include "converters/date.hpp"
#include "converters/utf16_units.hpp"
#include "formats/clean_relation.hpp"
#include "formats/clean_scan.hpp"
#include "formats/code_set.hpp"
#include "formats/fixed_plan.hpp"
#include "formats/layout_conditions.hpp"
#include "formats/pattern.hpp"
#include "formats/unit_classes.hpp"

namespace daicho {
namespace {

constexpr std::size_t kMostItems = 192;    // what the walk notes stands on the stack
constexpr std::size_t kMostBytes = 16384;  // of a record: what is written anew of it stands there, too

/// The charset in whose codes the N fields are walked over: UTF-8 is widened to UTF-16.
Charset walked_charset(Charset charset) { return charset == Charset::utf8 ? Charset::utf16le : charset; }

/// One field's part of the program.
struct CleanField {
  std::uint32_t offset = 0;
  std::uint32_t bytes = 0;
  PictureClass cls = PictureClass::text;
  std::uint8_t kind_class = 0;  // N: of unit_class
  std::uint32_t positions = 0;
  bool required = false;
  bool flag = false;
  bool plain = true;  // nothing below applies
  Kind date = Kind::digits;
  bool unknown_allowed = false;
  const Item* check = nullptr;  // with a check digit
  std::optional<CodeSet> codes;
  std::optional<Pattern> pattern;
};

bool is_date(Kind kind) {
  return kind == Kind::date || kind == Kind::era_date || kind == Kind::era_gregorian_date || kind == Kind::timestamp;
}

/// Nothing where the field asks for something that no walk here answers.
std::optional<CleanField> compile(const Item& item, const FixedField& place) {
  CleanField field;
  field.offset = place.offset;
  field.bytes = place.bytes;
  field.cls = place.cls;
  field.positions = item.picture.length;
  field.kind_class = UnitClasses::of_kind(item.kind);
  field.required = item.presence == Presence::required;
  field.flag = item.kind == Kind::flag;
  field.unknown_allowed = item.unknown_allowed;
  if (is_date(item.kind)) field.date = item.kind;
  if (item.check != CheckDigit::none) field.check = &item;
  if (item.codes) field.codes.emplace(item);
  if (!item.pattern.empty()) field.pattern.emplace(item.pattern);
  field.plain = field.date == Kind::digits && field.check == nullptr && !field.codes && !field.pattern;
  const bool national = place.cls == PictureClass::national;
  const bool kana = item.kind == Kind::katakana || item.kind == Kind::hiragana;
  const bool odd = item.absent_is_zeros || place.bytes == 0 || (national && !field.plain) || (kana && !national) ||
                   (field.flag && place.cls != PictureClass::digits);
  return odd ? std::nullopt : std::optional(std::move(field));
}

bool date_holds(const CleanField& field, std::string_view value) {
  if (field.date == Kind::timestamp) return timestamp_valid(value);
  const ParsedDate parsed = field.date == Kind::date       ? parse_date(value)
                            : field.date == Kind::era_date ? parse_era_date(value)
                                                           : parse_era_gregorian_date(value);
  return parsed.fault == DateFault::none && (field.unknown_allowed || parsed.date.fully_known());
}

/// What the schema asks of a value beyond its picture.
bool rules_hold(const CleanField& field, std::string_view value) {
  if (field.date != Kind::digits && !date_holds(field, value)) return false;
  if (field.check != nullptr && !field.check->check_digit_allowed(value)) return false;
  if (field.codes && !field.codes->allows(value)) return false;
  return !field.pattern || field.pattern->matches(value);
}

bool digits_hold(const CleanField& field, std::string_view text, SeenField& seen) {
  if (text.front() == ' ') return !field.required && length_before_spaces(text) == 0;
  if (!all_digits(text)) return false;
  if (field.flag && text.find_first_not_of("01") != std::string_view::npos) return false;
  seen.set(text, text.size());
  return field.plain || rules_hold(field, text);
}

bool text_holds(const CleanField& field, std::string_view text, SeenField& seen) {
  const std::string_view value = text.substr(0, length_before_spaces(text));
  if (value.empty()) return !field.required;
  if (!all_printable(value)) return false;
  seen.set(value, value.size());
  return field.plain || rules_hold(field, value);
}

/// An item that must or may not have a value where others have theirs.
struct CleanCondition {
  std::size_t item = 0;
  std::vector<Condition> required_when;
  std::vector<Condition> blank_when;
};

/// A term asks an N item only whether it has a value, so bytes of any charset answer it.
bool condition_holds(const CleanCondition& condition, const SeenField* seen) {
  return !any_holds(seen[condition.item].bytes == 0 ? condition.required_when : condition.blank_when,
                    [&](std::size_t item) { return seen[item].value(); });
}

/// Code units of UTF-16 as ASCII; false where one is not.
template <bool kBig>
bool narrow(std::string_view bytes, char* out) {
  const char* p = bytes.data();
  const char* const end = p + bytes.size();
  std::uint64_t odd = 0;
  for (; end - p >= 8; p += 8, out += 4) {
    const std::uint64_t units = in_order<kBig>(load64(p));
    odd |= units & kNotAsciiUnits;
    store32(out, gather_bytes(units));
  }
  for (; p < end; p += 2) {
    const std::uint32_t unit = load_unit<kBig>(p);
    odd |= unit & 0xFF80;
    *out++ = static_cast<char>(unit);
  }
  return odd == 0;
}

}  // namespace

struct CleanRecord::Program {
  std::size_t record_bytes = 0;
  Charset charset = Charset::cp932;
  GaijiSet gaiji;
  UnitClasses classes;
  NationalWalk walk;
  std::uint16_t fill = 0;
  std::vector<CleanField> fields;
  std::vector<CleanRelation> relations;
  std::vector<CleanCondition> conditions;
  std::optional<SeionCodes> seion;

  Program(const Layout& layout, Charset of, const TextOptions& text)
      : record_bytes(layout.record_bytes(of)),
        charset(of),
        gaiji(layout.gaiji),
        classes(walked_charset(of), gaiji, text),
        walk(walked_charset(of), classes, gaiji, text.gaiji != nullptr),
        fill(load16(national_fill(of).data())) {}
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// False where the layout has something that this program cannot say.
  bool compile_all(const Layout& layout) {
    const FixedPlan plan(layout, charset);
    for (std::size_t item = 0; item < layout.items.size(); ++item) {
      auto field = compile(layout.items[item], plan.fields()[item]);
      if (!field) return false;
      fields.push_back(std::move(*field));
      const Item& own = layout.items[item];
      if (!own.required_when.empty() || !own.blank_when.empty()) {
        conditions.push_back({item, own.required_when, own.blank_when});
      }
      for (const Relation& relation : own.relations) {
        CleanRelation clean{relation.kind, item, relation.items};
        if (!relation_understood(layout, clean)) return false;
        if (relation.kind == RelationKind::seion_of && !seion) seion.emplace(walked_charset(charset), classes);
        relations.push_back(std::move(clean));
      }
    }
    return true;
  }

  /// A full-width field; in UTF-8 its text is walked over as UTF-16 at `spare`.
  bool national_holds(const CleanField& field, std::string_view bytes, char* spare, SeenField& seen) const {
    std::string_view text;
    if (charset == Charset::utf8) {
      const auto length = length_before_utf8_fill(bytes);
      const auto widened = length ? widen_utf8(bytes.substr(0, *length), spare) : std::nullopt;
      if (!widened || *widened > std::size_t{2} * field.positions) return false;
      text = {spare, *widened};
    } else {
      text = bytes.substr(0, length_before_fill(bytes, fill));
    }
    if (text.empty()) {
      seen.classes = unit_class::kAnyCode;
      return !field.required;
    }
    return walk.walk(text, field.kind_class, seen);
  }

  /// A half-width field's text: the bytes themselves, or in UTF-16 as ASCII at `spare`.
  bool half_width_holds(const CleanField& field, std::string_view bytes, char* spare, SeenField& seen) const {
    std::string_view text = bytes;
    if (half_width_bytes(charset) == 2) {
      const bool big = charset == Charset::utf16be;
      if (field.cls == PictureClass::text) {
        text = bytes.substr(0, length_before_fill(bytes, big ? 0x2000 : 0x0020));
        if (text.empty()) return !field.required;
      }
      if (!(big ? narrow<true>(text, spare) : narrow<false>(text, spare))) return false;
      text = {spare, text.size() / 2};
    }
    return field.cls == PictureClass::digits ? digits_hold(field, text, seen) : text_holds(field, text, seen);
  }

  bool fields_hold(std::string_view record, SeenField* seen) const {
    std::array<char, kMostBytes> anew;  // NOLINT(*-member-init): filled as far as it is read
    char* spare = anew.data();
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const CleanField& field = fields[i];
      const std::string_view bytes(record.data() + field.offset, field.bytes);
      seen[i] = SeenField{};
      if (field.cls == PictureClass::national) {
        if (!national_holds(field, bytes, spare, seen[i])) return false;
      } else {
        if (!half_width_holds(field, bytes, spare, seen[i])) return false;
      }
      spare += field.bytes;
    }
    return std::all_of(conditions.begin(), conditions.end(),
                       [&](const CleanCondition& condition) { return condition_holds(condition, seen); }) &&
           std::all_of(relations.begin(), relations.end(), [&](const CleanRelation& relation) {
             return relation_holds(relation, seen, seion ? &*seion : nullptr);
           });
  }
};

CleanRecord::CleanRecord(const Layout& layout, Charset charset, const TextOptions& text) {
  constexpr std::array kKnown = {Charset::cp932, Charset::utf8, Charset::utf16le, Charset::utf16be};
  if (std::find(kKnown.begin(), kKnown.end(), charset) == kKnown.end()) return;
  if (layout.items.size() > kMostItems || layout.record_bytes(charset) > kMostBytes) return;
  auto program = std::make_shared<Program>(layout, charset, text);
  if (program->compile_all(layout)) program_ = std::move(program);
}

bool CleanRecord::surely(std::string_view bytes) const {
  if (!program_ || bytes.size() != program_->record_bytes) return false;
  std::array<SeenField, kMostItems> seen;  // NOLINT(*-member-init): filled as far as it is read
  return program_->fields_hold(bytes, seen.data());
}

}  // namespace daicho
