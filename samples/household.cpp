#include "samples/household.hpp"

#include <algorithm>

#include "samples/days.hpp"

namespace daicho {
namespace {

std::vector<FamilyMember> family_of(Prng& prng, const HouseholdWish& wish) {
  if (wish.section == "05") {  // a mother and her newborn child
    std::vector<FamilyMember> members(2);
    members[0] = {std::string(relationship::kHead), prng.between(24, 38), false, false, false};
    members[1] = {std::string(relationship::kChild), 0, prng.chance(5130), true, false};
    return members;
  }
  FamilyKind kind = wish.kind ? *wish.kind : draw_family_kind(prng);
  if (wish.section && !wish.kind) {
    constexpr FamilyKind kKinds[] = {FamilyKind::single_young, FamilyKind::single_young, FamilyKind::single_middle,
                                     FamilyKind::couple_young, FamilyKind::couple_with_children};
    kind = prng.pick(kKinds);
  }
  if (wish.section == "03" || wish.section == "04" || wish.section == "06") kind = FamilyKind::single_middle;
  return draw_family(prng, kind, wish.limit);
}

bool is_spouse(const FamilyMember& member) {
  return member.relationship == relationship::kWife || member.relationship == relationship::kHusband;
}

// What one foreign member of a household of Japanese has: the status of a spouse of a Japanese.
ForeignHousehold foreign_spouse(Prng& prng) {
  ForeignHousehold shared = draw_foreign_household(prng, "01");
  shared.head_status = kSpouseOfJapanese;
  return shared;
}

}  // namespace

Household HouseholdMaker::make(Prng& prng, const HouseholdWish& wish, Day today) {
  const std::vector<FamilyMember> family = family_of(prng, wish);
  const std::string household_no = numbers_.next_household_no();
  Address address = wish.address != nullptr ? *wish.address : city_address(prng, family.size() < 4);
  Household household(family.size());
  for (std::size_t at = 0; at < family.size(); ++at) {
    Dweller& dweller = household[at];
    dweller.member = family[at];
    dweller.birth =
        wish.section == "05" && at == 1 ? today - prng.between(3, 40) : birth_day(prng, family[at].age, today);
    dweller.address = address;
    Resident& record = dweller.record;
    record[Juki::household_no] = household_no;
    record[Juki::addressee_no] = numbers_.next_addressee_no();
    record[Juki::juminhyo_code] = numbers_.juminhyo_code(prng);
    record[Juki::individual_no] = numbers_.individual_no(prng);
    record[Juki::removal_class] = "0";
    record[Juki::sex_code] = family[at].male ? "1" : "2";
    record[Juki::relationship_code] = family[at].relationship;
    set_address(record, address);
  }
  if (wish.section) {
    name_foreign(household, prng, draw_foreign_household(prng, *wish.section), today);
  } else {
    name_japanese(household, prng, wish.surname);
    const bool mixed = household.size() > 1 && is_spouse(household[1].member) && prng.chance(130);
    if (mixed) {
      Household spouse = {household[1]};
      Resident& record = spouse[0].record;
      for (const Juki item : {Juki::honseki_municipality_code, Juki::honseki_postal_code, Juki::honseki,
                              Juki::hittosha_kanji, Juki::former_surname_kanji}) {
        record[item].clear();
      }
      name_foreign(spouse, prng, foreign_spouse(prng), today);
      household[1] = spouse[0];
    }
  }
  write_head_names(household);
  return household;
}

void HouseholdMaker::name_japanese(Household& household, Prng& prng, const std::optional<ReadName>& wished) {
  const ReadName drawn = names_.surname(prng);
  const ReadName surname = wished.value_or(drawn);
  const bool married = household.size() > 1 && is_spouse(household[1].member);
  std::string hittosha;
  for (std::size_t at = 0; at < household.size(); ++at) {
    Dweller& dweller = household[at];
    Resident& record = dweller.record;
    const bool own = dweller.member.own_surname;
    const ReadName given = names_.given(prng, dweller.member.male, year_of(dweller.birth));
    const ReadName family_name = own ? names_.surname(prng) : surname;
    const ReadName parent = names_.given(prng, true, year_of(dweller.birth) - 30);
    set_japanese_name(record, family_name, given);
    record[Juki::birth_date] = birth_text(dweller.birth, false);
    const bool of_family = !own && (at == 0 || is_spouse(dweller.member) || dweller.member.child);
    if (at == 0) {
      hittosha = married || prng.chance(4000) ? record[Juki::name_kanji]
                                              : std::string(surname.kanji) + "　" + std::string(parent.kanji);
    }
    if (of_family && at > 0) {
      for (const Juki item :
           {Juki::honseki_municipality_code, Juki::honseki_postal_code, Juki::honseki, Juki::hittosha_kanji}) {
        record[item] = household[0].record[item];
      }
    } else {
      set_honseki(record, prng, at == 0 ? hittosha : std::string(family_name.kanji) + "　" + std::string(parent.kanji));
    }
    if (is_spouse(dweller.member) && prng.chance(250)) {
      record[Juki::former_surname_kanji] = names_.surname(prng).kanji;
    }
  }
}

void HouseholdMaker::name_foreign(Household& household, Prng& prng, const ForeignHousehold& shared, Day today) {
  for (Dweller& dweller : household) {
    ForeignHousehold own = shared;
    if (shared.section == "05" && !dweller.member.child) own.section = "01";
    set_foreign_status(dweller.record, prng, own, dweller.birth, today);
    set_foreign_name(dweller.record, prng, own, names_);
    dweller.record[Juki::birth_date] = birth_text(dweller.birth, true);
  }
}

void write_head_names(Household& household) {
  const auto head = std::find_if(household.begin(), household.end(), [](const Dweller& dweller) {
    return dweller.record.living() && dweller.record.head();
  });
  if (head == household.end()) return;
  for (Dweller& dweller : household) {
    if (!dweller.record.living()) continue;
    dweller.record[Juki::head_name_kana] = head->record[Juki::name_kana];
    dweller.record[Juki::head_name_kanji] = head->record[Juki::name_kanji];
  }
}

}  // namespace daicho
