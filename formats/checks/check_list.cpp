// Every check, by its number. A check is made in the file of its subject; this is where it is known.
#include <algorithm>

#include "formats/checks/check.hpp"
#include "formats/checks/subjects.hpp"

namespace daicho {
namespace {

std::vector<CheckKind> all_checks() {
  std::vector<CheckKind> all;
  for (const auto subject :
       {arrival_checks, beyond_file_checks, change_scope_checks, departure_checks, envelope_checks, event_date_checks,
        foreign_resident_checks, four_items_checks, household_checks, key_checks, life_date_checks, living_state_checks,
        number_change_checks, number_holder_checks, relationship_checks, removed_people_checks, rules_elsewhere,
        text_length_checks, update_sequence_checks}) {
    for (CheckKind& kind : subject()) all.push_back(std::move(kind));
  }
  std::sort(all.begin(), all.end(), [](const CheckKind& a, const CheckKind& b) { return a.id < b.id; });
  return all;
}

}  // namespace

const std::vector<CheckKind>& check_list() {
  static const std::vector<CheckKind> list = all_checks();
  return list;
}

bool made_for(const CheckKind& kind, std::string_view layout) {
  const auto excepted = [&](std::string_view known) { return known.starts_with('!') && known.substr(1) == layout; };
  if (std::any_of(kind.layouts.begin(), kind.layouts.end(), excepted)) return false;
  return std::any_of(kind.layouts.begin(), kind.layouts.end(), [&](std::string_view known) {
    return known.ends_with('*') ? layout.starts_with(known.substr(0, known.size() - 1)) : layout == known;
  });
}

CheckNeed part_need(const CheckKind& kind, std::string_view layout) {
  const bool has_part = kind.part.layout.empty() || kind.part.layout == layout;
  return has_part ? kind.part.need : CheckNeed::nothing;
}

}  // namespace daicho
