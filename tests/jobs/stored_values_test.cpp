#include "jobs/stored_values.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "formats/error.hpp"
#include "jobs/state.hpp"
#include "tests/support/temp_folder.hpp"

namespace daicho::test {
namespace {

using People = StoredValues::Pending;

/// What cs-update might keep of somebody: alike, and never the same.
std::string value_of(PersonKey person) {
  std::string value;
  for (int i = 0; i < 3; ++i) value += "東京都小金井市本町" + std::to_string(person * 7919 % 1000 + i) + "番地\x1F";
  return value + std::to_string(person);
}

People city(PersonKey size) {
  People people;
  for (PersonKey person = 1; person <= size; ++person) people[person] = value_of(person);
  return people;
}

/// A state into which runs put the values of one store.
class Bench {
 public:
  Bench() : state(folder_.path() / "state") {}

  RunRow prepare(const std::string& identity, const People& people) {
    RunRow row;
    row.job = "cs-update";
    row.identity = identity;
    row.clock = "20261120000000000";
    row.serial = state.next_serial(row.job, row.clock);
    row.as_of = "20261120";
    state.reserve(row);
    PendingState pending;
    pending.stored["honnin"] = people;
    LedgerEntry entry;
    entry.reference = row.name() + row.identity;
    state.prepare(row, pending, entry);
    return row;
  }
  void publish(const std::string& identity, const People& people) { state.finish(prepare(identity, people)); }

  std::int64_t ask(const std::string& sql) {
    SqliteDatabase database(folder_.path() / "state" / "state.sqlite", SqliteDatabase::Mode::read_write);
    SqliteStatement select(database.handle(), sql);
    return select.step() ? select.integer(0) : -1;
  }
  void execute(const std::string& sql) {
    SqliteDatabase(folder_.path() / "state" / "state.sqlite", SqliteDatabase::Mode::read_write).execute(sql.c_str());
  }
  std::filesystem::path path() const { return folder_.path() / "state"; }

 private:
  TempFolder folder_;

 public:
  State state;
};

TEST_CASE("the values of a city come back as they were, and take less than half the room") {
  Bench bench;
  bench.publish("a", city(1000));
  std::size_t bytes = 0;
  PersonKey last = 0;
  bench.state.for_each_stored("cs-update", "honnin", [&](PersonKey person, std::string_view value) {
    CHECK(person == last + 1);
    CHECK(value == value_of(person));
    last = person;
    bytes += value.size();
  });
  CHECK(last == 1000);
  CHECK(bench.state.stored("cs-update", "honnin", 512) == value_of(512));
  CHECK(ForeignState(bench.path()).stored("cs-update", "honnin", 7) == value_of(7));
  CHECK(bench.ask("SELECT count(*) FROM dictionaries") == 1);
  CHECK(static_cast<std::size_t>(bench.ask("SELECT sum(length(value)) FROM stored")) < bytes / 2);
}

TEST_CASE("later values use the dictionary that is there; what would not shrink stays as it is") {
  Bench bench;
  bench.publish("a", city(1000));
  bench.publish("b", {{1, "x"}, {2, value_of(2000)}, {3, std::nullopt}, {4, ""}, {5, std::string(200'000, 'z')}});
  CHECK(bench.ask("SELECT count(*) FROM dictionaries") == 1);
  CHECK(bench.state.stored("cs-update", "honnin", 1) == "x");
  CHECK(bench.ask("SELECT dictionary FROM stored WHERE person = 1") == 0);
  CHECK(bench.state.stored("cs-update", "honnin", 2) == value_of(2000));
  CHECK(bench.ask("SELECT dictionary FROM stored WHERE person = 2") == 1);
  CHECK(bench.ask("SELECT count(*) FROM stored WHERE person = 3") == 0);
  CHECK(bench.state.stored("cs-update", "honnin", 4).empty());
  CHECK(bench.state.stored("cs-update", "honnin", 5) == std::string(200'000, 'z'));
  CHECK(bench.state.stored("cs-update", "honnin", 6) == value_of(6));
}

TEST_CASE("few values and short ones need no dictionary") {
  Bench bench;
  bench.publish("few", city(100));
  People hashes;
  for (PersonKey person = 1; person <= 1000; ++person) hashes[person] = "0123456789abcdef";
  bench.publish("short", hashes);
  CHECK(bench.ask("SELECT count(*) FROM dictionaries") == 0);
  CHECK(bench.state.stored("cs-update", "honnin", 1) == "0123456789abcdef");
}

TEST_CASE("a run that is taken back takes its dictionary along") {
  Bench bench;
  bench.state.drop(bench.prepare("a", city(1000)));
  CHECK(bench.ask("SELECT count(*) FROM dictionaries") == 0);
  People others = city(500);
  others[1] = std::string(300, 'q');
  bench.publish("b", others);
  CHECK(bench.state.stored("cs-update", "honnin", 1) == std::string(300, 'q'));
  CHECK(bench.state.stored("cs-update", "honnin", 2) == value_of(2));
}

TEST_CASE("a damaged value is told, never given") {
  Bench bench;
  bench.publish("a", city(1000));
  const auto damage = [&](const std::string& sql) {
    bench.execute(sql);
    try {
      return bench.state.stored("cs-update", "honnin", 9);
    } catch (const WorldError& error) {
      return std::string(error.what());
    }
  };
  CHECK(damage("UPDATE stored SET value = substr(value, 1, length(value) - 1) || x'5A' WHERE person = 9") ==
        "the state is damaged: a stored value cannot be read: Restored data doesn't match checksum");
  CHECK(damage("UPDATE stored SET value = x'00' WHERE person = 9") ==
        "the state is damaged: a stored value cannot be read");
  CHECK(damage("UPDATE stored SET dictionary = 77 WHERE person = 9") ==
        "the state is damaged: it has no dictionary 77");
}

}  // namespace
}  // namespace daicho::test
