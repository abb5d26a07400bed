#include "formats/read_ahead.hpp"

#include <doctest/doctest.h>

#include <string>

#include "formats/error.hpp"
#include "formats/finding_codes.hpp"

using namespace daicho;

namespace {

/// Brings so many blocks of one record, a finding with each, then ends or fails.
class CountingReader : public RecordReader {
 public:
  CountingReader(FindingSink& findings, std::uint64_t blocks, bool fails)
      : findings_(findings), blocks_(blocks), fails_(fails) {}

  bool read(RecordBlock& block) override {
    block.clear();
    if (summary_.records == blocks_) {
      if (fails_) throw WorldError("cannot read on");
      return false;
    }
    Finding finding;
    finding.code = code::kNotADate;
    finding.record = ++summary_.records;
    findings_.add(finding);
    block.append({std::to_string(summary_.records)}, {summary_.records, 0, 0});
    return true;
  }

  const ReadSummary& summary() const override { return summary_; }

 private:
  FindingSink& findings_;
  std::uint64_t blocks_;
  bool fails_;
  ReadSummary summary_;
};

}  // namespace

TEST_CASE("blocks come in order, each with its findings, with one thread or two") {
  for (const unsigned threads : {1U, 0U, 2U}) {
    FindingList findings;
    CountingReader reader(findings, 200, false);
    ReadAhead ahead(reader, findings, 1, threads);
    for (std::uint64_t number = 1; number <= 200; ++number) {
      const ReadBatch& batch = ahead.next();
      REQUIRE(batch.block.size() == 1);
      REQUIRE(batch.block[0][0] == std::to_string(number));
      REQUIRE(batch.findings.size() == 1);
      REQUIRE(batch.findings[0].record == number);
      REQUIRE(batch.summary.records == number);
    }
    CHECK(ahead.next().block.empty());
    CHECK(ahead.next().block.empty());
  }
}

TEST_CASE("what the reader throws arrives after the blocks before it") {
  for (const unsigned threads : {1U, 2U}) {
    FindingList findings;
    CountingReader reader(findings, 3, true);
    ReadAhead ahead(reader, findings, 1, threads);
    for (int i = 0; i < 3; ++i) CHECK(ahead.next().block.size() == 1);
    CHECK_THROWS_WITH_AS(ahead.next(), "cannot read on", WorldError);
  }
}

TEST_CASE("reading ends where nobody wants more") {
  FindingList findings;
  CountingReader reader(findings, 1'000'000'000, false);
  ReadAhead ahead(reader, findings, 1, 2);
  CHECK(ahead.next().block.size() == 1);
}
