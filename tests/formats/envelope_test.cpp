// Control records: their bytes, and every way in which they can be wrong.
#include "formats/envelope.hpp"

#include <doctest/doctest.h>

#include "formats/catalog.hpp"
#include "formats/error.hpp"
#include "tests/support/codec_runs.hpp"

using namespace daicho;

namespace {

std::shared_ptr<const Layout> kengen() {
  static const Catalog schemas;
  return schemas.layout("kengen");
}

const FormatSpec& format() {
  static const FormatSpec spec = *parse_format_spec("fixed:cp932,envelope=control");
  return spec;
}

EnvelopeHeader header() {
  EnvelopeHeader header;
  header.from = "132101";
  header.to = "SOUMU";
  header.made = "20260401083000";
  header.extent = "1";
  header.base_date = "20260401";
  header.serial = "000007";
  return header;
}

/// Three records with serial numbers 00001, 00002 and 99999.
std::string file_bytes() {
  RecordBlock records(4);
  for (const char* serial : {"00001", "00002", "99999"}) {
    records.append({"132101JUM", "20260401083000000", "USER000001", serial});
  }
  FindingList faults;
  WriterOptions options;
  options.envelope = header();
  const std::string bytes = test::write_all(*kengen(), format(), records, faults, options);
  REQUIRE(faults.findings.empty());
  return bytes;
}

constexpr std::size_t kControlLine = 162;
constexpr std::size_t kDataLine = 45;
constexpr std::size_t kTrailer = kControlLine + 3 * kDataLine;
constexpr std::size_t kEnd = kTrailer + kControlLine;

std::string findings_of(std::string_view bytes) {
  return test::shown(test::read_all(*kengen(), format(), bytes).findings);
}

}  // namespace

TEST_CASE("the control records have the fields of the contract at their places") {
  const std::string bytes = file_bytes();
  REQUIRE(bytes.size() == 3 * kControlLine + 3 * kDataLine);
  std::string line =
      "1kengen                          0100132101SOUMU           202604010830001202604010000"
      "07cp932";
  line.resize(160, ' ');
  CHECK(bytes.substr(0, 160) == line);
  CHECK(bytes.substr(kControlLine, kDataLine) == "2132101JUM 20260401083000000USER00000100001\r\n");
  CHECK(bytes.substr(kTrailer, 25) == "8000000003000000000100002");  // 1 + 2 + 99999
  EnvelopeTotals totals;
  totals.add(std::string_view(bytes).substr(kControlLine, 3 * kDataLine), "");
  CHECK(bytes.substr(kTrailer + 25, 64) == totals.sha256());
  CHECK(bytes.substr(kEnd, 11) == "9000000006 ");
}

TEST_CASE("a sound envelope is read without a finding, and its header is told") {
  const test::ReadFile file = test::read_all(*kengen(), format(), file_bytes());
  CHECK(test::shown(file.findings) == "");
  REQUIRE(file.summary.envelope);
  CHECK(file.summary.envelope->to == "SOUMU");
  CHECK(file.summary.envelope->base_date == "20260401");
  CHECK(file.summary.envelope->layout == "kengen");
  CHECK(file.records.size() == 3);
  CHECK(file.positions[0].offset == kControlLine);
  CHECK(file.positions[0].line == 2);
  CHECK(file.raw[0].front() == '2');
}

TEST_CASE("days and check digits of the header are checked, each at its bytes") {
  std::string bytes = file_bytes();
  bytes.replace(37, 6, "132102").replace(59, 14, "20260431083000").replace(74, 8, "20260229");
  CHECK(findings_of(bytes) ==
        "D0115 error record=0 offset=0 bytes=38-43 field=from check_digit_of=132102\n"
        "D0115 error record=0 offset=0 bytes=60-73 field=made no_moment=20260431083000\n"
        "D0115 error record=0 offset=0 bytes=75-82 field=base_date no_day=20260229\n");
  bytes = file_bytes();
  bytes.replace(74, 8, "20260400");  // a day has all its parts
  CHECK(findings_of(bytes) == "D0115 error record=0 offset=0 bytes=75-82 field=base_date no_day=20260400\n");
  bytes = file_bytes();
  bytes.replace(37, 6, "      ").replace(59, 14, std::string(14, ' ')).replace(74, 8, "        ");
  CHECK(findings_of(bytes) == "");
}

TEST_CASE("a malformed field of the header takes no other field with it") {
  struct Fault {
    std::size_t at;
    const char* bytes;
    const char* found;
    std::string EnvelopeHeader::*field;
  };
  const Fault faults[] = {
      {73, "3", "D0115 error record=0 offset=0 bytes=74-74 field=extent expected=1, 2 found=3\n",
       &EnvelopeHeader::extent},
      {39, " ", "D0115 error record=0 offset=0 bytes=38-43 field=from expected=9(6) found=13 101\n",
       &EnvelopeHeader::from},
      {42, "2", "D0115 error record=0 offset=0 bytes=38-43 field=from check_digit_of=132102\n", &EnvelopeHeader::from},
      {74, "20261301", "D0115 error record=0 offset=0 bytes=75-82 field=base_date no_day=20261301\n",
       &EnvelopeHeader::base_date},
  };
  for (const Fault& fault : faults) {
    std::string bytes = file_bytes();
    bytes.replace(fault.at, std::string_view(fault.bytes).size(), fault.bytes);
    const test::ReadFile file = test::read_all(*kengen(), format(), bytes);
    CHECK(test::shown(file.findings) == fault.found);
    EnvelopeHeader expected = header();
    expected.*fault.field = "";
    REQUIRE(file.summary.envelope);
    const EnvelopeHeader& found = *file.summary.envelope;
    CHECK(found.from == expected.from);
    CHECK(found.to == expected.to);
    CHECK(found.made == expected.made);
    CHECK(found.extent == expected.extent);
    CHECK(found.base_date == expected.base_date);
    CHECK(found.serial == expected.serial);
  }
}

TEST_CASE("a malformed field of the trailer takes no other field with it") {
  std::string bytes = file_bytes();
  bytes[kTrailer + 1] = 'x';
  bytes[kTrailer + 30] = bytes[kTrailer + 30] == '0' ? '1' : '0';
  const std::string found = findings_of(bytes);
  CHECK(
      found.starts_with("D0115 error record=0 offset=297 bytes=2-10 field=data_records expected=9(9) "
                        "found=x00000003\nD0113 error record=0 offset=297 bytes=1-162 field=sha256 "));
}

TEST_CASE("fields of a CSV's control rows have their bytes, too") {
  FormatSpec csv = *parse_format_spec("csv:utf-16le,envelope=control,header=none,eol=lf");
  RecordBlock records(4);
  records.append({"132101JUM", "20260401083000000", "USER000001", "00001"});
  FindingList faults;
  WriterOptions options;
  options.envelope = header();
  std::string bytes = test::write_all(*kengen(), csv, records, faults, options);
  const std::string day(
      "2\0"
      "0\0"
      "2\0"
      "6\0"
      "0\0"
      "4\0"
      "0\0"
      "1\0"
      ",\0",
      18);
  const std::size_t at = bytes.find(day);
  REQUIRE(at != std::string::npos);
  bytes[at + 14] = '0';
  CHECK(test::shown(test::read_all(*kengen(), csv, bytes).findings) ==
        "D0115 error record=0 offset=0 bytes=" + std::to_string(at + 1) + "-" + std::to_string(at + 16) +
            " field=base_date no_day=20260400\n");
}

TEST_CASE("no header is written that reading would refuse") {
  const auto refusal = [](const EnvelopeHeader& wrong) {
    try {
      EnvelopeWriter(*kengen(), format(), wrong);
    } catch (const UsageError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EnvelopeHeader wrong = header();
  CHECK(refusal(wrong) == "");
  wrong.from = "132102";
  CHECK(refusal(wrong) == "the envelope's from '132102' has a wrong check digit");
  wrong = header();
  wrong.made = "20260401240000";
  CHECK(refusal(wrong) == "the envelope's made '20260401240000' is no moment YYYYMMDDhhmmss");
  wrong = header();
  wrong.base_date = "20261301";
  CHECK(refusal(wrong) == "the envelope's base_date '20261301' is no day YYYYMMDD");
}

TEST_CASE("a changed data byte shows in the SHA-256, a changed key in the hash total too") {
  std::string bytes = file_bytes();
  bytes[kControlLine + 1] = '9';
  const std::string found = findings_of(bytes);
  CHECK(found.starts_with("D0113 error record=0 offset=297 bytes=1-162 field=sha256 expected="));
  bytes = file_bytes();
  bytes[kControlLine + 42] = '9';
  CHECK(findings_of(bytes).starts_with(
      "D0113 error record=0 offset=297 bytes=1-162 field=hash_total expected=000000000100010 found=000000000100002\n"
      "D0113 error record=0 offset=297 bytes=1-162 field=sha256 "));
}

TEST_CASE("a lost record shows in the counts") {
  std::string bytes = file_bytes();
  bytes.erase(kControlLine, kDataLine);
  const std::string found = findings_of(bytes);
  CHECK(found.find(
            "D0112 error record=0 offset=252 bytes=1-162 field=data_records expected=000000002 found=000000003\n") !=
        std::string::npos);
  CHECK(found.find(
            "D0112 error record=0 offset=414 bytes=1-162 field=all_records expected=000000005 found=000000006\n") !=
        std::string::npos);
}

TEST_CASE("no hash total is compared where a record could not be read") {
  std::string bytes = file_bytes();
  bytes.erase(kControlLine + 42, 1);
  const std::string found = findings_of(bytes);
  CHECK(found.find("hash_total") == std::string::npos);
  CHECK(found.starts_with("D0201 error record=1 offset=162 bytes=1-44 expected=43 found=42\n"));
}

TEST_CASE("missing and misplaced control records are named") {
  const std::string bytes = file_bytes();
  CHECK(findings_of(bytes.substr(kControlLine))
            .starts_with("D0111 error record=0 offset=0 record_class=1 problem=missing\n"));
  CHECK(findings_of(bytes.substr(0, kEnd)) == "D0111 error record=0 offset=459 record_class=9 problem=missing\n");
  CHECK(findings_of(bytes.substr(0, kTrailer)) ==
        "D0111 error record=0 offset=297 record_class=8 problem=missing\n"
        "D0111 error record=0 offset=297 record_class=9 problem=missing\n");
  CHECK(findings_of(bytes + bytes.substr(kControlLine, kDataLine)) ==
        "D0111 error record=0 offset=621 record_class=2 problem=misplaced\n");
  CHECK(findings_of(bytes + bytes.substr(0, kControlLine)) ==
        "D0111 error record=0 offset=621 bytes=1-162 record_class=1 problem=misplaced\n");
  CHECK(findings_of("") == "D0103 error record=0 offset=0\n");
}

TEST_CASE("a header of another layout, version or charset is refused") {
  std::string bytes = file_bytes();
  bytes.replace(1, 6, "honnin");
  CHECK(findings_of(bytes) == "D0114 error record=0 offset=0 bytes=2-33 field=layout expected=kengen found=honnin\n");
  bytes = file_bytes();
  bytes[36] = '1';
  CHECK(findings_of(bytes) == "D0114 error record=0 offset=0 bytes=34-37 field=version expected=0100 found=0101\n");
}

TEST_CASE("malformed fields of control records are named") {
  std::string bytes = file_bytes();
  bytes[kTrailer + 1] = 'x';
  CHECK(findings_of(bytes) ==
        "D0115 error record=0 offset=297 bytes=2-10 field=data_records expected=9(9) found=x00000003\n");
  bytes = file_bytes();
  bytes[73] = '0';
  const test::ReadFile extent = test::read_all(*kengen(), format(), bytes);
  CHECK(test::shown(extent.findings) ==
        "D0115 error record=0 offset=0 bytes=74-74 field=extent expected=1, 2 found=0\n");
  REQUIRE(extent.summary.envelope);
  CHECK(extent.summary.envelope->extent.empty());
  bytes = file_bytes();
  bytes[159] = 'x';
  CHECK(findings_of(bytes) == "D0115 error record=0 offset=0 bytes=1-162 field=filler expected=spaces\n");
  bytes = file_bytes();
  bytes[kControlLine] = '3';
  CHECK(findings_of(bytes).starts_with(
      "D0115 error record=1 offset=162 bytes=1-1 field=record_class expected=2 found=33\n"));
}

TEST_CASE("a data record whose class was damaged is no control record") {
  std::string bytes = file_bytes();
  bytes[kControlLine] = '9';
  const test::ReadFile file = test::read_all(*kengen(), format(), bytes);
  CHECK(file.records.size() == 3);
  CHECK(file.bad == std::vector<bool>{true, false, false});
}

TEST_CASE("an empty difference has control records alone") {
  FindingList faults;
  WriterOptions options;
  options.envelope = header();
  const std::string bytes = test::write_all(*kengen(), format(), RecordBlock(4), faults, options);
  CHECK(bytes.size() == 3 * kControlLine);
  CHECK(bytes.substr(kControlLine, 25) == "8000000000000000000000000");
  CHECK(findings_of(bytes) == "");
}

TEST_CASE("a header field that does not fit is refused before a byte is written") {
  EnvelopeHeader wrong = header();
  wrong.from = "13210";
  CHECK_THROWS_WITH_AS(EnvelopeWriter(*kengen(), format(), wrong), "the envelope's from '13210' does not fit 9(6)",
                       UsageError);
  wrong = header();
  wrong.extent = "3";
  CHECK_THROWS_WITH_AS(EnvelopeWriter(*kengen(), format(), wrong), "the envelope's extent '3' is neither 1 nor 2",
                       UsageError);
}

TEST_CASE("a layout's version becomes two digits each of major and minor") {
  CHECK(envelope_version("1.0") == "0100");
  CHECK(envelope_version("12.3.4") == "1203");
  CHECK(envelope_version("2026") == "");
  CHECK(envelope_version("1.x") == "");
  CHECK(envelope_version("123.0") == "");
}
