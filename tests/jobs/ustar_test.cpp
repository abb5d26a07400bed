#include "jobs/ustar.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "tests/support/temp_folder.hpp"

namespace daicho {
namespace {

constexpr std::int64_t kTime = 1763602200;

std::string member(std::string_view name, std::string_view content) {
  std::string bytes = archive_header(name, content.size(), kTime);
  bytes += content;
  bytes += archive_padding(content.size());
  return bytes;
}

std::string archive_of(const std::string& members) { return members + std::string(archive_end()); }

/// A header with a byte changed and its checksum made right again.
std::string resummed(std::string header, std::size_t at, std::string_view bytes) {
  header.replace(at, bytes.size(), bytes);
  header.replace(148, 8, "        ");
  unsigned sum = 0;
  for (const char byte : header.substr(0, 512)) sum += static_cast<unsigned char>(byte);
  char text[8];
  std::snprintf(text, sizeof text, "%06o", sum);
  header.replace(148, 7, std::string(text, 7));
  return header;
}

}  // namespace

TEST_CASE("an archive is read by tar") {
  test::TempFolder folder;
  folder.write("a.tar", archive_of(member("one.dat", "first") + member("two.dat", std::string(513, 'x'))));
  const std::string command = "cd '" + folder.path().string() + "' && tar xf a.tar 2>errors && tar tvf a.tar >list";
  REQUIRE(std::system(command.c_str()) == 0);
  CHECK(folder.read("errors").empty());
  CHECK(folder.read("one.dat") == "first");
  CHECK(folder.read("two.dat") == std::string(513, 'x'));
  CHECK(folder.read("list").find("-rw------- 0/0") == 0);
}

TEST_CASE("an archive comes back as it was written") {
  const std::string archive = archive_of(member("a", "") + member("b", std::string(512, 'b')) + member("c", "c"));
  const ArchiveReading reading = read_archive(archive);
  CHECK(reading.fault.empty());
  REQUIRE(reading.members.size() == 3);
  CHECK(reading.members[0].content.empty());
  CHECK(reading.members[1].content == std::string(512, 'b'));
  CHECK(reading.members[2].name == "c");
  CHECK(reading.members[2].content == "c");
}

TEST_CASE("an archive takes no name that leads elsewhere") {
  for (const char* name : {"", "../a", "a/b", "/etc/passwd", ".hidden", "名前", "a b", "a\nb", "a\\b"}) {
    CAPTURE(name);
    CHECK_FALSE(archive_name_valid(name));
    CHECK_THROWS_AS(archive_header(name, 1, kTime), std::invalid_argument);
  }
  CHECK(archive_name_valid(std::string(100, 'a')));
  CHECK_FALSE(archive_name_valid(std::string(101, 'a')));
  CHECK_THROWS_AS(archive_header("a", kMostMemberBytes + 1, kTime), std::invalid_argument);
}

TEST_CASE("links, folders, other modes and hidden prefixes are faults even with a right checksum") {
  const std::string header = archive_header("a", 0, kTime);
  const std::string expected = "member 1 is not of the kind that a medium holds";
  CHECK(read_archive(archive_of(resummed(header, 156, "2"))).fault == expected);        // a symbolic link
  CHECK(read_archive(archive_of(resummed(header, 156, "5"))).fault == expected);        // a folder
  CHECK(read_archive(archive_of(resummed(header, 157, "/etc"))).fault == expected);     // a link's target
  CHECK(read_archive(archive_of(resummed(header, 345, "/tmp"))).fault == expected);     // a prefix
  CHECK(read_archive(archive_of(resummed(header, 100, "0004755"))).fault == expected);  // set user id
  CHECK(read_archive(archive_of(resummed(header, 0, "../a"))).fault == expected);
  CHECK(read_archive(archive_of(resummed(header, 0, "a"))).fault.empty());
}

TEST_CASE("an archive that was cut, lengthened or filled otherwise is told") {
  const std::string whole = archive_of(member("a", "content"));
  CHECK(read_archive("").fault == "the archive ends without its end");
  CHECK(read_archive(whole.substr(0, whole.size() - 1)).fault == "the archive ends without its end");
  CHECK(read_archive(whole + "x").fault == "member 2 is not of the kind that a medium holds");
  CHECK(read_archive(archive_header("a", 5000, kTime) + std::string(1024, '\0')).fault == "the archive ends inside a");
  std::string filled = whole;
  filled[512 + 100] = 'x';
  CHECK(read_archive(filled).fault == "the archive ends inside a");
  CHECK(read_archive(archive_of(member("a", "1") + member("a", "2"))).fault == "a stands twice");
}

}  // namespace daicho
