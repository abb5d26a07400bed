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

LedgerEntry entry_of(const RunRow& row) {
  LedgerEntry entry;
  entry.kind = "run";
  entry.job = row.job;
  entry.reference = "run:" + row.identity;
  return entry;
}

/// A run from reservation to done.
void publish(State& state, RunRow row, const PendingState& pending) {
  state.reserve(row);
  row.snapshot = row.name() + ".snap";
  state.prepare(row, pending, entry_of(row));
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
  state.prepare(row, pending_of(7, "values"), entry_of(row));
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
  state.prepare(row, pending_of(7, "values"), entry_of(row));
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
  { SqliteDatabase(path / "state.sqlite", SqliteDatabase::Mode::read_write).execute("PRAGMA user_version = 4"); }
  const std::string expected = (path / "state.sqlite").string() + " has version 4; this program knows version 3";
  CHECK_THROWS_WITH_AS(State{path}, expected.c_str(), RefusedError);
  CHECK_THROWS_WITH_AS(ForeignState{path}, expected.c_str(), RefusedError);
}

constexpr const char* kBackToVersion2 =
    "ALTER TABLE runs DROP COLUMN erased; DROP TABLE outbox; DROP TABLE ledger_link; PRAGMA user_version = 2;";
constexpr const char* kBackToVersion1 =
    "ALTER TABLE stored DROP COLUMN dictionary; ALTER TABLE pending_stored DROP COLUMN dictionary;"
    "DROP TABLE dictionaries; PRAGMA user_version = 1";

TEST_CASE("a state of an older version is brought up, keeps its values, and a whole copy of it is kept") {
  for (const int version : {1, 2}) {
    CAPTURE(version);
    TempFolder folder;
    const auto path = folder.path() / "state";
    {
      State state(path);
      publish(state, row_of("cs-update", "a"), pending_of(7, "values"));
    }
    SqliteDatabase writer(path / "state.sqlite", SqliteDatabase::Mode::read_write);
    writer.execute(kBackToVersion2);
    if (version == 1) writer.execute(kBackToVersion1);
    CHECK_THROWS_AS(ForeignState{path}, RefusedError);  // only its own job's run writes to it
    // With the writer still open its last changes stand in the log only; a copy of the file alone would lack them.
    State state(path);
    CHECK(state.stored("cs-update", "honnin", 19) == "values");
    CHECK(state.sequence("cs-update", "update_seq", "12345678903") == 7);
    CHECK_FALSE(state.published()[0].erased);
    CHECK_FALSE(state.ledger().has_value());
    publish(state, row_of("cs-update", "b"), pending_of(8, "others"));
    CHECK(state.stored("cs-update", "honnin", 19) == "others");

    const auto copy = path / ("state.sqlite.version-" + std::to_string(version));
    CHECK((std::filesystem::status(copy).permissions() & std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    SqliteDatabase old(copy, SqliteDatabase::Mode::read_only);
    SqliteStatement user_version(old.handle(), "PRAGMA user_version");
    user_version.step();
    CHECK(user_version.integer(0) == version);
    SqliteStatement rows(old.handle(), "SELECT count(*) FROM runs WHERE status = 'done'");
    rows.step();
    CHECK(rows.integer(0) == 1);
  }
}

TEST_CASE("an entry waits in the outbox until it is recorded, and goes with its run") {
  TempFolder folder;
  State state(folder.path() / "state");
  RunRow row = row_of("cs-update", "a");
  state.reserve(row);
  state.prepare(row, {}, entry_of(row));
  REQUIRE(state.outbox().size() == 1);
  CHECK(state.outbox()[0].run == row.id);
  CHECK(state.outbox()[0].entry.reference == "run:a");
  CHECK(state.outbox()[0].out_folder == "/out");
  state.finish(row);
  CHECK(state.outbox().empty());

  state.erase_later(state.published(), {0, "", entry_of(row_of("", "erased"))});
  CHECK(state.published()[0].erased);
  state.await({row.id, "/copy", entry_of(row_of("", "redo"))});
  REQUIRE(state.outbox().size() == 2);
  CHECK(state.outbox()[1].out_folder == "/copy");
  state.recorded("run:erased");
  REQUIRE(state.outbox().size() == 1);
  CHECK(state.outbox()[0].entry.reference == "run:redo");

  RunRow dropped = row_of("iten", "b");
  state.reserve(dropped);
  state.prepare(dropped, {}, entry_of(dropped));
  state.drop(dropped);
  CHECK(state.outbox().size() == 1);
}

TEST_CASE("a state knows its ledger") {
  TempFolder folder;
  State state(folder.path() / "state");
  CHECK_FALSE(state.ledger().has_value());
  state.link_ledger("one");
  state.link_ledger("two");
  CHECK(state.ledger() == "two");
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
