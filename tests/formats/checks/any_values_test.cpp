// Every check takes whatever values a record may hold, right or not, and stays within them.
#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "formats/catalog.hpp"
#include "formats/checks/check_set.hpp"

namespace daicho {
namespace {

constexpr std::array<std::string_view, 22> kValues{"",          "0",
                                                   "1",         "2",
                                                   "00",        "02",
                                                   "11",        "13",
                                                   "21",        "23",
                                                   "31",        "35",
                                                   "00000000",  "20261120",
                                                   "20261100",  "520261120",
                                                   "019800101", "9999999999",
                                                   "02000000",  "12000000",
                                                   "不明",      "東京都小金井市（未届）"};

/// A value of the list, or bytes of any length that are no value at all.
std::string any_value(std::mt19937_64& random) {
  if (random() % 8 != 0) return std::string(kValues[random() % kValues.size()]);
  std::string bytes(random() % 20, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random() % 256);
  return bytes;
}

TEST_CASE("no check stumbles over any values, of a record, of the one beside it or of the file") {
  const Catalog catalog;
  const std::array<const char*, 7> layouts{"juki",   "honnin",     "soufusaki",        "atena",
                                           "kengen", "access-log", "iten.01-shiminzei"};
  std::mt19937_64 random(20261120);
  for (const char* id : layouts) {
    const auto layout = catalog.layout(id);
    for (const char* beside : {id, "juki", "honnin"}) {
      const auto against = catalog.layout(beside);
      const CheckSet set({*layout, against.get(), parse_date("20261120").date, "132101"}, Profile());
      const ValueHasher hasher;
      FindingList found;
      CheckRun run(set, hasher, *layout, "any", found);
      RecordBlock records(layout->items.size());
      RecordBlock others(against->items.size());
      for (std::uint64_t number = 1; number <= 2000; ++number) {
        std::vector<std::string> values(layout->items.size());
        for (std::string& value : values) value = any_value(random);
        std::vector<std::string> other(against->items.size());
        for (std::size_t item = 0; item < other.size(); ++item) {
          other[item] = std::string_view(beside) == id && random() % 2 == 0 ? values[item] : any_value(random);
        }
        records.clear();
        others.clear();
        records.append(values, {number, 0, 0});
        others.append(other);
        const RecordView view = others[0];
        run.record(records[0], {}, number % 3 == 0 ? nullptr : &view);
      }
      run.finish();
      for (const Finding& finding : found.findings) {
        CHECK((finding.item == kNoItem || finding.item < layout->items.size()));
        CHECK(finding.record >= 1);
        CHECK(finding.record <= 2000);
      }
      if (!set.active().empty()) CHECK_FALSE(found.findings.empty());
    }
  }
}

}  // namespace
}  // namespace daicho
