// Appending to a ledger: what is said, what is written once, what a crash leaves, and what is refused.
#include "jobs/ledger.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "formats/error.hpp"
#include "jobs/ledger_key_file.hpp"
#include "tests/jobs/ledger_bench.hpp"

namespace daicho::test {
namespace {

namespace fs = std::filesystem;

TEST_CASE_FIXTURE(LedgerBench, "a ledger begins with entry 0, and its initial key is said once") {
  fill(0);
  REQUIRE(said.size() == 2);
  CHECK(said[0].starts_with("a ledger begins in " + folder.path().string() +
                            ". Its initial key, shown only now, belongs on paper into the safe: "));
  CHECK(said[1].starts_with("ledger: entry 0, head "));
  fill(2);
  REQUIRE(said.size() == 4);
  CHECK(said[2].starts_with("ledger: entry 1, head "));
  CHECK(said[3].starts_with("ledger: entry 2, head "));
  CHECK(text(audited()).empty());
}

TEST_CASE_FIXTURE(LedgerBench, "a folder without a ledger is refused where none may begin") {
  CHECK_FALSE(Ledger::exists(folder.path()));
  const std::string expected = "there is no ledger in " + folder.path().string();
  CHECK_THROWS_WITH_AS(Ledger(folder.path(), notices()), expected.c_str(), RefusedError);
  CHECK(folder.entries() == 0);
}

TEST_CASE_FIXTURE(LedgerBench, "entries are numbered, signed, chained, and found by reference") {
  fill(0);
  const LedgerReceipt first = append("refused", "no state");
  CHECK(first.number == 1);
  CHECK(first.written);
  Ledger ledger(folder.path(), notices());
  LedgerEntry second;
  second.kind = "medium";
  second.reference = "medium:1";
  const LedgerReceipt receipt = ledger.append(second);
  CHECK(receipt.number == 2);
  const auto row = ledger.store().find_reference("medium:1");
  REQUIRE(row.has_value());
  CHECK(row->number == 2);
  CHECK(row->hash == receipt.head);
  CHECK(row->entry.account == account_name());
  CHECK(row->previous_mac == ledger.store().find_number(1)->mac);
  CHECK(ledger.store().find_number(1)->entry.reason == "no state");
  CHECK_FALSE(ledger.store().find_reference("medium:2").has_value());
}

TEST_CASE_FIXTURE(LedgerBench, "the same reference is written once") {
  fill(0);
  LedgerEntry entry;
  entry.kind = "run";
  entry.reference = "run:1";
  const LedgerReceipt first = Ledger(folder.path(), notices()).append(entry);
  const LedgerReceipt again = Ledger(folder.path(), notices()).append(entry);
  CHECK(again.number == first.number);
  CHECK(again.head == first.head);
  CHECK_FALSE(again.written);
  CHECK(verdict().entries == 2);
}

TEST_CASE_FIXTURE(LedgerBench, "two that have the ledger open append one after the other") {
  fill(0);
  Ledger one(folder.path(), notices());
  Ledger other(folder.path(), notices());
  LedgerEntry entry;
  entry.kind = "run";
  CHECK(one.append(entry).number == 1);
  CHECK(other.append(entry).number == 2);
  CHECK(one.append(entry).number == 3);
  CHECK(text(audited()).empty());
}

TEST_CASE_FIXTURE(LedgerBench, "a ledger that was interrupted at its making shows the same key again") {
  { const Ledger made(folder.path(), notices(), Ledger::Absent::begin); }
  const SealKey initial = initial_key();
  const LedgerKey key = *read_ledger_key(folder.path() / "ledger.key");
  fs::remove(folder.path() / "ledger.sqlite");
  replace_ledger_key(folder.path() / "ledger.key", {key.ledger, 0, initial});
  said.clear();
  fill(0);
  CHECK(initial_key().hex() == initial.hex());
  CHECK(text(audited()).empty());
}

TEST_CASE_FIXTURE(LedgerBench, "a key file one entry behind is brought forward, and this is said") {
  fill(2);
  const std::string behind = folder.read("ledger.key");
  append("run", "interrupted");
  folder.write("ledger.key", behind);
  said.resize(1);
  CHECK(verdict().key_behind);
  CHECK(faults().empty());
  CHECK(append("run", "after").number == 4);
  REQUIRE(said.size() == 3);
  CHECK(said[1] == "ledger: entry 3 was interrupted; its key is brought forward");
  CHECK(text(audited()).empty());
}

TEST_CASE_FIXTURE(LedgerBench, "nothing is appended to a ledger that is not as its key says") {
  fill(3);
  const auto refusal = [&] {
    try {
      append("run", "more");
    } catch (const RefusedError& error) {
      return std::string(error.what());
    }
    return std::string("appended");
  };
  const auto expected = [&](const std::string& what) {
    return fmt::format("nothing can be written to the ledger in {}: {}; `daicho ledger verify` tells more",
                       folder.path().string(), what);
  };
  const std::string key = folder.read("ledger.key");
  SUBCASE("the key is lost") {
    fs::remove(folder.path() / "ledger.key");
    CHECK(refusal() == expected("ledger.key is missing"));
  }
  SUBCASE("the key is two behind") {
    append("run", "4");
    append("run", "5");
    folder.write("ledger.key", key);
    CHECK(refusal() == expected("ledger.key is 2 entries behind"));
  }
  SUBCASE("the key is one behind, but the last entry is not of it") {
    append("run", "4");
    folder.write("ledger.key", key);
    sql("UPDATE ledger_entries SET mac = hash WHERE number = 4");
    CHECK(refusal() == expected("its last entry was not written with its key"));
  }
  SUBCASE("the end is cut off") {
    sql("DELETE FROM ledger_entries WHERE number = 3");
    CHECK(refusal() == expected("its last 1 of 4 entries are missing"));
  }
  SUBCASE("the last entry is altered") {
    sql("UPDATE ledger_entries SET people = 4 WHERE number = 3");
    CHECK(refusal() == expected("its last entry was altered"));
  }
  SUBCASE("the head is altered") {
    sql("UPDATE ledger_head SET mac = ''");
    CHECK(refusal() == expected("its end was altered"));
  }
  SUBCASE("the head is gone") {
    sql("DELETE FROM ledger_head");
    CHECK(refusal() == expected("its head is missing"));
  }
  SUBCASE("the key of another ledger") {
    LedgerBench other;
    other.fill(3);
    folder.write("ledger.key", other.folder.read("ledger.key"));
    CHECK(refusal() == expected("ledger.key belongs to another ledger"));
  }
  SUBCASE("the database is gone") {
    fs::remove(folder.path() / "ledger.sqlite");
    CHECK(refusal() == "there is no ledger in " + folder.path().string());
    const std::string message = expected("ledger.sqlite is missing, but not its key");
    CHECK_THROWS_WITH_AS(Ledger(folder.path(), notices(), Ledger::Absent::begin), message.c_str(), RefusedError);
  }
  SUBCASE("of a newer version") {
    sql("PRAGMA user_version = 2");
    CHECK(refusal() == (folder.path() / "ledger.sqlite").string() + " has version 2; this program knows version 1");
  }
}

TEST_CASE_FIXTURE(LedgerBench,
                  "heads reach the system's log once a run has asked for it, also those of other entries") {
  std::vector<std::string> logged;
  const auto append_with = [&](LedgerSyslog choice) {
    LedgerNotices given = notices();
    given.syslog = choice;
    given.log = [&](const std::string& line) { logged.push_back(line); };
    Ledger(folder.path(), given).append(LedgerEntry{});
  };
  fill(0);
  append_with(LedgerSyslog::as_kept);  // entry 1: nobody has asked
  CHECK(logged.empty());
  append_with(LedgerSyslog::yes);
  append_with(LedgerSyslog::as_kept);  // a medium's
  REQUIRE(logged.size() == 2);
  CHECK(logged[0].starts_with("ledger: entry 2, head "));
  CHECK(logged[1] == said.back());
  append_with(LedgerSyslog::no);
  append_with(LedgerSyslog::as_kept);
  CHECK(logged.size() == 2);
  CHECK(verdict().faults.empty());
}

TEST_CASE_FIXTURE(LedgerBench, "the files of a ledger are private, and links in their place are not followed") {
  fill(1);
  for (const char* name : {"ledger.sqlite", "ledger.key", "ledger.lock"}) {
    CAPTURE(name);
    CHECK((fs::status(folder.path() / name).permissions() & fs::perms::all) ==
          (fs::perms::owner_read | fs::perms::owner_write));
    fs::rename(folder.path() / name, folder.path() / "moved");
    fs::create_symlink("moved", folder.path() / name);
    CHECK_THROWS_AS(append("run", "through a link"), WorldError);
    fs::remove(folder.path() / name);
    fs::rename(folder.path() / "moved", folder.path() / name);
  }
  CHECK(append("run", "directly").number == 2);
}

}  // namespace
}  // namespace daicho::test
