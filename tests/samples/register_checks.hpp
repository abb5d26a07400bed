// What every generated register must fulfil, for the tests of city and evolve.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "converters/date.hpp"
#include "formats/catalog.hpp"
#include "formats/record_check.hpp"
#include "formats/value_check.hpp"
#include "samples/resident.hpp"

namespace daicho {

inline const Layout& juki_layout() {
  static const Catalog catalog(std::string(DAICHO_SOURCE_DIR) + "/schemas");
  static const auto layout = catalog.layout("juki");
  return *layout;
}

/// Counts as one line each, so that a failing test shows them.
inline std::string as_text(const std::map<std::string, int>& counts) {
  std::string text;
  for (const auto& [what, count] : counts) text += what + ": " + std::to_string(count) + "\n";
  return text;
}

/// Each finding of value_check and RecordChecker as `item code`, with how often.
inline std::string findings_of(const std::vector<Resident>& residents) {
  const Layout& layout = juki_layout();
  const JukiLayout juki(layout);
  const RecordChecker checker(layout);
  std::map<std::string, int> found;
  RecordBlock block(layout.items.size());
  for (const Resident& resident : residents) {
    block.clear();
    block.append(juki.values(resident));
    for (std::size_t item = 0; item < layout.items.size(); ++item) {
      const auto fault = check_value(layout.items[item], block[0][item]);
      if (fault) ++found[layout.items[item].id + " " + fault->code.code];
    }
    FindingList list;
    checker.check(block[0], "city", list);
    for (const Finding& finding : list.findings) {
      ++found[(finding.item == kNoItem ? "-" : layout.items[finding.item].id) + " " + finding.code.code];
    }
  }
  return as_text(found);
}

/// The logical checks of a single register that the schema cannot say (L05-L33): the ids of those that fail, with how
/// often.
std::string logical_faults(const std::vector<Resident>& residents, const std::string& as_of);

}  // namespace daicho
