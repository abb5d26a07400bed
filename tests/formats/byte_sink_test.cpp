#include "formats/byte_sink.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "formats/error.hpp"
#include "tests/support/temp_folder.hpp"

using namespace daicho;

TEST_CASE("a file appears whole at commit, for its owner only, and leaves nothing beside it") {
  const test::TempFolder folder;
  const auto sink = open_sink(folder.file("out.dat"), Overwrite::no);
  sink->write("one ");
  sink->write("two");
  CHECK(!std::filesystem::exists(folder.file("out.dat")));
  CHECK(folder.entries() == 1);
  sink->commit();
  CHECK(folder.read("out.dat") == "one two");
  CHECK(folder.entries() == 1);
  struct stat status {};
  REQUIRE(::stat(folder.file("out.dat").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("without commit nothing remains") {
  const test::TempFolder folder;
  open_sink(folder.file("out.dat"), Overwrite::no)->write("half");
  CHECK(folder.entries() == 0);
}

TEST_CASE("an existing file is replaced only where the user said so") {
  const test::TempFolder folder;
  const std::string name = folder.write("out.dat", "old");
  CHECK_THROWS_WITH_AS(open_sink(name, Overwrite::no), (name + " exists; --overwrite replaces it").c_str(), UsageError);
  const auto sink = open_sink(name, Overwrite::yes);
  sink->write("new");
  CHECK(folder.read("out.dat") == "old");
  sink->commit();
  CHECK(folder.read("out.dat") == "new");
}

TEST_CASE("a file that appeared meanwhile is not replaced") {
  const test::TempFolder folder;
  const auto sink = open_sink(folder.file("out.dat"), Overwrite::no);
  sink->write("ours");
  folder.write("out.dat", "theirs");
  CHECK_THROWS_AS(sink->commit(), UsageError);
  CHECK(folder.read("out.dat") == "theirs");
}

TEST_CASE("links and folders are no outputs, devices are") {
  const test::TempFolder folder;
  const std::string name = folder.path().string();
  CHECK_THROWS_WITH_AS(open_sink(name, Overwrite::yes), ("cannot write " + name + ": Is a directory").c_str(),
                       WorldError);
  folder.write("real.dat", "real");
  std::filesystem::create_symlink("real.dat", folder.file("link.dat"));
  CHECK_THROWS_WITH_AS(open_sink(folder.file("link.dat"), Overwrite::yes),
                       (folder.file("link.dat") + " is a symbolic link: name the file itself").c_str(), UsageError);
  CHECK_THROWS_AS(open_sink(folder.file("link.dat"), Overwrite::no), UsageError);
  std::filesystem::create_symlink("missing.dat", folder.file("dangling.dat"));
  CHECK_THROWS_AS(open_sink(folder.file("dangling.dat"), Overwrite::yes), UsageError);
  CHECK_THROWS_WITH_AS(open_sink(folder.file("no/out.dat"), Overwrite::no),
                       ("cannot create " + folder.file("no/out.dat") + ": No such file or directory").c_str(),
                       WorldError);
  const auto null = open_sink("/dev/null", Overwrite::no);
  null->write("gone");
  null->commit();
  CHECK(std::filesystem::is_character_file("/dev/null"));
}

TEST_CASE("a full disk is told, not lost") {
  const auto full = open_sink("/dev/full", Overwrite::no);
  CHECK_THROWS_WITH_AS(full->write("x"), "cannot write /dev/full: No space left on device", WorldError);
}

TEST_CASE("a signal removes the temporary file and ends the program as it would have") {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    const test::TempFolder folder;
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      for (const int other : {SIGINT, SIGTERM, SIGHUP}) ::signal(other, SIG_DFL);
      const auto sink = open_sink(folder.file("out.dat"), Overwrite::no);
      sink->write("half");
      ::raise(number);
      ::_exit(99);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == number);
    CHECK(folder.entries() == 0);
  }
}
