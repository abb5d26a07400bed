#include "formats/fixed_parser.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "formats/catalog.hpp"
#include "formats/fixed_file.hpp"
#include "tests/support/codec_runs.hpp"

using namespace daicho;

namespace {

const std::string kThreeRecords =
    "132101JUM 20260401083000000USER00000100001\r\n"
    "132101JUM 2026040108300000AUSER00000200002\r\n"
    "132101JUM 20260401083000000USER000003\r\n";

/// A frame of which nothing changes with the next one.
struct KeptFrame {
  std::string whole;
  RecordFrame frame;
};

std::vector<KeptFrame> frames_of(const Layout& layout, const FormatSpec& format, std::string_view bytes) {
  FindingList findings;
  auto source = memory_source(bytes, "in.dat");
  FixedFile file(layout, format, *source, findings);
  std::vector<KeptFrame> kept;
  for (RecordFrame frame; file.next(frame);) kept.push_back({std::string(frame.whole), frame});
  for (KeptFrame& one : kept) {
    one.frame.bytes = std::string_view(one.whole).substr(0, one.frame.bytes.size());
    one.frame.whole = one.whole;
  }
  CHECK(findings.findings.empty());
  return kept;
}

}  // namespace

TEST_CASE("frames are parsed in any order, and say the same") {
  static const Catalog schemas;
  const auto layout = schemas.layout("kengen");
  const FormatSpec format = *parse_format_spec("fixed:cp932");
  const auto frames = frames_of(*layout, format, kThreeRecords);
  REQUIRE(frames.size() == 3);
  FixedRecordParser parser(*layout, format, "in.dat");
  RecordBlock block(layout->items.size());
  FindingList findings;
  std::vector<bool> bad;
  for (const std::size_t at : {2U, 0U, 1U, 0U}) {
    const auto result = parser.parse(frames[at].frame, at + 1, block, findings);
    bad.push_back(result.bad);
    CHECK(result.duplicates == 0);
  }
  CHECK(bad == std::vector<bool>{true, false, true, false});
  CHECK(test::shown(findings.findings) ==
        "D0201 error record=3 offset=88 bytes=1-39 expected=42 found=37\n"
        "D1003 error record=2 offset=44 bytes=11-27 item=updated_at\n");
  CHECK(block[0].bad());
  CHECK(block[1][3] == "00001");
  CHECK(block[2].position().offset == 44);
  CHECK(block[3].raw() == std::string_view(kThreeRecords).substr(0, 42));
}

TEST_CASE("behind a record class the fields stand one position later") {
  static const Catalog schemas;
  const auto layout = schemas.layout("kengen");
  const FormatSpec format = *parse_format_spec("fixed:utf-16be,eol=none,envelope=control");
  FixedRecordParser parser(*layout, format, "in.dat");
  CHECK(parser.class_bytes() == 2);
  CHECK(parser.frame_bytes() == 86);
}
