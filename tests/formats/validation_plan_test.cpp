// What one faulty item of a record hides: itself, and what reads it.
#include "formats/validation_plan.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "formats/catalog.hpp"
#include "tests/support/codec_runs.hpp"

using namespace daicho;

namespace {

const Catalog& catalog() {
  static const Catalog schemas;
  return schemas;
}

struct Validated : ValidationSink {
  void add(const Finding& finding, std::string_view) override { findings.push_back(finding); }
  std::vector<Finding> findings;
  ValidationSummary summary;

  /// `D1003:1:serial_no`: code, record and item.
  std::string shown() const {
    std::string text;
    for (const Finding& finding : findings) {
      text += (text.empty() ? "" : " ") + std::string(finding.code.code) + ":" + std::to_string(finding.record);
      if (finding.item != kNoItem) text += ":" + finding.layout->items[finding.item].id;
    }
    return text;
  }
};

Validated validated(const std::string& layout, std::string_view format, std::string_view bytes) {
  Validated result;
  const Profile profile;
  const auto source = memory_source(bytes, "in");
  const ValidationInput input{*catalog().layout(layout), *parse_format_spec(format), *source, {}, profile};
  result.summary = validate(input, {}, result);
  return result;
}

constexpr std::string_view kBadMoment = "20261345000001500";

}  // namespace

TEST_CASE("a letter among digits hides no fault of another item, in any kind of file") {
  const std::string moment(kBadMoment);
  const std::string right = "20261120000001500";
  const auto fixed = validated("kengen", "fixed:cp932", "1234567890" + moment + "1234567890x2345\r\n");
  CHECK(fixed.shown() == "D1204:1:updated_at D1003:1:serial_no");
  CHECK(fixed.summary.unread_records == 0);
  CHECK(fixed.summary.faulty_records == 1);
  const auto csv = validated("kengen", "csv:utf-8,header=none,eol=lf", "1234," + moment + ",A,x\n");
  CHECK(csv.shown().find("D1204:1:updated_at") != std::string::npos);
  CHECK(csv.shown().find("D1003:1:serial_no") != std::string::npos);
  const auto json = validated("kengen", "jsonl:utf-8", "{\"serial_no\":\"x\",\"updated_at\":\"" + moment + "\"}\n");
  CHECK(json.shown().find("D1204:1:updated_at") != std::string::npos);
  const auto number = validated("kengen", "jsonl:utf-8", "{\"serial_no\":1,\"updated_at\":\"" + moment + "\"}\n");
  CHECK(number.shown().find("D1204:1:updated_at") != std::string::npos);
  CHECK(number.shown().find("D1101:1:serial_no") == std::string::npos);
  const auto fine = validated("kengen", "jsonl:utf-8", "{\"serial\":\"1\",\"updated_at\":\"" + right + "\"}\n");
  CHECK(fine.shown() == "D0312:1");  // the key may be meant for any of the items that the line lacks
}

TEST_CASE("a record that cannot be taken apart is told as that alone, and counted") {
  const auto file = validated("kengen", "csv:utf-8,header=none,eol=lf", "1234,5\n\"\n");
  CHECK(file.shown() == "D0303:1 D0301:2");
  CHECK(file.summary.unread_records == 2);
  CHECK(file.summary.checks.empty());
}

TEST_CASE("records told between others hold their place though an item of them is at fault") {
  const std::string header = "updated_by,updated_at,department_code,serial_no\n";
  const auto file =
      validated("kengen", "csv:utf-8,header=id,eol=lf", header + "A1,x,B1,00001\nA1,20261120000001500,B1,00001\n");
  CHECK(file.shown().find("D1003:1:updated_at") != std::string::npos);
  CHECK(file.shown().find("D3042:2:serial_no") != std::string::npos);
}

TEST_CASE("findings between records come in the file's order, at the item's bytes or else the record's") {
  std::string fixed;
  for (const char* number : {"00009", "00004", "00002", "00002", "00004", "00009", "00002"}) {
    fixed += "1234567890202611200000015001234567890" + std::string(number) + "\r\n";
  }
  const auto told = validated("kengen", "fixed:cp932", fixed);
  CHECK(test::shown(told.findings) ==
        "D3042 error record=4 offset=132 bytes=38-42 item=serial_no other=3\n"
        "D3042 error record=5 offset=176 bytes=38-42 item=serial_no other=2\n"
        "D3042 error record=6 offset=220 bytes=38-42 item=serial_no other=1\n"
        "D3042 error record=7 offset=264 bytes=38-42 item=serial_no other=3\n");
  const auto csv = validated("kengen", "csv:utf-8,header=none,eol=lf",
                             "A,20261120000001500,B,1\nA,20261120000001500,B,00001\n");
  CHECK(test::shown(csv.findings) == "D3042 error record=2 offset=24 bytes=1-27 item=serial_no other=1\n");
}
