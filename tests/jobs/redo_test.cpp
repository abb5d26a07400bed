// --redo: the same bytes once more, as an entry of its own.
#include "jobs/redo.hpp"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "jobs/durable.hpp"
#include "jobs/ledger.hpp"
#include "jobs/ledger_verify.hpp"
#include "tests/jobs/runtime_bench.hpp"

namespace daicho::test {
namespace {

namespace fs = std::filesystem;

const std::string kRun = "cs-update_20261119000000_001";

class RedoBench : public RuntimeBench {
 public:
  RedoBench() { publish(request(kDay1, "20261119", true)); }

  RunRequest place(const fs::path& out) {
    RunRequest request;
    request.state = state();
    request.out = out;
    request.say = [this](const std::string& sentence) { said.push_back(sentence); };
    return request;
  }
  RunResult redo(const RunRequest& request, const std::string& run = kRun) const {
    return redo_run({"cs-update", run, "媒体の紛失"}, request, Settings::load(folder() / "daicho.toml"));
  }
  std::string refused_redo(const fs::path& out, const std::string& run = kRun) {
    return refusal<RefusedError>([&] { redo(place(out), run); });
  }
  std::vector<LedgerEntry> entries() const {
    CHECK(verify_ledger(state(), {}).faults.empty());
    std::vector<LedgerEntry> all;
    open_ledger_entries(state()).for_each([&](const LedgerRow& row) { all.push_back(row.entry); });
    return all;
  }
  std::map<std::string, std::string> files(const fs::path& out) const {
    std::map<std::string, std::string> all;
    for (const fs::directory_entry& entry : fs::directory_iterator(out / kRun)) {
      all[entry.path().filename().string()] = text(entry.path());
    }
    return all;
  }
  std::vector<std::string> said;
};

TEST_CASE_FIXTURE(RedoBench, "a run is copied byte for byte, on record, and nothing of the state moves") {
  const fs::path other = folder() / "other";
  const RunResult result = redo(place(other));
  CHECK(result.folder == other / kRun);
  CHECK(files(other) == files(out()));
  CHECK((fs::status(other / kRun / "manifest.json").permissions() & fs::perms::all) ==
        (fs::perms::owner_read | fs::perms::owner_write));
  const LedgerEntry entry = entries().at(2);
  CHECK(entry.kind == "redo");
  CHECK(entry.run == kRun);
  CHECK(entry.reason == "媒体の紛失");
  CHECK(entry.people == 2);
  CHECK(entry.destination == "市町村CS");
  const auto details = nlohmann::json::parse(entry.details);
  CHECK(details["of"] == 1);
  CHECK(details["folder"] == (fs::absolute(other) / kRun).string());
  const std::vector<Items> made = records(publish(request(kDay2, "20261120")));
  REQUIRE(made.size() == 1);
  CHECK(made[0].at("update_seq") == "00002");
}

TEST_CASE_FIXTURE(RedoBench, "what stands at its place already is only verified and recorded, each time") {
  const auto before = published();
  redo(place(out()));
  redo(place(out()));
  CHECK(published() == before);
  CHECK(entries().size() == 4);
}

TEST_CASE_FIXTURE(RedoBench, "the run may be redone from where its folder was moved to") {
  fs::rename(out(), folder() / "moved");
  redo(place(folder() / "moved"));
  CHECK(entries().back().kind == "redo");
}

TEST_CASE_FIXTURE(RedoBench, "what cannot be redone is refused, and the refusal is on record") {
  const fs::path other = folder() / "other";
  SUBCASE("a run that nobody knows") {
    CHECK(refused_redo(other, "cs-update_20261118000000_001") ==
          fmt::format("the state folder {} knows no run cs-update_20261118000000_001 of cs-update", state().string()));
  }
  SUBCASE("a path") {
    CHECK(refused_redo(other, "../out/" + kRun) ==
          fmt::format("the state folder {} knows no run ../out/{} of cs-update", state().string(), kRun));
  }
  SUBCASE("a damaged folder") {
    std::ofstream(out() / kRun / "rejects.csv", std::ios::app) << "x";
    CHECK(refused_redo(other) == fmt::format("{} is not as it was published: rejects.csv is not as its manifest says",
                                             (out() / kRun).string()));
  }
  SUBCASE("a folder that is gone") {
    fs::remove_all(out() / kRun);
    CHECK(refused_redo(other) ==
          fmt::format("{} stands neither in {} nor in {}", kRun, other.string(), fs::absolute(out()).string()));
  }
  SUBCASE("another folder of that name at the place") {
    fs::create_directories(other / kRun);
    CHECK(refused_redo(other) == fmt::format("{} is not as it was published: manifest.json is missing or another one",
                                             (other / kRun).string()));
  }
  SUBCASE("a link in place of the folder") {
    fs::rename(out() / kRun, folder() / "elsewhere");
    fs::create_directory_symlink(folder() / "elsewhere", out() / kRun);
    CHECK(refused_redo(other) ==
          fmt::format("{} is not as it was published: it is no folder", (out() / kRun).string()));
  }
  SUBCASE("a link in place of a file") {
    fs::rename(out() / kRun / "rejects.csv", folder() / "elsewhere");
    fs::create_symlink(folder() / "elsewhere", out() / kRun / "rejects.csv");
    CHECK(refused_redo(other) ==
          fmt::format("{} is not as it was published: rejects.csv is no file", (out() / kRun).string()));
  }
  CHECK(entries().back().kind == "refused");
  CHECK(entries().size() == 3);
}

TEST_CASE("a --redo that was killed is finished or taken back by whatever comes next") {
  for (const PublishStep step : {PublishStep::file_written, PublishStep::verified, PublishStep::prepared,
                                 PublishStep::renamed, PublishStep::recorded}) {
    CAPTURE(static_cast<int>(step));
    RedoBench bench;
    const fs::path other = bench.folder() / "other";
    RunRequest killed = bench.place(other);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      killed.hook = [&](PublishStep reached) {
        if (reached == step) ::kill(::getpid(), SIGKILL);
      };
      bench.redo(killed);
      ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));

    RunRequest next = bench.request(kDay2, "20261120");
    next.say = bench.place(other).say;
    bench.publish(next);
    const bool durable = step == PublishStep::prepared || step == PublishStep::renamed || step == PublishStep::recorded;
    CHECK(fs::exists(other / kRun) == durable);
    const std::vector<LedgerEntry> entries = bench.entries();
    CHECK(std::count_if(entries.begin(), entries.end(),
                        [](const LedgerEntry& entry) { return entry.kind == "redo"; }) == (durable ? 1 : 0));
    bench.redo(bench.place(other));
    CHECK(bench.files(other) == bench.files(bench.out()));
    CHECK(std::distance(fs::directory_iterator(other), {}) == 1);
  }
}

TEST_CASE_FIXTURE(RedoBench, "a run waits for another one as long as it is told to") {
  RunRequest patient = request(kDay2, "20261120");
  patient.wait = std::chrono::seconds(20);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    {
      const FileLock lock(state() / "lock", "");
      std::ofstream(folder() / "held") << "held";
      ::usleep(300'000);
    }
    ::_exit(0);
  }
  while (!fs::exists(folder() / "held")) ::usleep(1000);
  CHECK_FALSE(refused(request(kDay2, "20261120")).empty());
  CHECK(records(publish(patient)).size() == 1);
  ::waitpid(child, nullptr, 0);
}

}  // namespace
}  // namespace daicho::test
