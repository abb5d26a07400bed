// The names and the residence status of foreign residents (items 58-72).
#include <algorithm>
#include <array>

#include "converters/date.hpp"
#include "converters/width.hpp"
#include "samples/family.hpp"
#include "samples/identity.hpp"
#include "samples/numbers.hpp"

namespace daicho {
namespace {

/// A 在留資格 with its usual periods of stay; code and name as domain lists of the toolkit give them.
struct Status {
  std::string_view code;
  std::string_view name;
  std::uint32_t weight;     ///< among heads of households
  std::string_view period;  ///< YYMMDDD; zeros: without limit
  int days;                 ///< the period in days
};

constexpr std::array<Status, 15> kStatuses = {{
    {"026", "永住者", 300, "0000000", 0},
    {"018", "留学", 220, "0200000", 730},
    {"035", "技術・人文知識・国際業務", 210, "0300000", 1095},
    {"027", "日本人の配偶者等", 60, "0300000", 1095},
    {"029", "定住者", 40, "0300000", 1095},
    {"025", "特定活動（その他）", 30, "0100000", 365},
    {"014", "技能", 30, "0100000", 365},
    {"015", "技能実習", 25, "0006000", 182},
    {"012", "企業内転勤", 20, "0500000", 1826},
    {"001", "教授", 15, "0500000", 1826},
    {"008", "研究", 10, "0300000", 1095},
    {"009", "教育", 10, "0100000", 365},
    {"045", "介護", 10, "0103000", 456},
    {"021", "家族滞在", 0, "0300000", 1095},
    {"028", "永住者の配偶者等", 0, "0300000", 1095},
}};

const Status& status_of(std::string_view code) {
  return *std::find_if(kStatuses.begin(), kStatuses.end(), [&](const Status& status) { return status.code == code; });
}

std::string with_spaces(std::string_view latin) {
  std::string text(latin);
  std::replace(text.begin(), text.end(), '@', ' ');
  return to_full_width(text);
}

// The status that a member of the household has when the head's is `head`.
std::string_view status_of_member(std::string_view head, bool is_head) {
  if (is_head) return head;
  if (head == kSpouseOfJapanese) return "027";
  if (head == "026") return "028";
  return head == "029" || head == "027" ? "029" : "021";
}

void set_card(Resident& resident, Prng& prng, const Status& status, Day today) {
  resident[Juki::residence_card_no] = residence_card_no(prng);
  resident[Juki::residence_status_code] = status.code;
  resident[Juki::residence_status_kanji] = status.name;
  resident[Juki::period_of_stay] = status.period;
  const int left = prng.between(20, std::max(21, status.days));
  if (status.days != 0) resident[Juki::period_of_stay_expiry] = day_text(today + left);
}

}  // namespace

std::string residence_card_no(Prng& prng) {
  std::string number;
  for (const char kind : std::string_view("AA00000000AA")) {
    const std::uint32_t drawn = prng.below(kind == 'A' ? 26 : 10);
    number += static_cast<char>((kind == 'A' ? 'A' : '0') + static_cast<int>(drawn));
  }
  return number;
}

ForeignHousehold draw_foreign_household(Prng& prng, std::string_view section) {
  ForeignHousehold household;
  const bool special = prng.chance(700);
  household.section = !section.empty() ? section : special ? "02" : "01";
  std::array<std::uint32_t, 64> weights{};
  const auto list = countries();
  for (std::size_t at = 0; at < list.size(); ++at) weights[at] = list[at].weight;
  household.country = list[prng.weighted(std::span(weights).first(list.size()))];
  if (household.section == "02") household.country = list[prng.chance(8000) ? 1 : 11];      // 韓国, 朝鮮
  if (household.section == "03" || household.section == "04") household.country = list[8];  // ミャンマー
  if (household.section == "06") household.country = list[6];                               // 米国
  household.surname = prng.pick(foreign_names(household.country.code).surnames);
  std::array<std::uint32_t, kStatuses.size()> shares{};
  for (std::size_t at = 0; at < kStatuses.size(); ++at) shares[at] = kStatuses[at].weight;
  household.head_status = kStatuses[prng.weighted(shares)].code;
  return household;
}

void set_foreign_name(Resident& resident, Prng& prng, const ForeignHousehold& household, const JapaneseNames& names) {
  const ForeignNames& list = foreign_names(household.country.code);
  const bool wife = resident[Juki::relationship_code] == relationship::kWife ||
                    resident[Juki::relationship_code] == relationship::kHusband;
  const ForeignPart own = prng.pick(list.surnames);
  const ForeignPart surname = wife && !own.kanji.empty() ? own : household.surname;
  const ForeignPart given = prng.pick(resident.male() ? list.male : list.female);
  const std::string latin = with_spaces(surname.latin) + "　" + with_spaces(given.latin);
  const std::string kana = std::string(surname.kana) + "　" + std::string(given.kana);
  const bool kanji = prng.chance(household.section == "02" ? 8000 : 5500) && !given.kanji.empty();
  const std::string name = kanji ? std::string(surname.kanji) + "　" + std::string(given.kanji) : latin;
  resident[Juki::name_kana] = resident[Juki::foreign_real_name_kana] = kana;
  resident[Juki::name_kanji] = resident[Juki::foreign_real_name_kanji] = name;
  const bool has_alias = prng.chance(household.section == "02" ? 7000 : given.kanji.empty() ? 300 : 1200);
  const ReadName alias_surname = names.surname(prng);
  const ReadName alias_given = names.given(prng, resident.male(), 1980);
  const Day recorded = day_number(2013, 1, 1) + prng.between(0, 4000);
  if (!has_alias) return;
  const std::string alias = std::string(alias_surname.kanji) + "　" + std::string(alias_given.kanji);
  const std::string alias_kana = std::string(alias_surname.kana) + "　" + std::string(alias_given.kana);
  resident[Juki::foreign_alias_kanji] = alias;
  resident[Juki::foreign_alias_kana] = alias_kana;
  resident[Juki::foreign_combined_name_kanji] = name + "（" + alias + "）";
  resident[Juki::foreign_combined_name_kana] = kana + "　" + alias_kana;
  resident[Juki::alias_history] = alias + "／" + written_day(recorded) + "記載／東京都小金井市";
}

void set_foreign_status(Resident& resident, Prng& prng, const ForeignHousehold& household, Day birth, Day today) {
  resident[Juki::nationality_code] = household.country.code;
  resident[Juki::nationality_kanji] = household.country.name;
  resident[Juki::article_30_45_class] = household.section;
  resident[Juki::foreign_birth_date] = day_text(birth);
  resident[Juki::residence_notified_flag] = "1";
  if (household.section == "01") {
    set_card(resident, prng, status_of(status_of_member(household.head_status, resident.head())), today);
  } else if (household.section == "02") {
    resident[Juki::residence_card_no] = residence_card_no(prng);
  } else if (household.section == "03" || household.section == "04") {
    resident[Juki::period_of_stay] = "0006000";
    resident[Juki::period_of_stay_expiry] = day_text(today + prng.between(20, 150));
  }
}

}  // namespace daicho
