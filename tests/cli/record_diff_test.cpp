#include "cli/record_diff.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "formats/byte_source.hpp"
#include "formats/catalog.hpp"
#include "tests/support/codec_runs.hpp"

using namespace daicho;

namespace {

const Layout& kengen() {
  static const Catalog schemas;
  return *schemas.layout("kengen");
}

/// The changes between two texts of `department,serial` lines, one a line; then the counts.
std::string diff(std::string_view old_text, std::string_view new_text, std::size_t batch_bytes = 1 << 20) {
  const FormatSpec format = *parse_format_spec("csv:utf-8,header=id,eol=lf");
  const std::string header = "department_code,serial_no\n";
  const std::string old_bytes = header + std::string(old_text);
  const std::string new_bytes = header + std::string(new_text);
  FindingList columns;
  FindingList findings;
  std::unique_ptr<ByteSource> old_source;
  const auto new_source = memory_source(new_bytes, "new");
  const auto new_reader = make_reader(kengen(), format, *new_source, columns);
  std::string text;
  const DiffParts parts{kengen(),
                        *kengen().key,
                        "old",
                        "new",
                        [&](bool) {
                          old_source = memory_source(old_bytes, "old");
                          return make_reader(kengen(), format, *old_source, columns);
                        },
                        *new_reader,
                        findings,
                        [](const RecordView& record, bool) { return std::string(record[*kengen().key]); },
                        [](bool) { return false; },
                        [&](const RecordChange& change) {
                          text += "+-~!?"[static_cast<std::size_t>(change.kind)];
                          text += std::string(change.key) + "(" + std::to_string(change.old_record) + "," +
                                  std::to_string(change.new_record) + ")";
                          for (const std::size_t item : change.items) {
                            text +=
                                " " + std::string((*change.before)[item]) + ">" + std::string((*change.after)[item]);
                          }
                          text += "\n";
                        },
                        batch_bytes};
  const DiffResult result = diff_records(parts);
  for (const Finding& finding : findings.findings) text += finding.file + ": " + test::shown({finding});
  return text + std::to_string(result.added) + " " + std::to_string(result.removed) + " " +
         std::to_string(result.changed) + " " + std::to_string(result.equal);
}

}  // namespace

TEST_CASE("added, removed, changed and equal records, in any order") {
  CHECK(diff("A,1\nB,2\nC,3\n", "C,3\nX,2\nD,4\n") ==
        "+00004(0,3)\n"
        "~2(2,2) B>X\n"
        "-00001(1,0)\n"
        "1 1 1 1");
  CHECK(diff("", "") == "0 0 0 0");
}

TEST_CASE("leading zeros say nothing in a key or value that is filled with them") {
  CHECK(diff("A,1\nB,00000\n", "A,00001\nB,0\n") == "0 0 0 2");
}

TEST_CASE("batches of changed records give what one batch gives") {
  std::string before;
  std::string after;
  for (int i = 1; i <= 50; ++i) {
    before += "A" + std::to_string(i) + "," + std::to_string(i) + "\n";
    after += "B" + std::to_string(51 - i) + "," + std::to_string(51 - i) + "\n";
  }
  const std::string whole = diff(before, after);
  CHECK(whole.ends_with("0 0 50 0"));
  CHECK(diff(before, after, 1) == whole);
  CHECK(diff(before, after, 500) == whole);
}

TEST_CASE("the first record of a repeated key counts") {
  CHECK(diff("A,1\nB,1\n", "A,1\n") == "old: D3042 error record=2 offset=30 bytes=3-3 item=serial_no other=1\n0 0 0 1");
  CHECK(diff("A,1\n", "A,1\nB,1\n") == "new: D3042 error record=2 offset=30 bytes=3-3 item=serial_no other=1\n0 0 0 1");
  CHECK(diff("", "A,1\nB,1\n") ==
        "+00001(0,1)\nnew: D3042 error record=2 offset=30 bytes=3-3 item=serial_no other=1\n1 0 0 0");
}

TEST_CASE("records without a key are left out and reported") {
  CHECK(diff("A,\n", "B,\n") ==
        "old: D1101 error record=1 offset=26 item=serial_no\nnew: D1101 error record=1 offset=26 item=serial_no\n0 0 0 "
        "0");
}

TEST_CASE("whoever cannot be read in one of the files is told so, never as removed or added") {
  const auto told = [](std::string_view before, std::string_view after) {
    std::string text;
    std::istringstream lines(diff(before, after));
    for (std::string line; std::getline(lines, line);) {
      if (line.find("error") == std::string::npos) text += line + "|";
    }
    return text;
  };
  // 「あ」 is no value of an X item: the record is bad, its key is not.
  CHECK(told("A,1\nB,2\n", "あ,1\nB,2\n") == "!00001(1,1)|0 0 0 1|");
  CHECK(told("あ,1\nB,2\n", "A,1\nB,2\n") == "!00001(1,1)|0 0 0 1|");
  CHECK(told("あ,1\n", "あ,1\n") == "!00001(1,1)|0 0 0 0|");
  // A row of too many columns has no key, and a key that nobody else has may be a wrong one.
  CHECK(told("A,1\nB,2\n", "A,1,\nB,2\n") == "?00001(1,0)|0 0 0 1|");
  CHECK(told("A,1,\nB,2\n", "A,1\nB,2\n") == "?00001(0,1)|0 0 0 1|");
  CHECK(told("A,1\nB,2\n", "あ,7\nB,2\n") == "?00001(1,0)|0 0 0 1|");
  CHECK(told("あ,7\nB,2\n", "A,1\nB,2\nC,7\n") == "!00007(1,3)|+00001(0,1)|1 0 0 1|");
  CHECK(told("あ,7\nB,2\n", "A,1\nB,2\n") == "?00001(0,1)|0 0 0 1|");
}
