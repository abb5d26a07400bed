// The slow and obvious judgement of one fixed-width record, to hold the fast one against.
#pragma once

#include <string>
#include <string_view>

#include "formats/fixed_parser.hpp"
#include "formats/record_check.hpp"
#include "tests/support/codec_runs.hpp"

namespace daicho::test {

class SlowRecord {
 public:
  SlowRecord(const Layout& layout, Charset charset, const TextOptions& text = {})
      : checker_(layout), parser_(layout, format(charset), "in.dat", text), block_(layout.items.size()) {}

  /// What parser and checks say of a record's bytes, a line each; empty: nothing.
  std::string findings(std::string_view bytes) {
    RecordFrame frame;
    frame.bytes = frame.whole = bytes;
    frame.length = frame.expected = bytes.size();
    FindingList found;
    block_.clear();
    parser_.parse(frame, 1, block_, found);
    if (!block_[0].bad()) checker_.check(block_[0], "in.dat", found);
    return shown(found.findings);
  }

 private:
  static FormatSpec format(Charset charset) {
    FormatSpec spec;
    spec.kind = FileKind::fixed;
    spec.charset = charset;
    spec.eol = LineEnd::none;
    return spec;
  }

  RecordChecker checker_;
  FixedRecordParser parser_;
  RecordBlock block_;
};

}  // namespace daicho::test
