#include "jobs/opened_volume.hpp"

#include <doctest/doctest.h>

#include "formats/sha256.hpp"
#include "tests/jobs/recording_sink.hpp"

namespace daicho {
namespace {

using test::RecordingSink;

constexpr std::int64_t kTime = 1763602200;
const std::string kFirst = "first half, ";
const std::string kSecond = "second half";

/// A delivery of one file in two volumes, to be spoilt.
struct Delivery {
  Delivery() {
    ManifestFile file;
    file.name = "data.dat";
    file.kind = "data";
    file.layout = "honnin";
    file.layout_version = "1.0";
    file.format = "fixed:utf-16be";
    file.records = 1;
    file.bytes = kFirst.size() + kSecond.size();
    file.sha256 = sha256_of(kFirst + kSecond);
    contents[0].delivery = {"M20261120-001", "20261120103000000", "132101", "run", sha256_of("{}"), "CS", {file}};
    contents[0].volumes = 2;
    contents[0].pieces = {{"data.dat", "data.dat.001", 0, kFirst.size(), sha256_of(kFirst)}};
    contents[1] = contents[0];
    contents[1].volume = 2;
    contents[1].pieces = {{"data.dat", "data.dat.002", kFirst.size(), kSecond.size(), sha256_of(kSecond)}};
  }

  MediumContents contents[2];
  std::string piece[2] = {kFirst, kSecond};
  std::string manifest = "{}";
  std::string more;  // members besides
};

std::string member(std::string_view name, std::string_view content) {
  return archive_header(name, content.size(), kTime) + std::string(content) +
         std::string(archive_padding(content.size()));
}

std::string archive_of(const Delivery& delivery, std::size_t index) {
  const MediumContents& contents = delivery.contents[index];
  std::string archive = member(kMediumContentsName, medium_contents_text(contents));
  archive += member(kManifestName, delivery.manifest);
  archive += member(kSumsName, sums_of_files(contents.delivery.files));
  if (!contents.pieces.empty()) archive += member(contents.pieces[0].name, delivery.piece[index]);
  return archive + delivery.more + std::string(archive_end());
}

/// Reads both volumes as a receiver would.
RecordingSink verify(const Delivery& delivery) {
  RecordingSink sink;
  DeliveryCheck check(sink);
  const std::string archives[2] = {archive_of(delivery, 0), archive_of(delivery, 1)};
  for (std::size_t index = 0; index < 2; ++index) {
    const std::string name = volume_name("M20261120-001", static_cast<unsigned>(index) + 1, 2);
    if (const auto volume = read_volume(archives[index], name, sink)) check.add(*volume, name);
  }
  check.finish();
  return sink;
}

}  // namespace

TEST_CASE("a whole delivery has no fault, and its files come out") { CHECK(verify({}).faults.empty()); }

TEST_CASE("a delivery whose files would overwrite one another, or the lists, is none") {
  for (const char* name : {"manifest.json", "medium.json", "SHA256SUMS", "data.dat.part", "other.dat"}) {
    CAPTURE(name);
    Delivery delivery;
    for (MediumContents& contents : delivery.contents) {
      ManifestFile more = contents.delivery.files[0];
      more.name = name;
      contents.delivery.files.push_back(more);
      if (std::string_view(name) == "other.dat") contents.delivery.files.push_back(more);
    }
    const RecordingSink sink = verify(delivery);
    REQUIRE(sink.faults.size() == 2);
    CHECK(sink.faults[0].first == MediumFault::no_contents);
  }
}

TEST_CASE("a manifest that is not the run's, and volumes of another delivery, are not taken") {
  Delivery delivery;
  delivery.manifest = "{ }";
  delivery.contents[1].delivery.destination = "other";
  RecordingSink sink;
  DeliveryCheck check(sink);
  const std::string archives[2] = {archive_of(delivery, 0), archive_of(delivery, 1)};
  const auto first = read_volume(archives[0], "M20261120-001_001of002.cms", sink);
  REQUIRE(first);
  CHECK(first->manifest.empty());
  CHECK(sink.only(MediumFault::manifest_altered, ""));
  const auto taken = check.add(*first, "M20261120-001_001of002.cms");
  REQUIRE(taken);
  CHECK(taken->size() == 1);
  const auto second = read_volume(archives[1], "M20261120-001_002of002.cms", sink);
  REQUIRE(second);
  CHECK_FALSE(check.add(*second, "M20261120-001_002of002.cms"));
}

TEST_CASE("pieces that were changed, lost or added are told") {
  Delivery changed;
  changed.piece[1][0] = 'S';
  RecordingSink sink = verify(changed);
  REQUIRE(sink.faults.size() == 2);
  CHECK(sink.faults[0] == std::pair(MediumFault::piece_altered, std::string("data.dat.002")));
  CHECK(sink.faults[1] == std::pair(MediumFault::file_incomplete, std::string("12 / 23")));

  Delivery lost;
  lost.contents[1].pieces.clear();
  CHECK(verify(lost).only(MediumFault::file_incomplete, "12 / 23"));

  Delivery added;
  added.more = member("virus.exe", "x");
  sink = verify(added);
  REQUIRE(sink.faults.size() == 2);
  CHECK(sink.faults[0] == std::pair(MediumFault::member_unlisted, std::string("virus.exe")));
}

TEST_CASE("a description that does not fit its pieces is told, whatever it claims") {
  Delivery overlapping;
  overlapping.contents[1].pieces[0].offset = 5;
  CHECK(verify(overlapping).only(MediumFault::file_incomplete, "12 / 23"));

  Delivery renamed;
  for (MediumContents& contents : renamed.contents) contents.delivery.files[0].sha256 = std::string(64, '0');
  CHECK(verify(renamed).only(MediumFault::file_altered));

  Delivery strange;
  strange.contents[1].pieces[0].file = "other.dat";
  const RecordingSink sink = verify(strange);
  REQUIRE(sink.faults.size() == 2);
  CHECK(sink.faults[0].first == MediumFault::member_unlisted);

  Delivery manifest;
  manifest.manifest = "{\"other\":1}";
  CHECK(verify(manifest).faults.size() == 2);
  CHECK(verify(manifest).faults[0].first == MediumFault::manifest_altered);
}

TEST_CASE("volumes that were swapped or come of another delivery are told") {
  Delivery swapped;
  std::swap(swapped.contents[0], swapped.contents[1]);
  std::swap(swapped.piece[0], swapped.piece[1]);
  RecordingSink sink = verify(swapped);
  REQUIRE(sink.faults.size() == 2);  // that the file cannot be put together is no third one
  CHECK(sink.faults[0] == std::pair(MediumFault::wrong_volume, std::string("M20261120-001_002of002.cms")));
  CHECK(sink.faults[1] == std::pair(MediumFault::wrong_volume, std::string("M20261120-001_001of002.cms")));

  Delivery mixed;
  mixed.contents[1].delivery.number = "M20261120-002";
  sink = verify(mixed);
  REQUIRE(sink.faults.size() == 2);
  CHECK(sink.faults[0] == std::pair(MediumFault::other_delivery, std::string("M20261120-002")));
}

TEST_CASE("names that lead elsewhere and numbers that cannot be are no contents") {
  for (const int spoilt : {0, 1, 2, 3, 4}) {
    CAPTURE(spoilt);
    Delivery delivery;
    MediumContents& contents = delivery.contents[0];
    if (spoilt == 0) contents.delivery.files[0].name = "../data.dat";
    if (spoilt == 1) contents.volumes = 4000000000U;
    if (spoilt == 2) contents.volume = 0;
    if (spoilt == 3) contents.delivery.number = "../../etc";
    if (spoilt == 4) contents.delivery.files[0].bytes = ~std::uint64_t{0};
    RecordingSink sink;
    CHECK_FALSE(read_volume(archive_of(delivery, 0), "v", sink));
    CHECK(sink.only(MediumFault::no_contents));
  }
  RecordingSink sink;
  CHECK_FALSE(read_volume("no archive", "v", sink));
  CHECK(sink.only(MediumFault::bad_archive, "the archive ends without its end"));
}

}  // namespace daicho
