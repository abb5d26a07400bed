// Every way to tamper with a ledger, and what finds it.
#include "jobs/ledger_verify.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <array>

#include "formats/error.hpp"
#include "jobs/ledger_key_file.hpp"
#include "jobs/state.hpp"
#include "tests/jobs/ledger_bench.hpp"

namespace daicho::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kColumnsAltered = "was altered: its columns no longer give its hash\n";
constexpr const char* kHashAltered = "was altered: its hash is not what its columns give\n";

TEST_CASE_FIXTURE(LedgerBench, "a ledger that nobody touched is whole, and says its head") {
  fill(5);
  const LedgerVerdict verdict = audited();
  CHECK(text(verdict).empty());
  CHECK(verdict.entries == 6);
  CHECK("ledger: entry 5, head " + verdict.head == said.back());
  CHECK_FALSE(verdict.key_behind);
}

TEST_CASE_FIXTURE(LedgerBench, "an edit of any column of any entry is found, and the entry is named") {
  fill(4);
  constexpr std::array kTexts = {"at",    "kind",        "account", "host",   "program", "job",         "run",
                                 "as_of", "destination", "details", "reason", "purpose", "approved_by", "reference"};
  int tried = 0;
  for (const int number : {1, 2, 4}) {
    const std::string entry = "entry " + std::to_string(number) + ": ";
    const std::string where = " WHERE number = " + std::to_string(number);
    const auto faults_after = [&](const std::string& column, const std::string& expression) {
      CAPTURE(column);
      sql("CREATE TABLE kept AS SELECT * FROM ledger_entries" + where);
      sql("UPDATE ledger_entries SET " + column + " = " + expression + where);
      const std::string found = faults();
      sql("UPDATE ledger_entries SET " + column + " = (SELECT " + column + " FROM kept)" + where + "; DROP TABLE kept");
      ++tried;
      return found;
    };
    for (const std::string column : kTexts) CHECK(faults_after(column, column + " || 'x'") == entry + kColumnsAltered);
    CHECK(faults_after("people", "people + 1") == entry + kColumnsAltered);
    CHECK(faults_after("individual_numbers", "individual_numbers + 1") == entry + kColumnsAltered);
    CHECK(faults_after("previous_mac", "hash") == entry + kColumnsAltered);
    CHECK(faults_after("hash", "mac") == entry + kHashAltered);
    CHECK(faults_after("mac", "hash") ==
          (number == 4 ? "whole: its end is not sealed with its key: entries were altered, cut off or added, or its "
                         "head was\n"
                       : entry + "was altered: its mac is not the one that the next entry was written after\n"));
    CHECK(faults().empty());
  }
  CHECK(tried == 3 * 19);
}

TEST_CASE_FIXTURE(LedgerBench, "a value of the last entry in other letters is found") {
  fill(3);
  sql("UPDATE ledger_entries SET mac = upper(mac) WHERE number = 3");
  CHECK(faults() ==
        "whole: its end is not sealed with its key: entries were altered, cut off or added, or its head was\n");
}

TEST_CASE_FIXTURE(LedgerBench, "a ledger beside a state that belongs to another one is blamed") {
  fill(2);
  {
    State state(folder.path());
    state.link_ledger(verdict().id);
  }
  CHECK(faults().empty());
  SqliteDatabase(folder.path() / "state.sqlite", SqliteDatabase::Mode::read_write)
      .execute("UPDATE ledger_link SET id = 'another'");
  CHECK(faults() == "whole: it is not the ledger of this state, which is another\n");
}

TEST_CASE_FIXTURE(LedgerBench, "a copy where nothing can be written is verified and stays as it was") {
  fill(3);
  fs::remove(folder.path() / "ledger.lock");
  constexpr ::uid_t kNobody = 65534;
  const bool root = ::geteuid() == 0;  // who may write everywhere
  if (root) {
    for (const auto& entry : fs::directory_iterator(folder.path())) {
      REQUIRE(::chown(entry.path().c_str(), kNobody, static_cast<::gid_t>(-1)) == 0);
    }
    REQUIRE(::chown(folder.path().c_str(), kNobody, static_cast<::gid_t>(-1)) == 0);
  }
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  if (root) REQUIRE(::seteuid(kNobody) == 0);
  const std::string found = faults();
  if (root) REQUIRE(::seteuid(0) == 0);
  fs::permissions(folder.path(), fs::perms::owner_all);
  CHECK(found.empty());
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 2);
}

TEST_CASE_FIXTURE(LedgerBench, "an entry that was made up is found, also where its hash was computed anew") {
  fill(4);
  sql("UPDATE ledger_entries SET reason = 'made up', hash = iif(hash LIKE 'f%', '0', 'f') || substr(hash, 2) WHERE "
      "number = 2");
  CHECK(faults() ==
        "entry 2: was altered: its columns and its hash do not belong together\n"
        "entry 3: does not follow the entry before it\n");
}

TEST_CASE_FIXTURE(LedgerBench, "a removed entry is missed wherever it stood") {
  fill(4);
  SUBCASE("the first") {
    sql("DELETE FROM ledger_entries WHERE number = 0");
    CHECK(faults() == "entry 0: is missing\n");
  }
  SUBCASE("in the middle") {
    sql("DELETE FROM ledger_entries WHERE number = 2");
    CHECK(faults() == "entry 2: is missing\n");
  }
  SUBCASE("several") {
    sql("DELETE FROM ledger_entries WHERE number IN (1, 2, 3)");
    CHECK(faults() == "entry 1: is missing, and so are those up to 3\n");
  }
  SUBCASE("in the middle, and those after it renumbered") {
    sql("DELETE FROM ledger_entries WHERE number = 2; UPDATE ledger_entries SET number = number - 1 WHERE number > 2;"
        "UPDATE ledger_head SET entries = 4");
    CHECK(faults() ==
          "entry 2: was altered: its columns and its hash do not belong together\n"
          "entry 3: does not follow the entry before it\n"
          "whole: it is cut off: ledger.key tells of 5 entries, but there are 4\n");
  }
  SUBCASE("the last") {
    sql("DELETE FROM ledger_entries WHERE number = 4");
    CHECK(faults() ==
          "whole: its head tells of 5 entries, but there are 4\n"
          "whole: it is cut off: ledger.key tells of 5 entries, but there are 4\n");
  }
  SUBCASE("all") {
    sql("DELETE FROM ledger_entries");
    CHECK(faults() == "whole: it has no entries\n");
  }
}

TEST_CASE_FIXTURE(LedgerBench, "a ledger that was cut off is found, with its key and without") {
  fill(2);
  const std::string head_then = said.back().substr(said.back().rfind(' ') + 1);
  sql("CREATE TABLE head_then AS SELECT * FROM ledger_head");
  append("run", "3");
  append("run", "4");
  sql("DELETE FROM ledger_entries WHERE number > 2; DELETE FROM ledger_head;"
      "INSERT INTO ledger_head SELECT * FROM head_then; DROP TABLE head_then");
  SUBCASE("the key as it is") {
    CHECK(faults() == "whole: it is cut off: ledger.key tells of 5 entries, but there are 3\n");
  }
  SUBCASE("the key file made to fit: its key is not the one of that time") {
    LedgerKey key = *read_ledger_key(folder.path() / "ledger.key");
    key.entries = 3;
    replace_ledger_key(folder.path() / "ledger.key", key);
    CHECK(faults() ==
          "whole: its end is not sealed with its key: entries were altered, cut off or added, or its head was\n");
  }
  SUBCASE("without a key") {
    fs::remove(folder.path() / "ledger.key");
    CHECK(faults() == "whole: ledger.key is missing\n");
  }
}

TEST_CASE_FIXTURE(LedgerBench, "exchanged and inserted entries are found") {
  fill(5);
  SUBCASE("exchanged") {
    sql("UPDATE ledger_entries SET number = -1 WHERE number = 2; UPDATE ledger_entries SET number = 2 WHERE number = 3;"
        "UPDATE ledger_entries SET number = 3 WHERE number = -1");
    CHECK(faults() ==
          "entry 2: was altered: its columns and its hash do not belong together\n"
          "entry 3: does not follow the entry before it\n"
          "entry 4: does not follow the entry before it\n");
  }
  SUBCASE("put in at the end without the key") {
    sql("INSERT INTO ledger_entries SELECT 6, at, kind, account, host, program, job, run, as_of, destination, people, "
        "individual_numbers, approved_by, purpose, reason, details, 'other', mac, hash, mac FROM ledger_entries "
        "WHERE number = 5; UPDATE ledger_head SET entries = 7");
    CHECK(faults() ==
          "entry 6: was altered: its columns and its hash do not belong together\n"
          "entry 6: was not written with the key of this ledger\n");
  }
  SUBCASE("with a number below zero") {
    sql("INSERT INTO ledger_entries SELECT -7, at, kind, account, host, program, job, run, as_of, destination, people, "
        "individual_numbers, approved_by, purpose, reason, details, 'other', mac, hash, mac FROM ledger_entries "
        "WHERE number = 5");
    CHECK(faults() == "whole: an entry has the number -7\n");
  }
  SUBCASE("far away") {
    sql("UPDATE ledger_entries SET number = 9000000000000000000 WHERE number = 5");
    CHECK(text(audited()).starts_with("entry 5: is missing, and so are those up to 8999999999999999999\n"));
  }
}

TEST_CASE_FIXTURE(LedgerBench, "the ledger of another state is found out") {
  fill(3);
  LedgerBench other;
  other.fill(3);
  fs::remove(folder.path() / "ledger.sqlite");
  fs::copy_file(other.folder.path() / "ledger.sqlite", folder.path() / "ledger.sqlite");
  const std::string id = read_ledger_key(folder.path() / "ledger.key")->ledger;
  CHECK(faults() == "whole: ledger.key belongs to the ledger " + id + "\n");
  CHECK(text(audited()).starts_with("entry 0: was not written with this initial key: "));
}

/// What an intruder with today's key can do: write everything from an entry on anew, and seal the end.
void rewrite_from(LedgerBench& bench, std::int64_t first) {
  const LedgerKey key = *read_ledger_key(bench.folder.path() / "ledger.key");
  LedgerStore store(bench.folder.path(), SqliteDatabase::Mode::read_write);
  std::vector<LedgerRow> rows;
  store.for_each([&](const LedgerRow& row) { rows.push_back(row); });
  bench.sql("DELETE FROM ledger_entries WHERE number >= " + std::to_string(first));
  for (auto i = static_cast<std::size_t>(first); i < rows.size(); ++i) {
    LedgerRow row = rows[i];
    row.entry.reason = "as the intruder likes it";
    row.previous_mac = rows[i - 1].mac;
    const SealHash hash = chain_hash(*hash_of_hex(rows[i - 1].hash), canonical_entry(i, row.entry, row.previous_mac));
    row.hash = hex_of(hash);
    row.mac = hex_of(entry_mac(key.key, hash));
    store.add(row, {static_cast<std::int64_t>(rows.size()),
                    hex_of(head_mac(key.key, rows.size(), hash, *hash_of_hex(row.mac)))});
    rows[i] = row;
  }
}

TEST_CASE_FIXTURE(LedgerBench, "an intruder with today's key cannot rewrite yesterday") {
  fill(5);
  const std::string head_then = said[4].substr(said[4].rfind(' ') + 1);
  rewrite_from(*this, 3);
  CHECK(faults().empty());  // the seal of the end is all that today's key can tell
  CHECK(text(audited()) ==
        "entry 3: was not written with the key of its time: its mac is wrong\n"
        "entry 4: was not written with the key of its time: its mac is wrong\n"
        "entry 5: was not written with the key of its time: its mac is wrong\n");
  CHECK(text(verdict({{}, head_then})) == "whole: it has no entry whose hash is the head " + head_then +
                                              ": another ledger, an older copy, or cut off before it\n");
}

TEST_CASE_FIXTURE(LedgerBench, "a head that was kept elsewhere is proven, and finds an old copy put back") {
  fill(2);
  const std::string old_head = said.back().substr(said.back().rfind(' ') + 1);
  const fs::path copy = folder.path() / "copy";
  fs::create_directory(copy);
  for (const char* name : {"ledger.sqlite", "ledger.key"}) fs::copy_file(folder.path() / name, copy / name);
  append("run", "3");
  const std::string head = said.back().substr(said.back().rfind(' ') + 1);
  std::string upper = old_head;
  for (char& digit : upper) digit = static_cast<char>(std::toupper(static_cast<unsigned char>(digit)));
  CHECK(verdict({{}, upper}).proven == 2);
  CHECK(verdict({{}, head}).proven == 3);
  CHECK(text(verify_ledger(copy, {initial_key(), {}})).empty());
  CHECK(text(verify_ledger(copy, {{}, head})) == "whole: it has no entry whose hash is the head " + head +
                                                     ": another ledger, an older copy, or cut off before it\n");
}

TEST_CASE_FIXTURE(LedgerBench, "a lost key file and one two entries behind are told") {
  fill(1);
  const std::string key = folder.read("ledger.key");
  append("run", "2");
  append("run", "3");
  folder.write("ledger.key", key);
  CHECK(faults() == "whole: ledger.key is 2 entries behind\n");
  fs::remove(folder.path() / "ledger.key");
  CHECK(faults() == "whole: ledger.key is missing\n");
}

TEST_CASE_FIXTURE(LedgerBench, "a key file of the right number with another key is found") {
  fill(1);
  LedgerKey key = *read_ledger_key(folder.path() / "ledger.key");
  key.key = key.key.next();
  replace_ledger_key(folder.path() / "ledger.key", key);
  CHECK(text(audited()) ==
        "whole: the key in ledger.key does not come from the initial key\n"
        "whole: its end is not sealed with its key: entries were altered, cut off or added, or its head was\n");
}

TEST_CASE_FIXTURE(LedgerBench, "a database that is damaged or emptied fails the verification") {
  fill(1);
  SUBCASE("another file") {
    fs::remove(folder.path() / "ledger.sqlite-wal");
    folder.write("ledger.sqlite", std::string(9000, 'x'));
    CHECK(faults().find("file is not a database") != std::string::npos);
  }
  SUBCASE("a table is gone") {
    sql("DROP TABLE ledger_head");
    CHECK(faults().find("no such table: ledger_head") != std::string::npos);
  }
}

TEST_CASE("an initial key is read as people write it") {
  TempFolder folder;
  const std::string digits = "00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF";
  CHECK(read_initial_key(folder.write("a", digits)).hex().substr(0, 8) == "00112233");
  std::string spaced = digits;
  for (std::size_t i = 56; i > 0; i -= 8) spaced.insert(i, i % 16 == 0 ? "\r\n" : " ");
  CHECK(read_initial_key(folder.write("b", spaced + "\n")).hex() == read_initial_key(folder.file("a")).hex());
  const std::string expected =
      folder.file("c") + " holds no initial key: 64 hexadecimal digits, spaces between them where you like";
  for (const std::string& wrong : {std::string(), digits + "0", digits.substr(1), digits.substr(1) + "g"}) {
    folder.write("c", wrong);
    CHECK_THROWS_WITH_AS(read_initial_key(folder.file("c")), expected.c_str(), UsageError);
  }
}

}  // namespace
}  // namespace daicho::test
