#include "formats/checks/evidence.hpp"

#include <openssl/rand.h>
#include <xxhash.h>

#include <algorithm>
#include <tuple>

#include "formats/error.hpp"

namespace daicho {
namespace {

auto order_of(const Evidence& evidence) {
  return std::tuple(evidence.key_high, evidence.key_low, evidence.place.number);
}

}  // namespace

ValueHasher::ValueHasher() : secret_() {
  static_assert(std::tuple_size_v<decltype(secret_)> >= XXH3_SECRET_SIZE_MIN);
  if (RAND_bytes(secret_.data(), static_cast<int>(secret_.size())) != 1) {
    throw WorldError("cannot draw random bytes: the system gives none");
  }
}

std::array<std::uint64_t, 2> ValueHasher::hash(std::string_view value) const {
  const XXH128_hash_t hash = XXH3_128bits_withSecret(value.data(), value.size(), secret_.data(), secret_.size());
  return {hash.high64, hash.low64};
}

void EvidenceStore::take(EvidenceStore& other) {
  entries_.insert(entries_.end(), other.entries_.begin(), other.entries_.end());
  other.entries_.clear();
}

void EvidenceStore::for_each_key(const std::function<void(std::span<const Evidence>)>& use) {
  std::sort(entries_.begin(), entries_.end(),
            [](const Evidence& a, const Evidence& b) { return order_of(a) < order_of(b); });
  for (auto first = entries_.begin(); first != entries_.end();) {
    auto last = first;
    while (last != entries_.end() && last->key_high == first->key_high && last->key_low == first->key_low) ++last;
    use({first, last});
    first = last;
  }
  entries_.clear();
}

}  // namespace daicho
