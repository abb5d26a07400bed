#include "jobs/residents.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace daicho {
namespace {

constexpr std::string_view kChild = "20";
constexpr std::array<std::string_view, 4> kSpouses{"11", "12", "13", "14"};
constexpr std::array<std::string_view, 4> kSiblings{"71", "74", "81", "84"};
constexpr std::array<std::string_view, 2> kFatherAndMother{"51", "52"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& codes, std::string_view code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// Adds `prefix` and `code` as a chain, where they fit.
void add_chain(std::vector<RelationshipChain>& chains, std::string_view prefix, std::string_view code) {
  RelationshipChain chain;
  chain.fill('0');
  if (prefix.size() + code.size() > chain.size()) return;
  std::copy(code.begin(), code.end(), std::copy(prefix.begin(), prefix.end(), chain.begin()));
  chains.push_back(chain);
}

RelationshipChain chain_of(std::string_view text) {
  RelationshipChain chain;
  chain.fill('0');
  std::copy_n(text.begin(), std::min(text.size(), chain.size()), chain.begin());
  return chain;
}

std::uint64_t number_of(std::string_view digits) {
  std::uint64_t number = 0;
  for (const char digit : digits) number = number * 10 + static_cast<std::uint64_t>(digit - '0');
  return number;
}

}  // namespace

std::vector<RelationshipChain> parents_of(const RelationshipChain& person) {
  std::string_view chain(person.data(), person.size());
  while (chain.size() >= 2 && chain.substr(chain.size() - 2) == "00") chain.remove_suffix(2);
  std::vector<RelationshipChain> parents;
  if (chain.size() < 2) return parents;
  const std::string_view last = chain.substr(chain.size() - 2);
  const std::string_view before = chain.substr(0, chain.size() - 2);
  if (last == kChild) {
    add_chain(parents, before, before.empty() ? "02" : "");
    // 妻の子 is the wife's child and not the head's: the spouse of a spouse stands nowhere.
    for (const std::string_view spouse : kSpouses) add_chain(parents, before, spouse);
  } else if (last == "02") {
    for (const std::string_view parent : kFatherAndMother) add_chain(parents, "", parent);
  } else if (is_one_of(kSiblings, last)) {
    for (const std::string_view parent : kFatherAndMother) add_chain(parents, before, parent);
  } else if (is_one_of(kSpouses, last) || is_one_of(kFatherAndMother, last)) {
    for (const std::string_view parent : kFatherAndMother) add_chain(parents, chain, parent);
  }
  return parents;
}

int window_age(std::string_view birth_date, const PartialDate& on) {
  const ParsedDate birth = parse_era_gregorian_date(birth_date);
  if (birth.fault != DateFault::none || birth.date.year == 0) return -1;
  return std::max(age_at(birth.date, on), 0);
}

Residents::Residents(const std::vector<Destination>& destinations, std::vector<const SideFile*> cases,
                     const Layout& register_layout, const PartialDate& as_of)
    : destinations_(destinations),
      cases_(std::move(cases)),
      columns_{register_layout.index("household_no"),  register_layout.index("relationship_code"),
               register_layout.index("birth_date"),    register_layout.index("sex_code"),
               register_layout.index("removal_class"), register_layout.index("removal_date")},
      as_of_(as_of),
      words_((destinations.size() + 63) / 64) {}

void Residents::add(PersonKey key, const RecordView& record) {
  Person person;
  person.key = key;
  person.household = number_of(record[columns_.household]);
  person.relationship = chain_of(record[columns_.relationship]);
  person.age = static_cast<std::int16_t>(window_age(record[columns_.birth], as_of_));
  const std::string_view sex = record[columns_.sex];
  person.sex = sex.empty() ? char{0} : sex.front();
  if (record[columns_.removal_class] != "0") {
    const ParsedDate removed_on = parse_date(record[columns_.removal_date]);
    const bool known = removed_on.fault == DateFault::none && removed_on.date.year != 0;
    person.removal = known && removed_on.date.year >= as_of_.year ? Removal::this_year : Removal::earlier;
  }
  const std::size_t ordinal = people_.size();
  people_.push_back(person);
  members_.resize(members_.size() + words_);
  for (std::size_t i = 0; i < destinations_.size(); ++i) {
    if (!admits(destinations_[i], person)) continue;
    for (const ResidentSelector& selector : destinations_[i].residents) {
      if (matches(selector, cases_[i], person)) take_in(i, ordinal);
    }
  }
}

bool Residents::admits(const Destination& destination, const Person& person) const {
  switch (person.removal) {
    case Removal::living:
      return true;
    case Removal::this_year:
      return destination.removed != RemovedRecords::none;
    case Removal::earlier:
      return destination.removed == RemovedRecords::all;
  }
  return false;
}

bool Residents::matches(const ResidentSelector& selector, const SideFile* cases, const Person& person) const {
  if (selector.by_age() && (person.age < selector.age_from || person.age > selector.age_to)) return false;
  if (!selector.sex.empty() && selector.sex.front() != person.sex) return false;
  if (!selector.cases) return true;
  if (!cases) return false;
  return cases->find(cases->key == "household_no" ? person.household : person.key) != nullptr;
}

void Residents::settle() {
  by_household_.clear();
  keys_.clear();
  for (std::uint32_t ordinal = 0; ordinal < people_.size(); ++ordinal) {
    by_household_.push_back(ordinal);
    keys_.push_back(people_[ordinal].key);
  }
  std::sort(keys_.begin(), keys_.end());
  std::stable_sort(by_household_.begin(), by_household_.end(),
                   [this](std::uint32_t a, std::uint32_t b) { return people_[a].household < people_[b].household; });
  std::vector<std::uint32_t> living;
  for (std::size_t begin = 0, end = 0; begin < by_household_.size(); begin = end) {
    const std::uint64_t household = people_[by_household_[begin]].household;
    living.clear();
    for (end = begin; end < by_household_.size() && people_[by_household_[end]].household == household; ++end) {
      if (!removed(by_household_[end])) living.push_back(by_household_[end]);
    }
    for (std::size_t i = 0; i < destinations_.size(); ++i) {
      for (const ResidentSelector& selector : destinations_[i].residents) widen(i, selector, living);
    }
  }
}

void Residents::widen(std::size_t destination, const ResidentSelector& selector,
                      const std::vector<std::uint32_t>& household) {
  if (!selector.household && !selector.parents) return;
  for (const std::uint32_t member : household) {
    if (!matches(selector, cases_[destination], people_[member])) continue;
    if (selector.household) {
      for (const std::uint32_t other : household) take_in(destination, other);
    }
    if (!selector.parents) continue;
    const auto parents = parents_of(people_[member].relationship);
    for (const std::uint32_t other : household) {
      const bool parent = std::find(parents.begin(), parents.end(), people_[other].relationship) != parents.end();
      if (parent && other != member) take_in(destination, other);
    }
  }
}

std::vector<const SideRow*> Residents::unknown_cases(const SideFile& cases) const {
  std::vector<const SideRow*> unknown;
  for (const SideRow& row : cases.rows) {
    bool known = false;
    if (cases.key == "household_no") {
      const auto found = std::lower_bound(
          by_household_.begin(), by_household_.end(), row.key,
          [this](std::uint32_t ordinal, std::uint64_t wanted) { return people_[ordinal].household < wanted; });
      known = found != by_household_.end() && people_[*found].household == row.key;
    } else {
      known = std::binary_search(keys_.begin(), keys_.end(), row.key);
    }
    if (!known) unknown.push_back(&row);
  }
  return unknown;
}

}  // namespace daicho
