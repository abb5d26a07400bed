// Erasing run folders: which, how, and on record.
#include "jobs/erase.hpp"

#include <fcntl.h>
#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "jobs/ledger.hpp"
#include "jobs/ledger_verify.hpp"
#include "jobs/redo.hpp"
#include "jobs/run_ledger.hpp"
#include "tests/jobs/runtime_bench.hpp"

namespace daicho::test {
namespace {

namespace fs = std::filesystem;

const std::string kFirst = "cs-update_20261119000000_001";
const std::string kSecond = "cs-update_20261120000000_001";

class EraseBench : public RuntimeBench {
 public:
  EraseBench() {
    publish(request(kDay1, "20261119", true));
    publish(request(kDay2, "20261120"));
  }
  EraseRequest before(const std::string& day) const {
    EraseRequest request;
    request.state = state();
    request.before = day;
    request.reason = "保存期間満了";
    request.approved_by = "市民課長";
    return request;
  }
  LedgerNotices notices() {
    LedgerNotices notices;
    notices.say = [this](const std::string& sentence) { said.push_back(sentence); };
    return notices;
  }
  std::vector<LedgerEntry> entries() const {
    CHECK(verify_ledger(state(), {}).faults.empty());
    std::vector<LedgerEntry> all;
    open_ledger_entries(state()).for_each([&](const LedgerRow& row) { all.push_back(row.entry); });
    return all;
  }
  std::vector<std::string> said;
};

TEST_CASE_FIXTURE(EraseBench, "runs before the day are erased, on record, and the newest of a job stays") {
  const EraseResult result = erase_runs(before("20991231"), notices());
  CHECK(result.erased == std::vector<std::string>{(out() / kFirst).string()});
  CHECK(result.missing.empty());
  CHECK_FALSE(fs::exists(out() / kFirst));
  CHECK(fs::exists(out() / kSecond));
  CHECK(std::distance(fs::directory_iterator(out()), {}) == 1);
  const LedgerEntry entry = entries().back();
  CHECK(entry.kind == "erased");
  CHECK(entry.reason == "保存期間満了");
  CHECK(entry.approved_by == "市民課長");
  CHECK(nlohmann::json::parse(entry.details) ==
        nlohmann::json{{"before", "20991231"}, {"runs", {{{"run", kFirst}, {"folder", (out() / kFirst).string()}}}}});
  // The state still knows the run: the same input is nothing new.
  CHECK(erase_runs(before("20991231"), notices()).erased.empty());
  CHECK(entries().size() == 4);
}

TEST_CASE_FIXTURE(EraseBench, "the day itself is not before it, and the newest goes where it is asked for") {
  CHECK(erase_runs(before("20261119"), notices()).erased.empty());
  EraseRequest all = before("20261121");
  all.newest_too = true;
  CHECK(erase_runs(all, notices()).erased.size() == 2);
  CHECK(fs::is_empty(out()));
  const std::vector<Items> made =
      records(publish(request({corrected(1, "緑荘１０１"), corrected(2, "緑荘２０１")}, "20261122")));
  REQUIRE(made.size() == 1);
  CHECK(made[0].at("update_seq") == "00002");
}

TEST_CASE_FIXTURE(EraseBench, "the bytes are overwritten before their names go") {
  const std::string name = (out() / kFirst / "manifest.json").string();
  const int fd = ::open(name.c_str(), O_RDONLY);
  erase_runs(before("20261120"), notices());
  std::string bytes(100'000, 'x');
  const ssize_t count = ::read(fd, bytes.data(), bytes.size());
  ::close(fd);
  REQUIRE(count > 0);
  CHECK(bytes.find_first_not_of('\0') == static_cast<std::size_t>(count));
}

TEST_CASE_FIXTURE(EraseBench, "copies that --redo made go, too") {
  RunRequest place;
  place.state = state();
  place.out = folder() / "copy";
  redo_run({"cs-update", kFirst, "媒体の紛失"}, place, Settings::load(folder() / "daicho.toml"));
  CHECK(erase_runs(before("20261120"), notices()).erased.size() == 2);
  CHECK(fs::is_empty(folder() / "copy"));
  CHECK(refusal<RefusedError>([&] {
          redo_run({"cs-update", kFirst, "x"}, place, Settings::load(folder() / "daicho.toml"));
        }) == "the folder of " + kFirst + " was erased");
}

TEST_CASE_FIXTURE(EraseBench, "a folder that was moved is named, and found with --out") {
  fs::rename(out(), folder() / "moved");
  CHECK(erase_runs(before("20261120"), notices()).missing == std::vector<std::string>{kFirst});
  CHECK(entries().size() == 3);
  EraseRequest moved = before("20261120");
  moved.out = folder() / "moved";
  CHECK(erase_runs(moved, notices()).erased.size() == 1);
  CHECK_FALSE(fs::exists(folder() / "moved" / kFirst));
}

TEST_CASE_FIXTURE(EraseBench, "a folder with what no run put there is left alone, and links are cut, not followed") {
  std::ofstream(folder() / "precious") << "precious";
  SUBCASE("a folder in the folder") {
    fs::create_directory(out() / kFirst / "notes");
    CHECK(
        refusal<RefusedError>([&] { erase_runs(before("20261120"), notices()); }) ==
        fmt::format("{} holds a folder notes, which no run put there; nothing was erased", (out() / kFirst).string()));
    CHECK(fs::exists(out() / kFirst / "manifest.json"));
  }
  SUBCASE("a link in place of a file") {
    fs::remove(out() / kFirst / "rejects.csv");
    fs::create_symlink(folder() / "precious", out() / kFirst / "rejects.csv");
    CHECK(erase_runs(before("20261120"), notices()).erased.size() == 1);
  }
  SUBCASE("a link in place of the folder") {
    fs::remove_all(out() / kFirst);
    fs::create_directory_symlink(folder(), out() / kFirst);
    CHECK(refusal<RefusedError>([&] { erase_runs(before("20261120"), notices()); }) ==
          fmt::format("{} is no folder; nothing was erased", (out() / kFirst).string()));
  }
  CHECK(text(folder() / "precious") == "precious");
}

TEST_CASE_FIXTURE(EraseBench, "an erasing that is refused is on record, with what was asked") {
  fs::create_directory(out() / kFirst / "folder");
  CHECK_THROWS_AS(erase_runs(before("20991231"), notices()), RefusedError);
  const LedgerEntry entry = entries().back();
  CHECK(entry.kind == "refused");
  CHECK(entry.approved_by == "市民課長");
  CHECK(entry.reason ==
        (out() / kFirst).string() + " holds a folder folder, which no run put there; nothing was erased");
  CHECK(entry.details == R"({"command":"ledger erase","reason":"保存期間満了"})");
}

TEST_CASE_FIXTURE(EraseBench, "an interrupted erasing is finished by the next run, on record once") {
  {
    State state(this->state());
    const auto ledger = open_state_ledger(state, notices());
    LedgerEntry entry;
    entry.kind = "erased";
    entry.details =
        nlohmann::json{{"before", "20261120"}, {"runs", {{{"run", kFirst}, {"folder", (out() / kFirst).string()}}}}}
            .dump();
    sign_entry(entry);
    state.erase_later({state.published()[0]}, {0, "", entry});
    // Killed between the new name and the last file:
    fs::rename(out() / kFirst, out() / (".daicho-" + kFirst));
    fs::remove(out() / (".daicho-" + kFirst) / "manifest.json");
  }
  RunRequest next = request(kDay1, "20261121");
  next.say = notices().say;
  publish(next);
  CHECK_FALSE(fs::exists(out() / (".daicho-" + kFirst)));
  CHECK(entries().at(3).kind == "erased");
  CHECK(std::find(said.begin(), said.end(), "finished the interrupted erasing of run folders") != said.end());
}

TEST_CASE("erasing needs a state") {
  EraseRequest request;
  request.state = "/nonexistent";
  request.before = "20261120";
  CHECK(refusal<RefusedError>([&] { erase_runs(request, {}); }) == "there is no state in /nonexistent");
}

}  // namespace
}  // namespace daicho::test
