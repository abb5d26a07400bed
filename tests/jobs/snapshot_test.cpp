#include "jobs/snapshot.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <random>

#include "formats/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace daicho::test {
namespace {

Layout layout_of(const std::vector<std::string>& ids) {
  Layout layout;
  layout.id = "juki";
  for (const std::string& id : ids) {
    layout.items.emplace_back();
    layout.items.back().id = id;
  }
  return layout;
}

std::string encoded(const std::vector<std::string>& values) {
  std::string text;
  encode_record(OwnedRecord(values).view(), text);
  return text;
}

std::vector<std::string> decoded(std::string_view text, std::size_t items) {
  RecordBlock block(items);
  decode_record(text, block);
  std::vector<std::string> values;
  for (std::size_t item = 0; item < items; ++item) values.emplace_back(block[0][item]);
  return values;
}

using Entries = std::vector<std::pair<PersonKey, std::vector<std::string>>>;

Entries read_all(const std::filesystem::path& path, const Layout& layout,
                 SnapshotState state = SnapshotState::finished) {
  SnapshotReader reader(path, layout, state);
  Entries entries;
  SnapshotEntry entry;
  while (reader.next(entry)) {
    entries.emplace_back(entry.person, entry.present ? decoded(entry.encoded, layout.items.size())
                                                     : std::vector<std::string>{"removed"});
  }
  return entries;
}

std::string complaint(const std::filesystem::path& path, const Layout& layout) {
  try {
    read_all(path, layout);
  } catch (const std::runtime_error& error) {
    return std::string(error.what()).substr(path.string().size());
  }
  return "accepted";
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST_CASE("records come back as they were written, empty and long values among them") {
  TempFolder folder;
  const Layout layout = layout_of({"a", "b", "c"});
  std::mt19937 random(7);
  Entries written;
  {
    SnapshotWriter writer(folder.path() / "s", layout);
    for (PersonKey person = 1; person <= 5000; ++person) {
      std::vector<std::string> values;
      for (int i = 0; i < 3; ++i) values.emplace_back(random() % 300, static_cast<char>('a' + random() % 26));
      writer.put(person * 1000003 % 999999999999999, encoded(values));
      written.emplace_back(person * 1000003 % 999999999999999, values);
    }
    writer.finish();
  }
  CHECK(read_all(folder.path() / "s", layout) == written);
}

TEST_CASE("a draft is readable before its end, and what follows stands for what was before") {
  TempFolder folder;
  const Layout layout = layout_of({"a"});
  SnapshotWriter writer(folder.path() / "s", layout);
  writer.put(1, encoded({"one"}));
  writer.put(2, encoded({"two"}));
  writer.flush();
  CHECK(read_all(folder.path() / "s", layout, SnapshotState::draft) == Entries{{1, {"one"}}, {2, {"two"}}});
  CHECK(complaint(folder.path() / "s", layout) == " is damaged: it has no end entry");
  writer.remove(1);
  writer.put(2, encoded({"old"}));
  writer.finish();
  const SnapshotIndex index(folder.path() / "s", layout);
  REQUIRE(index.size() == 1);
  CHECK(index[0].person == 2);
  CHECK(index[0].hash == hash_record(encoded({"old"})));
  CHECK(index.find(1) == index.size());
}

TEST_CASE("items are matched by id: a new one reads as absent, a lost one is left out") {
  TempFolder folder;
  SnapshotWriter writer(folder.path() / "s", layout_of({"a", "b", "c"}));
  writer.put(1, encoded({"1", "2", "3"}));
  writer.finish();
  CHECK(read_all(folder.path() / "s", layout_of({"c", "new", "a"})) == Entries{{1, {"3", "", "1"}}});
}

TEST_CASE("damage anywhere is said, and never read as records") {
  TempFolder folder;
  const Layout layout = layout_of({"a"});
  {
    SnapshotWriter writer(folder.path() / "s", layout);
    for (PersonKey person = 1; person <= 20; ++person) writer.put(person, encoded({"value"}));
    writer.finish();
  }
  const std::string whole = bytes_of(folder.path() / "s");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    write_bytes(folder.path() / "cut", whole.substr(0, size));
    CAPTURE(size);
    CHECK(complaint(folder.path() / "cut", layout).starts_with(" is damaged: "));
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
    write_bytes(folder.path() / "flipped", flipped);
    CAPTURE(at);
    const std::string said = complaint(folder.path() / "flipped", layout);
    const bool harmless =
        said == "accepted" && read_all(folder.path() / "flipped", layout) == read_all(folder.path() / "s", layout);
    CHECK((harmless || said.starts_with(" is damaged: ")));
  }
  write_bytes(folder.path() / "text", "no zstd at all");
  CHECK(complaint(folder.path() / "text", layout).starts_with(" is damaged: "));
}

TEST_CASE("a snapshot of another layout is refused") {
  TempFolder folder;
  Layout other = layout_of({"a"});
  other.id = "atena";
  SnapshotWriter writer(folder.path() / "s", other);
  writer.finish();
  CHECK(complaint(folder.path() / "s", layout_of({"a"})) == " holds records of layout atena, not juki");
}

TEST_CASE("without its finish a snapshot leaves no file") {
  TempFolder folder;
  { SnapshotWriter writer(folder.path() / "s", layout_of({"a"})); }
  CHECK_FALSE(std::filesystem::exists(folder.path() / "s"));
}

}  // namespace
}  // namespace daicho::test
