// What runs tell the ledger: once, whatever happens to them.
#include "jobs/run_ledger.hpp"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "jobs/digest.hpp"
#include "jobs/ledger_begin.hpp"
#include "jobs/ledger_key_file.hpp"
#include "jobs/ledger_verify.hpp"
#include "tests/jobs/runtime_bench.hpp"

namespace daicho::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

class RunLedgerBench : public RuntimeBench {
 public:
  std::vector<LedgerRow> entries() const {
    std::vector<LedgerRow> rows;
    open_ledger_entries(state()).for_each([&](const LedgerRow& row) { rows.push_back(row); });
    return rows;
  }
  /// Kinds and runs, a line each; fails where the ledger does not verify.
  std::string story() const {
    const LedgerVerdict verdict = verify_ledger(state(), {});
    CHECK(verdict.faults.empty());
    std::string lines;
    for (const LedgerRow& row : entries()) {
      lines += row.entry.kind + (row.entry.run.empty() ? "" : " " + row.entry.run) + "\n";
    }
    return lines;
  }
  RunRequest heard(RunRequest request) {
    request.say = [this](const std::string& sentence) { said.push_back(sentence); };
    return request;
  }
  std::vector<std::string> said;
};

constexpr const char* kTwoRuns = "made\nrun cs-update_20261119000000_001\nrun cs-update_20261120000000_001\n";

TEST_CASE_FIXTURE(RunLedgerBench, "a run is on record with who, what, to whom, how many, and every hash") {
  settings("[approval]\nby = \"市民課長\"\npurpose = \"市町村CSへの日次更新\"\n");
  RunRequest first = heard(request(kDay1, "20261119", true));
  const RunResult result = publish(first);
  const LedgerRow row = entries().at(1);
  const LedgerEntry& entry = row.entry;
  CHECK(entry.kind == "run");
  CHECK(entry.job == "cs-update");
  CHECK(entry.run == "cs-update_20261119000000_001");
  CHECK(entry.as_of == "20261119");
  CHECK(entry.account == account_name());
  CHECK(entry.destination == "市町村CS");
  CHECK(entry.people == 2);
  CHECK(entry.individual_numbers == 2);
  CHECK(entry.approved_by == "市民課長");
  CHECK(entry.purpose == "市町村CSへの日次更新");
  CHECK(entry.reason.empty());
  const Json details = Json::parse(entry.details);
  CHECK(details["folder"] == fs::absolute(result.folder).string());
  CHECK(details["register"]["sha256"] == digest_file(first.register_file).sha256);
  CHECK(details["manifest_sha256"] == digest_file(result.folder / "manifest.json").sha256);
  REQUIRE(details["files"].size() == 3);
  CHECK(details["files"][0]["layout"] == "access-log");
  CHECK(details["files"][0]["people"] == 0);
  const Json& file = details["files"][1];
  CHECK(file["sha256"] == digest_file(result.folder / file["name"].get<std::string>()).sha256);
  CHECK(file["individual_numbers"] == 2);
  CHECK(file["people"] == 2);
  CHECK(file["records"] == 2);
  CHECK(said.back() == "ledger: entry 1, head " + row.hash);
}

TEST_CASE_FIXTURE(RunLedgerBench, "no personal value stands in the ledger") {
  publish(request(kDay1, "20261119", true));
  publish(request(kDay2, "20261120"));
  for (const char* name : {"ledger.sqlite", "ledger.sqlite-wal"}) {
    if (!fs::exists(state() / name)) continue;
    const std::string bytes = text(state() / name);
    for (const std::string& value : {individual_no(1), individual_no(2), juminhyo_code(1), addressee_no(1),
                                     std::string("山田"), std::string("緑荘")}) {
      CHECK(bytes.find(value) == std::string::npos);
    }
  }
}

TEST_CASE_FIXTURE(RunLedgerBench, "what is approved on the command line stands above the settings") {
  settings("[approval]\nby = \"市民課長\"\n");
  RunRequest first = request(kDay1, "20261119", true);
  first.approved_by = "部長";
  first.purpose = "試験";
  publish(first);
  CHECK(entries().at(1).entry.approved_by == "部長");
  CHECK(entries().at(1).entry.purpose == "試験");
}

TEST_CASE_FIXTURE(RunLedgerBench, "nothing new and a dry run leave no entry") {
  const RunRequest first = request(kDay1, "20261119", true);
  publish(first);
  publish(first);
  RunRequest dry = request(kDay2, "20261120");
  dry.dry_run = true;
  publish(dry);
  CHECK(story() == "made\nrun cs-update_20261119000000_001\n");
}

TEST_CASE_FIXTURE(RunLedgerBench, "a refusal is on record with its reason, but for a missing state") {
  CHECK_FALSE(refused(request(kDay1, "20261119")).empty());
  CHECK_FALSE(Ledger::exists(state()));
  publish(request(kDay1, "20261119", true));
  const RunRequest old = heard(request(kDay2, "20261118"));
  const std::string reason = refused(old);
  CHECK(story() == "made\nrun cs-update_20261119000000_001\nrefused\n");
  const LedgerEntry entry = entries().at(2).entry;
  CHECK(entry.reason == reason);
  CHECK(entry.job == "cs-update");
  CHECK(entry.as_of == "20261118");
  CHECK(Json::parse(entry.details)["register"]["sha256"] == digest_file(old.register_file).sha256);
  CHECK(said.back().starts_with("ledger: entry 2, head "));
}

TEST_CASE_FIXTURE(RunLedgerBench, "a second run that is refused at once is on record, too") {
  publish(request(kDay1, "20261119", true));
  const State held(state());
  const std::string reason = refused(request(kDay2, "20261120"));
  CHECK(reason == fmt::format("another run is using the state folder {}", state().string()));
  CHECK(entries().at(2).entry.reason == reason);
}

TEST_CASE_FIXTURE(RunLedgerBench, "a dry run that is refused leaves no entry") {
  publish(request(kDay1, "20261119", true));
  RunRequest dry = request(kDay2, "20261118");
  dry.dry_run = true;
  refused(dry);
  CHECK(story() == "made\nrun cs-update_20261119000000_001\n");
}

TEST_CASE("a run that was killed anywhere is on record once when it is run again, and what became of it is said") {
  for (const auto& [step, sentence] :
       {std::pair{PublishStep::reserved, "the unfinished run cs-update_20261120000000_001 begins again"},
        std::pair{PublishStep::verified, "the unfinished run cs-update_20261120000000_001 begins again"},
        std::pair{PublishStep::prepared, "finished the interrupted run cs-update_20261120000000_001"},
        std::pair{PublishStep::renamed, "finished the interrupted run cs-update_20261120000000_001"},
        std::pair{PublishStep::recorded, "finished the interrupted run cs-update_20261120000000_001"}}) {
    const int number = static_cast<int>(step);
    CAPTURE(number);
    RunLedgerBench bench;
    bench.publish(bench.request(kDay1, "20261119", true));
    const RunRequest second = bench.heard(bench.request(kDay2, "20261120"));
    bench.killed(second, step);
    bench.said.clear();
    bench.publish(second);
    CHECK(std::find(bench.said.begin(), bench.said.end(), sentence) != bench.said.end());
    CHECK(bench.story() == kTwoRuns);
  }
}

TEST_CASE("an interrupted run of another job is finished and said by whatever run comes next") {
  RunLedgerBench bench;
  bench.publish(bench.request(kDay1, "20261119", true));
  bench.killed(bench.request(kDay2, "20261120"), PublishStep::prepared);
  bench.settings("[soufusaki]\nformat = \"csv:utf-8\"\n");
  const auto soufusaki = make_soufusaki();
  try {
    bench.run(*soufusaki, bench.heard(bench.request(kDay2, "20261120")));
  } catch (const RefusedError&) {  // it has published nothing
  }
  CHECK(std::find(bench.said.begin(), bench.said.end(), "finished the interrupted run cs-update_20261120000000_001") !=
        bench.said.end());
  CHECK(bench.story() == std::string(kTwoRuns) + "refused\n");
}

TEST_CASE("a prepared run whose folder is gone is taken back on record, once, and its rerun is a run of its own") {
  for (const PublishStep step : {PublishStep::prepared, PublishStep::renamed, PublishStep::recorded}) {
    CAPTURE(static_cast<int>(step));
    RunLedgerBench bench;
    bench.publish(bench.request(kDay1, "20261119", true));
    const RunRequest second = bench.heard(bench.request(kDay2, "20261120"));
    bench.killed(second, step);
    fs::remove_all(bench.out() / "cs-update_20261120000000_001");
    fs::remove_all(bench.out() / ".daicho-cs-update_20261120000000_001");
    bench.publish(second);
    const std::string told_before = step == PublishStep::recorded ? "run cs-update_20261120000000_001\n" : "";
    CHECK(bench.story() == "made\nrun cs-update_20261119000000_001\n" + told_before +
                               "taken-back cs-update_20261120000000_001\nrun cs-update_20261120000000_001\n");
    CHECK(std::find(bench.said.begin(), bench.said.end(),
                    "took back the interrupted run cs-update_20261120000000_001: its files are gone or not as its "
                    "manifest says") != bench.said.end());
  }
}

TEST_CASE("a run that stands published but not as it was written is refused until somebody puts that right") {
  RunLedgerBench bench;
  bench.publish(bench.request(kDay1, "20261119", true));
  const RunRequest second = bench.request(kDay2, "20261120");
  bench.killed(second, PublishStep::renamed);
  const fs::path folder = bench.out() / "cs-update_20261120000000_001";
  std::ofstream(folder / "Thumbs.db") << "x";
  const std::string refusal = bench.refused(second);
  CHECK(refusal ==
        fmt::format("an interrupted run stands published, but not as it was written: {} (Thumbs.db does not belong "
                    "there); put that right, or move the folder away where nobody took anything from it",
                    folder.string()));
  CHECK(bench.refused(second) == refusal);
  fs::remove(folder / "Thumbs.db");
  CHECK(bench.publish(second).recovered);
  CHECK(bench.story() ==
        "made\nrun cs-update_20261119000000_001\nrefused\nrefused\nrun cs-update_20261120000000_001\n");
}

TEST_CASE("an interrupted run whose --out is missing is not taken back, and nothing is made in its place") {
  RunLedgerBench bench;
  bench.publish(bench.request(kDay1, "20261119", true));
  RunRequest second = bench.request(kDay2, "20261120");
  bench.killed(second, PublishStep::renamed);
  const fs::path away = bench.folder() / "away";
  fs::rename(bench.out(), away);
  const std::string refusal = fmt::format(
      "the run cs-update_20261120000000_001 was interrupted while it was published in {}, which is missing: "
      "mount it; where it is gone for good, make an empty folder in its place",
      fs::absolute(bench.out()).string());
  CHECK(bench.refused(second) == refusal);
  CHECK_FALSE(fs::exists(bench.out()));
  second.out = bench.folder() / "other";
  CHECK(bench.refused(second) == refusal);
  second.out = away;
  CHECK(bench.publish(second).recovered);
  CHECK(Json::parse(bench.entries().back().entry.details)["folder"] ==
        (fs::absolute(away) / "cs-update_20261120000000_001").string());
  CHECK(State(bench.state()).last_published("cs-update")->out_folder == fs::absolute(away).string());
}

TEST_CASE_FIXTURE(RunLedgerBench, "a run that begins again elsewhere is known by where it stands") {
  publish(request(kDay1, "20261119", true));
  RunRequest second = request(kDay2, "20261120");
  killed(second, PublishStep::verified);
  second.out = folder() / "other";
  publish(second);
  CHECK(State(state()).last_published("cs-update")->out_folder == fs::absolute(second.out).string());
  CHECK(Json::parse(entries().back().entry.details)["folder"] ==
        (fs::absolute(second.out) / "cs-update_20261120000000_001").string());
}

TEST_CASE_FIXTURE(RunLedgerBench, "a run that an older version prepared is finished, and says that nobody counted") {
  publish(request(kDay1, "20261119", true));
  const RunRequest second = request(kDay2, "20261120");
  killed(second, PublishStep::prepared);
  SqliteDatabase(state() / "state.sqlite", SqliteDatabase::Mode::read_write).execute("DELETE FROM outbox");
  CHECK(publish(second).recovered);
  CHECK(story() == kTwoRuns);
  CHECK(entries().at(2).entry.reason == "prepared by a version without a ledger: people and 個人番号 were not counted");
}

TEST_CASE_FIXTURE(RunLedgerBench, "a state of an older version gets a ledger that tells where it came from") {
  publish(request(kDay1, "20261119", true));
  SqliteDatabase(state() / "state.sqlite", SqliteDatabase::Mode::read_write)
      .execute(
          "ALTER TABLE runs DROP COLUMN erased; DROP TABLE outbox; DROP TABLE ledger_link; PRAGMA user_version = 2");
  fs::remove(state() / "ledger.sqlite");
  fs::remove(state() / "ledger.key");
  const RunRequest second = heard(request(kDay2, "20261120"));
  publish(second);
  publish(heard(request(kDay2, "20261121")));
  CHECK(story() == "made\nmigrated\nrun cs-update_20261120000000_001\nrun cs-update_20261121000000_001\n");
  CHECK(entries().at(1).entry.details == R"({"copy":"state.sqlite.version-2","file":"state.sqlite","from":2,"to":3})");
  CHECK(said[0].starts_with("a ledger begins in "));
}

TEST_CASE_FIXTURE(RunLedgerBench, "another ledger begins where one was lost, says so, and the state goes on with it") {
  publish(request(kDay1, "20261119", true));
  LedgerBeginning beginning;
  beginning.state = state();
  beginning.reason = "ディスク障害";
  CHECK(refusal<RefusedError>([&] { begin_ledger_anew(beginning, {}); }) ==
        fmt::format("the ledger in {} is there and can be written to; another one is begun only where it was lost",
                    state().string()));
  CHECK(entries().at(2).entry.kind == "refused");
  CHECK(entries().at(2).entry.details == R"({"command":"ledger begin","reason":"ディスク障害"})");
  const std::string id = open_ledger_entries(state()).find_number(0)->entry.reference.substr(7);
  SUBCASE("the key") { fs::remove(state() / "ledger.key"); }
  SUBCASE("the database") { fs::remove(state() / "ledger.sqlite"); }
  SUBCASE("both") {
    fs::remove(state() / "ledger.key");
    fs::remove(state() / "ledger.sqlite");
  }
  SUBCASE("the end of it") {
    SqliteDatabase(state() / "ledger.sqlite", SqliteDatabase::Mode::read_write)
        .execute("DELETE FROM ledger_entries WHERE number = 2");
  }
  CHECK_FALSE(refused(request(kDay2, "20261120")).empty());
  begin_ledger_anew(beginning, {});
  publish(request(kDay2, "20261120"));
  CHECK(story() == "made\nreplaced\nrun cs-update_20261120000000_001\n");
  CHECK(entries().at(1).entry.reason == "ディスク障害");
  CHECK(entries().at(1).entry.details == "{\"ledger\":\"" + id + "\"}");
}

TEST_CASE_FIXTURE(RunLedgerBench, "without its ledger, or with another, a state publishes nothing") {
  publish(request(kDay1, "20261119", true));
  const auto before = published();
  SUBCASE("gone with its key") {
    fs::remove(state() / "ledger.sqlite");
    fs::remove(state() / "ledger.key");
    CHECK(
        refused(request(kDay2, "20261120")) ==
        fmt::format("the ledger of the state folder {} is missing: put ledger.sqlite and ledger.key back from a copy, "
                    "or begin another with `daicho ledger begin`",
                    state().string()));
    CHECK_FALSE(Ledger::exists(state()));
  }
  SUBCASE("that of another state") {
    RunLedgerBench other;
    other.publish(other.request(kDay1, "20261119", true));
    for (const char* name : {"ledger.sqlite", "ledger.key"}) {
      fs::copy_file(other.state() / name, state() / name, fs::copy_options::overwrite_existing);
    }
    CHECK(refused(request(kDay2, "20261120"))
              .starts_with(fmt::format("the ledger in {} is not that of this state: it is ", state().string())));
    CHECK(entries().size() == 2);  // no entry in a ledger of others
    const LedgerVerdict verdict = verify_ledger(state(), {});
    REQUIRE(verdict.faults.size() == 1);
    CHECK(verdict.faults[0].what.starts_with("it is not the ledger of this state, which is "));
  }
  SUBCASE("without its key") {
    fs::remove(state() / "ledger.key");
    CHECK(refused(request(kDay2, "20261120"))
              .starts_with(
                  fmt::format("nothing can be written to the ledger in {}: ledger.key is missing", state().string())));
  }
  CHECK(published() == before);
}

}  // namespace
}  // namespace daicho::test
