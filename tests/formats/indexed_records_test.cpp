#include "formats/indexed_records.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <random>
#include <thread>

#include "formats/byte_sink.hpp"
#include "formats/catalog.hpp"
#include "formats/error.hpp"
#include "formats/writer.hpp"
#include "tests/formats/schema_folder.hpp"
#include "tests/support/temp_folder.hpp"

namespace daicho {
namespace {

const Catalog& catalog() {
  static const Catalog catalog;
  return catalog;
}

std::string key_of(std::size_t number) {
  const std::string digits = std::to_string(number);
  return std::string(5 - digits.size(), '0') + digits;
}

/// Values of a kengen record: 所属, 更新日時, 利用者, 連番.
std::vector<std::string> values_of(std::size_t number) {
  const std::string digits = key_of(number);
  return {"D" + digits, "20261123000000000", "U" + std::string(number % 8, 'x'), digits};
}

/// Writes records of these numbers and answers the file's path.
std::string write_records(const test::TempFolder& folder, const std::vector<std::size_t>& numbers,
                          const std::string& spec) {
  const auto layout = catalog().layout("kengen");
  const std::string path = folder.file("records");
  const auto sink = open_sink(path, Overwrite::yes);
  FindingList findings;
  const auto writer = make_writer(*layout, *parse_format_spec(spec), *sink, findings);
  RecordBlock block(layout->items.size());
  for (const std::size_t number : numbers) block.append(values_of(number));
  for (std::size_t i = 0; i < block.size(); ++i) writer->write(block[i]);
  writer->finish();
  sink->commit();
  CHECK(findings.findings.empty());
  return path;
}

IndexedRecords open_records(const std::string& path, const std::string& spec, unsigned slots = 1) {
  static const auto layout = catalog().layout("kengen");
  return {ReadableFile{path, *layout, *parse_format_spec(spec), {}}, *layout->key, slots};
}

void check_record(IndexedRecords& records, std::size_t number, unsigned slot = 0) {
  const auto record = records.find(key_of(number), slot);
  if (!record) {
    FAIL_CHECK("not found: ", number);
    return;
  }
  const std::vector<std::string> values = values_of(number);
  for (std::size_t item = 0; item < values.size(); ++item) {
    if ((*record)[item] != values[item]) FAIL_CHECK("another value: ", std::string((*record)[item]));
  }
}

std::vector<std::size_t> numbers_to(std::size_t last) {
  std::vector<std::size_t> numbers(last);
  for (std::size_t i = 0; i < last; ++i) numbers[i] = i + 1;
  return numbers;
}

const std::vector<std::string> kSpecs{"fixed:cp932",
                                      "fixed:utf-8,eol=lf",
                                      "fixed:utf-16be,eol=none",
                                      "fixed:utf-16le,bom=yes",
                                      "fixed:ibm-930,eol=none",
                                      "fixed:juki",
                                      "csv:utf-8",
                                      "csv:utf-8,bom=yes,header=none,quote=all",
                                      "csv:cp932,eol=lf",
                                      "csv:utf-16le,bom=yes",
                                      "csv:ibm-939",
                                      "jsonl"};

TEST_CASE("every record of a file is found by its key, in the file's order, backwards and in any other") {
  std::mt19937 random(5);
  for (const std::string& spec : kSpecs) {
    CAPTURE(spec);
    const test::TempFolder folder;
    const std::string path = write_records(folder, numbers_to(3000), spec);
    IndexedRecords records = open_records(path, spec);
    CHECK(records.summary().records == 3000);
    std::vector<std::size_t> order = numbers_to(3000);
    for (const std::size_t number : order) check_record(records, number);
    for (const std::size_t number : order) {
      if (number % 7 == 0) check_record(records, number);
    }
    std::reverse(order.begin(), order.end());
    order.resize(300);
    for (const std::size_t number : order) check_record(records, number);
    for (int i = 0; i < 300; ++i) check_record(records, random() % 3000 + 1);
    CHECK(records.find("2999", 0).has_value());
    CHECK_FALSE(records.find("3001", 0).has_value());
    CHECK_FALSE(records.find("", 0).has_value());
  }
}

TEST_CASE("files with control records are read again behind them") {
  for (const std::string spec : {"fixed:cp932,envelope=control", "csv:utf-8,envelope=control"}) {
    CAPTURE(spec);
    const test::TempFolder folder;
    const auto layout = catalog().layout("kengen");
    const std::string path = folder.file("records");
    const auto sink = open_sink(path, Overwrite::yes);
    FindingList findings;
    WriterOptions options;
    options.envelope.from = "132101";
    options.envelope.to = "CS";
    options.envelope.made = "20261123000000";
    options.envelope.extent = "1";
    options.envelope.base_date = "20261123";
    options.envelope.serial = "000001";
    const auto writer = make_writer(*layout, *parse_format_spec(spec), *sink, findings, options);
    RecordBlock block(layout->items.size());
    for (const std::size_t number : numbers_to(500)) block.append(values_of(number));
    for (std::size_t i = 0; i < block.size(); ++i) writer->write(block[i]);
    writer->finish();
    sink->commit();
    IndexedRecords records = open_records(path, spec);
    CHECK(records.file_faults() == 0);
    for (const std::size_t number : numbers_to(500)) check_record(records, number);
    check_record(records, 17);
  }
}

TEST_CASE("records that could not be read, or share their key, are left out and counted") {
  const test::TempFolder folder;
  for (const std::string spec : {"fixed:cp932", "csv:utf-8,header=none"}) {
    CAPTURE(spec);
    std::string bytes = folder.read(
        std::filesystem::path(write_records(folder, {1, 2, 3, 4, 2, 5, 5, 5, 6}, spec)).filename().string());
    const std::size_t third = bytes.find("D00003");
    bytes.insert(third + 1, ",\"");
    folder.write("records", bytes);
    IndexedRecords records = open_records(folder.file("records"), spec);
    CHECK(records.summary().bad_records == 1);
    CHECK(records.repeated() == 5);
    for (const std::size_t number : {6U, 1U, 4U}) check_record(records, number);
    for (const char* key : {"2", "3", "5"}) CHECK_FALSE(records.find(key, 0).has_value());
  }
}

TEST_CASE("of a history the last record of a key counts") {
  const test::TempFolder folder;
  const auto layout = catalog().layout("honnin");
  std::string lines;
  for (const char* sequence : {"00001", "00002"}) {
    lines += std::string("{\"juminhyo_code\":\"12345678903\",\"update_seq\":\"") + sequence + "\"}\n";
  }
  const std::string path = folder.write("honnin.jsonl", lines);
  IndexedRecords records(ReadableFile{path, *layout, *parse_format_spec("jsonl"), {}}, *layout->key, 1);
  const auto record = records.find("12345678903", 0);
  REQUIRE(record.has_value());
  CHECK((*record)[layout->index("update_seq")] == "00002");
  CHECK(records.repeated() == 0);
}

TEST_CASE("several threads find records at once, each in a slot of its own") {
  const test::TempFolder folder;
  const std::string path = write_records(folder, numbers_to(2000), "csv:utf-8");
  IndexedRecords records = open_records(path, "csv:utf-8", 2);
  std::vector<std::size_t> found(2);
  std::vector<std::thread> threads;
  for (unsigned slot = 0; slot < 2; ++slot) {
    threads.emplace_back([&, slot] {
      for (std::size_t number = 1 + slot; number <= 2000; number += 2) {
        const auto record = records.find(key_of(number), slot);
        if (record && (*record)[0] == values_of(number)[0]) ++found[slot];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(found == std::vector<std::size_t>{1000, 1000});
}

TEST_CASE("a last row without its line end is found, from wherever it is asked") {
  const test::TempFolder folder;
  for (const std::string spec : {"csv:utf-8", "jsonl", "fixed:utf-8"}) {
    CAPTURE(spec);
    const std::string path = write_records(folder, numbers_to(50), spec);
    std::string bytes = folder.read("records");
    bytes.resize(bytes.size() - (spec == "jsonl" ? 1 : 2));
    folder.write("records", bytes);
    IndexedRecords records = open_records(path, spec);
    for (const std::size_t number : numbers_to(50)) check_record(records, number);
    check_record(records, 1);
    check_record(records, 50);
  }
}

TEST_CASE("what can't be read again at its places is refused") {
  const test::TempFolder folder;
  const std::string why =
      ", but its records are read again at their places, and people's data does not go to temporary files: give it as "
      "a plain file";
  const auto refusal = [](const std::string& path) {
    return complaint_of<UsageError>([&] { require_plain_file(path); });
  };
  CHECK(refusal("-") == "--against -: standard input can be read only once" + why);
  CHECK(refusal("/dev/null") == "--against /dev/null: a pipe or a device can be read only once" + why);
  const std::string gz = folder.write("a.gz", "\x1F\x8B\x08 and more");
  CHECK(refusal(gz) == "--against " + gz + ": it is compressed" + why);
  const std::string zst = folder.write("a.zst", "\x28\xB5\x2F\xFD and more");
  CHECK(refusal(zst) == "--against " + zst + ": it is compressed" + why);
  CHECK(refusal(folder.write("plain", "")).empty());
  CHECK_THROWS_WITH_AS(require_plain_file("/nowhere"), "cannot open /nowhere: No such file or directory", WorldError);
  CHECK_THROWS_AS(require_plain_file(folder.path().string()), WorldError);
}

TEST_CASE("a file that changes while it is read is told") {
  const test::TempFolder folder;
  const std::string path = write_records(folder, numbers_to(20), "fixed:cp932");
  IndexedRecords records = open_records(path, "fixed:cp932");
  std::string bytes = folder.read("records");
  CHECK(::truncate(path.c_str(), 100) == 0);
  check_record(records, 1);
  CHECK_THROWS_WITH_AS(records.find("9", 0), ("cannot read " + path + ": it changed while it was read").c_str(),
                       WorldError);
  std::reverse(bytes.begin(), bytes.end());
  folder.write("records", bytes);
  CHECK_THROWS_AS(records.find("9", 0), WorldError);
}

}  // namespace
}  // namespace daicho
