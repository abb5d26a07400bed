#include "formats/checks/spill_file.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "formats/checks/evidence.hpp"
#include "formats/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace daicho {
namespace {

/// $TMPDIR for as long as it lives.
class TemporaryFolderSetting {
 public:
  explicit TemporaryFolderSetting(const std::string& folder) {
    if (const char* before = std::getenv("TMPDIR")) before_ = before;
    ::setenv("TMPDIR", folder.c_str(), 1);
  }
  ~TemporaryFolderSetting() {
    if (before_.empty()) {
      ::unsetenv("TMPDIR");
    } else {
      ::setenv("TMPDIR", before_.c_str(), 1);
    }
  }

 private:
  std::string before_;
};

TEST_CASE("a spill file gives back what it was given, and leaves no name behind") {
  const test::TempFolder folder;
  const TemporaryFolderSetting setting(folder.path().string());
  SpillFile file;
  const std::vector<std::byte> bytes(10000, std::byte{7});
  file.append(bytes);
  file.append(std::vector<std::byte>{std::byte{1}, std::byte{2}});
  CHECK(file.size() == 10002);
  std::vector<std::byte> back(3);
  file.read(9999, back);
  CHECK(back == std::vector<std::byte>{std::byte{7}, std::byte{1}, std::byte{2}});
  CHECK(file.map().size() == 10002);
  CHECK(file.map()[10001] == std::byte{2});
  file.clear();
  CHECK(file.size() == 0);
  CHECK(file.map().empty());
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a folder for temporary files that is not there is named") {
  const TemporaryFolderSetting setting("/nowhere/at/all");
  CHECK_THROWS_WITH_AS(SpillFile(), "cannot make a temporary file in /nowhere/at/all: No such file or directory",
                       WorldError);
}

TEST_CASE("a full disk ends the work with the folder's name") {
  const test::TempFolder folder;
  const std::string path = folder.path().string();
  if (::mount("tmpfs", path.c_str(), "tmpfs", 0, "size=64k") != 0) {
    MESSAGE("no permission to mount a small tmpfs: not tested here");
    return;
  }
  {
    const TemporaryFolderSetting setting(path);
    EvidenceStore store(1000);
    std::string complaint;
    try {
      for (std::uint64_t i = 1; i < 10000; ++i) store.add({i, 0, {i, i, i}, i, 0});
    } catch (const WorldError& error) {
      complaint = error.what();
    }
    CHECK(complaint == "cannot write a temporary file in " + path + ": No space left on device");
  }
  CHECK(::umount(path.c_str()) == 0);
}

}  // namespace
}  // namespace daicho
