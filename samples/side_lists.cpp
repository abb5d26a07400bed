#include "samples/side_lists.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "converters/width.hpp"
#include "formats/error.hpp"
#include "jobs/destinations.hpp"

namespace daicho {
namespace {

/// How frequent a destination's cases are, of those who can be one.
struct CaseShare {
  std::string_view destination;  ///< how its id begins
  int age_from;
  int age_to;
  std::uint32_t per_ten_thousand;
};
constexpr std::array<CaseShare, 14> kShares = {{
    {"02-", 30, 110, 2500},
    {"03-", 20, 110, 4000},
    {"06-", 65, 74, 200},
    {"07-", 40, 64, 50},
    {"08-", 65, 110, 60},
    {"09-", 18, 110, 160},
    {"10-", 75, 110, 8},
    {"11-", 0, 110, 150},
    {"12-", 0, 110, 220},
    {"13-", 0, 110, 60},
    {"14-", 0, 110, 30},
    {"19-", 0, 18, 250},
    {"20-", 20, 60, 120},
    {"22-", 0, 17, 200},
}};
constexpr CaseShare kOtherShare{"", 0, 110, 80};

// So that no list is empty, however small the city.
constexpr std::uint64_t kDispatchedHousehold = 2;
constexpr std::uint64_t kBrailleHousehold = 3;
constexpr std::uint64_t kSuppressedHousehold = 4;

const CaseShare& share_of(std::string_view destination) {
  const auto found = std::find_if(kShares.begin(), kShares.end(),
                                  [&](const CaseShare& share) { return destination.starts_with(share.destination); });
  return found == kShares.end() ? kOtherShare : *found;
}

bool by_household(const Destination& destination) {
  return std::any_of(destination.residents.begin(), destination.residents.end(),
                     [](const ResidentSelector& selector) { return selector.cases && selector.household; });
}

}  // namespace

struct SideLists::List {
  std::unique_ptr<ByteSink> sink;
  std::uint64_t rows = 0;
  void add(const std::string& row) {
    sink->write(row + "\r\n");
    ++rows;
  }
};

/// The destinations with a case list, and whether it names households.
struct SideLists::Cases {
  struct Entry {
    std::string list;
    bool households = false;
    CaseShare share;
  };
  std::vector<Entry> entries;
};

SideLists::SideLists(const Catalog& catalog, const std::filesystem::path& folder, Overwrite overwrite,
                     const SideListWish& wish)
    : catalog_(catalog), folder_(folder), overwrite_(overwrite), wish_(wish), cases_(std::make_unique<Cases>()) {
  std::error_code failed;
  std::filesystem::create_directories(folder / "cases", failed);
  if (failed) throw WorldError("cannot make the folder " + (folder / "cases").string() + ": " + failed.message());
  open("print-classes.csv", "addressee_no,print_class,dispatch_postal_code,dispatch_address,dispatch_name");
  open("suppress.csv", "addressee_no");
  open("resident-since.csv", "addressee_no,date");
  for (const Destination& destination : load_destinations(catalog).destinations) {
    departments_.insert(destination.department_code);
    if (!destination.needs_cases()) continue;
    const bool households = by_household(destination);
    const std::string list = "cases/" + destination.id + ".csv";
    open(list, households ? "household_no" : "addressee_no");
    cases_->entries.push_back({list, households, share_of(destination.id)});
  }
  atena_ = catalog.layout("atena");
  atena_file_ = std::make_unique<RecordFile>(*atena_, default_format(FileKind::csv), (folder_ / "atena.csv").string(),
                                             overwrite_);
}

SideLists::~SideLists() = default;

SideLists::List& SideLists::open(const std::string& name, const std::string& header) {
  auto list = std::make_unique<List>();
  list->sink = open_sink((folder_ / name).string(), overwrite_);
  list->sink->write(header + "\r\n");
  return *(lists_[name] = std::move(list));
}

void SideLists::add(const Household& household) {
  Prng prng(wish_.seed ^ 0x5349444553U, ++households_);
  for (const Dweller& dweller : household) {
    const std::string& number = dweller.record[Juki::addressee_no];
    lists_["resident-since.csv"]->add(number + "," + day_text(dweller.since));
    add_atena(prng, dweller);
    add_cases(prng, dweller, &dweller == &household.front());
    add_print_class(prng, dweller, &dweller == &household.front());
    const bool listed = prng.chance(8) || (households_ == kSuppressedHousehold && &dweller == &household.front());
    if (dweller.record.living() && listed) lists_["suppress.csv"]->add(number);
  }
}

void SideLists::add_cases(Prng& prng, const Dweller& dweller, bool first) {
  const int age = years_between(dweller.birth, wish_.as_of);
  for (const Cases::Entry& entry : cases_->entries) {
    List& list = *lists_[entry.list];
    const bool drawn = prng.chance(entry.share.per_ten_thousand) || list.rows == 0;
    if (!drawn || !dweller.record.living() || age < entry.share.age_from || age > entry.share.age_to) continue;
    if (entry.households && !first) continue;
    list.add(dweller.record[entry.households ? Juki::household_no : Juki::addressee_no]);
  }
}

// Those who will soon be notified of their 個人番号, and a few others: in Braille, to a hospital, to a shelter.
void SideLists::add_print_class(Prng& prng, const Dweller& dweller, bool first) {
  const bool soon = dweller.record.living() && dweller.record[Juki::individual_no].empty();
  const bool elsewhere = prng.chance(4) || (first && households_ == kDispatchedHousehold);
  const bool braille = prng.chance(3) || (first && households_ == kBrailleHousehold);
  if (!soon && !elsewhere && !braille) return;
  std::string row = dweller.record[Juki::addressee_no];
  if (soon && ++without_number_ % 3 != 0) {
    row += ",01,,,";
  } else if (soon || elsewhere) {
    row += ",01," + std::string(city_towns()[8].postal_code) + "," + std::string(kCityName) +
           "貫井南町３丁目１番１号　市立病院気付," + dweller.record[Juki::name_kanji];
  } else {
    row += ",11,,,";
  }
  lists_["print-classes.csv"]->add(row);
}

void SideLists::add_atena(Prng& prng, const Dweller& dweller) {
  const Resident& record = dweller.record;
  std::vector<std::string> values(atena_->items.size());
  const auto set = [&](std::string_view id, std::string value) { values[atena_->index(id)] = std::move(value); };
  const Address& address = dweller.address;
  set("integrated_addressee_no", "9" + record[Juki::addressee_no].substr(1));
  set("individual_no", record[Juki::individual_no]);
  set("addressee_no", record[Juki::addressee_no]);
  set("name_kana", record[Juki::name_kana]);
  set("name_kanji", record[Juki::name_kanji]);
  set("birth_date", record[Juki::birth_date].substr(1));
  set("sex_code", record[Juki::sex_code]);
  set("municipality_code", std::string(kCityCode));
  set("district_code", address.district_code);
  set("town_code", address.town_code);
  set("postal_code", address.postal_code);
  set("prefecture", "東京都");
  set("city_or_county", "小金井市");
  set("aza", std::string(city_towns()[address.town].name) + full_width_number(address.block) + "丁目");
  set("lot", full_width_number(address.lot) + "番" + full_width_number(address.number) + "号");
  set("building", record[Juki::address_building]);
  set("lot_main", zero_filled(static_cast<std::uint64_t>(address.lot), 5));
  set("lot_branch", zero_filled(static_cast<std::uint64_t>(address.number), 5));
  if (address.room != 0) set("room_no", std::to_string(address.room));
  if (record.foreign()) {
    const std::string latin = to_half_width(record[Juki::name_kanji]);
    const bool ascii = std::all_of(latin.begin(), latin.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (ascii) set("alphabet_name", latin);
    set("alias_name", record[Juki::foreign_alias_kanji]);
    set("kanji_combined_name", record[Juki::foreign_combined_name_kanji]);
  }
  set("addressee_class", "1");
  set("removal_class", record[Juki::removal_class]);
  set("system_code", "JUKI");
  set("effective_date", "20160101");
  set("business_code", "0101");
  set("number_output_stop_flag", prng.chance(10) ? "1" : "0");
  set("deleted_flag", "0");
  atena_file_->write(values);
}

void SideLists::write_kengen() {
  const auto layout = catalog_.layout("kengen");
  RecordFile file(*layout, default_format(FileKind::csv), (folder_ / "kengen.csv").string(), overwrite_);
  std::uint64_t serial = 0;
  for (const std::string& department : departments_) {
    std::vector<std::string> values(layout->items.size());
    values[layout->index("department_code")] = department;
    values[layout->index("updated_at")] = day_text(wish_.as_of) + "000000000";
    values[layout->index("updated_by")] = "JIMU000001";
    values[layout->index("serial_no")] = zero_filled(++serial, 5);
    file.write(values);
  }
  file.close();
}

void SideLists::close() {
  write_kengen();
  atena_file_->close();
  for (auto& [name, list] : lists_) list->sink->commit();
}

}  // namespace daicho
