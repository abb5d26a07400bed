// The runtime: what is refused, what is nothing new, and what a crash leaves.
#include "jobs/runtime.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <fstream>

#include "formats/error.hpp"
#include "jobs/state.hpp"
#include "tests/jobs/runtime_bench.hpp"

namespace daicho::test {
namespace {

namespace fs = std::filesystem;

TEST_CASE_FIXTURE(RuntimeBench, "a missing state without --initial is refused and not made") {
  CHECK(refused(request(kDay1, "20261119")) ==
        fmt::format("there is no state in {}; --initial begins one", state().string()));
  CHECK_FALSE(fs::exists(state()));
}

TEST_CASE_FIXTURE(RuntimeBench,
                  "a job that has published nothing from a state of others is refused without --initial") {
  publish(request(kDay1, "20261119", true));
  const auto job = make_soufusaki();
  CHECK(
      refusal<RefusedError>([&] { run(*job, request(kDay1, "20261119")); }) ==
      fmt::format("soufusaki has published nothing from the state folder {}; --initial begins one", state().string()));
}

TEST_CASE_FIXTURE(RuntimeBench, "--initial twice is refused") {
  publish(request(kDay1, "20261119", true));
  CHECK(refused(request(kDay2, "20261120", true)) ==
        fmt::format("cs-update has already published from the state folder {} (as of 20261119); --initial is for a new "
                    "one",
                    state().string()));
}

TEST_CASE_FIXTURE(RuntimeBench, "the same input twice publishes nothing and says where it was published") {
  const RunRequest first = request(kDay1, "20261119", true);
  publish(first);
  const auto before = published();
  const RunResult again = publish(first);
  CHECK(again.nothing_new);
  CHECK(again.manifest.run == "cs-update_20261119000000_001");
  CHECK(published() == before);
}

TEST_CASE_FIXTURE(RuntimeBench, "a processing date before the last published one is refused") {
  publish(request(kDay1, "20261119", true));
  CHECK(refused(request(kDay2, "20261118")) == "cs-update was published as of 20261119; 20261118 lies before that");
}

TEST_CASE_FIXTURE(RuntimeBench, "the register of another municipality is refused, and nothing stays of it") {
  const Items other{{"address_municipality_code", "132047"}};
  CHECK(refused(request({resident(1, other), resident(2, other), resident(3)}, "20261119", true)) ==
        "this is the register of another municipality: 2 of 3 living residents do not live in 132101");
  CHECK(published().empty());
  CHECK(fs::is_empty(state() / "snapshots"));
}

TEST_CASE_FIXTURE(RuntimeBench, "one resident of another municipality is held back") {
  const RunResult result = publish(
      request({resident(1), resident(2), resident(3, {{"address_municipality_code", "132047"}})}, "20261119", true));
  CHECK(result.manifest.counts.rejected == 1);
  CHECK(text(result.folder / "rejects.csv").find(addressee_no(3) + ",3,error,D4009,address_municipality_code,") !=
        std::string::npos);
}

TEST_CASE_FIXTURE(RuntimeBench, "a second run at the same time is refused at once") {
  publish(request(kDay1, "20261119", true));
  const int fd = ::open((state() / "lock").c_str(), O_RDWR);
  REQUIRE(::flock(fd, LOCK_EX | LOCK_NB) == 0);
  CHECK(refused(request(kDay2, "20261120")) ==
        fmt::format("another run is using the state folder {}", state().string()));
  ::close(fd);
}

TEST_CASE_FIXTURE(RuntimeBench, "the same 宛名番号 twice holds both records back") {
  const RunResult result =
      publish(request({resident(1), resident(2), resident(2, {{"sex_code", "2"}})}, "20261119", true));
  CHECK(records(result).size() == 1);
  CHECK(result.manifest.counts.rejected == 1);
  const std::string rejects = text(result.folder / "rejects.csv");
  CHECK(rejects.find(addressee_no(2) + ",2,error,D3042,") != std::string::npos);
  CHECK(rejects.find(addressee_no(2) + ",3,error,D3042,") != std::string::npos);
}

TEST_CASE_FIXTURE(RuntimeBench, "a 個人番号 of two living people holds back the newcomer") {
  publish(request(kDay1, "20261119", true));
  const RunResult result =
      publish(request({resident(1), resident(2), resident(3, {{"individual_no", individual_no(1)}})}, "20261120"));
  CHECK(records(result).empty());
  CHECK(text(result.folder / "rejects.csv").find(addressee_no(3) + ",3,error,D3035,individual_no,") !=
        std::string::npos);
  CHECK(result.manifest.counts.rejected == 1);
}

TEST_CASE_FIXTURE(RuntimeBench, "a wrong check digit holds its person back") {
  std::string wrong = individual_no(2);
  wrong.back() = wrong.back() == '0' ? '1' : '0';
  const RunResult result = publish(request({resident(1), resident(2, {{"individual_no", wrong}})}, "20261119", true));
  CHECK(records(result).size() == 1);
  CHECK(text(result.folder / "rejects.csv").find(addressee_no(2) + ",2,error,D1301,individual_no,") !=
        std::string::npos);
}

TEST_CASE_FIXTURE(RuntimeBench,
                  "somebody living who vanished from the register stays published, with a warning each day") {
  publish(request(kDay1, "20261119", true));
  const RunResult without = publish(request({resident(1)}, "20261120"));
  CHECK(records(without).empty());
  CHECK(text(without.folder / "rejects.csv").find(addressee_no(2) + ",,warning,D4008,") != std::string::npos);
  const RunResult back = publish(request(kDay1, "20261121"));
  CHECK(back.manifest.counts.changed == 0);
}

TEST_CASE_FIXTURE(RuntimeBench, "whoever was removed is not published anew after a register that was not whole") {
  const Items removed = resident(3, {{"removal_class", "1"},
                                     {"move_reason", "21"},
                                     {"move_date", "20251001"},
                                     {"move_notified_date", "20251001"},
                                     {"removal_reason", "21"},
                                     {"removal_date", "20251001"}});
  const std::vector<Items> everyone = {resident(1), resident(2), removed};
  publish(request(everyone, "20261119", true));
  const RunResult cut = publish(request({resident(1)}, "20261120"));
  CHECK(records(cut).empty());
  const RunResult whole = publish(request(everyone, "20261121"));
  CHECK(whole.manifest.counts.changed == 0);
  CHECK(records(whole).empty());
}

TEST_CASE_FIXTURE(RuntimeBench, "a register that lacks more residents than it holds is refused") {
  publish(request({resident(1), resident(2), resident(3)}, "20261119", true));
  const auto before = published();
  CHECK(refused(request({resident(1)}, "20261120")) ==
        "this register is not whole: it lacks 2 living residents who were in the last published one, and holds 1");
  CHECK(refused(request({}, "20261120")) ==
        "this register is not whole: it lacks 3 living residents who were in the last published one, and holds 0");
  CHECK(published() == before);
}

/// Replaces the only occurrence of a text in a file.
void replace_in(const std::string& file, const std::string& from, const std::string& to) {
  std::string bytes = JobBench::text(file);
  REQUIRE(bytes.find(from) != std::string::npos);
  bytes.replace(bytes.find(from), from.size(), to);
  std::ofstream(file, std::ios::binary) << bytes;
}

TEST_CASE_FIXTURE(RuntimeBench, "a value that cannot be read holds back its person, who is known by 宛名番号") {
  publish(request(kDay1, "20261119", true));
  RunRequest second = request({corrected(1, "緑荘１０１"), corrected(2, "破損")}, "20261120");
  replace_in(second.register_file, "破損", "half");
  const RunResult result = publish(second);
  CHECK(records(result).size() == 1);
  CHECK(result.manifest.input.bad_records == 1);
  CHECK(text(result.folder / "rejects.csv").find(addressee_no(2) + ",2,error,D1005,address_building,") !=
        std::string::npos);
}

TEST_CASE_FIXTURE(RuntimeBench, "a record that lost its frame names nobody, and nobody vanishes by it") {
  publish(request(kDay1, "20261119", true));
  RunRequest second = request({corrected(1, "緑荘１０１"), corrected(2, "破損")}, "20261120");
  replace_in(second.register_file, "破損", "破,損");
  const RunResult result = publish(second);
  CHECK(records(result).size() == 1);
  CHECK(result.manifest.counts.rejected == 1);
  const std::string rejects = text(result.folder / "rejects.csv");
  CHECK(rejects.find("\n,2,error,D0303,") != std::string::npos);
  CHECK(rejects.find("D4008") == std::string::npos);
  const RunResult third = publish(request({corrected(1, "緑荘１０１"), corrected(2, "緑荘２０１")}, "20261121"));
  CHECK(records(third).size() == 1);
  CHECK(records(third)[0].at("update_seq") == "00002");
}

TEST_CASE_FIXTURE(RuntimeBench, "a damaged file publishes nobody") {
  publish(request(kDay1, "20261119", true));
  RunRequest second = request(kDay2, "20261120");
  replace_in(second.register_file, "address_building", "address_buildings");
  const auto before = published();
  CHECK(
      refusal<WorldError>([&] { publish(second); }).starts_with("the register is damaged, so nothing was published:"));
  CHECK(published() == before);
}

TEST_CASE_FIXTURE(RuntimeBench, "a dry run leaves no file and no number") {
  publish(request(kDay1, "20261119", true));
  const auto before = published();
  const std::string snapshot = text(state() / "snapshots" / "cs-update_20261119000000_001.snap");
  RunRequest dry = request(kDay2, "20261120");
  dry.dry_run = true;
  const RunResult tried = publish(dry);
  CHECK(tried.manifest.files[1].records == 1);
  CHECK(published() == before);
  CHECK(text(state() / "snapshots" / "cs-update_20261119000000_001.snap") == snapshot);
  dry.dry_run = false;
  const std::vector<Items> made = records(publish(dry));
  REQUIRE(made.size() == 1);
  CHECK(made[0].at("update_seq") == "00002");
}

TEST_CASE_FIXTURE(RuntimeBench, "two runs at the same clock are told apart by their serial") {
  publish(request(kDay1, "20261119", true));
  CHECK(publish(request(kDay2, "20261119")).manifest.run == "cs-update_20261119000000_002");
}

TEST_CASE_FIXTURE(RuntimeBench, "--now is the run's clock; the processing date follows it where --as-of is not given") {
  RunRequest timed = request(kDay1, "20261119", true);
  timed.as_of.reset();
  timed.now = "20261119221530123";
  const RunResult result = publish(timed);
  CHECK(result.manifest.run == "cs-update_20261119221530_001");
  CHECK(result.manifest.as_of == "20261119");
  CHECK(records(result)[0].at("timestamp") == "20261119221530123");
}

TEST_CASE_FIXTURE(RuntimeBench, "files are 0600 and folders 0700") {
  publish(request(kDay1, "20261119", true));
  for (const fs::path& root : {out(), state()}) {
    CHECK((fs::status(root).permissions() & fs::perms::all) == fs::perms::owner_all);
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
      CAPTURE(entry.path().string());
      const fs::perms expected =
          entry.is_directory() ? fs::perms::owner_all : fs::perms::owner_read | fs::perms::owner_write;
      CHECK((entry.status().permissions() & fs::perms::all) == expected);
    }
  }
}

TEST_CASE_FIXTURE(RuntimeBench, "links that somebody planted inside --state and --out are not followed") {
  publish(request(kDay1, "20261119", true));
  const fs::path elsewhere = folder() / "elsewhere";
  fs::create_directory(elsewhere);
  const std::string run = "cs-update_20261120000000_001";
  const auto fails = [&] {
    try {
      publish(request(kDay2, "20261120"));
    } catch (const std::runtime_error&) {  // RefusedError or WorldError
      return true;
    }
    return false;
  };
  SUBCASE("the temporary folder: the link goes, not what it names") {
    std::ofstream(elsewhere / "kept") << "kept";
    fs::create_directory_symlink(elsewhere, out() / (".daicho-" + run));
    CHECK_FALSE(fails());
    CHECK(text(elsewhere / "kept") == "kept");
  }
  SUBCASE("the final name") {
    fs::create_directory_symlink(elsewhere, out() / run);
    CHECK(fails());
  }
  SUBCASE("the final name, to nowhere") {
    fs::create_directory_symlink(folder() / "nowhere", out() / run);
    CHECK(fails());
    CHECK_FALSE(fs::exists(folder() / "nowhere"));
  }
  for (const char* name : {"lock", "state.sqlite", "ledger.lock", "ledger.sqlite", "ledger.key"}) {
    SUBCASE(name) {
      fs::rename(state() / name, folder() / "moved");
      const std::string before = text(folder() / "moved");
      fs::create_symlink(folder() / "moved", state() / name);
      CHECK(fails());
      CHECK(text(folder() / "moved") == before);
    }
  }
  SUBCASE("the snapshots") {
    fs::rename(state() / "snapshots", folder() / "moved");
    fs::create_directory_symlink(folder() / "moved", state() / "snapshots");
    CHECK(fails());
  }
  CHECK((!fs::exists(elsewhere / "manifest.json") && !fs::exists(elsewhere / "rejects.csv")));
}

TEST_CASE_FIXTURE(RuntimeBench, "--state and --out themselves may be links") {
  fs::create_directory(folder() / "a");
  fs::create_directory(folder() / "b");
  fs::create_directory_symlink("a", state());
  fs::create_directory_symlink("b", out());
  CHECK(records(publish(request(kDay1, "20261119", true))).size() == 2);
  CHECK(records(publish(request(kDay2, "20261120"))).size() == 1);
}

TEST_CASE("a run that was killed anywhere ends with the same bytes when it is run again") {
  RuntimeBench plain;
  plain.publish(plain.request(kDay1, "20261119", true));
  plain.publish(plain.request(kDay2, "20261120"));
  const auto expected = plain.published();

  for (const PublishStep step :
       {PublishStep::reserved, PublishStep::file_written, PublishStep::files_synced, PublishStep::verified,
        PublishStep::prepared, PublishStep::renamed, PublishStep::recorded, PublishStep::done}) {
    CAPTURE(static_cast<int>(step));
    RuntimeBench bench;
    bench.publish(bench.request(kDay1, "20261119", true));
    const RunRequest second = bench.request(kDay2, "20261120");
    bench.killed(second, step);
    const RunResult again = bench.publish(second);
    CHECK(again.recovered ==
          (step == PublishStep::prepared || step == PublishStep::renamed || step == PublishStep::recorded));
    CHECK(again.nothing_new == (step == PublishStep::done));
    CHECK(bench.published() == expected);
    // And the state is that of a run that never crashed.
    const std::vector<Items> made = bench.records(
        bench.publish(bench.request({corrected(1, "緑荘２０２"), resident(2, {{"move_reason", "23"},
                                                                              {"removal_class", "2"},
                                                                              {"move_date", "20261119"},
                                                                              {"removal_date", "20261119"},
                                                                              {"removal_reason", "23"}})},
                                    "20261121")));
    REQUIRE(made.size() == 1);
    CHECK(made[0].at("update_seq") == "00002");
  }
}

TEST_CASE("a killed first run begins again, and an interrupted run of other input gives its serial back") {
  RuntimeBench bench;
  const RunRequest first = bench.request(kDay1, "20261119", true);
  bench.killed(first, PublishStep::verified);
  bench.publish(first);
  bench.killed(bench.request(kDay2, "20261120"), PublishStep::file_written);
  const RunResult other = bench.publish(bench.request({corrected(1, "緑荘３０３"), resident(2)}, "20261120"));
  CHECK(other.manifest.run == "cs-update_20261120000000_001");
  CHECK(bench.records(other)[0].at("update_seq") == "00002");
  for (const auto& [name, text] : bench.published()) CHECK(name.find(".daicho-") == std::string::npos);
}

TEST_CASE("a prepared run whose folder was damaged is taken back and made again") {
  RuntimeBench bench;
  bench.publish(bench.request(kDay1, "20261119", true));
  const RunRequest second = bench.request(kDay2, "20261120");
  bench.killed(second, PublishStep::prepared);
  fs::remove(bench.out() / ".daicho-cs-update_20261120000000_001" / "rejects.csv");
  const RunResult again = bench.publish(second);
  CHECK_FALSE(again.recovered);
  CHECK(bench.records(again)[0].at("update_seq") == "00002");
}

TEST_CASE("an interrupted run is finished where it was begun, also when --out changed") {
  RuntimeBench bench;
  bench.publish(bench.request(kDay1, "20261119", true));
  RunRequest second = bench.request(kDay2, "20261120");
  bench.killed(second, PublishStep::prepared);
  second.out = bench.folder() / "other";
  const RunResult again = bench.publish(second);
  CHECK(again.recovered);
  CHECK(again.folder == fs::absolute(bench.out() / "cs-update_20261120000000_001"));
}

TEST_CASE("a dry run does not finish an interrupted run") {
  RuntimeBench bench;
  bench.publish(bench.request(kDay1, "20261119", true));
  RunRequest second = bench.request(kDay2, "20261120");
  bench.killed(second, PublishStep::renamed);
  second.dry_run = true;
  CHECK(bench.refused(second) ==
        "the run cs-update_20261120000000_001 was interrupted before its end; run once without --dry-run");
}

TEST_CASE("a state folder may be moved") {
  RuntimeBench bench;
  bench.publish(bench.request(kDay1, "20261119", true));
  fs::rename(bench.state(), bench.folder() / "moved");
  RunRequest second = bench.request(kDay2, "20261120");
  second.state = bench.folder() / "moved";
  CHECK(bench.records(bench.publish(second))[0].at("update_seq") == "00002");
}

}  // namespace
}  // namespace daicho::test
