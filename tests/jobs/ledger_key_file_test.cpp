#include "jobs/ledger_key_file.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include "formats/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace daicho::test {
namespace {

namespace fs = std::filesystem;

LedgerKey key_of(std::uint64_t entries) {
  return {std::string(32, 'a'), entries, SealKey::from_hex(std::string(64, '5')).value()};
}

TEST_CASE("a key file has the specified bytes, is private, and comes back") {
  TempFolder folder;
  const fs::path file = folder.path() / "ledger.key";
  CHECK_FALSE(read_ledger_key(file).has_value());
  replace_ledger_key(file, key_of(17));
  CHECK(folder.read("ledger.key") == "daicho ledger key 1\nledger " + std::string(32, 'a') +
                                         "\nentries 00000000000000000017\nkey " + std::string(64, '5') + "\n");
  CHECK((fs::status(file).permissions() & fs::perms::all) == (fs::perms::owner_read | fs::perms::owner_write));
  const auto back = read_ledger_key(file);
  REQUIRE(back.has_value());
  CHECK(back->ledger == std::string(32, 'a'));
  CHECK(back->entries == 17);
  CHECK(back->key.hex() == std::string(64, '5'));
}

TEST_CASE("the bytes of a replaced key are gone from the file that somebody still has open") {
  TempFolder folder;
  const fs::path file = folder.path() / "ledger.key";
  replace_ledger_key(file, key_of(1));
  const int fd = ::open(file.c_str(), O_RDONLY);
  replace_ledger_key(file, key_of(1).next());
  std::string bytes(256, 'x');
  const ssize_t count = ::read(fd, bytes.data(), bytes.size());
  ::close(fd);
  REQUIRE(count > 0);
  CHECK(bytes.substr(0, static_cast<std::size_t>(count)) == std::string(static_cast<std::size_t>(count), '\0'));
  CHECK(folder.entries() == 1);
}

TEST_CASE("what is no key file is refused") {
  TempFolder folder;
  const fs::path file = folder.path() / "ledger.key";
  replace_ledger_key(file, key_of(17));
  const std::string good = folder.read("ledger.key");
  const std::string expected = file.string() + " is not the key file of a ledger";
  for (std::size_t size = 0; size < good.size(); ++size) {
    folder.write("ledger.key", good.substr(0, size));
    CHECK_THROWS_WITH_AS(read_ledger_key(file), expected.c_str(), RefusedError);
  }
  folder.write("ledger.key", good + "\n");
  CHECK_THROWS_WITH_AS(read_ledger_key(file), expected.c_str(), RefusedError);
  folder.write("ledger.key", std::string(100'000, '5'));
  CHECK_THROWS_WITH_AS(read_ledger_key(file), expected.c_str(), RefusedError);
}

TEST_CASE("a key file is never reached through a symbolic link, and never written through one") {
  TempFolder folder;
  replace_ledger_key(folder.path() / "elsewhere", key_of(17));
  const std::string elsewhere = folder.read("elsewhere");
  fs::create_symlink("elsewhere", folder.path() / "ledger.key");
  const std::string expected =
      "cannot open " + (folder.path() / "ledger.key").string() + ": Too many levels of symbolic links";
  CHECK_THROWS_WITH_AS(read_ledger_key(folder.path() / "ledger.key"), expected.c_str(), WorldError);
  replace_ledger_key(folder.path() / "ledger.key", key_of(18));
  CHECK(folder.read("elsewhere") == elsewhere);
  CHECK(read_ledger_key(folder.path() / "ledger.key")->entries == 18);
}

}  // namespace
}  // namespace daicho::test
