// JSON Lines: what is written is read again, and what is no object of strings is reported.
#include "formats/jsonl.hpp"

#include <doctest/doctest.h>

#include "formats/catalog.hpp"
#include "tests/support/codec_runs.hpp"
#include "tests/support/random_records.hpp"

using namespace daicho;

namespace {

std::shared_ptr<const Layout> layout_named(const char* id) {
  static const Catalog schemas;
  return schemas.layout(id);
}

test::ReadFile read(std::string_view bytes, const char* spec = "jsonl") {
  return test::read_all(*layout_named("kengen"), *parse_format_spec(spec), bytes);
}

}  // namespace

TEST_CASE("random records come back from JSON Lines") {
  for (const char* id : {"juki", "atena", "kengen", "access-log", "honnin", "soufusaki"}) {
    const auto layout = layout_named(id);
    test::RandomRecords random(*layout, Charset::utf8, 21);
    const RecordBlock records = random.block(30);
    FindingList faults;
    const FormatSpec format = default_format(FileKind::jsonl);
    const std::string bytes = test::write_all(*layout, format, records, faults);
    const test::ReadFile file = test::read_all(*layout, format, bytes);
    CHECK(test::shown(file.findings) == "");
    REQUIRE(file.records.size() == records.size());
    RecordBlock again(layout->items.size());
    for (const auto& values : file.records) again.append(values);
    CHECK((test::write_all(*layout, format, again, faults) == bytes));
    CHECK(test::shown(faults.findings) == "");
  }
}

TEST_CASE("keys are ids in the layout's order, absent items are left out, escapes are few") {
  const auto layout = layout_named("kengen");
  RecordBlock records(4);
  records.append({R"(a"b\c/)", "", "é", "1"});
  records.append({R"(a"b\c/)", "", "user", "1"});
  FindingList faults;
  const std::string bytes = test::write_all(*layout, default_format(FileKind::jsonl), records, faults);
  CHECK(bytes == "{\"department_code\":\"a\\\"b\\\\c/\",\"updated_by\":\"user\",\"serial_no\":\"1\"}\n");
  CHECK(faults.findings.size() == 1);  // é is no half-width text
}

TEST_CASE("keys may be ids or names, and escapes are read exactly") {
  const test::ReadFile file = read("{ \"連番\" : \"\\u0030000\\u0037\" ,\"department_code\":\"a\\/b\\\"\"}\n{}\n");
  CHECK(test::shown(file.findings) == "");
  REQUIRE(file.records.size() == 2);
  CHECK(file.records[0] == std::vector<std::string>{"a/b\"", "", "", "00007"});
  CHECK(file.records[1] == std::vector<std::string>{"", "", "", ""});
  CHECK(file.positions[1].line == 2);
}

TEST_CASE("unknown and repeated keys are reported") {
  CHECK(test::shown(read("{\"nobody\":\"1\",\"serial_no\":\"1\",\"連番\":\"2\"}\n").findings) ==
        "D0312 error record=1 offset=0 bytes=2-10 unknown=nobody\n"
        "D0312 error record=1 offset=0 bytes=31-39 twice=連番\n");
}

TEST_CASE("values that are no strings are reported, each") {
  CHECK(test::shown(
            read("{\"serial_no\":1,\"updated_by\":null,\"updated_at\":[\"x\"],\"department_code\":{}}\n").findings) ==
        "D0311 error record=1 offset=0 bytes=14-14 item=serial_no reason=a value must be a string, not number\n"
        "D0311 error record=1 offset=0 bytes=29-32 item=updated_by reason=a value must be a string, not null\n"
        "D0311 error record=1 offset=0 bytes=47-47 item=updated_at reason=a value must be a string, not array\n"
        "D0311 error record=1 offset=0 bytes=71-71 item=department_code reason=a value must be a string, not object\n");
}

TEST_CASE("a value that does not fit its item is reported with its bytes") {
  CHECK(test::shown(read("{\"serial_no\":\"123456\"}\n").findings) ==
        "D1006 error record=1 offset=0 bytes=14-21 item=serial_no expected=5 found=6\n");
}

TEST_CASE("a line that is no object costs that line only") {
  for (const char* broken :
       {"", "[]", "\"x\"", "{\"serial_no\":\"1\"", "{\"serial_no\":\"1\"} x", "{\"serial_no\" \"1\"}", "{serial_no:1}",
        "{\"serial_no\":\"\xFF\"}", "{\"serial_no\":\"\\uD800\"}", "nul", "{,}", "{\"serial_no\":\"1\",}",
        "{\"serial_no\":\"1\"}{}"}) {
    CAPTURE(broken);
    const test::ReadFile file = read(std::string("{\"serial_no\":\"1\"}\n") + broken + "\n{\"serial_no\":\"3\"}\n");
    REQUIRE(file.records.size() == 3);
    CHECK(file.bad == std::vector<bool>{false, true, false});
    REQUIRE(!file.findings.empty());
    CHECK(std::string_view(file.findings[0].code.code) == "D0311");
    CHECK(file.findings[0].line == 2);
    CHECK(file.raw[1] == broken);
    CHECK(file.records[2][3] == "3");
  }
}

TEST_CASE("line ends, a byte order mark and a final 0x1A are told as in other formats") {
  CHECK(test::shown(read("{}\r\n{}").findings) ==
        "D0203 error record=1 offset=0 bytes=3-3 expected=LF found=CRLF\n"
        "D0203 error record=2 offset=4 bytes=2-2 missing=LF\n");
  CHECK(test::shown(read("{}\n\x1A").findings) == "D0102 warning record=0 offset=3\n");
  CHECK(test::shown(read("\xEF\xBB\xBF{}\n").findings) == "D0101 error record=0 offset=0 expected=no found=yes\n");
  CHECK(test::shown(read("\xEF\xBB\xBF{}\n", "jsonl,bom=yes").findings) == "");
  CHECK(read("").records.empty());
  CHECK(test::shown(read("").findings) == "D0105 warning record=0 offset=0\n");
}

TEST_CASE("a line without end is cut, and the next one is read") {
  const std::string endless(2'500'000, ' ');
  const test::ReadFile file = read("{}\n{" + endless + "}\r\n{}\n");
  REQUIRE(file.records.size() == 3);
  CHECK(test::shown(file.findings) == "D0307 error record=2 offset=3 bytes=1-1048578 limit=1048576\n");
  CHECK(file.positions[2].offset == 3 + 2 + endless.size() + 2);
  CHECK(file.summary.bytes == 2'500'010);
}
