// The numbers of synthetic residents: unique, with valid check digits, and belonging to nobody.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

#include "samples/prng.hpp"

namespace daicho {

/// Hands out 個人番号, 住民票コード, 宛名番号 and 世帯番号.
class NumberOffice {
 public:
  /// Notes a number of an existing register, so that it is not given again. An empty one is ignored.
  void note_individual_no(std::string_view number);
  void note_juminhyo_code(std::string_view code);
  void note_addressee_no(std::string_view number);
  void note_household_no(std::string_view number);

  std::string individual_no(Prng& prng);  ///< 12 digits, drawn at random
  std::string juminhyo_code(Prng& prng);  ///< 11 digits, drawn at random as from a stock (JUKI-STD 4.3.1)
  std::string next_addressee_no();        ///< 15 digits: a sequence of 14 and its check digit (JUKI-STD 1.1.13)
  std::string next_household_no();        ///< likewise

 private:
  std::unordered_set<std::uint64_t> individual_nos_;  // without check digits
  std::unordered_set<std::uint64_t> juminhyo_codes_;
  std::uint64_t last_addressee_ = 0;
  std::uint64_t last_household_ = 0;
};

/// `number` with zeros on the left up to `width` digits.
std::string zero_filled(std::uint64_t number, std::size_t width);

}  // namespace daicho
