// Who belongs to which destination's residents: age windows, case lists, whole households and parents.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "converters/date.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"
#include "jobs/destinations.hpp"
#include "jobs/job.hpp"
#include "jobs/side_files.hpp"

namespace daicho {

/// Up to four generations of 続柄, two digits each (`20200000`: 子の子).
using RelationshipChain = std::array<char, 8>;

/// The relationships under which the parents of somebody stand in the same household: of 子 they are the head and the
/// head's spouse, of 子の子 the child and the child's spouse, of the head 父 and 母. Empty for 縁故者 and 同居人, and
/// where the chain would need a fifth generation.
std::vector<RelationshipChain> parents_of(const RelationshipChain& person);

/// The age that windows are about: full years at `on`, 0 for somebody whose year of birth is known and who by the last
/// possible day would not yet be born; -1 where the year is unknown: such a birth date lies in no window.
int window_age(std::string_view birth_date, const PartialDate& on);

/// Membership of every person of the register in every destination's residents. Add everybody in the order of the
/// register, call `settle`, then ask by the same order. Takes about 40 bytes a person and 8 for each 64 destinations.
class Residents {
 public:
  /// `cases[i]` is the case list of destination i, or null. All must outlive it.
  Residents(const std::vector<Destination>& destinations, std::vector<const SideFile*> cases,
            const Layout& register_layout, const PartialDate& as_of);

  void add(PersonKey person, const RecordView& record);
  void settle();

  std::size_t size() const { return people_.size(); }
  PersonKey person(std::size_t ordinal) const { return people_[ordinal].key; }
  bool removed(std::size_t ordinal) const { return people_[ordinal].removal != Removal::living; }
  /// Whether the person who was added as number `ordinal` (from 0) belongs to the destination's residents.
  bool belongs(std::size_t ordinal, std::size_t destination) const {
    return (members_[ordinal * words_ + destination / 64] >> (destination % 64) & 1U) != 0;
  }
  /// Rows of a case list whose number nobody of the register has.
  std::vector<const SideRow*> unknown_cases(const SideFile& cases) const;

 private:
  enum class Removal : std::uint8_t { living, this_year, earlier };
  struct Person {
    PersonKey key = 0;
    std::uint64_t household = 0;
    RelationshipChain relationship{};
    std::int16_t age = -1;
    Removal removal = Removal::living;
    char sex = 0;
  };
  struct Columns {
    std::size_t household, relationship, birth, sex, removal_class, removal_date;
  };

  bool matches(const ResidentSelector& selector, const SideFile* cases, const Person& person) const;
  bool admits(const Destination& destination, const Person& person) const;
  void take_in(std::size_t destination, std::size_t ordinal) {
    members_[ordinal * words_ + destination / 64] |= std::uint64_t{1} << (destination % 64);
  }
  void widen(std::size_t destination, const ResidentSelector& selector, const std::vector<std::uint32_t>& household);

  const std::vector<Destination>& destinations_;
  std::vector<const SideFile*> cases_;
  Columns columns_;
  PartialDate as_of_;
  std::size_t words_;
  std::vector<Person> people_;
  std::vector<std::uint64_t> members_;       // `words_` for each person
  std::vector<std::uint32_t> by_household_;  // ordinals, sorted by household
  std::vector<PersonKey> keys_;              // sorted
};

}  // namespace daicho
