#include "samples/side_lists.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "converters/date.hpp"
#include "formats/byte_source.hpp"
#include "formats/reader.hpp"
#include "formats/record_check.hpp"
#include "jobs/destinations.hpp"
#include "jobs/side_files.hpp"
#include "samples/city.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

struct Written {
  fs::path folder;
  std::set<std::string> people;
  std::set<std::string> households;
  ~Written() { fs::remove_all(folder); }
};

const Catalog& catalog() {
  static const Catalog own(std::string(DAICHO_SOURCE_DIR) + "/schemas");
  return own;
}

/// A city of 100 with its lists in a folder of its own, which goes with the object.
void write_lists(Written& written) {
  std::string pattern = (fs::temp_directory_path() / "daicho-lists-XXXXXX").string();
  written.folder = mkdtemp(pattern.data());
  const auto layout = catalog().layout("juki");
  const JukiLayout juki(*layout);
  const Day day = day_number(2026, 11, 20);
  SideLists lists(catalog(), written.folder, Overwrite::no, {1, day});
  make_city({100, 1, day, Charset::utf8}, juki, [&](const Household& household) {
    for (const Dweller& dweller : household) {
      written.people.insert(dweller.record[Juki::addressee_no]);
      written.households.insert(dweller.record[Juki::household_no]);
    }
    lists.add(household);
  });
  lists.close();
}

std::set<std::string> first_column(const fs::path& file) {
  std::ifstream in(file);
  std::set<std::string> values;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) values.insert(line.substr(0, line.find_first_of(",\r")));
  return values;
}

bool within(const std::set<std::string>& some, const std::set<std::string>& all) {
  return !some.empty() && std::includes(all.begin(), all.end(), some.begin(), some.end());
}

TEST_CASE("Every destination that needs a case list has one, and every list names people of the city") {
  Written written;
  write_lists(written);
  for (const Destination& destination : load_destinations(catalog()).destinations) {
    if (!destination.needs_cases()) continue;
    CAPTURE(destination.id);
    const fs::path file = written.folder / "cases" / (destination.id + ".csv");
    const SideFile list = read_side_file(file.string(), {{"addressee_no", "household_no"}, {}, {}});
    CHECK(within(first_column(file), list.key == "household_no" ? written.households : written.people));
  }
  for (const char* name : {"print-classes.csv", "suppress.csv"}) {
    CAPTURE(name);
    CHECK(within(first_column(written.folder / name), written.people));
  }
  CHECK(first_column(written.folder / "resident-since.csv") == written.people);
}

TEST_CASE("The department list has every destination's department") {
  Written written;
  write_lists(written);
  const auto departments = first_column(written.folder / "kengen.csv");
  for (const Destination& destination : load_destinations(catalog()).destinations) {
    CHECK(departments.count(destination.department_code) == 1);
  }
}

TEST_CASE("宛名 and departments fulfil their schemas") {
  Written written;
  write_lists(written);
  for (const char* id : {"atena", "kengen"}) {
    CAPTURE(id);
    const auto layout = catalog().layout(id);
    const auto source = open_source((written.folder / (std::string(id) + ".csv")).string());
    FindingList findings;
    const auto reader = make_reader(*layout, default_format(FileKind::csv), *source, findings);
    const RecordChecker checker(*layout);
    RecordBlock block(layout->items.size());
    std::size_t records = 0;
    while (reader->read(block)) {
      for (std::size_t at = 0; at < block.size(); ++at) checker.check(block[at], id, findings);
      records += block.size();
    }
    CHECK(findings.findings.size() == 0);
    CHECK(records == (std::string(id) == "atena" ? written.people.size() : 11));
  }
}

}  // namespace
}  // namespace daicho
