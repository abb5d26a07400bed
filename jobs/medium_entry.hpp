// The ledger's entry of a medium.
#pragma once

#include <cstdint>

#include "formats/catalog.hpp"
#include "jobs/ledger_entry.hpp"
#include "jobs/ledger_store.hpp"
#include "jobs/medium_facts.hpp"
#include "jobs/medium_write.hpp"

namespace daicho {

/// How many people and 個人番号 a medium hands over. The run's own entry has counted them, for each file; without one
/// (a run of before the ledger) records stand for people, and every record of a layout with an 個人番号 for one.
struct HandedOver {
  std::uint64_t people = 0;
  std::uint64_t individual_numbers = 0;
};

HandedOver handed_over(const MediumContentsChoice& choice, LedgerStore& store, const Catalog& catalog);

LedgerEntry medium_entry(const MediumFacts& facts, const MediumRequest& request, const MediumContentsChoice& choice,
                         HandedOver handed);

}  // namespace daicho
