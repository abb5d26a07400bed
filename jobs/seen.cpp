#include "jobs/seen.hpp"

#include <fmt/core.h>
#include <xxhash.h>

#include <algorithm>
#include <cstring>

#include "formats/error.hpp"

namespace daicho {

ValueHash hash_of(std::string_view joined_values) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(joined_values.data(), joined_values.size()));
  ValueHash hash;
  static_assert(sizeof canonical.digest == sizeof hash);
  std::memcpy(hash.data(), canonical.digest, hash.size());
  return hash;
}

SeenPeople::SeenPeople(JobRun& run, std::string store) : store_(std::move(store)) {
  run.for_each_stored(store_, [this](PersonKey person, std::string_view value) {
    ValueHash hash;
    if (value.size() != hash.size()) {
      throw WorldError(fmt::format("the state is damaged: {} of a person has {} bytes", store_, value.size()));
    }
    std::copy(value.begin(), value.end(), hash.begin());
    people_.emplace_back(person, hash);
  });
}

const ValueHash* SeenPeople::find(PersonKey person) const {
  const auto found = std::lower_bound(people_.begin(), people_.end(), person,
                                      [](const auto& entry, PersonKey wanted) { return entry.first < wanted; });
  return found == people_.end() || found->first != person ? nullptr : &found->second;
}

void SeenPeople::put(JobRun& run, PersonKey person, const ValueHash& hash) const {
  run.put(store_, person, std::string_view(hash.data(), hash.size()));
}

void SeenPeople::forget(JobRun& run, PersonKey person) const { run.forget(store_, person); }

}  // namespace daicho
