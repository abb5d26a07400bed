// Who somebody is: names, birth, numbers, 本籍; for foreign residents the items of 法第30条の45.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "samples/days.hpp"
#include "samples/name_lists.hpp"
#include "samples/places.hpp"
#include "samples/resident.hpp"
#include "samples/sample_repertoire.hpp"

namespace daicho {

/// Draws Japanese names that the output's charset can hold.
class JapaneseNames {
 public:
  explicit JapaneseNames(const SampleRepertoire& repertoire);
  /// About 1.2 % of the surnames have characters outside JIS X 0208.
  ReadName surname(Prng& prng) const;
  ReadName rare_surname(Prng& prng) const;  ///< a common one where the charset holds no rare name
  ReadName given(Prng& prng, bool male, int birth_year) const;

 private:
  std::vector<ReadName> rare_surnames_;
  std::vector<ReadName> rare_given_[2];
};

/// Sets items 20 and 21.
void set_japanese_name(Resident& resident, const ReadName& surname, const ReadName& given);

/// Sets 本籍 and 筆頭者: in the city or elsewhere; rarely 不明.
void set_honseki(Resident& resident, Prng& prng, const std::string& hittosha);

/// Stands for the head's status where the head is Japanese and the foreign resident a spouse.
inline constexpr std::string_view kSpouseOfJapanese = "JPN";

/// What the members of a foreign household share.
struct ForeignHousehold {
  Country country;
  ForeignPart surname;
  std::string_view head_status;  ///< 在留資格コード of the head; empty outside class 01
  std::string_view section;      ///< 第30条の45 区分, 01-06
};

/// The class is `section` (01-06) where given, else drawn: nearly always 01, some 02.
ForeignHousehold draw_foreign_household(Prng& prng, std::string_view section);

/// Sets items 20, 21 and 58-63 (names, aliases, combined names).
void set_foreign_name(Resident& resident, Prng& prng, const ForeignHousehold& household, const JapaneseNames& names);

/// Sets items 64-72: nationality, card, status, class, period of stay, birth date. `head` decides the status.
void set_foreign_status(Resident& resident, Prng& prng, const ForeignHousehold& household, Day birth, Day today);

/// Takes every item of foreign residents away (帰化).
void clear_foreign_items(Resident& resident);

/// A name of 100 full-width characters, the longest that the register holds.
void set_longest_foreign_name(Resident& resident);

/// A residence card number: two letters, eight digits, two letters.
std::string residence_card_no(Prng& prng);

}  // namespace daicho
