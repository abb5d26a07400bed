#include "samples/city.hpp"

#include <algorithm>
#include <array>

#include "samples/history.hpp"

namespace daicho {
namespace {

// Each of the rarer classes has its household early, so that a small city has them all.
constexpr std::array<std::pair<std::uint32_t, std::string_view>, 6> kFirstForeigners = {
    {{12, "01"}, {25, "02"}, {38, "03"}, {51, "04"}, {64, "05"}, {77, "06"}}};

// A family with 外字 in its surname that came back from abroad yesterday, in cities of that size: its 個人番号 come a
// day later, so that the next day's 送付先情報 has 外字.
constexpr std::uint32_t kReturnedFamily = 79;
constexpr std::uint32_t kReturnedFamilyFrom = 10000;  // residents
constexpr ReadName kReturnedSurname = {"\uE001\uE002", "コウサイ"};

constexpr std::uint32_t kLongestEvery = 4000;  // households between two of the longest names, buildings and remarks

class CityMaker {
 public:
  CityMaker(const CityWish& wish, const JukiLayout& layout)
      : wish_(wish),
        unknown_death_(layout.unknown_allowed(Juki::removal_date) && layout.unknown_allowed(Juki::move_date)),
        names_(SampleRepertoire(wish.charset, wish.text)),
        maker_(names_, numbers_) {}

  Household living(std::uint32_t index, std::uint32_t left) {
    Prng prng(wish_.seed, index * 2ULL);
    if (index == kReturnedFamily && wish_.residents >= kReturnedFamilyFrom) return returned_family(prng);
    HouseholdWish wish;
    wish.limit = left;
    wish.section = section_of(prng, index, left);
    const bool share = shared_.lot != 0;
    const Address address = shared_;
    if (share) wish.address = &address;
    wish.kind = kind_of(prng, wish);
    Household household = maker_.make(prng, wish, wish_.as_of);
    HistoryWriter history(prng, wish_.as_of, unknown_death_);
    history.settle(household, index == 0);
    if (index > 0 && prng.chance(25)) history.plan_departure(household);
    const bool widowed = household.size() == 1 && household.front().member.age >= 65;
    if (widowed && prng.chance(3000)) history.add_late_spouse(household, maker_);
    shared_ = {};
    if (!share && household.front().address.room == 0 && prng.chance(300)) shared_ = household.front().address;
    stretch(household, index);
    return household;
  }

  // A household that left, or a person who died, within the last five years; nothing for most indexes.
  Household removed(std::uint32_t index) {
    Prng prng(wish_.seed, index * 2ULL + 1);
    if (!prng.chance(330)) return {};
    const Day day = wish_.as_of - prng.between(3, 5 * 365);
    HouseholdWish wish;
    const bool death = prng.chance(3500);
    if (death) wish.kind = FamilyKind::single_old;
    if (!death && prng.chance(400)) wish.section = "";
    Household household = maker_.make(prng, wish, day);
    HistoryWriter history(prng, day, unknown_death_);
    history.settle(household, false);
    if (death) {
      history.die(household);
    } else {
      history.depart(household);
    }
    return household;
  }

 private:
  Household returned_family(Prng& prng) {
    HouseholdWish wish;
    wish.kind = FamilyKind::couple_young;
    if (SampleRepertoire(wish_.charset).holds(kReturnedSurname.kanji)) wish.surname = kReturnedSurname;
    Household household = maker_.make(prng, wish, wish_.as_of);
    HistoryWriter(prng, wish_.as_of, unknown_death_).arrive_now(household, true, wish_.as_of - 1);
    for (Dweller& dweller : household) dweller.record[Juki::individual_no].clear();
    return household;
  }

  std::optional<std::string_view> section_of(Prng& prng, std::uint32_t index, std::uint32_t left) {
    const bool drawn = prng.chance(190);
    if (wish_.residents >= 500 && left > 2) {
      for (const auto& [first, section] : kFirstForeigners) {
        if (index == first) return section;
      }
    }
    if (index % kLongestEvery == 40) return "01";
    return drawn ? std::optional<std::string_view>("") : std::nullopt;
  }

  std::optional<FamilyKind> kind_of(Prng& prng, const HouseholdWish& wish) {
    if (wish.section) return std::nullopt;
    for (int tried = 0; tried < 20; ++tried) {
      const FamilyKind kind = draw_family_kind(prng);
      const bool large = kind == FamilyKind::three_generations || kind == FamilyKind::couple_with_children;
      if (wish.limit > 7 || !large) return kind;
    }
    return FamilyKind::single_young;
  }

  // Values as long as the register allows.
  static void stretch(Household& household, std::uint32_t index) {
    const std::uint32_t place = index % kLongestEvery;
    if (place == 40) {
      set_longest_foreign_name(household.front().record);
      write_head_names(household);
    } else if (place == 41) {
      std::string building;
      while (building.size() < 300) building += "武蔵野グリーンハイツ公園通り東館";
      building.resize(285);
      building += "９０１";
      for (Dweller& dweller : household) dweller.record[Juki::address_building] = building + "号室";
    } else if (place == 42) {
      std::string remarks;
      while (remarks.size() < 600) remarks += "付記事項を登録できる限りの長さで書く。";
      remarks.resize(600);
      household.front().record[Juki::remarks] = remarks;
    }
  }

  CityWish wish_;
  bool unknown_death_;
  JapaneseNames names_;
  NumberOffice numbers_;
  HouseholdMaker maker_;
  Address shared_;
};

}  // namespace

void make_city(const CityWish& wish, const JukiLayout& layout, const std::function<void(const Household&)>& visit) {
  CityMaker maker(wish, layout);
  std::uint32_t living = 0;
  for (std::uint32_t index = 0; living < wish.residents; ++index) {
    const Household household = maker.living(index, wish.residents - living);
    visit(household);
    living += static_cast<std::uint32_t>(std::count_if(household.begin(), household.end(),
                                                       [](const Dweller& dweller) { return dweller.record.living(); }));
    const Household gone = maker.removed(index);
    if (!gone.empty()) visit(gone);
  }
}

}  // namespace daicho
