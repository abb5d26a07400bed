#include "jobs/state.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "formats/error.hpp"
#include "jobs/sqlite.hpp"
#include "tests/support/temp_folder.hpp"

namespace daicho::test {
namespace {

RunRow row_of(const std::string& job, const std::string& identity) {
  RunRow row;
  row.job = job;
  row.identity = identity;
  row.clock = "20261120000000000";
  row.serial = 1;
  row.as_of = "20261120";
  row.out_folder = "/out";
  return row;
}

/// A run from reservation to done.
void publish(State& state, RunRow row, const PendingState& pending) {
  state.reserve(row);
  row.snapshot = row.name() + ".snap";
  state.prepare(row, pending);
  state.finish(row);
}

PendingState pending_of(std::uint64_t number, std::optional<std::string> value) {
  PendingState pending;
  pending.sequences
      ["update_seq\x1F"
       "12345678903"] = number;
  pending.stored["honnin"][19] = std::move(value);
  return pending;
}

TEST_CASE("numbers and values take effect with `done`, not before") {
  TempFolder folder;
  State state(folder.path() / "state");
  RunRow row = row_of("cs-update", "a");
  state.reserve(row);
  state.prepare(row, pending_of(7, "values"));
  CHECK(state.sequence("cs-update", "update_seq", "12345678903") == 0);
  CHECK(state.stored("cs-update", "honnin", 19).empty());
  state.finish(row);
  CHECK(state.sequence("cs-update", "update_seq", "12345678903") == 7);
  CHECK(state.stored("cs-update", "honnin", 19) == "values");
  CHECK(state.stored("iten", "honnin", 19).empty());
}

TEST_CASE("a run that is dropped leaves no number and no value") {
  TempFolder folder;
  State state(folder.path() / "state");
  RunRow row = row_of("cs-update", "a");
  state.reserve(row);
  state.prepare(row, pending_of(7, "values"));
  state.drop(row);
  CHECK(state.unfinished().empty());
  publish(state, row_of("cs-update", "b"), {});
  CHECK(state.sequence("cs-update", "update_seq", "12345678903") == 0);
  CHECK(state.stored("cs-update", "honnin", 19).empty());
}

TEST_CASE("a later value replaces an earlier one, and a forgotten one is gone") {
  TempFolder folder;
  State state(folder.path() / "state");
  publish(state, row_of("cs-update", "a"), pending_of(1, "one"));
  publish(state, row_of("cs-update", "b"), pending_of(2, "two"));
  CHECK(state.stored("cs-update", "honnin", 19) == "two");
  publish(state, row_of("cs-update", "c"), pending_of(3, std::nullopt));
  CHECK(state.stored("cs-update", "honnin", 19).empty());
  CHECK(state.sequence("cs-update", "update_seq", "12345678903") == 3);
}

TEST_CASE("stored values are walked by person, whatever bytes they hold") {
  TempFolder folder;
  State state(folder.path() / "state");
  PendingState pending;
  pending.stored["honnin"][300] = std::string("a\0b", 3);
  pending.stored["honnin"][2] = "";
  pending.stored["other"][1] = "x";
  publish(state, row_of("cs-update", "a"), pending);
  std::vector<std::pair<PersonKey, std::string>> walked;
  state.for_each_stored("cs-update", "honnin",
                        [&](PersonKey person, std::string_view value) { walked.emplace_back(person, value); });
  CHECK(walked == std::vector<std::pair<PersonKey, std::string>>{{2, ""}, {300, std::string("a\0b", 3)}});
}

TEST_CASE("runs are found by job and identity; serials count by job and clock") {
  TempFolder folder;
  State state(folder.path() / "state");
  publish(state, row_of("cs-update", "a"), {});
  CHECK(state.published_with("cs-update", "a")->name() == "cs-update_20261120000000_001");
  CHECK_FALSE(state.published_with("iten", "a").has_value());
  CHECK_FALSE(state.published_with("cs-update", "b").has_value());
  CHECK(state.last_published("cs-update")->identity == "a");
  CHECK(state.next_serial("cs-update", "20261120000000000") == 2);
  CHECK(state.next_serial("cs-update", "20261121000000000") == 1);
  CHECK(state.next_serial("iten", "20261120000000000") == 1);
}

TEST_CASE("the thousandth run at one clock is refused") {
  TempFolder folder;
  State state(folder.path() / "state");
  RunRow row = row_of("cs-update", "a");
  row.serial = 999;
  publish(state, row, {});
  CHECK_THROWS_WITH_AS(state.next_serial("cs-update", row.clock), "cs-update has run 999 times at 20261120000000",
                       RefusedError);
}

TEST_CASE("snapshots that no run needs are removed") {
  TempFolder folder;
  State state(folder.path() / "state");
  publish(state, row_of("cs-update", "a"), {});
  for (const char* name : {"cs-update_20261120000000_001.snap", "iten_20261120000000_001.snap", "draft"}) {
    std::ofstream(state.snapshot_path(name)) << "x";
  }
  state.remove_stray_snapshots();
  CHECK(std::filesystem::exists(state.snapshot_path("cs-update_20261120000000_001.snap")));
  CHECK_FALSE(std::filesystem::exists(state.snapshot_path("iten_20261120000000_001.snap")));
  CHECK_FALSE(std::filesystem::exists(state.snapshot_path("draft")));
}

TEST_CASE("a state of a later version is refused") {
  TempFolder folder;
  const auto path = folder.path() / "state";
  { State state(path); }
  { SqliteDatabase(path / "state.sqlite", SqliteDatabase::Mode::read_write).execute("PRAGMA user_version = 3"); }
  const std::string expected = (path / "state.sqlite").string() + " has version 3; this program knows version 2";
  CHECK_THROWS_WITH_AS(State{path}, expected.c_str(), RefusedError);
  CHECK_THROWS_WITH_AS(ForeignState{path}, expected.c_str(), RefusedError);
}

TEST_CASE("a state of version 1 is brought up, and keeps its values") {
  TempFolder folder;
  const auto path = folder.path() / "state";
  {
    State state(path);
    publish(state, row_of("cs-update", "a"), pending_of(7, "values"));
  }
  {
    SqliteDatabase database(path / "state.sqlite", SqliteDatabase::Mode::read_write);
    database.execute(
        "ALTER TABLE stored DROP COLUMN dictionary; ALTER TABLE pending_stored DROP COLUMN dictionary;"
        "DROP TABLE dictionaries; PRAGMA user_version = 1");
  }
  CHECK_THROWS_AS(ForeignState{path}, RefusedError);  // only its own job's run writes to it
  State state(path);
  CHECK(state.stored("cs-update", "honnin", 19) == "values");
  CHECK(state.sequence("cs-update", "update_seq", "12345678903") == 7);
  publish(state, row_of("cs-update", "b"), pending_of(8, "others"));
  CHECK(state.stored("cs-update", "honnin", 19) == "others");
}

TEST_CASE("another state folder is read, and never made") {
  TempFolder folder;
  {
    State state(folder.path() / "state");
    publish(state, row_of("cs-update", "a"), pending_of(1, "one"));
  }
  ForeignState foreign(folder.path() / "state");
  CHECK(foreign.stored("cs-update", "honnin", 19) == "one");
  CHECK(foreign.stored("cs-update", "honnin", 20).empty());
  const std::string expected = (folder.path() / "none").string() + " holds no state";
  CHECK_THROWS_WITH_AS(ForeignState(folder.path() / "none"), expected.c_str(), RefusedError);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "none"));
}

}  // namespace
}  // namespace daicho::test
