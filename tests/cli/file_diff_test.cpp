#include "cli/file_diff.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "formats/byte_source.hpp"
#include "formats/catalog.hpp"
#include "tests/support/codec_runs.hpp"
#include "tests/support/random_records.hpp"
#include "tests/support/temp_folder.hpp"

using namespace daicho;

namespace {

const Layout& access_log() {
  static const Catalog schemas;
  return *schemas.layout("access-log");
}

/// What a comparison told: a line for each change and each finding, sorted, and the counts.
struct Told {
  std::vector<std::string> changes;
  std::vector<std::string> findings;
  std::vector<std::uint64_t> counts;
  friend bool operator==(const Told&, const Told&) = default;

  void add(const RecordChange& change) {
    std::string line(1, "+-~!?"[static_cast<std::size_t>(change.kind)]);
    line += std::string(change.key) + " " + std::to_string(change.old_record) + " " +
            std::to_string(change.new_record) + (change.old_bad ? " old" : "") + (change.new_bad ? " new" : "");
    for (const std::size_t item : change.items) {
      line += "|" + std::string((*change.before)[item]) + ">" + std::string((*change.after)[item]);
    }
    changes.push_back(line);
  }
  void finish(const DiffResult& result, const FindingList& found) {
    for (const Finding& finding : found.findings) findings.push_back(finding.file + test::shown({finding}));
    std::sort(changes.begin(), changes.end());
    std::sort(findings.begin(), findings.end());
    counts = {result.added,      result.removed, result.changed, result.equal,
              result.unreadable, result.unknown, result.unread};
  }
};

std::string key_of_unreadable(const RecordView& record, bool) { return std::string(record[*access_log().key]); }

struct Bytes {
  FormatSpec format;
  std::string bytes;
};

/// Through all keys in memory.
Told slowly(const Bytes& before, const Bytes& after) {
  Told told;
  FindingList found;
  FindingList nothing;
  std::unique_ptr<ByteSource> old_source;
  const auto new_source = memory_source(after.bytes, "new");
  HidingFaults of_old(found, *access_log().key);
  HidingFaults of_new(found, *access_log().key);
  const auto new_reader = make_reader(access_log(), after.format, *new_source, of_new);
  const auto open_old = [&](bool first) {
    old_source = memory_source(before.bytes, "old");
    return make_reader(access_log(), before.format, *old_source, first ? static_cast<FindingSink&>(of_old) : nothing);
  };
  told.finish(diff_records({access_log(), *access_log().key, "old", "new", open_old, *new_reader, found,
                            key_of_unreadable, [&](bool old) { return (old ? of_old : of_new).count() > 0; },
                            [&](const RecordChange& change) { told.add(change); }}),
              found);
  return told;
}

struct Way {
  unsigned threads;
  std::uint64_t memory;
  std::uint64_t batch_bytes;
  bool plain;
};

Told by_hashes(const Bytes& before, const Bytes& after, const Way& way, const test::TempFolder& folder) {
  Told told;
  FindingList found;
  const auto file = [&](const Bytes& bytes, const std::string& name) {
    const std::string path = folder.write(name, bytes.bytes);
    return DiffFile{name,
                    bytes.format,
                    {},
                    [&bytes, name] { return memory_source(bytes.bytes, name); },
                    [] { return std::string(); },
                    way.plain ? path : ""};
  };
  const DiffFile old_file = file(before, "old");
  const DiffFile new_file = file(after, "new");
  told.finish(diff_files({access_log(), *access_log().key, old_file, new_file, found, key_of_unreadable,
                          [&](const RecordChange& change) { told.add(change); }, way.threads, way.memory,
                          way.batch_bytes, 5000}),
              found);
  return told;
}

/// Records with keys from 1 on, some of them other than in the last version.
RecordBlock version(std::mt19937_64& engine, const std::vector<std::vector<std::string>>& values) {
  RecordBlock block(access_log().items.size());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (engine() % 9 != 0) order.push_back(i);
  }
  std::shuffle(order.begin(), order.end(), engine);
  for (const std::size_t i : order) {
    std::vector<std::string> record = values[i];
    record[*access_log().key] = std::to_string(i + 1);
    if (engine() % 7 == 0) record[access_log().index("operator_name")] = "別人";
    if (engine() % 29 == 0) record[*access_log().key] = std::to_string(1 + engine() % values.size());
    block.append(record);
  }
  return block;
}

}  // namespace

TEST_CASE("hashes tell what keys and records in memory tell, of files of any order and format, damaged or not") {
  const test::TempFolder folder;
  std::mt19937_64 engine(17);
  test::RandomRecords random(access_log(), Charset::cp932, 19);
  std::vector<std::vector<std::string>> values;
  for (int i = 0; i < 120; ++i) values.push_back(random.next());
  struct Formats {
    const char* from;
    const char* to;
  };
  for (const Formats& formats : {Formats{"fixed:cp932", "fixed:cp932"},
                                 {"csv:utf-8", "csv:utf-8"},
                                 {"fixed:utf-8,eol=none", "csv:cp932,quote=all"},
                                 {"csv:utf-8,header=none", "csv:utf-8,quote=all"}}) {
    for (int round = 0; round < 6; ++round) {
      FindingList findings;
      Bytes before{*parse_format_spec(formats.from), {}};
      Bytes after{*parse_format_spec(formats.to), {}};
      before.bytes = test::write_all(access_log(), before.format, version(engine, values), findings);
      after.bytes = test::write_all(access_log(), after.format, version(engine, values), findings);
      for (int damage = 0; damage < round; ++damage) {
        std::string& bytes = damage % 2 == 0 ? after.bytes : before.bytes;
        bytes[engine() % bytes.size()] = static_cast<char>(engine());
      }
      INFO(formats.from, " ", formats.to, " ", round);
      const Told slow = slowly(before, after);
      CHECK(slow.changes.size() > 10);
      for (const Way& way : {Way{1, 1 << 20, 1 << 20, true}, {2, 1, 1 << 20, true}, {3, 1 << 20, 1, false}}) {
        CHECK(by_hashes(before, after, way, folder) == slow);
      }
    }
  }
}

TEST_CASE("columns in another order are no change, and the same bytes under other headings are") {
  const test::TempFolder folder;
  const FormatSpec format = *parse_format_spec("csv:utf-8,header=id,eol=lf");
  const Way way{1, 1 << 20, 1 << 20, true};
  const Bytes before{format, "seq,terminal,terminal_host\n1,A,B\n2,C,D\n"};
  const Bytes turned{format, "terminal_host,seq,terminal\nD,2,C\nB,1,A\n"};
  const Bytes renamed{format, "seq,terminal_host,terminal\n1,A,B\n2,C,D\n"};
  CHECK(by_hashes(before, turned, way, folder).changes.empty());
  CHECK(by_hashes(before, renamed, way, folder).changes.size() == 2);
}

TEST_CASE("changes come in the order of NEW, whether records can be read or not") {
  const test::TempFolder folder;
  const FormatSpec format = *parse_format_spec("csv:utf-8,header=none,eol=lf");
  const auto row = [](int key, const std::string& host) {
    return std::to_string(key) + std::string(8, ',') + host + ",,,,\n";
  };
  const Bytes before{format, row(1, "A") + row(2, "あ") + row(3, "C") + row(4, "D") + row(5, "あ")};
  const Bytes after{format, row(5, "あ") + row(4, "X") + row(3, "あ") + row(2, "B") + row(1, "Y")};
  for (const bool plain : {true, false}) {
    std::string order;
    FindingList found;
    const auto file = [&](const Bytes& bytes, const std::string& name) {
      const std::string path = folder.write(name, bytes.bytes);
      return DiffFile{name,
                      bytes.format,
                      {},
                      [&bytes, name] { return memory_source(bytes.bytes, name); },
                      [] { return std::string(); },
                      plain ? path : ""};
    };
    diff_files({access_log(), *access_log().key, file(before, "old"), file(after, "new"), found, key_of_unreadable,
                [&](const RecordChange& change) {
                  order += std::string(1, "+-~!?"[static_cast<std::size_t>(change.kind)]) +
                           std::to_string(change.old_record) + std::to_string(change.new_record) + " ";
                }});
    CHECK(order == "!51 ~42 !33 !24 ~15 ");
  }
}

TEST_CASE("a file that changes while it is compared is told, and nothing is made up") {
  const FormatSpec format = *parse_format_spec("csv:utf-8,header=id,eol=lf");
  const std::string head = "seq,terminal\n";
  const std::string after = head + "1,B\n";
  const DiffFile new_file{"new", format, {}, [&] { return memory_source(after, "new"); }, [] { return std::string(); },
                          ""};
  const std::string first = head + "1,A\n";
  // No record any more, another person's, and the same under another stamp.
  for (const std::string& second : {head + "あ1,A\n", head + "2,A\n", first}) {
    INFO(second);
    int opened = 0;
    int stamped = 0;
    const DiffFile old_file{"old",
                            format,
                            {},
                            [&] { return memory_source(++opened <= 2 ? first : second, "old"); },
                            [&] { return second == first ? std::to_string(++stamped) : std::string(); },
                            ""};
    FindingList found;
    std::size_t told = 0;
    CHECK_THROWS_WITH(diff_files({access_log(), *access_log().key, old_file, new_file, found, key_of_unreadable,
                                  [&](const RecordChange&) { ++told; }}),
                      doctest::Contains("changed while"));
    CHECK(told == (second == first ? 1 : 0));
  }
}

TEST_CASE("what a damaged file, or a record without a key, may hide is unknown, not removed or added") {
  const test::TempFolder folder;
  const FormatSpec format = *parse_format_spec("csv:utf-8,header=id,eol=lf");
  const Bytes whole{format, "seq,terminal\n1,A\n2,B\n"};
  for (const std::string& faulty : {std::string("seq,terminal\n1,A\n,B\n"), std::string("terminal\nA\nB\n")}) {
    INFO(faulty);
    const Bytes other{format, faulty};
    const Way way{1, 1 << 20, 1 << 20, true};
    for (const auto& [before, after] : {std::pair{whole, other}, {other, whole}}) {
      const Told told = by_hashes(before, after, way, folder);
      CHECK(told == slowly(before, after));
      CHECK(told.counts[0] + told.counts[1] == 0);
      CHECK(told.counts[5] > 0);
    }
  }
}
