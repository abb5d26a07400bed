#include "samples/kit_scenes.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "converters/date.hpp"
#include "formats/pattern.hpp"
#include "formats/value_check.hpp"
#include "samples/city.hpp"
#include "samples/related_items.hpp"
#include "samples/schema_records.hpp"

namespace daicho {
namespace {

constexpr std::uint64_t kSeed = 20261120;

/// Values that make a record right by itself beyond its own words: one person in one envelope, the first update, and
/// days in the order of a life.
struct PlainValue {
  std::string_view item;
  std::string_view value;
};
constexpr std::array kPlainValues = {
    PlainValue{"person_count", "01"},
    PlainValue{"update_seq", "00001"},
    PlainValue{"reason_update_seq", "001"},
    PlainValue{"update_forbidden_flag", "0"},
    PlainValue{"planned_flag", "0"},
    PlainValue{"record_status", "1"},
    PlainValue{"move_reason", "31"},
    PlainValue{"settled_reason", "31"},
    PlainValue{"removal_class", "0"},
    PlainValue{"relationship_code", "02000000"},
    PlainValue{"relationship", "02000000"},
    PlainValue{"municipality_code", "13210"},
    PlainValue{"address_municipality_code", "132101"},
    PlainValue{"deleted_flag", "0"},
    PlainValue{"gaiji_pattern", "GAIJI.BDF"},
};

struct PlainDay {
  std::string_view item;
  std::string_view day;
};
constexpr std::array kPlainDays = {
    PlainDay{"birth_date", "19800401"},
    PlainDay{"foreign_birth_date", "19800401"},
    PlainDay{"resident_since", "20100401"},
    PlainDay{"foreign_move_date", "20140401"},
    PlainDay{"foreign_move_notified_date", "20140403"},
    PlainDay{"foreign_settled_date", "20150601"},
    PlainDay{"foreign_settled_notified_date", "20150602"},
    PlainDay{"unreported_from", "20150101"},
    PlainDay{"unreported_to", "20150531"},
    PlainDay{"settled_date", "20261101"},
    PlainDay{"settled_notified_date", "20261102"},
    PlainDay{"move_date", "20261101"},
    PlainDay{"move_notified_date", "20261102"},
    PlainDay{"notified_date", "20261102"},
    PlainDay{"juminhyo_code_used_from", "20261102"},
    PlainDay{"removal_date", "20261101"},
    PlainDay{"removal_notified_date", "20261102"},
    PlainDay{"period_of_stay_expiry", "20280401"},
    PlainDay{"effective_date", "20200401"},
    PlainDay{"abolished_date", "20300401"},
    PlainDay{"processed_date", kKitDay},
};

std::string day_value(Kind kind, std::string_view day) {
  const PartialDate date = parse_date(day).date;
  if (kind == Kind::date) return std::string(day);
  if (kind == Kind::era_date) return format_era_date(date);
  if (kind == Kind::era_gregorian_date) return static_cast<char>('0' + era_of(date)) + std::string(day);
  return {};
}

bool fits(const Item& item, const std::string& value) {
  if (value.empty() || check_value(item, value) || !item.code_allowed(value)) return false;
  return item.pattern.empty() || Pattern(item.pattern).matches(value);
}

/// Makes a record plain wherever it has a value.
void make_plain(const Layout& layout, KitRecord& record) {
  const auto set = [&](std::string_view id, const std::function<std::string(const Item&)>& value_of) {
    const auto item = layout.find(id);
    if (!item || record[*item].empty() || layout.items[*item].id != id) return;
    const std::string value = value_of(layout.items[*item]);
    if (fits(layout.items[*item], value)) record[*item] = value;
  };
  for (const PlainValue& plain : kPlainValues) {
    set(plain.item, [&](const Item&) { return std::string(plain.value); });
  }
  for (const PlainDay& plain : kPlainDays) {
    set(plain.item, [&](const Item& item) { return day_value(item.kind, plain.day); });
  }
}

/// Records from the schema alone: with the least and with the most of values.
std::vector<KitRecord> schema_records(const Layout& layout, const CharacterTables& tables,
                                      const RelatedItems& related) {
  constexpr int draws = 24;
  const Day day = day_of(kKitDay, 0);
  SchemaRecords records(layout, {kSeed, Charset::cp932, day, &tables.substitutes(), {}});
  KitRecord most = records.next();
  for (int draw = 0; draw < draws; ++draw) {
    const KitRecord more = records.next();
    for (std::size_t item = 0; item < most.size(); ++item) {
      if (most[item].empty() && layout.items[item].relations.empty()) most[item] = more[item];
    }
  }
  KitRecord least = most;
  for (std::size_t item = 0; item < least.size(); ++item) {
    if (layout.items[item].presence != Presence::required) least[item].clear();
  }
  const auto pattern = layout.find("gaiji_pattern");  // no sample has a name of glyphs by itself
  if (pattern) most[*pattern] = "GAIJI.BDF";
  for (KitRecord* record : {&least, &most}) {
    make_plain(layout, *record);
    related.fill(*record);
  }
  return {least, most};
}

/// Whether records of this layout are residents of a register, item by item.
bool holds_residents(const Layout& layout) {
  const auto has = [&](std::string_view id) { return layout.find(id).has_value(); };
  return has("addressee_no") && has("removal_class") && has("move_reason");
}

/// What makes one life different from another.
auto life_of(const Resident& resident) {
  return std::make_tuple(resident[Juki::removal_class], resident[Juki::move_reason],
                         resident[Juki::article_30_45_class], resident[Juki::relationship_code],
                         resident[Juki::removal_reason]);
}

/// A household as records of another layout, which names the items of the register as the register does.
std::vector<KitRecord> household_records(const Layout& layout, const Layout& juki, const JukiLayout& residents,
                                         const Household& household, const KitRecord& base) {
  std::vector<KitRecord> records;
  for (const Dweller& dweller : household) {
    const std::vector<std::string> values = residents.values(dweller.record);
    KitRecord record = base;
    for (std::size_t item = 0; item < record.size(); ++item) {
      const auto own = juki.find(layout.items[item].id);
      if (own) record[item] = values[*own];
    }
    records.push_back(std::move(record));
  }
  return records;
}

void add_city(const Layout& layout, const KitRecord& base, std::vector<KitScene>& scenes) {
  constexpr std::uint32_t residents_count = 700;
  constexpr std::size_t largest = 4;
  constexpr std::size_t most_scenes = 60;
  const auto juki = Catalog().layout("juki");
  const JukiLayout residents(*juki);
  std::vector<Household> households;
  make_city({residents_count, kSeed, day_of(kKitDay, 0), Charset::cp932, {}}, residents,
            [&](const Household& household) {
              if (household.size() <= largest) households.push_back(household);
            });
  std::stable_sort(households.begin(), households.end(),
                   [](const Household& a, const Household& b) { return a.size() < b.size(); });
  std::set<decltype(life_of(Resident()))> seen;
  for (const Household& household : households) {
    for (std::size_t i = 0; i < household.size() && scenes.size() < most_scenes; ++i) {
      if (!seen.insert(life_of(household[i].record)).second) continue;
      scenes.push_back({household_records(layout, *juki, residents, household, base), i});
    }
  }
}

bool is_sequence(const Layout& layout, std::size_t index) {
  constexpr std::size_t shortest = 5;  // shorter numbers count something
  const Item& item = layout.items[index];
  return item.zero_filled && item.relations.empty() && !item.codes && item.pattern.empty() &&
         item.picture.length >= shortest;
}

}  // namespace

std::vector<KitScene> kit_scenes(const Layout& layout, const Catalog& /*catalog*/, const CharacterTables& tables) {
  const RelatedItems related(layout, tables.substitutes(), TargetRepertoire::certificate(Charset::utf8, {}));
  const std::vector<KitRecord> own = schema_records(layout, tables, related);
  std::vector<KitScene> scenes;
  for (const KitRecord& record : own) scenes.push_back({{record}, 0});
  if (holds_residents(layout)) add_city(layout, own.front(), scenes);
  return scenes;
}

KitNumbers::KitNumbers(const Layout& layout) : layout_(layout), prng_(kSeed, 0x4E4FU) {
  constexpr const char* first = "500000000000000";
  office_.note_addressee_no(first);
  for (std::size_t item = 0; item < layout.items.size(); ++item) {
    const CheckDigit check = layout.items[item].check;
    const bool number = check == CheckDigit::individual_no || check == CheckDigit::juminhyo_code ||
                        check == CheckDigit::addressee_no || layout.key == item || is_sequence(layout, item);
    if (number && layout.items[item].relations.empty() && !layout.items[item].codes) items_.push_back(item);
  }
}

std::string KitNumbers::next(std::size_t index) {
  const Item& item = layout_.items[index];
  const std::size_t length = item.picture.length;
  switch (item.check) {
    case CheckDigit::individual_no:
      return office_.individual_no(prng_);
    case CheckDigit::juminhyo_code:
      return office_.juminhyo_code(prng_);
    case CheckDigit::addressee_no: {
      const std::string number = office_.next_addressee_no();
      return number.size() > length ? number.substr(number.size() - length)
                                    : std::string(length - number.size(), '0') + number;
    }
    default:
      break;
  }
  constexpr std::uint64_t first = 101;  // the small ones are values that are tried
  const std::uint64_t number = first + last_[index]++;
  if (item.picture.cls == PictureClass::digits) {
    const std::string digits = zero_filled(number, length);
    return digits.substr(digits.size() - length);
  }
  const std::string digits = "K" + zero_filled(number, std::min<std::size_t>(length, 7) - 1);
  return digits.substr(0, length);
}

std::vector<KitRecord> KitNumbers::renumbered(const std::vector<KitRecord>& records) {
  std::vector<KitRecord> fresh = records;
  for (const std::size_t item : items_) {
    std::map<std::string, std::string> given;
    for (KitRecord& record : fresh) {
      std::string& value = record[item];
      if (value.empty()) continue;
      const auto [place, is_new] = given.emplace(value, "");
      if (is_new) {
        place->second = next(item);
        if (!fits(layout_.items[item], place->second)) place->second = value;
      }
      value = place->second;
    }
  }
  return fresh;
}

}  // namespace daicho
