// Places: the towns of the synthetic city (小金井市), other municipalities of Japan, and countries.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "samples/prng.hpp"

namespace daicho {

inline constexpr std::string_view kCityCode = "132101";
inline constexpr std::string_view kCityName = "東京都小金井市";

/// A 町 of the city: its number counts from 1 in the order of postal codes.
struct Town {
  std::string_view name;
  std::string_view postal_code;
  int blocks = 0;  ///< 丁目
};
std::span<const Town> city_towns();

/// A municipality elsewhere, with one of its towns.
struct Municipality {
  std::string_view code;  ///< 5 digits, without check digit
  std::string_view name;  ///< with its prefecture
  std::string_view town;
  std::string_view postal_code;
};
std::span<const Municipality> municipalities();

/// A nationality that residents may have.
struct Country {
  std::string_view code;  ///< ISO 3166-1 alpha-3, or the register's own codes (XKO, XXA, ...)
  std::string_view name;
  unsigned weight = 0;  ///< how frequent among foreign residents
};
std::span<const Country> countries();

/// An address as a register holds it.
struct Address {
  std::string municipality_code;  ///< 6 digits; empty abroad
  std::string postal_code;        ///< empty abroad
  std::string text;
  std::string building;  ///< 方書; may be empty
  // Only for addresses in the city:
  std::string town_code;
  std::string district_code;
  std::string building_code;
  std::size_t town = 0;  ///< index into city_towns()
  int block = 0;         ///< 丁目
  int lot = 0;           ///< 番
  int number = 0;        ///< 号
  int room = 0;          ///< 0: none
};

/// An address in the city; apartments for about half of those who ask with `apartment`.
Address city_address(Prng& prng, bool apartment);
/// An address elsewhere in Japan; nearer places are more frequent.
Address address_elsewhere(Prng& prng);
/// A country as a former or future address.
Address address_abroad(Prng& prng);

/// The 6-digit code of a municipality.
std::string municipality_code(std::string_view five_digits);

/// `number` in full-width digits.
std::string full_width_number(int number);

}  // namespace daicho
