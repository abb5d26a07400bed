#include "samples/prng.hpp"

#include <algorithm>
#include <bit>

namespace daicho {
namespace {

std::uint64_t split_mix(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31);
}

}  // namespace

Prng::Prng(std::uint64_t seed, std::uint64_t stream) {
  std::uint64_t mixer = seed;
  mixer = split_mix(mixer) ^ stream;
  for (std::uint64_t& word : state_) word = split_mix(mixer);
}

std::uint64_t Prng::next() {
  const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

std::uint32_t Prng::below(std::uint32_t limit) { return static_cast<std::uint32_t>(((next() >> 32) * limit) >> 32); }

int Prng::between(int low, int high) {
  return low + static_cast<int>(below(static_cast<std::uint32_t>(high - low + 1)));
}

std::size_t Prng::weighted(std::span<const std::uint32_t> weights) {
  std::uint32_t sum = 0;
  for (const std::uint32_t weight : weights) sum += weight;
  std::uint32_t drawn = below(sum);
  std::size_t index = 0;
  while (drawn >= weights[index]) drawn -= weights[index++];
  return index;
}

std::size_t Prng::skewed(std::size_t count) {
  const auto limit = static_cast<std::uint32_t>(count);
  return std::min({below(limit), below(limit), below(limit)});
}

}  // namespace daicho
