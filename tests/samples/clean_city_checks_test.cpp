// The logical checks of files over the synthetic city, as it is and from day to day: no error.
#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "formats/checks/check_set.hpp"
#include "formats/checks/profile.hpp"
#include "samples/city.hpp"
#include "samples/evolve.hpp"
#include "samples/schema_records.hpp"
#include "tests/samples/register_checks.hpp"

namespace daicho {
namespace {

const Day kDay = day_number(2026, 11, 20);

RegisterTable city(std::uint32_t residents, std::uint64_t seed) {
  const JukiLayout juki(juki_layout());
  RegisterTable table;
  make_city({residents, seed, kDay, Charset::utf8}, juki, [&](const Household& household) {
    for (const Dweller& dweller : household) table.add(dweller.record);
  });
  return table;
}

/// The records of a register, in its order, and where each 宛名番号 stands.
struct File {
  explicit File(const RegisterTable& table) : block(juki_layout().items.size()) {
    const JukiLayout juki(juki_layout());
    for (RegisterTable::Row row = 0; row < table.size(); ++row) {
      const Resident resident = table[row];
      rows.emplace(resident[Juki::addressee_no], block.size());
      block.append(juki.values(resident), {row + 1U, 0, 0});
    }
  }
  RecordBlock block;
  std::map<std::string, std::size_t> rows;
};

/// Counts of errors by code and item.
std::string errors_of(const Layout& layout, const FindingList& found) {
  std::map<std::string, int> counts;
  for (const Finding& finding : found.findings) {
    if (finding.is_error()) ++counts[std::string(finding.code.code) + ' ' + layout.items[finding.item].id];
  }
  return as_text(counts);
}

/// Errors of the checks in the file, beside the older one where there is one: counts by code and item.
std::string errors_in(const File& file, const File* older, Day today) {
  const Layout& layout = juki_layout();
  const CheckContext context{layout, older != nullptr ? &layout : nullptr, date_of_day_number(today), "132101"};
  const CheckSet set(context, Profile());
  const ValueHasher hasher;
  FindingList found;
  CheckRun run(set, hasher, layout, "juki.csv", found);
  const std::size_t key = layout.index("addressee_no");
  for (std::size_t row = 0; row < file.block.size(); ++row) {
    const RecordView record = file.block[row];
    std::optional<RecordView> other;
    if (older != nullptr) {
      const auto before = older->rows.find(std::string(record[key]));
      if (before != older->rows.end()) other = older->block[before->second];
    }
    run.record(record, {}, other ? &*other : nullptr);
  }
  run.finish();
  return errors_of(layout, found);
}

TEST_CASE("a generated city has no error of the logical checks") {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    CAPTURE(seed);
    CHECK(errors_in(File(city(5000, seed)), nullptr, kDay) == "");
  }
}

TEST_CASE("sample records of every layout have no error of the logical checks") {
  const Catalog catalog;
  for (const std::string& id : catalog.layout_ids()) {
    CAPTURE(id);
    const auto layout = catalog.layout(id);
    SchemaRecords records(*layout, {5, Charset::utf8, kDay});
    const CheckSet set({*layout, nullptr, date_of_day_number(kDay), "132101"}, Profile());
    const ValueHasher hasher;
    FindingList found;
    CheckRun run(set, hasher, *layout, "sample", found);
    RecordBlock block(layout->items.size());
    const int count = id == "soufusaki" ? 4000 : 500;  // few names have 外字, and those need glyphs
    for (int made = 0; made < count; ++made) {
      block.clear();
      block.append(records.next());
      run.record(block[0], {}, nullptr);
    }
    run.finish();
    CHECK(errors_of(*layout, found) == "");
  }
}

TEST_CASE("a city that evolves day by day has no error beside the file of the day before") {
  RegisterTable table = city(5000, 4);
  auto older = std::make_unique<File>(table);
  for (int day = 1; day <= 10; ++day) {
    CAPTURE(day);
    RegisterTable next;
    for (RegisterTable::Row row = 0; row < table.size(); ++row) next.add(table[row]);
    evolve(next, {20000, 9, kDay + day, Charset::utf8});
    table = std::move(next);
    auto file = std::make_unique<File>(table);
    CHECK(errors_in(*file, older.get(), kDay + day) == "");
    older = std::move(file);
  }
}

}  // namespace
}  // namespace daicho
