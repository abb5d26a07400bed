#include "samples/register_table.hpp"

#include <algorithm>

namespace daicho {
namespace {

constexpr char kSeparator = '\x1F';  // values hold no control characters

std::string joined(const Resident& resident) {
  std::string row;
  for (std::size_t item = 0; item < kJukiItems; ++item) {
    if (item > 0) row += kSeparator;
    row += resident[static_cast<Juki>(item)];
  }
  return row;
}

}  // namespace

RegisterTable::Row RegisterTable::add(const Resident& resident) {
  rows_.push_back(joined(resident));
  const auto row = static_cast<Row>(rows_.size() - 1);
  if (resident.living()) enter(row, resident);
  return row;
}

Resident RegisterTable::operator[](Row row) const {
  Resident resident;
  std::string_view rest = rows_[row];
  for (std::size_t item = 0; item < kJukiItems; ++item) {
    const std::string_view value = rest.substr(0, rest.find(kSeparator));
    resident[static_cast<Juki>(item)] = value;
    rest.remove_prefix(std::min(rest.size(), value.size() + 1));
  }
  return resident;
}

void RegisterTable::change(Row row, const Resident& resident) {
  const Resident before = (*this)[row];
  if (before.living()) leave(row, before);
  if (resident.living()) enter(row, resident);
  rows_[row] = joined(resident);
  changed_.insert(row);
}

std::vector<RegisterTable::Row> RegisterTable::household(const std::string& household_no) const {
  const auto found = households_.find(household_no);
  return found == households_.end() ? std::vector<Row>() : found->second;
}

void RegisterTable::enter(Row row, const Resident& resident) {
  std::vector<Row>& members = households_[resident[Juki::household_no]];
  members.insert(std::upper_bound(members.begin(), members.end(), row), row);
  ++living_;
}

void RegisterTable::leave(Row row, const Resident& resident) {
  std::vector<Row>& members = households_[resident[Juki::household_no]];
  members.erase(std::remove(members.begin(), members.end(), row), members.end());
  --living_;
}

}  // namespace daicho
