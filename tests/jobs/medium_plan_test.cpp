#include "jobs/medium_plan.hpp"

#include <doctest/doctest.h>

#include <map>

#include "formats/error.hpp"
#include "jobs/ustar.hpp"
#include "tests/support/keys.hpp"

namespace daicho {
namespace {

ManifestFile data_file(const std::string& name, const std::string& layout, const std::string& destination,
                       std::uint64_t bytes) {
  ManifestFile file;
  file.name = name;
  file.kind = "data";
  file.layout = layout;
  file.destination = destination;
  file.bytes = bytes;
  file.sha256 = std::string(64, 'a');
  return file;
}

Manifest night() {
  Manifest manifest;
  manifest.run = "iten_20261120000000_001";
  manifest.files = {data_file("access-log.dat", "access-log", "", 10), data_file("koki.dat", "iten.06", "後期", 20),
                    data_file("kokuho.dat", "iten.04", "国保", 30)};
  ManifestFile rejects;
  rejects.name = "rejects.csv";
  rejects.kind = "rejects";
  manifest.files.push_back(rejects);
  return manifest;
}

const test::TempFolder& folder_with_key() {
  static const test::TempFolder folder;
  static const bool made = (test::make_certificate(folder, "receiver", test::kEcKey), true);
  (void)made;
  return folder;
}

SealParties parties() { return {{Certificate::load(folder_with_key().file("receiver.pem"))}, {}}; }

/// Every byte of every file once, in order; no medium and no volume fuller than it may be.
void check_plan(const std::vector<ManifestFile>& files, const MediumLimits& limits) {
  const SealParties sealed_for = parties();
  const MediumPlan plan = plan_medium(files, sealed_for, limits);
  std::map<std::string, std::uint64_t> next;
  std::map<unsigned, std::uint64_t> on_medium;
  unsigned medium = 1;
  for (const PlannedVolume& volume : plan.volumes) {
    CHECK((volume.medium == medium || volume.medium == medium + 1));
    medium = volume.medium;
    CHECK_FALSE(volume.pieces.empty());
    std::uint64_t content = 1024 + limits.lists;
    for (const MediumPiece& piece : volume.pieces) {
      CHECK(piece.offset == next[piece.file]);
      next[piece.file] += piece.bytes;
      content += 512 + piece.bytes + archive_padding(piece.bytes).size();
    }
    CHECK(content <= limits.volume_content);
    on_medium[medium] += sealed_size_bound(content, sealed_for);
  }
  CHECK(medium == plan.media);
  for (const ManifestFile& file : files) {
    REQUIRE(next.count(file.name) == 1);
    CHECK(next[file.name] == file.bytes);
  }
  for (const auto& [number, bytes] : on_medium) {
    if (limits.capacity != 0) CHECK(bytes <= limits.capacity);
  }
  CHECK((limits.capacity == 0 || plan.largest <= limits.capacity));
}

std::string usage_of(const Manifest& manifest, std::string_view wanted) {
  try {
    select_files(manifest, wanted);
  } catch (const UsageError& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("a medium holds what one destination gets, and never what staff keep") {
  const MediumSelection selection = select_files(night(), "国保");
  REQUIRE(selection.files.size() == 1);
  CHECK(selection.files[0].name == "kokuho.dat");
  CHECK(selection.destination == "国保");
  CHECK(selection.partial);
  CHECK(select_files(night(), "iten.06").destination == "後期");
  CHECK(select_files(night(), "access-log").files[0].name == "access-log.dat");
}

TEST_CASE("a run's only destination need not be named, and its glyphs go along") {
  Manifest manifest;
  manifest.run = "soufusaki_20261120000000_001";
  manifest.files = {data_file("soufusaki.dat", "soufusaki", "機構", 10)};
  ManifestFile glyphs;
  glyphs.name = "soufusaki.bdf";
  glyphs.kind = "glyphs";
  manifest.files.push_back(glyphs);
  const MediumSelection selection = select_files(manifest, "");
  CHECK(selection.files.size() == 2);
  CHECK(selection.destination == "機構");
  CHECK_FALSE(selection.partial);
}

TEST_CASE("the access log beside a run's files stays, keeps nothing else back, and travels alone where it is named") {
  Manifest manifest;
  manifest.run = "soufusaki_20261120000000_001";
  manifest.files = {data_file("access-log.dat", "access-log", "", 10),
                    data_file("soufusaki.dat", "soufusaki", "機構", 10)};
  ManifestFile glyphs;
  glyphs.name = "soufusaki.bdf";
  glyphs.kind = "glyphs";
  manifest.files.push_back(glyphs);
  const MediumSelection selection = select_files(manifest, "");
  CHECK(selection.files.size() == 2);
  CHECK_FALSE(selection.partial);
  const MediumSelection log = select_files(manifest, "access-log");
  REQUIRE(log.files.size() == 1);
  CHECK(log.files[0].name == "access-log.dat");
  CHECK(log.partial);
}

TEST_CASE("a destination must be named where there are several, and must be one of them") {
  CHECK(usage_of(night(), "") ==
        "the run iten_20261120000000_001 has files for 2 destinations; name one with --destination:\n  国保 "
        "(iten.04)\n  後期 (iten.06)");
  CHECK(usage_of(night(), "選挙人名簿") ==
        "the run iten_20261120000000_001 has no file for '選挙人名簿'; it has:\n  access-log\n  国保 (iten.04)\n  後期 "
        "(iten.06)");
  CHECK_THROWS_WITH_AS(select_files({}, ""), "the run  has no data file to hand over", NothingToHandOver);
  Manifest spaced = night();
  for (ManifestFile& file : spaced.files) {
    if (file.destination == "国保") file.destination = "市民部　国保";
  }
  CHECK(select_files(spaced, "市民部 国保").files[0].name == "kokuho.dat");
}

TEST_CASE("volumes and media are filled in order, each byte once") {
  for (const std::uint64_t size : {0, 1, 511, 512, 513, 99999, 1000000, 1048576, 5000000}) {
    for (const std::uint64_t capacity : {0, 400000, 1000000, 3000000}) {
      CAPTURE(size);
      CAPTURE(capacity);
      MediumLimits limits;
      limits.volume_content = 600000;
      limits.capacity = capacity;
      limits.lists = 5000;
      check_plan({data_file("a", "l", "d", size)}, limits);
      check_plan({data_file("a", "l", "d", 300000), data_file("b", "l", "d", size), data_file("c", "l", "d", 300000)},
                 limits);
    }
  }
}

TEST_CASE("a file that fits a volume whole is not cut") {
  MediumLimits limits;
  limits.volume_content = 600000;
  const MediumPlan plan =
      plan_medium({data_file("a", "l", "d", 300000), data_file("b", "l", "d", 400000)}, parties(), limits);
  REQUIRE(plan.volumes.size() == 2);
  CHECK(plan.media == 1);
  CHECK(plan.volumes[1].pieces[0].name == "b");
  CHECK(plan.volumes[1].pieces[0].sha256 == std::string(64, 'a'));
  const MediumPlan cut = plan_medium({data_file("c", "l", "d", 1000000)}, parties(), limits);
  REQUIRE(cut.volumes.size() == 2);
  CHECK(cut.volumes[0].pieces[0].name == "c.001");
  CHECK(cut.volumes[1].pieces[0].name == "c.002");
}

TEST_CASE("a medium that is too small, and a file that is too large for such media, are refused") {
  MediumLimits limits;
  limits.capacity = 45000;
  CHECK_THROWS_AS(plan_medium({data_file("a", "l", "d", 10)}, parties(), limits), RefusedError);
  limits.capacity = 60000;
  CHECK_THROWS_AS(plan_medium({data_file("a", "l", "d", std::uint64_t{1} << 33)}, parties(), limits), RefusedError);
}

}  // namespace daicho
