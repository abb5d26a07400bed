// Bad files in which a value fits its picture and is wrong all the same: presence, dates, check digits, codes,
// patterns, and items that belong together.
#include <algorithm>

#include "converters/utf8.hpp"
#include "samples/kit_bad.hpp"
#include "samples/numbers.hpp"
#include "samples/related_items.hpp"

namespace daicho {
namespace {

constexpr const char* kFixed = "fixed:cp932,eol=crlf";

using Values = std::vector<std::string>;

/// A day of the calendar or none, in the form of a kind; `foreign` where the item's own value has no era.
Values day_forms(Kind kind, std::string_view era_form, std::string_view day, bool foreign) {
  if (kind == Kind::date) return {std::string(day)};
  if (kind == Kind::era_date) return {std::string(era_form)};
  if (kind == Kind::era_gregorian_date) return {(foreign ? '0' : era_form.front()) + std::string(day)};
  return {};
}

Values wrong_days(const Item& item, const std::string& value) {
  return day_forms(item.kind, "5050229", "20230229", value.starts_with("0"));
}

Values wrong_eras(const Item& item, const std::string&) {
  if (item.kind == Kind::era_date) return {"4310501", "3640108"};
  if (item.kind == Kind::era_gregorian_date) return {"420190501", "319890108"};
  return {};
}

Values unknown_days(const Item& item, const std::string& value) {
  if (item.unknown_allowed) return {};
  return day_forms(item.kind, "5080400", "20260400", value.starts_with("0"));
}

Values wrong_moments(const Item& item, const std::string&) {
  if (item.kind != Kind::timestamp) return {};
  return {"20261120250000000", "20260230120000000"};
}

/// The value with another check digit.
Values wrong_digit(const std::string& value, bool first) {
  if (value.empty()) return {};
  std::string number = value;
  char& digit = first ? number.front() : number.back();
  digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
  return {number};
}

Values wrong_check_digits(const Item& item, const std::string& value) {
  if (item.check == CheckDigit::none || item.check == CheckDigit::addressee_no) return {};
  return wrong_digit(value, item.check == CheckDigit::corporate_no);
}

Values legacy_numbers(const Item& item, const std::string& value) {
  return item.check == CheckDigit::addressee_no ? wrong_digit(value, false) : Values();
}

Values unknown_codes(const Item& item, const std::string&) {
  if (!item.codes) return {};
  Values values;
  const std::size_t length = item.codes_chained ? item.picture.length : item.codes->codes.front().code.size();
  for (const char c : {'9', '8', '7', '5', '0', 'Z'}) {
    const std::string value(length, c);
    if (c == 'Z' && item.picture.cls == PictureClass::digits) continue;
    if (!item.code_allowed(value)) values.push_back(value);
  }
  return values;
}

Values mismatches(const Item& item, const std::string& value) {
  if (item.pattern.empty()) return {};
  const std::size_t length = item.picture.length;
  if (item.picture.cls == PictureClass::text) return {"A", value + "0", std::string(length, '0')};
  Values values = {std::string(length, '0'), std::string(length, '9'), std::string(length, '1')};
  if (item.codes) {
    for (const Code& code : item.codes->codes) values.push_back(code.code);
  }
  return values;
}

Values blank(const Item& item, const std::string&) {
  return item.presence == Presence::required ? Values{""} : Values();
}

/// No value where a condition of the schema may ask for one.
Values blank_against_condition(const Item& item, const std::string&) {
  return item.required_when.empty() ? Values() : Values{""};
}

/// Values where a condition of the schema may forbid them.
class ForbiddenValues {
 public:
  explicit ForbiddenValues(const Layout& layout) : layout_(layout), values_(kit_values(layout)) {}

  Values operator()(const Item& item, const std::string& value) const {
    Values forbidden;
    if (item.blank_when.empty() || !value.empty()) return forbidden;
    for (const KitValue& one : values_) {
      const bool of_item = forbidden.size() < most && layout_.items[one.item].id == item.id;
      if (of_item && !one.choices.front().empty()) forbidden.push_back(one.choices.front());
    }
    return forbidden;
  }

 private:
  static constexpr std::size_t most = 4;
  const Layout& layout_;
  std::vector<KitValue> values_;
};

/// Values that follow from another item, and do not.
class WrongRelation {
 public:
  explicit WrongRelation(RelationKind kind) : kind_(kind) {}

  Values operator()(const Item& item, const std::string& value) const {
    if (item.relations.empty() || item.relations.front().kind != kind_ || value.empty()) return {};
    switch (kind_) {
      case RelationKind::length_of:
      case RelationKind::gaiji_count_of:
        return {zero_filled(std::stoull(value) + 1, item.zero_filled ? item.picture.length : value.size())};
      case RelationKind::flag_of:
        return {value == "1" ? "0" : "1"};
      case RelationKind::positions_of:
        return {(value.front() == '0' ? '1' : '0') + value.substr(1), value + "0"};
      case RelationKind::seion_of:
        return {value + "が", "が"};
      case RelationKind::substitute_of:
        return {value + "髙", "髙"};
      case RelationKind::equals:
        return wrong_copies(item, value);
    }
    return {};
  }

 private:
  static Values wrong_copies(const Item& item, const std::string& value) {
    if (item.picture.cls == PictureClass::national) return {value + value, value.substr(0, 3)};
    if (item.picture.cls == PictureClass::text) return {value + "A", value.substr(1)};
    return wrong_digit(value, false);
  }

  RelationKind kind_;
};

/// Offers values of one item, in the plain records first, then in the other scenes.
class ValueFaults {
 public:
  ValueFaults(const KitSeeds& seeds, BadFiles& bad)
      : seeds_(seeds),
        bad_(bad),
        related_(bad.trial().layout(), bad.trial().tables().substitutes(),
                 TargetRepertoire::certificate(Charset::utf8, {})) {}

  using Wrong = std::function<Values(const Item&, const std::string& value)>;

  void offer(FindingCode code, const Wrong& wrong) {
    constexpr std::size_t most_scenes = 40;
    const Layout& layout = bad_.trial().layout();
    for (std::size_t scene = 0; scene < std::min(seeds_.scenes.size(), most_scenes); ++scene) {
      for (std::size_t item = 0; item < layout.items.size() && !bad_.done(code); ++item) {
        const KitScene& one = seeds_.scenes[scene];
        for (const std::string& value : wrong(layout.items[item], one.records[one.target][item])) {
          if (!bad_.done(code)) try_one(code, one, item, value);
        }
      }
    }
  }

 private:
  void try_one(FindingCode code, const KitScene& scene, std::size_t item, const std::string& value) {
    KitNumbers numbers(bad_.trial().layout());
    std::vector<KitRecord> records = numbers.renumbered(seeds_.scenes.front().records);
    const std::size_t target = records.size() + scene.target;
    for (KitRecord& record : numbers.renumbered(scene.records)) records.push_back(std::move(record));
    const bool number = !value.empty() && bad_.trial().layout().items[item].check != CheckDigit::none;
    records[target][item] = number ? with_wrong_digit(records[target][item], item) : value;
    if (bad_.trial().layout().items[item].relations.empty()) {
      if (!related_.fill(records[target])) return;
    } else {
      follow(records[target], item);
    }
    std::vector<std::size_t> refused;
    const std::string bytes = bad_.trial().bytes(records, *parse_format_spec(kFixed), refused);
    if (refused.empty()) bad_.offer({code, kFixed, bytes});
  }

  /// Sets what a wrong value would make wrong with it, so that one fault stays one: the flag of a count, the positions
  /// and the length of a text without 代替文字.
  void follow(KitRecord& record, std::size_t changed) const {
    const Layout& layout = bad_.trial().layout();
    const Relation& own = layout.items[changed].relations.front();
    const auto glyphs = layout.find("gaiji_pattern");  // whoever says that there are 外字 names their font
    const bool unreplaced = own.kind == RelationKind::substitute_of;
    if (unreplaced) record[own.items[0]] = record[changed];
    for (std::size_t item = 0; item < layout.items.size(); ++item) {
      if (item == changed) continue;
      for (const Relation& relation : layout.items[item].relations) {
        const bool of_it = std::find(relation.items.begin(), relation.items.end(), changed) != relation.items.end() ||
                           (unreplaced && relation.items[0] == own.items[0]);
        if (of_it) record[item] = following(relation, layout.items[item], record[changed]);
        if (of_it && relation.kind == RelationKind::flag_of && glyphs) record[*glyphs] = "GAIJI.BDF";
      }
    }
  }

  std::string following(const Relation& relation, const Item& item, const std::string& value) const {
    const std::size_t units = utf16_length(value);
    switch (relation.kind) {
      case RelationKind::flag_of:
        return "1";
      case RelationKind::positions_of:
        return std::string(units, '0');
      case RelationKind::length_of:
        return zero_filled(units, item.picture.length);
      case RelationKind::gaiji_count_of:
        return zero_filled(bad_.trial().layout().gaiji.count(value), item.picture.length);
      default:
        return value;
    }
  }

  /// The record has a number of its own, which is no longer the scene's.
  std::string with_wrong_digit(const std::string& number, std::size_t item) const {
    const bool first = bad_.trial().layout().items[item].check == CheckDigit::corporate_no;
    const Values wrong = wrong_digit(number, first);
    return wrong.empty() ? std::string() : wrong.front();
  }

  const KitSeeds& seeds_;
  BadFiles& bad_;
  const RelatedItems related_;
};

}  // namespace

void offer_bad_values(const KitSeeds& seeds, BadFiles& bad) {
  ValueFaults faults(seeds, bad);
  faults.offer(code::kRequiredMissing, blank);
  faults.offer(code::kRequiredHere, blank_against_condition);
  faults.offer(code::kBlankHere, ForbiddenValues(bad.trial().layout()));
  faults.offer(code::kNotADate, wrong_days);
  faults.offer(code::kEraWrong, wrong_eras);
  faults.offer(code::kDateUnknownPart, unknown_days);
  faults.offer(code::kNotATimestamp, wrong_moments);
  faults.offer(code::kCheckDigit, wrong_check_digits);
  faults.offer(code::kCheckDigitLegacy, legacy_numbers);
  faults.offer(code::kCodeUnknown, unknown_codes);
  faults.offer(code::kPatternMismatch, mismatches);
  faults.offer(code::kLengthOf, WrongRelation(RelationKind::length_of));
  faults.offer(code::kGaijiCountOf, WrongRelation(RelationKind::gaiji_count_of));
  faults.offer(code::kPositionsOf, WrongRelation(RelationKind::positions_of));
  faults.offer(code::kFlagOf, WrongRelation(RelationKind::flag_of));
  faults.offer(code::kSeionOf, WrongRelation(RelationKind::seion_of));
  faults.offer(code::kSubstituteOf, WrongRelation(RelationKind::substitute_of));
  faults.offer(code::kEquals, WrongRelation(RelationKind::equals));
}

}  // namespace daicho
