#include "jobs/medium_write.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "formats/error.hpp"
#include "jobs/ledger_link.hpp"
#include "tests/jobs/small_run.hpp"
#include "tests/support/keys.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;
using test::kSmallRun;
using test::run_in;

/// Bytes that do not repeat, so that a swapped or doubled piece shows.
std::string content_of(std::size_t size) {
  std::string content;
  for (std::size_t index = 0; content.size() < size; ++index) content += std::to_string(index * 7919) + ",";
  content.resize(size);
  return content;
}

/// A published run, a receiver with a key, and empty media.
class Office {
 public:
  explicit Office(std::size_t size = 1000, unsigned media = 1, std::uint64_t rejected = 0) : content(content_of(size)) {
    test::make_certificate(folder, "receiver", test::kEcKey);
    test::publish_small_run(folder, content, rejected);
    request.state = folder.path() / "state";
    request.run = kSmallRun;
    request.parties.recipients = {Certificate::load(folder.file("receiver.pem"))};
    request.approved_by = "課長";
    request.purpose = "更新";
    request.now = "20261120103000000";
    for (unsigned medium = 1; medium <= media; ++medium) {
      request.to.push_back(folder.path() / ("medium" + std::to_string(medium)));
      fs::create_directory(request.to.back());
    }
  }

  MediumResult write() {
    said.clear();
    LedgerNotices notices;
    notices.say = [&](const std::string& sentence) {
      if (sentence.find("ledger") == std::string::npos) said.push_back(sentence);
    };
    return write_medium(request, catalog, notices);
  }

  std::string refusal() {
    try {
      write();
    } catch (const RefusedError& error) {
      return error.what();
    }
    return "not refused";
  }

  /// What the receiver finds with stock tools: the data file, joined from all volumes of all media.
  std::string opened() const {
    const std::string command =
        "rm -rf x && mkdir x && for m in medium*; do (cd $m && sha256sum -c --quiet SHA256SUMS) || exit 1; "
        "for v in $m/*.cms; do openssl cms -decrypt -inform DER -in $v -inkey receiver.key -recip receiver.pem -out c "
        "&& "
        "tar xf c -C x || exit 1; done; done; cd x && "
        "if ls *.dat.001 2>/dev/null; then cat *.dat.0* >honnin_132101_D_20261120000000_001.dat; fi && "
        "sha256sum -c --quiet SHA256SUMS";
    if (run_in(folder, command) != 0) return "not opened: " + folder.read("command.log");
    return folder.read("x/honnin_132101_D_20261120000000_001.dat");
  }

  std::vector<LedgerRow> entries() const {
    std::vector<LedgerRow> rows;
    LedgerStore store = open_ledger_entries(request.state);
    store.for_each([&](const LedgerRow& row) { rows.push_back(row); });
    return rows;
  }

  std::size_t files_on(std::size_t medium) const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(request.to[medium]), {}));
  }

  test::TempFolder folder;
  std::string content;
  Catalog catalog;
  MediumRequest request;
  std::vector<std::string> said;
};

/// Runs the writing in a child that dies at the n-th time the step is reached.
void die_at(Office& office, MediumStep step, int times = 1) {
  const pid_t child = ::fork();
  if (child == 0) {
    int left = times;
    office.request.hook = [&](MediumStep reached) {
      if (reached == step && --left == 0) ::_exit(9);
    };
    try {
      office.write();
    } catch (...) {
    }
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WEXITSTATUS(status) == 9);
}

}  // namespace

TEST_CASE("a medium opens with openssl and tar, and gives the run's bytes") {
  Office office(100001);
  const MediumResult result = office.write();
  CHECK(result.outcome == MediumOutcome::written);
  CHECK(result.facts.delivery.number == "M20261120-001");
  CHECK(office.files_on(0) == 4);
  CHECK(office.opened() == office.content);
  CHECK(fs::exists(office.folder.path() / "x/manifest.json"));
  CHECK_FALSE(fs::exists(office.folder.path() / "x/rejects.csv"));
  struct stat status {};
  REQUIRE(::stat((office.request.to[0] / "M20261120-001_001of001.cms").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("a medium is one entry of the ledger, with what stands on the slip") {
  Office office;
  const MediumResult result = office.write();
  const auto rows = office.entries();
  REQUIRE(rows.size() == 2);
  const LedgerEntry& entry = rows[1].entry;
  CHECK(entry.kind == "medium");
  CHECK(entry.reference == "M20261120-001");
  CHECK(entry.run == kSmallRun);
  CHECK(entry.destination == "市町村CS");
  CHECK(entry.people == 3);
  CHECK(entry.individual_numbers == 3);
  CHECK(entry.approved_by == "課長");
  CHECK(entry.purpose == "更新");
  const auto facts = parse_medium_details(entry.details);
  REQUIRE(facts);
  CHECK(medium_details(*facts) == medium_details(result.facts));
  CHECK(facts->volumes[0].sha256 == digest_file(office.request.to[0] / "M20261120-001_001of001.cms").sha256);
}

TEST_CASE("copies are the same bytes, and differ in their slips") {
  Office office(5000, 2);
  office.request.copies = 2;
  office.write();
  const auto bytes = [&](int medium, const std::string& name) {
    return office.folder.read("medium" + std::to_string(medium) + "/" + name);
  };
  CHECK(bytes(1, "M20261120-001_001of001.cms") == bytes(2, "M20261120-001_001of001.cms"));
  CHECK(bytes(1, "SHA256SUMS") == bytes(2, "SHA256SUMS"));
  CHECK(bytes(1, "slip.txt").find("正副                  正") != std::string::npos);
  CHECK(bytes(2, "slip.txt").find("正副                  副") != std::string::npos);
}

TEST_CASE("what is too large for a volume or a medium is divided, and joined by cat") {
  Office office(1500000, 4);
  office.request.copies = 2;
  office.request.capacity = 1200000;
  office.request.volume_content = 400000;
  const MediumResult result = office.write();
  CHECK(result.facts.media == 2);
  CHECK(result.facts.volumes.size() >= 4);
  REQUIRE(run_in(office.folder, "rm -r medium3 medium4") == 0);  // 副
  CHECK(office.opened() == office.content);
}

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
  Ledger(office.request.state, {}, Ledger::Absent::begin);
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

TEST_CASE("a dry run plans and leaves nothing, no entry either") {
  Office office(1000, 1, 1);
  office.request.dry_run = true;
  CHECK(office.refusal().find("holds back 1 person") != std::string::npos);
  office.request.acknowledged = 1;
  CHECK(office.write().outcome == MediumOutcome::planned);
  CHECK(office.files_on(0) == 0);
  CHECK_FALSE(Ledger::exists(office.request.state));
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
  Ledger(office.folder.path() / "other", {}, Ledger::Absent::begin);
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

TEST_CASE("a file of several volumes that changes after it was verified is not taken as it is then") {
  Office office(1500000);
  office.request.volume_content = 400000;
  office.request.hook = [&](MediumStep step) {
    if (step == MediumStep::looked) {
      office.folder.write("out/" + kSmallRun + "/honnin_132101_D_20261120000000_001.dat", std::string(1500000, 'x'));
    }
  };
  CHECK_THROWS_WITH_AS(office.write(), doctest::Contains("changed while it was read"), WorldError);
  CHECK(office.files_on(0) == 0);
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
