#include "formats/fixed_envelope.hpp"

#include <doctest/doctest.h>

#include "formats/catalog.hpp"
#include "formats/fixed_file.hpp"
#include "tests/support/codec_runs.hpp"

using namespace daicho;

namespace {

const std::string kRecord = "132101JUM 20260401083000000USER00000100001";

std::string findings_of(const char* spec, std::string_view bytes) {
  static const Catalog schemas;
  const auto layout = schemas.layout("kengen");
  const FormatSpec format = *parse_format_spec(spec);
  FindingList findings;
  auto source = memory_source(bytes, "in.dat");
  FixedFile file(*layout, format, *source, findings);
  FixedEnvelope envelope(*layout, format, source->name(), findings);
  for (RecordFrame frame; file.next(frame);) {
    frame.control ? envelope.control(frame) : envelope.data(frame, {}, true);
  }
  envelope.finish(file.offset());
  CHECK_FALSE(envelope.header());
  return test::shown(findings.findings);
}

}  // namespace

TEST_CASE("control records that are missing are told, and those that are there are checked") {
  const std::string data = "2" + kRecord + "\r\n";
  const std::string end = "9000000003" + std::string(149, ' ') + "x\r\n";
  CHECK(findings_of("fixed:cp932,envelope=control", data + data + end) ==
        "D0111 error record=0 offset=0 record_class=1 problem=missing\n"
        "D0115 error record=0 offset=90 bytes=1-162 field=filler expected=spaces\n"
        "D0111 error record=0 offset=90 bytes=1-162 record_class=8 problem=missing\n");
}

TEST_CASE("without an envelope there is nothing to say") { CHECK(findings_of("fixed:cp932", kRecord + "\r\n") == ""); }
