// Media that broke off or cannot be written, and what the same command makes of them.
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "tests/jobs/medium_bench.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;
using Office = test::MediumBench;
using test::die_at;
using test::kSmallRun;

}  // namespace

TEST_CASE("a medium that cannot take a file is an error that leaves nothing, on it or on record") {
  Office office(3000000);
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1 << 20, 1 << 20};  // as where a file system holds no larger file
    ::setrlimit(RLIMIT_FSIZE, &limit);
    try {
      office.write();
    } catch (const WorldError& error) {
      ::_exit(std::string(error.what()).find("M20261120-001_001of001.cms.part: File too large") != std::string::npos
                  ? 3
                  : 4);
    }
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WEXITSTATUS(status) == 3);
  CHECK(office.files_on(0) == 0);
  CHECK(office.entries().size() == 1);  // that the ledger began
}

TEST_CASE("a writing that died before its entry is cleaned up and begun anew") {
  for (const MediumStep step : {MediumStep::parts_written, MediumStep::read_back}) {
    Office office(1000, 2);
    office.request.copies = 2;
    die_at(office, step);
    CHECK(office.files_on(0) == 4);
    CHECK_FALSE(fs::exists(office.request.to[0] / "SHA256SUMS"));
    CHECK(office.write().outcome == MediumOutcome::written);
    CHECK(office.said == std::vector<std::string>{
                             office.request.to[0].string() + ": removed 4 unfinished files of an interrupted writing",
                             office.request.to[1].string() + ": removed 4 unfinished files of an interrupted writing"});
    CHECK(office.files_on(0) == 4);
    CHECK(office.opened() == office.content);
    CHECK(office.entries().back().entry.reference == "M20261120-001");
  }
}

TEST_CASE("a writing that died after its entry is finished by the same command, whatever had its name already") {
  for (int renamed = 0; renamed <= 8; ++renamed) {
    CAPTURE(renamed);
    Office office(1000, 2);
    office.request.copies = 2;
    renamed == 0 ? die_at(office, MediumStep::recorded) : die_at(office, MediumStep::renamed_one, renamed);
    const std::size_t entries = office.entries().size();
    const MediumOutcome outcome = office.write().outcome;
    CHECK((outcome == MediumOutcome::finished || (renamed == 8 && outcome == MediumOutcome::complete)));
    CHECK(office.entries().size() == entries);
    CHECK(office.files_on(0) == 4);
    CHECK(office.files_on(1) == 4);
    CHECK(office.opened() == office.content);
    CHECK(office.write().outcome == MediumOutcome::complete);
  }
}

TEST_CASE("a recorded medium whose unpublished volume was damaged is not finished") {
  Office office;
  die_at(office, MediumStep::recorded);
  std::ofstream(office.request.to[0] / "M20261120-001_001of001.cms.part", std::ios::app) << "x";
  CHECK(
      office.refusal() ==
      "M20261120-001 in " + office.request.to[0].string() +
          " is damaged: M20261120-001_001of001.cms.part is not as recorded; --redo --reason TEXT makes another, in an "
          "empty folder");
  office.request.reason = "書き込み中に壊れた";
  CHECK(office.write().facts.delivery.number == "M20261120-002");
  CHECK(office.opened() == office.content);
}

TEST_CASE("what does not come back from the medium as it was written is an error without an entry") {
  Office office;
  office.request.hook = [&](MediumStep step) {
    if (step == MediumStep::parts_written) office.folder.write("medium1/M20261120-001_001of001.cms.part", "rot");
  };
  CHECK_THROWS_WITH_AS(office.write(),
                       ("what was written to " + (office.request.to[0] / "M20261120-001_001of001.cms.part").string() +
                        " does not come back as it was: the medium is faulty")
                           .c_str(),
                       WorldError);
  CHECK(office.files_on(0) == 0);
  CHECK(office.entries().size() == 1);  // that the ledger began
}

TEST_CASE("slips that cannot be written are an error before anything is, and are made up for by the same command") {
  Office office;
  office.request.slips = "/proc/nothing";
  CHECK_THROWS_AS(office.write(), WorldError);
  CHECK(office.files_on(0) == 0);
  CHECK_FALSE(Ledger::exists(office.request.state));
  office.request.slips.clear();
  office.write();
  office.request.slips = office.folder.path() / "slips";
  CHECK(office.write().outcome == MediumOutcome::complete);
  CHECK(fs::exists(office.request.slips / "M20261120-001_slip_1of1_copy1.html"));
  office.request.slips = "/proc/nothing";
  CHECK_THROWS_WITH_AS(office.write(),
                       doctest::Contains("the medium M20261120-001 is complete; only its slips in /proc/nothing are "
                                         "missing: "),
                       WorldError);
}

TEST_CASE("a list that was altered on a medium is written anew") {
  Office office;
  office.write();
  office.folder.write("medium1/SHA256SUMS", "altered");
  CHECK(office.write().outcome == MediumOutcome::finished);
  CHECK(office.opened() == office.content);
}

TEST_CASE("an entry that cannot be appended leaves nothing on the medium") {
  Office office;
  office.request.hook = [&](MediumStep step) {
    if (step == MediumStep::read_back) fs::remove(office.request.state / "ledger.key");
  };
  CHECK(office.refusal().find("ledger.key is missing") != std::string::npos);
  CHECK(office.files_on(0) == 0);
  REQUIRE(office.said.empty());
}

TEST_CASE("what another writing recorded and did not finish is not removed for this one") {
  Office office;
  die_at(office, MediumStep::recorded);
  const std::string number = office.entries().back().entry.reference;
  test::publish_small_run(office.folder, office.content, 0, 2);
  office.request.run = test::kSecondSmallRun;
  CHECK(office.refusal() == office.request.to[0].string() + " holds " + number +
                                ", which is on record and not finished: the `daicho media write --run " + kSmallRun +
                                " --destination '市町村CS'` that began it finishes it; take another medium");
  CHECK(office.files_on(0) == 4);
  office.request.run = kSmallRun;
  CHECK(office.write().outcome == MediumOutcome::finished);
}

TEST_CASE("files of an interrupted writing count as free: they go first") {
  Office office;
  die_at(office, MediumStep::parts_written);
  const MediumFolder folder(office.request.to[0]);
  std::uint64_t bytes = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder.path())) bytes += entry.file_size();
  CHECK(bytes > 1000);
  CHECK(folder.part_bytes() == bytes);
}

}  // namespace daicho
