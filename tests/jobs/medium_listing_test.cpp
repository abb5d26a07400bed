#include "jobs/medium_listing.hpp"

#include <doctest/doctest.h>

#include <tuple>

#include "formats/error.hpp"
#include "formats/sha256.hpp"
#include "tests/jobs/recording_sink.hpp"
#include "tests/support/temp_folder.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;
using test::RecordingSink;

constexpr const char* kOne = "M20261120-001_001of002.cms";
constexpr const char* kTwo = "M20261120-001_002of002.cms";

/// What a whole volume's bytes end with.
std::string volume_bytes(char letter) { return std::string(1000, letter) + std::string(6, '\0'); }

std::string sum_line(const std::string& name, const std::string& bytes) {
  return sha256_of(bytes) + "  " + name + "\n";
}

/// A medium of two volumes.
struct Stick {
  Stick() {
    folder.write(kOne, volume_bytes('1'));
    folder.write(kTwo, volume_bytes('2'));
    list(sum_line(kOne, volume_bytes('1')) + sum_line(kTwo, volume_bytes('2')));
    folder.write("slip.html", "<p>");
  }
  void list(const std::string& lines) const { folder.write("SHA256SUMS", lines); }
  RecordingSink verify() {
    RecordingSink sink;
    whole = list_media({folder.path()}, sink);
    return sink;
  }
  test::TempFolder folder;
  std::vector<ListedVolume> whole;
};

}  // namespace

TEST_CASE("a whole medium is listed in order") {
  Stick stick;
  CHECK(stick.verify().faults.empty());
  REQUIRE(stick.whole.size() == 2);
  CHECK(stick.whole[0].name == kOne);
  CHECK(stick.whole[1].volume == 2);
}

TEST_CASE("a changed, a cut and a swapped volume are told apart") {
  Stick stick;
  std::string changed = volume_bytes('2');
  changed[500] = 'x';
  stick.folder.write(kTwo, changed);
  RecordingSink sink = stick.verify();
  CHECK(sink.only(MediumFault::volume_altered, "1006"));
  CHECK(stick.whole.size() == 1);
  stick.folder.write(kTwo, volume_bytes('2').substr(0, 700));
  CHECK(stick.verify().faults[0] == std::pair(MediumFault::volume_cut, std::string("700")));
  stick.folder.write(kTwo, "");
  CHECK(stick.verify().faults[0] == std::pair(MediumFault::volume_cut, std::string("0")));
  stick.folder.write(kOne, volume_bytes('2'));
  stick.folder.write(kTwo, volume_bytes('1'));
  sink = stick.verify();
  REQUIRE(sink.faults.size() == 2);
  CHECK(sink.faults[0] == std::pair(MediumFault::volume_swapped, std::string(kTwo)));
  CHECK(sink.faults[1] == std::pair(MediumFault::volume_swapped, std::string(kOne)));
}

TEST_CASE("volumes exchanged from one medium to another are told as that where all lists are given") {
  test::TempFolder folder;
  for (const auto& [stick, name, listed, holds] :
       {std::tuple("a/", kOne, '1', '2'), std::tuple("b/", kTwo, '2', '1')}) {
    fs::create_directory(folder.file(stick));
    folder.write(std::string(stick) + name, volume_bytes(holds));
    folder.write(std::string(stick) + "SHA256SUMS", sum_line(name, volume_bytes(listed)));
  }
  RecordingSink sink;
  list_media({folder.path() / "a", folder.path() / "b"}, sink);
  REQUIRE(sink.faults.size() == 2);
  CHECK(sink.faults[0] == std::pair(MediumFault::volume_swapped, std::string(kTwo)));
  CHECK(sink.faults[1] == std::pair(MediumFault::volume_swapped, std::string(kOne)));
  RecordingSink alone;
  list_media({folder.path() / "a"}, alone);
  CHECK(alone.faults[0].first == MediumFault::volume_altered);
}

TEST_CASE("volumes that are missing, unlisted or of another delivery are told") {
  Stick stick;
  fs::remove(stick.folder.path() / kTwo);
  CHECK(stick.verify().faults[0].first == MediumFault::volume_missing);
  stick.list(sum_line(kOne, volume_bytes('1')));
  CHECK(stick.verify().only(MediumFault::volumes_absent, "002"));
  stick.folder.write(kTwo, volume_bytes('2'));
  CHECK(stick.verify().faults[0].first == MediumFault::volume_unlisted);
  stick.folder.write("M20261121-001_001of002.cms", volume_bytes('3'));
  stick.list(sum_line(kOne, volume_bytes('1')) + sum_line(kTwo, volume_bytes('2')) +
             sum_line("M20261121-001_001of002.cms", volume_bytes('3')));
  CHECK(stick.verify().only(MediumFault::mixed_media, kOne));
}

TEST_CASE("what others left on a medium is said, and not looked at; links are no volumes") {
  Stick stick;
  stick.folder.write("Thumbs.db", "x");
  RecordingSink sink = stick.verify();
  CHECK(sink.faults.empty());
  CHECK(sink.has(MediumNote::foreign_file));
  fs::remove(stick.folder.path() / kTwo);
  test::TempFolder elsewhere;
  elsewhere.write("target", volume_bytes('2'));
  fs::create_symlink(elsewhere.path() / "target", stick.folder.path() / kTwo);
  CHECK(stick.verify().faults[0].first == MediumFault::not_a_volume);
  fs::remove(stick.folder.path() / "SHA256SUMS");
  elsewhere.write("sums", sum_line(kOne, volume_bytes('1')));
  fs::create_symlink(elsewhere.path() / "sums", stick.folder.path() / "SHA256SUMS");
  CHECK(stick.verify().only(MediumFault::no_sums, "missing"));
}

TEST_CASE("a volume of another size than can be is not read") {
  Stick stick;
  fs::resize_file(stick.folder.path() / kTwo, kMostVolumeBytes + 1);  // a hole: takes no room
  CHECK(stick.verify().faults[0] == std::pair(MediumFault::volume_too_large, std::string("335544321")));
}

TEST_CASE("lists that are not sha256sum's are refused") {
  const std::string digest(64, 'a');
  CHECK(parse_sums(digest + "  a\n")->at("a") == digest);
  for (const std::string& bad : std::vector<std::string>{
           "", "\n", digest + "  a", digest + " *a\n", digest + "  ../a\n", digest + "  /etc/passwd\n", digest + "  \n",
           std::string(64, 'g') + "  a\n", digest + "  a\n" + digest + "  a\n", digest.substr(1) + "  ab\n",
           "\\" + digest + "  a\\nb\n"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_sums(bad));
  }
  RecordingSink sink;
  CHECK_THROWS_AS(list_media({"/dev/null"}, sink), WorldError);
}

TEST_CASE("numbers of volumes are taken apart, and impossible ones are none") {
  const auto number = parse_volume_name(kTwo);
  REQUIRE(number);
  CHECK(number->medium == "M20261120-001");
  CHECK(number->volume == 2);
  CHECK(number->volumes == 2);
  CHECK_FALSE(parse_volume_name("M20261120-001_003of002.cms"));
  CHECK_FALSE(parse_volume_name("M20261120-001_000of002.cms"));
  CHECK_FALSE(parse_volume_name("slip.html"));
}

}  // namespace daicho
