#include "formats/fixed_file.hpp"

#include <doctest/doctest.h>

#include "formats/catalog.hpp"
#include "tests/support/codec_runs.hpp"

using namespace daicho;

namespace {

const std::string kRecord = "132101JUM 20260401083000000USER00000100001";

/// The offsets of the frames, `c` behind those of control records, then the findings.
std::string read_file(const char* spec, std::string_view bytes) {
  static const Catalog schemas;
  const auto layout = schemas.layout("kengen");
  FindingList findings;
  auto source = memory_source(bytes, "in.dat");
  FixedFile file(*layout, *parse_format_spec(spec), *source, findings);
  std::string text;
  for (RecordFrame frame; file.next(frame);) {
    text += std::to_string(frame.offset) + (frame.control ? "c " : " ");
  }
  CHECK(file.offset() <= bytes.size());
  RecordFrame frame;
  CHECK_FALSE(file.next(frame));  // the end stays the end, and is told once
  return text + "\n" + test::shown(findings.findings);
}

}  // namespace

TEST_CASE("data frames come behind the byte order mark, and findings about the file from both of its ends") {
  CHECK(read_file("fixed:utf-8", kRecord + "\r\n" + kRecord + "\r\n") == "0 44 \n");
  CHECK(read_file("fixed:utf-8", "\xEF\xBB\xBF" + kRecord + "\r\n\x1A") ==
        "3 \nD0101 error record=0 offset=0 expected=no found=yes\nD0102 warning record=0 offset=47\n");
  CHECK(read_file("fixed:utf-8", "") == "\nD0105 warning record=0 offset=0\n");
}

TEST_CASE("control records have a length of their own") {
  const std::string data = "2" + kRecord + "\r\n";
  const std::string end = "9000000003" + std::string(150, ' ') + "\r\n";
  CHECK(read_file("fixed:cp932,envelope=control", data + data + end) == "0 45 90c \n");
  CHECK(read_file("fixed:cp932,envelope=control", "") == "\nD0103 error record=0 offset=0\n");
}
