#include "samples/identity.hpp"

#include <algorithm>
#include <array>

#include "converters/utf8.hpp"
#include "converters/width.hpp"

namespace daicho {
namespace {

std::vector<ReadName> held(std::span<const ReadName> names, const SampleRepertoire& repertoire) {
  std::vector<ReadName> list;
  for (const ReadName& name : names) {
    if (repertoire.holds(name.kanji)) list.push_back(name);
  }
  return list;
}

// Cut at a character and filled up with `filler`, to exactly `units` UTF-16 code units.
std::string of_length(std::string_view text, std::string_view filler, std::size_t units) {
  std::string longest;
  std::size_t length = 0;
  while (length < units) {
    std::string_view rest = length == 0 ? text : filler;
    while (!rest.empty() && length < units) {
      longest += take_character(rest);
      ++length;
    }
  }
  return longest;
}

}  // namespace

JapaneseNames::JapaneseNames(const SampleRepertoire& repertoire)
    : rare_surnames_(held(daicho::rare_surnames(), repertoire)),
      rare_given_{held(rare_given_names(false), repertoire), held(rare_given_names(true), repertoire)} {}

ReadName JapaneseNames::surname(Prng& prng) const {
  const ReadName common = common_surnames()[prng.skewed(common_surnames().size())];
  const ReadName rare = rare_surname(prng);
  return prng.chance(120) ? rare : common;
}

ReadName JapaneseNames::rare_surname(Prng& prng) const {
  const std::uint64_t drawn = prng.next();
  return rare_surnames_.empty() ? common_surnames().front() : rare_surnames_[drawn % rare_surnames_.size()];
}

ReadName JapaneseNames::given(Prng& prng, bool male, int birth_year) const {
  const auto names = given_names(male, birth_year);
  const ReadName common = names[prng.skewed(names.size())];
  const auto& rare = rare_given_[male ? 1 : 0];
  const std::uint64_t drawn = prng.next();
  return prng.chance(40) && !rare.empty() ? rare[drawn % rare.size()] : common;
}

void set_japanese_name(Resident& resident, const ReadName& surname, const ReadName& given) {
  resident[Juki::name_kana] = std::string(surname.kana) + "　" + std::string(given.kana);
  resident[Juki::name_kanji] = std::string(surname.kanji) + "　" + std::string(given.kanji);
}

void set_honseki(Resident& resident, Prng& prng, const std::string& hittosha) {
  const Address place = prng.chance(2500) ? city_address(prng, false) : address_elsewhere(prng);
  if (prng.chance(8)) {
    resident[Juki::honseki] = "不明";
    resident[Juki::hittosha_kanji] = "不明";
    resident[Juki::honseki_municipality_code] = "000000";
    return;
  }
  resident[Juki::honseki_municipality_code] = place.municipality_code;
  resident[Juki::honseki_postal_code] = place.postal_code;
  resident[Juki::honseki] = place.text;
  resident[Juki::hittosha_kanji] = hittosha;
}

void clear_foreign_items(Resident& resident) {
  for (auto item = static_cast<std::size_t>(Juki::foreign_real_name_kana);
       item <= static_cast<std::size_t>(Juki::alias_history); ++item) {
    resident[static_cast<Juki>(item)].clear();
  }
}

void set_longest_foreign_name(Resident& resident) {
  resident[Juki::name_kanji] =
      of_length("ＷＯＬＦＥＳＣＨＬＥＧＥＬＳＴＥＩＮＨＡＵＳＥＮ　", "ＡＤＯＬＰＨＢＬＡＩＮＥＣＨＡＲＬＥＳ", 100);
  resident[Juki::name_kana] = of_length("ウォルフシュレーゲルシュタインハウゼン　", "アドルフブレインチャールズ", 100);
  resident[Juki::foreign_real_name_kana] = resident[Juki::name_kana];
  resident[Juki::foreign_real_name_kanji] = resident[Juki::name_kanji];
  for (const Juki item : {Juki::foreign_alias_kana, Juki::foreign_alias_kanji, Juki::foreign_combined_name_kanji,
                          Juki::foreign_combined_name_kana, Juki::alias_history}) {
    resident[item].clear();
  }
}

}  // namespace daicho
