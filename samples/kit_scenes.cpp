#include "samples/kit_scenes.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <tuple>

#include "converters/date.hpp"
#include "formats/layout_conditions.hpp"
#include "formats/pattern.hpp"
#include "formats/value_check.hpp"
#include "samples/city.hpp"
#include "samples/kit_values.hpp"
#include "samples/related_items.hpp"
#include "samples/schema_records.hpp"

namespace daicho {
namespace {

constexpr std::uint64_t kSeed = 20261120;
constexpr std::string_view kPlainMove = "20261101";  // shortly before kKitDay

/// Values that make a record right by itself beyond its own words: one person in one envelope, the first update, and
/// days in the order of a life. `#` and a name: the code of that name.
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
    PlainValue{"record_status", "0"},
    PlainValue{"move_reason", "#転居"},
    PlainValue{"previous_municipality_code", "13206"},
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

bool fits(const Item& item, const std::string& value) {
  if (value.empty() || check_value(item, value) || !item.code_allowed(value)) return false;
  if (!item.check_digit_allowed(value)) return false;
  return item.pattern.empty() || Pattern(item.pattern).matches(value);
}

std::string plain_value(const Item& item, std::string_view value) {
  if (!value.starts_with("#")) return std::string(value);
  if (!item.codes) return {};
  const auto& codes = item.codes->codes;
  const auto named = std::find_if(codes.begin(), codes.end(), [&](const Code& c) { return c.name == value.substr(1); });
  return named == codes.end() ? std::string() : named->code;
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
    set(plain.item, [&](const Item& item) { return plain_value(item, plain.value); });
  }
  for (const PlainDay& plain : kPlainDays) {
    set(plain.item, [&](const Item& item) { return day_value(item.kind, plain.day); });
  }
}

/// Records from the schema alone: with the least and with the most of values.
struct Ends {
  KitRecord least;
  KitRecord most;
};

Ends schema_records(const Layout& layout, const CharacterTables& tables) {
  constexpr int draws = 24;
  const Day day = day_of(kKitDay, 0);
  const RelatedItems related(layout, tables.substitutes(), TargetRepertoire::certificate(Charset::utf8, {}));
  SchemaRecords records(layout, {kSeed, Charset::cp932, day, &tables.substitutes(), {}});
  KitRecord most = records.next();
  for (int draw = 0; draw < draws; ++draw) {
    const KitRecord more = records.next();
    for (std::size_t item = 0; item < most.size(); ++item) {
      if (most[item].empty() && layout.items[item].relations.empty()) most[item] = more[item];
    }
  }
  for (const KitValue& value : kit_values(layout)) {  // what records of the sample's sort never have
    if (most[value.item].empty()) most[value.item] = value.choices.front();
  }
  const auto pattern = layout.find("gaiji_pattern");  // no sample has a name of glyphs by itself
  if (pattern) most[*pattern] = "GAIJI.BDF";
  KitRecord least = most;
  for (std::size_t item = 0; item < least.size(); ++item) {
    if (layout.items[item].presence != Presence::required) least[item].clear();
  }
  for (KitRecord* record : {&least, &most}) {
    make_plain(layout, *record);
    related.fill(*record);
  }
  return {least, most};
}

/// Values that are right only together.
struct Twist {
  std::string_view item;
  std::string_view value;  ///< `@ID`: another item's
};
const std::vector<std::vector<Twist>>& twists() {
  static const std::vector<std::vector<Twist>> all = {
      {{"move_reason", "31"}, {"old_juminhyo_code", "*"}, {"juminhyo_code_used_from", "*"}},
      {{"move_reason", "31"}, {"record_status", "2"}},
      {{"update_seq", "00999"}},
      {{"unreported_from", "*"}, {"unreported_to", "*"}},
      {{"sex", "2"}},
      {{"sex_code", "2"}},
      {{"birth_date", "019800401"}, {"article_30_45_class", "1"}, {"period_of_stay_expiry", "*"}},
      {{"birth_date", "019800401"}, {"article_30_45_class", "2"}},
      {{"previous_individual_no", "*"}, {"next_individual_no", "@individual_no"}, {"individual_no", "*"}},
      {{"deleted_flag", "1"}},
      {{"move_reason", "01"},
       {"move_reason_detail", "01"},
       {"previous_municipality_code", "*"},
       {"previous_address", "*"}},
  };
  return all;
}

/// Gives a record what the conditions of its layout ask for, and takes what they forbid.
void satisfy(const Layout& layout, const KitRecord& most, KitRecord& record) {
  for (std::size_t item = 0; item < record.size(); ++item) {
    const Item& one = layout.items[item];
    const OwnedRecord now(record);
    if (record[item].empty() && first_that_holds(one.required_when, now.view()) != nullptr) {
      record[item] = most[item];
    } else if (!record[item].empty() && first_that_holds(one.blank_when, now.view()) != nullptr) {
      record[item].clear();
    }
  }
}

/// `least` with twists, with each item that it lacks, with each code of the short lists; each as it is, and with all of
/// its dates on one day.
void add_variations(const Layout& layout, const Ends& ends, std::vector<KitScene>& scenes) {
  constexpr std::size_t longest_list = 16;
  std::vector<KitRecord> records;
  for (const auto& twist : twists()) {
    KitRecord record = ends.least;
    const bool known = std::all_of(twist.begin(), twist.end(), [&](const Twist& one) {
      const auto item = layout.find(one.item);
      if (!item) return false;
      const bool other = one.value.starts_with("@");
      record[*item] = one.value == "*" ? ends.most[*item]
                      : other          ? ends.most[layout.index(one.value.substr(1))]
                                       : std::string(one.value);
      return true;
    });
    if (known) records.push_back(std::move(record));
  }
  for (std::size_t item = 0; item < layout.items.size(); ++item) {
    KitRecord record = ends.least;
    if (record[item].empty() && !ends.most[item].empty()) {
      record[item] = ends.most[item];
      records.push_back(record);
    }
    const auto& codes = layout.items[item].codes;
    if (!codes || codes->codes.size() > longest_list || layout.items[item].codes_chained) continue;
    for (const Code& code : codes->codes) {
      record[item] = code.code;
      records.push_back(record);
    }
  }
  for (KitRecord& record : records) satisfy(layout, ends.most, record);
  for (const KitRecord& record : records) scenes.push_back({{record}, 0});
  records.push_back(ends.least);
  for (KitRecord& record : records) {
    set_all_days(layout, record, kPlainMove);
    scenes.push_back({{std::move(record)}, 0});
  }
}

/// Those scenes that validation finds right, with their related items filled in.
std::vector<KitScene> right_ones(const KitTrial& trial, std::vector<KitScene> scenes) {
  const Layout& layout = trial.layout();
  const RelatedItems related(layout, trial.tables().substitutes(), TargetRepertoire::certificate(Charset::utf8, {}));
  std::vector<KitScene> right;
  for (KitScene& scene : scenes) {
    bool filled = true;
    for (KitRecord& record : scene.records) filled = related.fill(record) && filled;
    std::vector<std::size_t> refused;
    KitFile file;
    file.format = "fixed:utf-8";
    const std::string bytes = trial.bytes(scene.records, *parse_format_spec(file.format), refused);
    if (filled && refused.empty() && trial.findings(file, bytes).empty()) right.push_back(std::move(scene));
  }
  return right;
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
  constexpr std::size_t most_scenes = 60;  // of the city
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
  std::size_t added = 0;
  for (const Household& household : households) {
    for (std::size_t i = 0; i < household.size() && added < most_scenes; ++i) {
      if (!seen.insert(life_of(household[i].record)).second) continue;
      ++added;
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

std::string day_value(Kind kind, std::string_view day) {
  const PartialDate date = parse_date(day).date;
  if (kind == Kind::date) return std::string(day);
  if (kind == Kind::era_date) return format_era_date(date);
  if (kind == Kind::era_gregorian_date) return static_cast<char>('0' + era_of(date)) + std::string(day);
  return {};
}

KitRecord kit_plain_record(const Layout& layout, const CharacterTables& tables) {
  return schema_records(layout, tables).least;
}

void set_all_days(const Layout& layout, KitRecord& record, std::string_view day) {
  for (std::size_t i = 0; i < record.size(); ++i) {
    const Item& item = layout.items[i];
    if (record[i].empty() || !item.relations.empty()) continue;
    std::string value = day_value(item.kind, day);
    if (value.empty()) continue;
    if (item.kind == Kind::era_gregorian_date && record[i].front() == '0') value.front() = '0';
    record[i] = std::move(value);
  }
}

std::vector<KitScene> kit_scenes(const KitTrial& trial) {
  const Ends ends = schema_records(trial.layout(), trial.tables());
  std::vector<KitScene> scenes = {{{ends.least}, 0}, {{ends.most}, 0}};
  add_variations(trial.layout(), ends, scenes);
  if (holds_residents(trial.layout())) add_city(trial.layout(), ends.least, scenes);
  std::vector<KitScene> right = right_ones(trial, scenes);
  if (right.empty()) return {scenes.front()};
  if (holds_residents(trial.layout())) {  // what a life of the city has may be varied, too
    std::vector<KitScene> lives;
    add_variations(trial.layout(), {right.front().records[right.front().target], ends.most}, lives);
    for (KitScene& scene : right_ones(trial, std::move(lives))) right.push_back(std::move(scene));
  }
  return right;
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
  std::map<CheckDigit, std::map<std::string, std::string>> people;  // 個人番号 and 住民票コード, whatever the item
  for (const std::size_t item : items_) {
    const CheckDigit check = layout_.items[item].check;
    const bool person = check == CheckDigit::individual_no || check == CheckDigit::juminhyo_code;
    std::map<std::string, std::string> of_item;
    std::map<std::string, std::string>& given = person ? people[check] : of_item;
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
