#include "jobs/publisher.hpp"

#include <doctest/doctest.h>

#include "formats/error.hpp"
#include "jobs/digest.hpp"
#include "tests/support/temp_folder.hpp"

namespace daicho::test {
namespace {

namespace fs = std::filesystem;

const std::string kRun = "job_20261120000000_001";

/// Writes one file and answers the manifest that tells of it.
Manifest write_one(Publisher& publisher, std::string_view bytes) {
  const auto sink = publisher.open("a.dat");
  sink->write(bytes);
  sink->commit();
  Manifest manifest;
  manifest.job = "job";
  manifest.run = kRun;
  ManifestFile file;
  file.name = "a.dat";
  file.kind = "rejects";
  publisher.describe(file);
  manifest.files = {file};
  return manifest;
}

TEST_CASE("nothing stands under the final name before publish, everything after") {
  TempFolder folder;
  const fs::path out = folder.path() / "deep" / "out";
  Publisher publisher(out, kRun);
  const Manifest manifest = write_one(publisher, "123");
  CHECK(manifest.files[0].bytes == 3);
  CHECK(manifest.files[0].sha256 == sha256_of("123"));
  publisher.seal(manifest);
  CHECK_FALSE(fs::exists(out / kRun));
  publisher.publish();
  CHECK(fs::exists(out / kRun / "a.dat"));
  CHECK(fs::exists(out / kRun / "manifest.json"));
  CHECK_FALSE(fs::exists(out / (".daicho-" + kRun)));
}

TEST_CASE("a run that is not published leaves nothing") {
  TempFolder folder;
  {
    Publisher publisher(folder.path(), kRun);
    publisher.seal(write_one(publisher, "123"));
  }
  CHECK(folder.entries() == 0);
}

TEST_CASE("what does not come back as written is not published") {
  TempFolder folder;
  Publisher publisher(folder.path(), kRun, [&](PublishStep step) {
    if (step == PublishStep::files_synced) folder.write(".daicho-" + kRun + "/a.dat", "124");
  });
  const Manifest manifest = write_one(publisher, "123");
  const std::string expected =
      "what was written to " + folder.path().string() + " does not come back: a.dat is not as its manifest says";
  CHECK_THROWS_WITH_AS(publisher.seal(manifest), expected.c_str(), WorldError);
}

TEST_CASE("a folder of the run's name that nobody knows is never touched") {
  TempFolder folder;
  fs::create_directory(folder.path() / kRun);
  const std::string expected = (folder.path() / kRun).string() + " exists, but the state does not know it";
  CHECK_THROWS_WITH_AS(Publisher(folder.path(), kRun), expected.c_str(), RefusedError);
}

TEST_CASE("an interrupted run is found under either name, and only whole") {
  TempFolder folder;
  const fs::path out = folder.path() / "out";
  std::string digest;
  {
    Publisher publisher(out, kRun);
    digest = publisher.seal(write_one(publisher, "123"));
    fs::rename(out / (".daicho-" + kRun), folder.path() / "saved");
  }
  fs::rename(folder.path() / "saved", out / (".daicho-" + kRun));
  CHECK_FALSE(Publisher::recover({folder.path() / "elsewhere"}, kRun, digest).has_value());
  CHECK_FALSE(Publisher::recover({out}, kRun, sha256_of("other")).has_value());
  const auto found = Publisher::recover({folder.path() / "elsewhere", out}, kRun, digest);
  REQUIRE(found.has_value());
  CHECK(found->folder == out / kRun);
  CHECK(fs::exists(out / kRun / "a.dat"));
  CHECK(Publisher::recover({out}, kRun, digest).has_value());
}

}  // namespace
}  // namespace daicho::test
