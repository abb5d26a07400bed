// What a destination has last seen of whom: a hash of the values it was given, so that only differences go out.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "jobs/job.hpp"

namespace daicho {

/// 128 bits of XXH3 over values, each followed by U+001F (values hold no control characters).
using ValueHash = std::array<char, 16>;
ValueHash hash_of(std::string_view joined_values);

/// The people whom one destination has seen, loaded once: 24 bytes each.
class SeenPeople {
 public:
  SeenPeople(JobRun& run, std::string store);

  const ValueHash* find(PersonKey person) const;  ///< as it was before this run; null: never seen, or left
  void put(JobRun& run, PersonKey person, const ValueHash& hash) const;
  void forget(JobRun& run, PersonKey person) const;

 private:
  std::string store_;
  std::vector<std::pair<PersonKey, ValueHash>> people_;  // in ascending order of person
};

}  // namespace daicho
