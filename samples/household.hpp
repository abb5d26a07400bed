// Households of the synthetic city: who they are, and how they came to live where they live.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "samples/family.hpp"
#include "samples/identity.hpp"
#include "samples/numbers.hpp"
#include "samples/residence.hpp"
#include "samples/resident.hpp"

namespace daicho {

/// A resident with what the register does not say.
struct Dweller {
  Resident record;
  FamilyMember member;
  Day birth = 0;
  Day since = 0;    ///< 住民となった日
  Day settled = 0;  ///< 住定日, known even where the register has it as 不詳
  Address address;
};

using Household = std::vector<Dweller>;  ///< the head first; removed members last

/// What a household shall be.
struct HouseholdWish {
  std::size_t limit = 8;                    ///< at most so many living members
  std::optional<FamilyKind> kind;           ///< else drawn
  std::optional<std::string_view> section;  ///< foreign household of this 30条45 class; empty: as drawn
  const Address* address = nullptr;         ///< share this address (二世帯住宅)
  std::optional<ReadName> surname;          ///< of a Japanese household; else drawn
};

/// Makes households without a history: names, births, numbers, 本籍, address. Every member lives, and lives together.
class HouseholdMaker {
 public:
  HouseholdMaker(const JapaneseNames& names, NumberOffice& numbers) : names_(names), numbers_(numbers) {}

  Household make(Prng& prng, const HouseholdWish& wish, Day today);
  const JapaneseNames& names() const { return names_; }
  NumberOffice& numbers() { return numbers_; }

 private:
  void name_japanese(Household& household, Prng& prng, const std::optional<ReadName>& wished);
  void name_foreign(Household& household, Prng& prng, const ForeignHousehold& shared, Day today);

  const JapaneseNames& names_;
  NumberOffice& numbers_;
};

/// Writes the head's names into items 2 and 3 of everyone who lives. The head is the living member with 続柄 02.
void write_head_names(Household& household);

}  // namespace daicho
