#include "cli/offset_histogram.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace daicho;

TEST_CASE("a histogram keeps every count while its ranges widen") {
  OffsetHistogram map;
  std::mt19937_64 random(1);
  std::uint64_t most = 0;
  for (std::uint64_t i = 0; i < 5000; ++i) {
    const std::uint64_t offset = random() % (i * i * 1000 + 1);
    most = std::max(most, offset);
    map.add(offset, i % 3 == 0);
  }
  std::uint64_t errors = 0;
  std::uint64_t warnings = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < OffsetHistogram::kRanges; ++i) {
    errors += map.ranges()[i].errors;
    warnings += map.ranges()[i].warnings;
    if (map.ranges()[i].errors + map.ranges()[i].warnings > 0) last = i;
  }
  CHECK(errors == 1667);
  CHECK(warnings == 3333);
  CHECK(last == most / map.width());
  CHECK(last >= OffsetHistogram::kRanges / 2);
}

TEST_CASE("a finding falls into the range of its offset") {
  OffsetHistogram map;
  map.add(5, true);
  map.add(239, false);
  CHECK(map.width() == 1);
  CHECK(map.ranges()[5].errors == 1);
  map.add(240, false);
  CHECK(map.width() == 2);
  CHECK(map.ranges()[2].errors == 1);
  CHECK(map.ranges()[119].warnings == 1);
  CHECK(map.ranges()[120].warnings == 1);
}
