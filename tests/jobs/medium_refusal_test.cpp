// What no medium is written for, and that it is on record.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "tests/jobs/medium_bench.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;
using Office = test::MediumBench;
using test::kSmallRun;

}  // namespace

TEST_CASE("another number of media than needed is refused with the number") {
  Office office(1500000, 1);
  office.request.copies = 2;
  office.request.capacity = 1200000;
  CHECK(office.refusal() == "2 media of 1200000 bytes a copy, 2 copies: --to must name 4 empty folders, not 1");
}

TEST_CASE("a folder that holds something is refused, but for what file systems keep there") {
  Office office;
  office.folder.write("medium1/photo.jpg", "x");
  CHECK(office.refusal() == office.request.to[0].string() + " holds other things (photo.jpg); a medium begins empty");
  CHECK(office.files_on(0) == 1);
  fs::remove(office.request.to[0] / "photo.jpg");
  fs::create_directory(office.request.to[0] / "lost+found");
  fs::create_directory(office.request.to[0] / "System Volume Information");
  CHECK(office.write().outcome == MediumOutcome::written);
}

TEST_CASE("a link by the name of a remainder is something else, and is not followed") {
  Office office;
  office.folder.write("target", "precious");
  fs::create_symlink(office.folder.path() / "target", office.request.to[0] / "M20261120-001_001of001.cms.part");
  CHECK(office.refusal().find("holds other things") != std::string::npos);
  CHECK(office.folder.read("target") == "precious");
}

TEST_CASE("rejects must be acknowledged with their exact number") {
  Office office(1000, 1, 2);
  const std::string expected =
      kSmallRun +
      " holds back 2 people (2 rejected, 0 waiting); look at rejects.csv and waiting.csv, then "
      "say --acknowledge-rejects 2";
  CHECK(office.refusal() == expected);
  office.request.acknowledged = 3;
  CHECK(office.refusal() == expected);
  office.request.acknowledged = 2;
  CHECK(office.write().facts.acknowledged == 2);
}

TEST_CASE("a second medium of a run needs a redo, which names the first") {
  Office office(1000, 2);
  const std::vector<fs::path> both = office.request.to;
  office.request.to = {both[0]};
  office.request.reason = "lost";
  CHECK(office.refusal() == "no medium of " + kSmallRun + " exists; --redo is for one that is lost or damaged");
  office.request.reason.reset();
  office.write();
  office.request.to = {both[1]};
  CHECK(office.refusal() ==
        "a medium of " + kSmallRun +
            " exists already: M20261120-001, made 20261120103000; --redo --reason TEXT makes another");
  office.request.reason = "lost";
  CHECK(office.write().facts.replaces == "M20261120-001");
  const LedgerEntry entry = office.entries().back().entry;
  CHECK(entry.kind == "medium-redo");
  CHECK(entry.reference == "M20261120-002");
  CHECK(entry.reason == "lost");
}

TEST_CASE("a run that is unknown, gone, or no longer as published is refused") {
  Office office;
  office.request.run = "cs-update_20261121000000_001";
  CHECK(office.refusal() == office.request.state.string() + " knows no published run cs-update_20261121000000_001");
  office.request.run = kSmallRun;
  const fs::path run = office.folder.path() / "out" / kSmallRun;
  office.folder.write("out/" + kSmallRun + "/rejects.csv", "changed");
  CHECK(office.refusal() == run.string() + " is not as it was published: rejects.csv is not as its manifest says");
  fs::rename(office.folder.path() / "out", office.folder.path() / "moved");
  CHECK(office.refusal() == run.string() + " is not there; --out says where the run folder stands now");
  office.folder.write("moved/" + kSmallRun + "/rejects.csv", "");
  office.request.out = office.folder.path() / "moved";
  CHECK(office.write().outcome == MediumOutcome::written);
}

TEST_CASE("weak keys are refused before anything is looked at, and every refusal is on record") {
  Office office;
  { const Ledger made(office.request.state, {}, Ledger::Absent::begin); }
  test::make_certificate(office.folder, "weak", "rsa:1024");
  office.request.parties.recipients = {Certificate::load(office.folder.file("weak.pem"))};
  const std::string expected = office.folder.file("weak.pem") + ": its key is too weak (RSA 1024); at least RSA 2048";
  CHECK(office.refusal() == expected);
  const LedgerEntry entry = office.entries().back().entry;
  CHECK(entry.kind == "refused");
  CHECK(entry.reason == expected);
  CHECK(entry.run == kSmallRun);
  CHECK(office.files_on(0) == 0);
}

TEST_CASE("what is no folder is no medium") {
  Office office;
  office.request.to = {office.folder.file("receiver.pem")};
  CHECK_THROWS_WITH_AS(office.write(), (office.folder.file("receiver.pem") + " is no folder").c_str(), UsageError);
  office.request.to = {office.folder.path() / "medium1", office.folder.path() / "medium1/."};
  CHECK_THROWS_AS(office.write(), UsageError);
  office.request.to = {office.folder.path() / "none"};
  CHECK_THROWS_AS(office.write(), WorldError);
  CHECK_FALSE(Ledger::exists(office.request.state));
}

TEST_CASE("where the state's ledger is missing or another's, no medium is written and no ledger begins") {
  Office office(1000, 2);
  const std::vector<fs::path> both = office.request.to;
  office.request.to = {both[0]};
  const fs::path& folder = office.request.state;
  {
    State state(folder);
    state.link_ledger(Ledger(folder, {}, Ledger::Absent::begin).id());
  }
  office.write();
  for (const char* file : {"ledger.sqlite", "ledger.key"}) fs::remove(folder / file);
  office.request.to = {both[1]};
  CHECK(office.refusal() == "the ledger of the state folder " + folder.string() +
                                " is missing: put it back from a copy, or begin another with `daicho ledger begin`");
  CHECK(office.said.empty());
  CHECK_FALSE(Ledger::exists(folder));
  CHECK(office.files_on(0) == 0);
  fs::create_directory(office.folder.path() / "other");
  { const Ledger made(office.folder.path() / "other", {}, Ledger::Absent::begin); }
  for (const char* file : {"ledger.sqlite", "ledger.key"})
    fs::copy(office.folder.path() / "other" / file, folder / file);
  CHECK(office.refusal().find("the ledger in " + folder.string() + " is not that of this state") == 0);
  CHECK_THROWS_AS(open_linked_entries(folder), RefusedError);
  LedgerStore other = open_ledger_entries(folder);
  CHECK(other.last()->number == 0);
}

TEST_CASE("a refusal begins no ledger") {
  Office office;
  office.folder.write("medium1/photo.jpg", "x");
  CHECK(office.refusal().find("holds other things") != std::string::npos);
  CHECK_FALSE(Ledger::exists(office.request.state));
}

}  // namespace daicho
