// What a medium is when it was written.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/jobs/medium_bench.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;
using Office = test::MediumBench;
using test::kSmallRun;
using test::run_in;

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

TEST_CASE("a dry run plans and leaves nothing, no entry either") {
  Office office(1000, 1, 1);
  office.request.dry_run = true;
  CHECK(office.refusal().find("holds back 1 person") != std::string::npos);
  office.request.acknowledged = 1;
  CHECK(office.write().outcome == MediumOutcome::planned);
  CHECK(office.files_on(0) == 0);
  CHECK_FALSE(Ledger::exists(office.request.state));
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

}  // namespace daicho
