#include "formats/checks/evidence.hpp"

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <random>
#include <set>
#include <tuple>

namespace daicho {
namespace {

using Key = std::pair<std::uint64_t, std::uint32_t>;
using Fact = std::tuple<std::uint64_t, std::uint8_t, std::uint64_t, std::uint64_t, std::uint64_t>;
using Groups = std::map<Key, std::vector<Fact>>;

Fact fact_of(const Evidence& evidence) {
  return {evidence.place.number, evidence.nth, evidence.place.offset, evidence.place.line, evidence.facts};
}

/// Evidence as files give it: keys come again now and then, some of them very often.
std::vector<Evidence> random_evidence(std::size_t count, std::uint64_t keys, std::mt19937_64& random) {
  std::vector<Evidence> all(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t key = random() % 10 == 0 ? 0 : random() % keys;
    all[i].key_high = key * 0x9E3779B97F4A7C15;
    all[i].key_low = static_cast<std::uint32_t>(key % 3);
    all[i].place = {i / 2 + 1, random() % (std::uint64_t{1} << 44), random() % (std::uint64_t{1} << 38)};
    all[i].facts = random();
    all[i].nth = static_cast<std::uint8_t>(i % 2);
  }
  return all;
}

Groups groups_of(EvidenceStore& store, unsigned threads = 1) {
  Groups groups;
  std::optional<Key> last;
  store.for_each_key(
      [&](std::span<const Evidence> evidence) {
        const Key key{evidence.front().key_high, evidence.front().key_low};
        if (last) CHECK(*last < key);
        last = key;
        for (const Evidence& each : evidence) {
          if (Key{each.key_high, each.key_low} != key) FAIL_CHECK("another key in a group");
          groups[key].push_back(fact_of(each));
        }
      },
      threads);
  return groups;
}

Groups expected_groups(const std::vector<Evidence>& all) {
  Groups groups;
  for (const Evidence& each : all) groups[{each.key_high, each.key_low}].push_back(fact_of(each));
  return groups;
}

TEST_CASE("evidence comes back key by key in the order of the file, however little memory there is") {
  std::mt19937_64 random(20261123);
  for (const std::uint64_t memory : {std::uint64_t{40}, std::uint64_t{1000}, std::uint64_t{40000}, kEvidenceMemory}) {
    for (const std::size_t count : {0U, 1U, 2U, 500U, 20000U}) {
      CAPTURE(memory);
      CAPTURE(count);
      if (memory == 40 && count > 500) continue;
      const std::vector<Evidence> all = random_evidence(count, 1 + count / 3, random);
      EvidenceStore store(memory);
      for (const Evidence& each : all) store.add(each);
      if (memory == 1000 && count == 20000) CHECK(store.spilt_runs() > 500);
      CHECK(groups_of(store, 2) == expected_groups(all));
      CHECK(groups_of(store).empty());
    }
  }
}

TEST_CASE("a store takes the evidence of others, spilt or not") {
  std::mt19937_64 random(7);
  for (const std::uint64_t memory : {std::uint64_t{3000}, kEvidenceMemory}) {
    const std::vector<Evidence> all = random_evidence(9000, 100, random);
    EvidenceStore first(memory);
    EvidenceStore second(memory);
    EvidenceStore third(memory);
    for (std::size_t i = 0; i < all.size(); ++i) (i % 3 == 0 ? first : i % 3 == 1 ? second : third).add(all[i]);
    second.take(third);
    first.take(second);
    CHECK(groups_of(second).empty());
    CHECK(groups_of(first, 3) == expected_groups(all));
  }
}

TEST_CASE("one key in every record takes no more memory than others") {
  EvidenceStore store(4096);
  constexpr std::uint64_t kCount = 200000;
  for (std::uint64_t i = 1; i <= kCount; ++i) store.add({1, 2, {i, i, i}, i, 0});
  std::uint64_t groups = 0;
  std::uint64_t sum = 0;
  store.for_each_key([&](std::span<const Evidence> evidence) {
    ++groups;
    for (const Evidence& each : evidence) sum += each.facts;
  });
  CHECK(groups == 1);
  CHECK(sum == kCount * (kCount + 1) / 2);
}

TEST_CASE("evidence keeps what it can hold at the most") {
  Evidence most{~std::uint64_t{0},
                ~std::uint32_t{0},
                {(std::uint64_t{1} << 38) - 1, (std::uint64_t{1} << 44) - 1, (std::uint64_t{1} << 38) - 1},
                ~std::uint64_t{0},
                255};
  const Evidence back = PackedEvidence(most).unpack();
  CHECK(back.key_high == most.key_high);
  CHECK(back.key_low == most.key_low);
  CHECK(fact_of(back) == fact_of(most));
}

}  // namespace
}  // namespace daicho
