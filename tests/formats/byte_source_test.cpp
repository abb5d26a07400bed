#include "formats/byte_source.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "formats/byte_sink.hpp"
#include "formats/catalog.hpp"
#include "tests/support/codec_runs.hpp"
#include "tests/support/temp_folder.hpp"

using namespace daicho;

namespace {

/// Everything a source gives, in small pieces; `damage` holds what it throws.
std::string drain(ByteSource& source, std::optional<DamagedInput>* damage = nullptr) {
  std::string bytes;
  char piece[777];
  try {
    while (const std::size_t count = source.read(piece, sizeof piece)) bytes.append(piece, count);
  } catch (const DamagedInput& input) {
    if (damage == nullptr) throw;
    *damage = input;
  }
  return bytes;
}

std::string lines(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += std::to_string(std::int64_t{i} * 7919) + "\r\n";
  return text;
}

std::string compressed(const test::TempFolder& folder, const std::string& name, std::string_view plain) {
  const auto sink = open_sink(folder.file(name), Overwrite::yes);
  sink->write(plain);
  sink->commit();
  return folder.read(name);
}

}  // namespace

TEST_CASE("peek shows what read then gives") {
  const auto source = memory_source("0123456789");
  CHECK(source->peek(4) == "0123");
  CHECK(source->peek(2).substr(0, 2) == "01");
  char two[2];
  CHECK(source->read(two, 2) == 2);
  CHECK(source->peek(100) == "23456789");
  CHECK(drain(*source) == "23456789");
  CHECK(source->peek(1).empty());
}

TEST_CASE("what cannot be read is named with the system's reason") {
  const test::TempFolder folder;
  CHECK_THROWS_WITH_AS(open_source("/nowhere/in.dat"), "cannot open /nowhere/in.dat: No such file or directory",
                       WorldError);
  const std::string name = folder.path().string();
  CHECK_THROWS_WITH_AS(open_source(name), ("cannot read " + name + ": Is a directory").c_str(), WorldError);
  if (::geteuid() != 0) {  // root may read everything
    const std::string file = folder.write("closed.dat", "1");
    ::chmod(file.c_str(), 0);
    CHECK_THROWS_WITH_AS(open_source(file), ("cannot open " + file + ": Permission denied").c_str(), WorldError);
  }
}

TEST_CASE("compressed files are known by their first bytes, whatever their name") {
  const test::TempFolder folder;
  const std::string plain = lines(100'000);
  for (const char* name : {"a.zst", "a.gz"}) {
    CAPTURE(name);
    const std::string once = compressed(folder, name, plain);
    CHECK(once.size() < plain.size());
    CHECK((drain(*open_source(folder.write("in.dat", once))) == plain));
    CHECK((drain(*memory_source(once + once)) == plain + plain));  // frames and members one after the other
    CHECK((drain(*memory_source(compressed(folder, name, "")))).empty());
  }
  CHECK(drain(*memory_source("\x1F")) == "\x1F");
  CHECK(drain(*memory_source("\x28\xB5\x2F")) == "\x28\xB5\x2F");
}

TEST_CASE("the compressed bytes do not depend on the sizes of the writes") {
  const test::TempFolder folder;
  const std::string plain = lines(300'000);
  for (const char* name : {"b.zst", "b.gz"}) {
    const std::string once = compressed(folder, name, plain);
    const auto sink = open_sink(folder.file(name), Overwrite::yes);
    for (std::size_t at = 0; at < plain.size(); at += 1013) sink->write(std::string_view(plain).substr(at, 1013));
    sink->commit();
    CHECK((folder.read(name) == once));
  }
}

TEST_CASE("compressed data that ends early gives what came before, then says so") {
  const test::TempFolder folder;
  const std::string plain = lines(60'000);
  for (const char* name : {"c.zst", "c.gz"}) {
    const std::string whole = compressed(folder, name, plain);
    for (std::size_t cut = 4; cut < whole.size(); cut += 1 + whole.size() / 97) {
      CAPTURE(name);
      CAPTURE(cut);
      std::optional<DamagedInput> damage;
      const std::string bytes = drain(*memory_source(std::string_view(whole).substr(0, cut)), &damage);
      REQUIRE(damage);
      CHECK(damage->offset == bytes.size());
      CHECK(damage->reason == (name[2] == 'z' ? "the zstd data ends early" : "the gzip data ends early"));
      CHECK((plain.compare(0, bytes.size(), bytes) == 0));
    }
    std::optional<DamagedInput> damage;  // one byte short: only the checksum's end is missing
    CHECK(drain(*memory_source(std::string_view(whole).substr(0, whole.size() - 1)), &damage).size() == plain.size());
    CHECK(damage);
  }
}

TEST_CASE("damaged compressed data is an unreadable input to whoever does not ask") {
  std::string bytes = "\x28\xB5\x2F\xFDgarbage that is no frame";
  const auto source = memory_source(bytes, "in.zst");
  CHECK(source->peek(10).empty());
  CHECK_THROWS_AS(drain(*source), WorldError);
}

TEST_CASE("a reader delivers the records before the damage, then reports it with its offset") {
  const Catalog schemas;
  const auto layout = schemas.layout("kengen");
  const test::TempFolder folder;
  std::string plain;
  for (int i = 0; i < 20'000; ++i) {
    plain += "132101JUM 20260401083000000USER" + std::to_string(100'000 + i) + std::to_string(10'000 + i) + "\r\n";
  }
  for (const char* name : {"d.zst", "d.gz"}) {
    std::string whole = compressed(folder, name, plain);
    whole.resize(whole.size() / 2);
    const auto source = memory_source(whole, name);
    const test::ReadFile file = test::read_all(*layout, FormatSpec{}, *source);
    REQUIRE(file.findings.size() <= 2);
    REQUIRE(!file.findings.empty());
    const Finding& last = file.findings.back();
    CHECK(std::string_view(last.code.code) == "D0121");
    CHECK(last.offset == file.summary.bytes);
    CHECK(file.records.size() == (last.offset + 43) / 44);
    CHECK(last.args[0].second == (name[2] == 'z' ? "the zstd data ends early" : "the gzip data ends early"));
  }
}
