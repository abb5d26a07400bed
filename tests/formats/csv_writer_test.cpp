#include <doctest/doctest.h>

#include <string>

#include "formats/catalog.hpp"
#include "formats/csv.hpp"
#include "formats/error.hpp"
#include "tests/support/codec_runs.hpp"

using namespace daicho;

namespace {

const Layout& layout_named(const char* id) {
  static const Catalog schemas;
  return *schemas.layout(id);
}

const Layout& kengen() { return layout_named("kengen"); }

struct Written {
  std::string bytes;
  std::string findings;
};

Written write(const std::vector<std::vector<std::string>>& records, const std::string& format,
              const Layout& layout = kengen(), WriterOptions options = {}) {
  RecordBlock block(layout.items.size());
  std::uint64_t number = 0;
  for (const auto& record : records) block.append(record, {++number, 0, 0});
  FindingList findings;
  Written written;
  written.bytes = test::write_all(layout, *parse_format_spec(format), block, findings, std::move(options));
  written.findings = test::shown(findings.findings);
  return written;
}

const std::vector<std::string> kGood = {"D,100", "20261120000000000", "U \"1\"", "00001"};
const std::vector<std::string> kPlain = {"D100", "20261120000000000", "", "00002"};

}  // namespace

TEST_CASE("the first row names the columns by id or by name, or stands away") {
  CHECK(write({}, "csv:utf-8").bytes == "所属コード,更新日時,更新ユーザID,連番\r\n");
  CHECK(write({}, "csv:utf-8,header=id,eol=lf").bytes == "department_code,updated_at,updated_by,serial_no\n");
  CHECK(write({}, "csv:utf-8,header=none").bytes == "");
  CHECK(write({}, "csv:utf-8,header=id,bom=yes").bytes ==
        "\xEF\xBB\xBF"
        "department_code,updated_at,updated_by,serial_no\r\n");
}

TEST_CASE("quoting: where it is needed, everywhere, nowhere") {
  CHECK(write({kGood, kPlain}, "csv:utf-8,header=none").bytes ==
        "\"D,100\",20261120000000000,\"U \"\"1\"\"\",00001\r\nD100,20261120000000000,,00002\r\n");
  CHECK(
      write({kGood, kPlain}, "csv:utf-8,header=none,quote=all").bytes ==
      "\"D,100\",\"20261120000000000\",\"U \"\"1\"\"\",\"00001\"\r\n\"D100\",\"20261120000000000\",\"\",\"00002\"\r\n");
  const Written none = write({kGood, kPlain}, "csv:utf-8,header=none,quote=none");
  CHECK(none.bytes == "D100,20261120000000000,,00002\r\n");
  CHECK(none.findings ==
        "D1013 error record=1 offset=0 item=department_code\nD1013 error record=1 offset=0 item=updated_by\n");
}

TEST_CASE("absent values at the beginning keep their column") {
  CHECK(write({{"", "20261120000000000", "", "00002"}}, "csv:utf-8,header=none").bytes ==
        ",20261120000000000,,00002\r\n");
}

TEST_CASE("a record with a value that does not fit is not written, and each fault is told") {
  const Written written = write({{"D1234567890", "2026", "U ", "12345"}, kPlain}, "csv:utf-8,header=none");
  CHECK(written.bytes == "D100,20261120000000000,,00002\r\n");
  CHECK(written.findings ==
        "D1006 error record=1 offset=0 item=department_code expected=10 found=11\n"
        "D1007 error record=1 offset=0 item=updated_at expected=17 found=4\n"
        "D1008 error record=1 offset=0 item=updated_by\n");
}

TEST_CASE("a value is quoted for a comma, a quote or a line break wherever it stands, and for nothing like them") {
  Layout layout;
  layout.id = "one";
  Item item;
  item.id = "text";
  item.picture = {PictureClass::text, 40};
  item.kind = Kind::text;
  layout.items.push_back(item);
  const FormatSpec format = *parse_format_spec("csv:utf-8,header=none,eol=lf");
  for (char c = 0x20; c < 0x7F; ++c) {
    for (std::size_t at = 0; at < 20; ++at) {
      CAPTURE(c);
      CAPTURE(at);
      std::string value(20, '-');
      value[at] = c;
      if (value.back() == ' ') continue;
      RecordBlock records(1);
      records.append({value}, {1, 0, 0});
      FindingList faults;
      const std::string row = test::write_all(layout, format, records, faults);
      CHECK((row.front() == '"') == (c == ',' || c == '"'));
    }
  }
}

TEST_CASE("a character that the charset lacks refuses its record alone") {
  std::vector<std::string> record(13);
  record[10] = "𠮷野";
  record[12] = "備考";
  std::vector<std::string> good = record;
  good[10] = "吉野";
  const Written written = write({record, good}, "csv:cp932,header=none", layout_named("access-log"));
  CHECK(written.bytes == ",,,,,,,,,,\x8B\x67\x96\xEC,,\x94\xF5\x8D\x6C\r\n");
  CHECK(written.findings == "D1002 error record=1 offset=0 item=operator_department charset=cp932 character=U+20BB7\n");
}

TEST_CASE("control records are rows, and data rows begin with 2") {
  WriterOptions options;
  options.envelope.from = "132101";
  options.envelope.to = "X";
  options.envelope.extent = "1";
  const Written written = write({kPlain}, "csv:utf-8,eol=lf,header=id,envelope=control", kengen(), options);
  CHECK(written.bytes ==
        "record_class,department_code,updated_at,updated_by,serial_no\n"
        "1,kengen,0100,132101,X,,1,,,utf-8\n"
        "2,D100,20261120000000000,,00002\n"
        "8,000000001,000000000000002,"
        "bc48e4c5895b3e48cb2864ecb30110e53ce820a78d204cc7638ffcc5d2451a34\n"
        "9,000000004\n");
}

TEST_CASE("CSV needs line ends") { CHECK_THROWS_AS(write({}, "csv:utf-8,eol=none"), UsageError); }
