// The synthetic city: a whole register, household by household.
#pragma once

#include <cstdint>
#include <functional>

#include "samples/household.hpp"
#include "samples/sample_repertoire.hpp"

namespace daicho {

struct CityWish {
  std::uint32_t residents = 0;  ///< who live there; removed records come on top (a few per cent)
  std::uint64_t seed = 0;
  Day as_of = 0;
  Charset charset = Charset::utf8;  ///< names are chosen from what it holds
  TextOptions text = {};            ///< its tables, which must outlive the making
};

/// Makes the city and shows each household in turn. The same wish gives the same households on every machine. From
/// 1,000 residents on every class of 法第30条の45 is present.
void make_city(const CityWish& wish, const JukiLayout& layout, const std::function<void(const Household&)>& visit);

}  // namespace daicho
