// The generator's own random numbers: the same ones on every machine, whatever its standard library.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace daicho {

/// xoshiro256** seeded through splitmix64 (Blackman and Vigna, public domain algorithms). Two objects with the same
/// seed and stream give the same numbers; different streams of one seed are independent of each other.
class Prng {
 public:
  explicit Prng(std::uint64_t seed, std::uint64_t stream = 0);

  std::uint64_t next();
  /// A number from 0 to `limit` - 1; `limit` is at least 1.
  std::uint32_t below(std::uint32_t limit);
  /// A number from `low` to `high`, both included.
  int between(int low, int high);
  /// True in `per_ten_thousand` of 10,000 cases.
  bool chance(std::uint32_t per_ten_thousand) { return below(10000) < per_ten_thousand; }
  /// An index into `weights`, each as often as its weight says; their sum is at least 1.
  std::size_t weighted(std::span<const std::uint32_t> weights);
  /// An index below `count` that prefers small ones: the lesser of three draws. Lists in order of frequency use it.
  std::size_t skewed(std::size_t count);

  template <typename List>
  const auto& pick(const List& list) {
    return list[below(static_cast<std::uint32_t>(std::size(list)))];
  }

 private:
  std::array<std::uint64_t, 4> state_{};
};

}  // namespace daicho
