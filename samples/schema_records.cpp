#include "samples/schema_records.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "converters/date.hpp"
#include "converters/kana.hpp"
#include "converters/utf8.hpp"
#include "formats/error.hpp"
#include "formats/layout_conditions.hpp"
#include "samples/pattern_sampler.hpp"

namespace daicho {
namespace {

/// Made once: records are many, and the table has more than a thousand pairs.
const SubstitutionTable& built_in_substitutes() {
  static const SubstitutionTable table = SubstitutionTable::built_in();
  return table;
}

constexpr int kTries = 500;
constexpr std::uint64_t kMillisecondsBetween = 1500;  // of the timestamps of two records
constexpr std::uint64_t kMillisecondsOfDay = 86'400'000;

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// `text` cut to `units` UTF-16 code units, between characters, without fill at its end.
std::string cut(std::string_view text, std::size_t units) {
  constexpr std::string_view kSpace = "　";
  std::string kept;
  while (!text.empty()) {
    const std::string_view character = take_character(text);
    if (utf16_length(kept) + utf16_length(character) > units) break;
    kept += character;
  }
  while (kept.ends_with(kSpace)) kept.resize(kept.size() - kSpace.size());
  return kept;
}

std::string timestamp(Day first, std::uint64_t record) {
  const std::uint64_t milliseconds = record * kMillisecondsBetween;
  const std::uint64_t of_day = milliseconds % kMillisecondsOfDay;
  const std::uint64_t seconds = of_day / 1000;
  return day_text(first + static_cast<Day>(milliseconds / kMillisecondsOfDay)) + zero_filled(seconds / 3600, 2) +
         zero_filled(seconds / 60 % 60, 2) + zero_filled(seconds % 60, 2) + zero_filled(of_day % 1000, 3);
}

/// Whoever arrived came from somewhere (L11).
bool comes_from(std::string_view id) { return id == "previous_municipality_code" || id == "previous_address"; }

}  // namespace

/// One made-up person whose name and address fill a record's texts.
struct SchemaRecords::Person {
  std::string kanji;
  std::string kana;
  Address address;
  Address former;
  Day birth = 0;
};

SchemaRecords::SchemaRecords(const Layout& layout, const RecordWish& wish)
    : layout_(layout),
      wish_(wish),
      repertoire_(wish.charset, wish.text),
      related_(layout, wish.substitutes != nullptr ? *wish.substitutes : built_in_substitutes(),
               TargetRepertoire::certificate(wish.charset, wish.text)),
      consistent_(layout, wish.as_of),
      names_(repertoire_),
      prng_(wish.seed, 0x5245434F5244U) {
  for (std::size_t item = 0; item < layout.items.size(); ++item) {
    const std::string& pattern = layout.items[item].pattern;
    patterns_.push_back(pattern.empty() ? nullptr : std::make_unique<Pattern>(pattern));
  }
}

void SchemaRecords::give_up(const Item& item, const char* why) const {
  throw UsageError(fmt::format("{}:{}: no sample for item '{}': {}", item.place.file, item.place.line, item.id, why));
}

SchemaRecords::Person SchemaRecords::draw_person() {
  Person person;
  const bool male = prng_.chance(5000);
  person.birth = wish_.as_of - 365 - prng_.between(0, 90 * 365);
  Resident named;
  set_japanese_name(named, names_.surname(prng_), names_.given(prng_, male, year_of(person.birth)));
  person.kanji = named[Juki::name_kanji];
  person.kana = named[Juki::name_kana];
  person.address = city_address(prng_, true);
  person.former = address_elsewhere(prng_);
  return person;
}

bool SchemaRecords::matches(std::size_t item, const std::string& value) const {
  const Item& one = layout_.items[item];
  if (patterns_[item] && !patterns_[item]->matches(value)) return false;
  return !one.codes || one.code_allowed(value);
}

std::vector<std::string> SchemaRecords::next() {
  ++made_;
  std::vector<std::string> values;
  for (int tried = 0; tried < kTries; ++tried) {
    const Person person = draw_person();
    values.assign(layout_.items.size(), {});
    for (std::size_t item = 0; item < layout_.items.size(); ++item) {
      const Item& one = layout_.items[item];
      if (!one.relations.empty()) continue;
      const bool wanted = one.presence == Presence::required || prng_.chance(5000) || comes_from(one.id);
      if (wanted) values[item] = value_of(item, person);
    }
    settle_conditions(values, person);
    consistent_.settle(values, prng_);
    if (!related_.fill(values)) continue;  // a name that no certificate shows: another person
    if (settle_conditions(values, person) && !related_.fill(values)) continue;
    consistent_.complete(values);
    return values;
  }
  give_up(layout_.items.front(), "no person whose name has 代替文字");
}

/// Fills and blanks what conditions ask for, until they ask for nothing more. Whether anything changed.
bool SchemaRecords::settle_conditions(std::vector<std::string>& values, const Person& person) {
  const auto value_in = [&](std::size_t item) -> std::string_view { return values[item]; };
  bool ever_changed = false;
  for (std::size_t round = 0; round <= values.size(); ++round) {
    bool changed = false;
    for (std::size_t item = 0; item < values.size(); ++item) {
      const Item& one = layout_.items[item];
      const bool filled = !values[item].empty();
      if (filled && any_holds(one.blank_when, value_in)) {
        values[item].clear();
        changed = true;
      } else if (!filled && one.relations.empty() && !any_holds(one.blank_when, value_in) &&
                 any_holds(one.required_when, value_in)) {
        values[item] = value_of(item, person);
        changed = changed || !values[item].empty();
      }
    }
    if (!changed) return ever_changed;
    ever_changed = true;
  }
  give_up(layout_.items.front(), "the conditions of its layout never come to rest");
}

std::string SchemaRecords::value_of(std::size_t item, const Person& person) {
  const Item& one = layout_.items[item];
  if (one.codes) return coded(item);
  if (one.check == CheckDigit::none && patterns_[item]) return matching(item);
  const Day day = has(one.id, "birth") ? person.birth : wish_.as_of - prng_.between(0, 3650);
  switch (one.kind) {
    case Kind::date:
      return day_text(day);
    case Kind::era_date:
      return format_era_date(date_of_day_number(day));
    case Kind::era_gregorian_date:
      return one.unknown_allowed && prng_.chance(100) ? unknown_birth_text(day, false, true)
                                                      : birth_text(day, prng_.chance(300));
    case Kind::timestamp:
      return timestamp(wish_.as_of - 30, made_);
    case Kind::flag:
      return prng_.chance(1000) ? "1" : "0";
    case Kind::digits:
      if (has(one.id, "postal_code") && one.picture.length == 7) return person.address.postal_code;
      if (has(one.id, "municipality_code") && one.picture.length == 5) {
        return has(one.id, "previous") ? person.former.municipality_code.substr(0, 5)
                                       : std::string(kCityCode).substr(0, 5);
      }
      return digits_of(item);
    case Kind::text:
    case Kind::katakana:
    case Kind::hiragana:
    case Kind::kanji:
    case Kind::zenkaku:
      return text_of(one, person);
  }
  return {};
}

std::string SchemaRecords::text_of(const Item& item, const Person& person) {
  const std::size_t units = item.picture.length;
  if (item.picture.cls == PictureClass::text) {
    if (has(item.id, "pattern")) return {};  // names of glyph files: these records have no 外字 that needs one
    std::string text = has(item.id, "code") ? "A" : "SAMPLE";
    text += zero_filled(made_ % 1000, 3);
    return text.substr(0, units);
  }
  if (item.kind == Kind::katakana) return cut(person.kana, units);
  if (item.kind == Kind::hiragana) return cut(katakana_to_hiragana(person.kana, repertoire_.holds("ゔ")), units);
  const bool former = has(item.id, "previous") || has(item.id, "planned") || has(item.id, "confirmed");
  const Address& address = former ? person.former : person.address;
  if (has(item.id, "address") || has(item.id, "honseki")) {
    const std::string& own = address.building;
    return cut(
        address.text + "　" + (own.empty() ? "武蔵野ガーデン公園通り東館　１２０３号室　住民方" : own + "　住民方"),
        units);
  }
  if (has(item.id, "building")) return cut("武蔵野ガーデン東小金井　３０２号室", units);
  if (has(item.id, "surname")) return cut(person.kanji.substr(0, person.kanji.find("　")), units);
  if (item.kind == Kind::kanji) return cut(person.kanji, units);
  if (has(item.id, "prefecture")) return cut("東京都", units);
  if (has(item.id, "city") || has(item.id, "municipality")) return cut("小金井市", units);
  if (has(item.id, "place"))
    return cut("小金井市役所　本庁舎一階　市民部市民課住民記録係　個人番号カード交付窓口", units);
  if (has(item.id, "lot")) return cut("１２番３号", units);
  if (has(item.id, "aza")) return cut("本町６丁目", units);
  return cut("市民部　市民課　住民記録係", units);
}

std::string SchemaRecords::digits_of(std::size_t item) {
  const Item& one = layout_.items[item];
  const std::size_t length = one.picture.length;
  for (int tried = 0; tried < kTries; ++tried) {
    std::string number;
    switch (one.check) {
      case CheckDigit::individual_no:
        number = numbers_.individual_no(prng_);
        break;
      case CheckDigit::juminhyo_code:
        number = numbers_.juminhyo_code(prng_);
        break;
      case CheckDigit::addressee_no:
        number = numbers_.next_addressee_no();
        break;
      case CheckDigit::municipality_code:
        number = municipality_code(prng_.pick(municipalities()).code);
        break;
      case CheckDigit::corporate_no:
        for (int digit = 0; digit < 12; ++digit) number += static_cast<char>('0' + static_cast<int>(prng_.below(10)));
        number.insert(number.begin(), check_digit_of(CheckDigit::corporate_no, number));
        break;
      case CheckDigit::none:
        if (one.zero_filled || layout_.key == item) {
          number = zero_filled(made_, length);
        } else {
          while (number.size() < length) number += static_cast<char>('0' + static_cast<int>(prng_.below(10)));
        }
        break;
    }
    if (number.size() > length) number = number.substr(number.size() - length);
    if (one.zero_filled && number.size() < length) number.insert(0, length - number.size(), '0');
    if (number.size() == length && one.check_digit_allowed(number) && matches(item, number)) return number;
  }
  give_up(one, "no number of its length has its check digit and its pattern");
}

std::string SchemaRecords::coded(std::size_t item) {
  const Item& one = layout_.items[item];
  const std::size_t length = one.picture.length;
  if (one.codes->codes.empty()) give_up(one, "its code list is empty");
  for (int tried = 0; tried < kTries; ++tried) {
    std::string value = prng_.pick(one.codes->codes).code;
    if (one.codes_chained) {
      if (prng_.chance(500)) value += prng_.pick(one.codes->codes).code;
      if (value.size() < length) value.append(length - value.size(), '0');
    }
    if (value.size() <= length && matches(item, value)) return value;
  }
  give_up(one, "no code of its list has its length and its pattern");
}

std::string SchemaRecords::matching(std::size_t item) {
  const Item& one = layout_.items[item];
  const std::size_t length = one.picture.length;
  for (int tried = 0; tried < kTries; ++tried) {
    if (one.zero_filled) {  // sequence numbers run on where the pattern lets them
      std::string number = zero_filled(made_, length);
      if (tried == 0 && number.size() == length && matches(item, number)) return number;
    }
    auto value = sample_pattern(one.pattern, prng_);
    if (!value) give_up(one, "its pattern is beyond the generator");
    if (one.zero_filled && value->size() < length) value->insert(0, length - value->size(), '0');
    const bool fits = one.picture.cls == PictureClass::digits ? value->size() == length : value->size() <= length;
    if (fits && !value->empty() && matches(item, *value)) return *value;
  }
  give_up(one, "its pattern hardly ever matches what was drawn for it");
}

}  // namespace daicho
