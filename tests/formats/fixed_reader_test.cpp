// What the fixed-width reader says of damaged files, and that it finds its way back.
#include <doctest/doctest.h>

#include <algorithm>

#include "formats/catalog.hpp"
#include "tests/support/codec_runs.hpp"
#include "tests/support/random_records.hpp"
#include "tests/support/text_tables.hpp"

using namespace daicho;

namespace {

std::shared_ptr<const Layout> layout_named(const char* id) {
  static const Catalog schemas;
  return schemas.layout(id);
}

/// Five records of kengen, 42 bytes and CRLF each: 44 bytes a line.
std::string kengen_lines(std::string_view line_end = "\r\n") {
  std::string bytes;
  for (int i = 1; i <= 5; ++i) {
    bytes += "132101JUM 20260401083000000USER00000" + std::to_string(i) + "0000" + std::to_string(i);
    bytes += line_end;
  }
  return bytes;
}

test::ReadFile read_kengen(std::string_view bytes, const char* spec = "fixed:cp932") {
  return test::read_all(*layout_named("kengen"), *parse_format_spec(spec), bytes);
}

/// ASCII in another charset.
std::string in_charset(Charset charset, std::string_view ascii) {
  std::string bytes;
  REQUIRE(encode(charset, ascii, bytes).error == TextError::none);
  return bytes;
}

std::string utf16(std::string_view ascii, bool big) {
  std::string bytes;
  for (const char c : ascii) {
    if (big) bytes += '\0';
    bytes += c;
    if (!big) bytes += '\0';
  }
  return bytes;
}

std::size_t good_records(const test::ReadFile& file) {
  return static_cast<std::size_t>(std::count(file.bad.begin(), file.bad.end(), false));
}

}  // namespace

TEST_CASE("a sound file is read without a finding") {
  const test::ReadFile file = read_kengen(kengen_lines());
  CHECK(test::shown(file.findings) == "");
  REQUIRE(file.records.size() == 5);
  CHECK(file.records[2] == std::vector<std::string>{"132101JUM", "20260401083000000", "USER000003", "00003"});
  CHECK(file.positions[2].number == 3);
  CHECK(file.positions[2].offset == 88);
  CHECK(file.positions[2].line == 3);
  CHECK(file.raw[2] == "132101JUM 20260401083000000USER00000300003");
}

TEST_CASE("one byte lost inside a record costs that record only") {
  std::string bytes = kengen_lines();
  bytes.erase(100, 1);
  const test::ReadFile file = read_kengen(bytes);
  CHECK(test::shown(file.findings) == "D0201 error record=3 offset=88 bytes=1-43 expected=42 found=41\n");
  REQUIRE(file.records.size() == 5);
  CHECK(file.bad == std::vector<bool>{false, false, true, false, false});
  CHECK(file.raw[2].size() == 41);
  CHECK(file.records[3][3] == "00004");
  CHECK(file.positions[3].offset == 131);
  CHECK(file.positions[3].line == 4);
  CHECK(file.summary.bad_records == 1);
}

TEST_CASE("one byte too many costs that record only") {
  std::string bytes = kengen_lines();
  bytes.insert(100, "9");
  const test::ReadFile file = read_kengen(bytes);
  CHECK(test::shown(file.findings) == "D0201 error record=3 offset=88 bytes=1-45 expected=42 found=43\n");
  CHECK(good_records(file) == 4);
}

TEST_CASE("a lost line end joins two records, which are one wrong one") {
  std::string bytes = kengen_lines();
  bytes.erase(86, 2);
  const test::ReadFile file = read_kengen(bytes);
  CHECK(test::shown(file.findings) == "D0201 error record=2 offset=44 bytes=1-86 expected=42 found=84\n");
  CHECK(file.records.size() == 4);
}

TEST_CASE("a blank line is a record of length 0") {
  std::string bytes = kengen_lines();
  bytes.insert(88, "\r\n");
  const test::ReadFile file = read_kengen(bytes);
  CHECK(test::shown(file.findings) == "D0201 error record=3 offset=88 bytes=1-2 expected=42 found=0\n");
  CHECK(file.positions[3].line == 4);
}

TEST_CASE("mixed line ends are reported and the records stay good") {
  std::string bytes = kengen_lines();
  bytes.erase(86, 1);  // record 2: LF
  const test::ReadFile lf = read_kengen(bytes);
  CHECK(test::shown(lf.findings) == "D0203 error record=2 offset=44 bytes=43-43 expected=CRLF found=LF\n");
  CHECK(good_records(lf) == 5);

  bytes = kengen_lines();
  bytes.erase(87, 1);  // record 2: CR
  const test::ReadFile cr = read_kengen(bytes);
  CHECK(test::shown(cr.findings) == "D0203 error record=2 offset=44 bytes=43-43 expected=CRLF found=CR\n");
  CHECK(good_records(cr) == 5);

  const test::ReadFile crlf = read_kengen(kengen_lines(), "fixed:cp932,eol=lf");
  CHECK(crlf.findings.size() == 5);
  CHECK(test::shown({crlf.findings[0]}) == "D0203 error record=1 offset=0 bytes=43-44 expected=LF found=CRLF\n");
  CHECK(good_records(crlf) == 5);
}

TEST_CASE("CR CR LF is one line end, told as it stands, and no empty record") {
  for (const char* spec : {"fixed:cp932", "fixed:cp932,eol=lf"}) {
    std::string bytes = kengen_lines();
    for (std::size_t record = 5; record-- > 0;) bytes.insert(44 * record + 42, 1, '\r');
    const test::ReadFile file = read_kengen(bytes, spec);
    CHECK(file.findings.size() == 5);
    CHECK(test::shown({file.findings[1]}) == "D0203 error record=2 offset=45 bytes=43-45 expected=" +
                                                 std::string(spec == std::string_view("fixed:cp932") ? "CRLF" : "LF") +
                                                 " found=0D 0D 0A\n");
    CHECK(good_records(file) == 5);
  }
}

TEST_CASE("a damaged line end costs no record where the next one stands behind it") {
  std::string bytes = kengen_lines();
  bytes[87] = 'x';
  const test::ReadFile file = read_kengen(bytes);
  CHECK(test::shown(file.findings) == "D0203 error record=2 offset=44 bytes=43-44 expected=CRLF found=0D 78\n");
  CHECK(good_records(file) == 5);
  bytes[86] = 'x';
  CHECK(test::shown(read_kengen(bytes).findings) ==
        "D0203 error record=2 offset=44 bytes=43-44 expected=CRLF found=78 78\n");

  bytes = kengen_lines();
  bytes[219] = 'x';
  CHECK(test::shown(read_kengen(bytes).findings) ==
        "D0203 error record=5 offset=176 bytes=43-44 expected=CRLF found=0D 78\n");
  bytes[218] = 'x';
  CHECK(test::shown(read_kengen(bytes).findings) ==
        "D0201 error record=5 offset=176 bytes=1-44 expected=42 found=44\n");
}

TEST_CASE("a last record without its line end is good, and reported") {
  std::string bytes = kengen_lines();
  bytes.resize(bytes.size() - 2);
  const test::ReadFile file = read_kengen(bytes);
  CHECK(test::shown(file.findings) == "D0203 error record=5 offset=176 bytes=42-42 missing=CRLF\n");
  CHECK(good_records(file) == 5);
}

TEST_CASE("a last record cut in half is a record, and bad") {
  std::string bytes = kengen_lines();
  bytes.resize(bytes.size() - 20);
  const test::ReadFile file = read_kengen(bytes);
  CHECK(test::shown(file.findings) == "D0202 error record=5 offset=176 bytes=1-24 expected=42 found=24\n");
  CHECK(file.summary.records == 5);
  CHECK(good_records(file) == 4);
  CHECK(file.raw[4].size() == 24);
  CHECK(file.records[4] == std::vector<std::string>{"", "", "", ""});  // nothing of the record before it
}

TEST_CASE("with eol=none a trailing partial record is an error") {
  std::string bytes = kengen_lines("");
  bytes.resize(bytes.size() - 1);
  const test::ReadFile file = read_kengen(bytes, "fixed:cp932,eol=none");
  CHECK(test::shown(file.findings) == "D0202 error record=5 offset=168 bytes=1-41 expected=42 found=41\n");
  CHECK(file.positions[1].line == 0);
}

TEST_CASE("a final 0x1A is accepted with a warning, elsewhere it is a fault of its field") {
  const test::ReadFile last = read_kengen(kengen_lines() + "\x1A");
  CHECK(test::shown(last.findings) == "D0102 warning record=0 offset=220\n");
  CHECK(last.summary.bytes == 221);
  CHECK(good_records(last) == 5);

  std::string unended = kengen_lines();
  unended.resize(unended.size() - 2);
  CHECK(test::shown(read_kengen(unended + "\x1A").findings) ==
        "D0203 error record=5 offset=176 bytes=42-42 missing=CRLF\nD0102 warning record=0 offset=218\n");

  unended.resize(unended.size() - 2);
  CHECK(test::shown(read_kengen(unended + "\x1A").findings) ==
        "D0202 error record=5 offset=176 bytes=1-40 expected=42 found=40\nD0102 warning record=0 offset=216\n");

  std::string inside = kengen_lines();
  inside[88] = '\x1A';
  CHECK(test::shown(read_kengen(inside).findings) ==
        "D1004 error record=3 offset=88 bytes=1-10 item=department_code\n");

  const std::string wide = utf16(kengen_lines(), false);
  CHECK(test::shown(read_kengen(wide + std::string("\x1A\0", 2), "fixed:utf-16le").findings) ==
        "D0102 warning record=0 offset=440\n");
  CHECK(test::shown(read_kengen(wide + "\x1A", "fixed:utf-16le").findings) == "D0102 warning record=0 offset=440\n");
}

TEST_CASE("all faults of a record are reported, not only the first") {
  std::string bytes = kengen_lines();
  bytes[88] = '\0';
  bytes[88 + 12] = 'x';
  bytes[88 + 37] = ' ';
  CHECK(test::shown(read_kengen(bytes).findings) ==
        "D1004 error record=3 offset=88 bytes=1-10 item=department_code\n"
        "D1003 error record=3 offset=88 bytes=11-27 item=updated_at\n"
        "D1003 error record=3 offset=88 bytes=38-42 item=serial_no\n");
}

TEST_CASE("a byte order mark must stand where the spec says, and only there") {
  const std::string mark = "\xEF\xBB\xBF";
  CHECK(test::shown(read_kengen(mark + kengen_lines(), "fixed:utf-8,bom=yes").findings) == "");
  const test::ReadFile unexpected = read_kengen(mark + kengen_lines(), "fixed:utf-8");
  CHECK(test::shown(unexpected.findings) == "D0101 error record=0 offset=0 expected=no found=yes\n");
  CHECK(good_records(unexpected) == 5);
  CHECK(unexpected.positions[0].offset == 3);
  CHECK(unexpected.summary.bytes == 223);
  CHECK(test::shown(read_kengen(kengen_lines(), "fixed:utf-8,bom=yes").findings) ==
        "D0101 error record=0 offset=0 expected=yes found=no\n");
}

TEST_CASE("a file of no bytes has no record, and is told as one") {
  const test::ReadFile file = read_kengen("");
  CHECK(file.records.empty());
  CHECK(test::shown(file.findings) == "D0105 warning record=0 offset=0\n");
}

TEST_CASE("in UTF-16 a lost byte costs one record, though every later code unit has moved") {
  for (const bool big : {false, true}) {
    for (const std::size_t lost : {1, 3}) {
      CAPTURE(big);
      CAPTURE(lost);
      std::string bytes = utf16(kengen_lines(), big);
      bytes.erase(200, lost);
      const test::ReadFile file = read_kengen(bytes, big ? "fixed:utf-16be" : "fixed:utf-16le");
      CHECK(test::shown(file.findings) == "D0201 error record=3 offset=176 bytes=1-" + std::to_string(88 - lost) +
                                              " expected=84 found=" + std::to_string(84 - lost) + "\n");
      REQUIRE(file.records.size() == 5);
      CHECK(file.records[4][3] == "00005");
    }
  }
}

TEST_CASE("in UTF-16 a line feed inside two characters is no line end") {
  // U+0A0D and U+000A's neighbours must not be taken for one: 《 is U+300A, U+0A00 does not exist in names.
  const auto layout = layout_named("access-log");
  for (const char* spec : {"fixed:utf-16le", "fixed:utf-16be"}) {
    const FormatSpec format = *parse_format_spec(spec);
    test::RandomRecords random(*layout, format.charset, 3);
    RecordBlock records(layout->items.size());
    for (std::size_t i = 0; i < 3; ++i) {
      std::vector<std::string> values = random.next();
      values[10] = "《《《上》上";
      records.append(values);
    }
    FindingList faults;
    std::string bytes = test::write_all(*layout, format, records, faults);
    bytes.erase(900, 1);
    const test::ReadFile file = test::read_all(*layout, format, bytes);
    CHECK(test::shown(file.findings) == "D0201 error record=2 offset=848 bytes=1-847 expected=844 found=843\n");
  }
}

TEST_CASE("a line without end is reported once, in constant memory") {
  const std::string endless(3'000'000, '1');
  const test::ReadFile file = read_kengen(kengen_lines() + endless + "\r\n" + kengen_lines());
  CHECK(test::shown(file.findings) == "D0201 error record=6 offset=220 bytes=1-3000000 expected=42 found=3000000\n");
  REQUIRE(file.records.size() == 11);
  CHECK(file.raw[5].size() < 2'100'000);
  CHECK(file.positions[6].offset == 3'000'222);
  const test::ReadFile last = read_kengen(kengen_lines() + endless);
  CHECK(test::shown(last.findings) == "D0201 error record=6 offset=220 bytes=1-3000000 expected=42 found=3000000\n");
}

TEST_CASE("a file cut at any byte gives its whole records and at most one bad one") {
  for (const char* spec : {"fixed:cp932", "fixed:cp932,eol=none", "fixed:utf-16le", "fixed:utf-16be,eol=lf",
                           "fixed:ibm-930", "fixed:ibm-939,eol=lf", "fixed:juki"}) {
    const FormatSpec format = *parse_format_spec(spec);
    std::string bytes = kengen_lines(format.eol == LineEnd::none ? "" : format.eol == LineEnd::lf ? "\n" : "\r\n");
    bytes = in_charset(format.charset, bytes);
    const std::size_t line = bytes.size() / 5;
    const std::size_t end = line_end_bytes(format).size();
    for (std::size_t size = 1; size <= bytes.size(); ++size) {
      CAPTURE(spec);
      CAPTURE(size);
      const test::ReadFile file = read_kengen(std::string_view(bytes).substr(0, size), spec);
      const std::size_t rest = size % line;
      CHECK(file.records.size() == size / line + (rest == 0 ? 0 : 1));
      CHECK(good_records(file) >= size / line);
      CHECK(file.findings.size() == (rest == 0 ? 0 : 1));
      if (rest != 0 && rest < line - end) CHECK(std::string_view(file.findings[0].code.code) == "D0202");
      CHECK(file.summary.bytes == size);
    }
  }
}

TEST_CASE("a damaged byte is reported where it is, or changes one value to another valid one") {
  for (const char* spec : {"fixed:cp932", "fixed:utf-8", "fixed:utf-16le", "fixed:utf-16be", "fixed:shift_jis-2004",
                           "fixed:ibm-930", "fixed:ibm-939", "fixed:juki"}) {
    const auto layout = layout_named("access-log");
    const FormatSpec format = *parse_format_spec(spec);
    const TextOptions text = test::text_options(format.charset);
    WriterOptions options;
    options.text = text;
    test::RandomRecords random(*layout, format.charset, 11);
    FindingList faults;
    const std::string sound = test::write_all(*layout, format, random.block(3), faults, options);
    const std::size_t line = sound.size() / 3;
    const std::size_t record_bytes = layout->record_bytes(format.charset);
    const test::ReadFile before = test::read_all(*layout, format, sound, text);
    for (int i = 0; i < 1500; ++i) {
      const std::size_t at = line + random.below(line);
      std::string bytes = sound;
      bytes[at] = static_cast<char>(random.below(256));
      if (bytes[at] == sound[at]) continue;
      CAPTURE(spec);
      CAPTURE(at);
      CAPTURE(static_cast<int>(static_cast<unsigned char>(bytes[at])));
      const test::ReadFile file = test::read_all(*layout, format, bytes, text);
      CAPTURE(test::shown(file.findings));
      REQUIRE(file.records.front() == before.records.front());
      REQUIRE(file.records.back() == before.records.back());
      if (file.findings.empty()) {
        REQUIRE(file.records.size() == 3);
        REQUIRE(file.records[1] != before.records[1]);  // another value, and it comes back as the damaged bytes
        RecordBlock again(layout->items.size());
        for (const auto& values : file.records) again.append(values);
        REQUIRE((test::write_all(*layout, format, again, faults, options) == bytes));
        continue;
      }
      const std::size_t in_record = at - line + 1;
      REQUIRE(std::any_of(file.findings.begin(), file.findings.end(), [&](const Finding& finding) {
        const bool line_end = in_record > record_bytes;
        return finding.record == 2 && (line_end || (finding.byte_first <= in_record && in_record <= finding.byte_last));
      }));
    }
  }
}

TEST_CASE("any bytes are read to the end without a crash, and every finding has a place") {
  std::mt19937_64 engine(5);
  const auto layout = layout_named("access-log");
  for (const char* spec : {"fixed:cp932", "fixed:utf-8,eol=none", "fixed:utf-16le", "fixed:utf-16be,envelope=control",
                           "fixed:shift_jis-2004", "fixed:ibm-930", "fixed:ibm-939,envelope=control", "fixed:juki"}) {
    for (int i = 0; i < 60; ++i) {
      std::string bytes(engine() % 4000, '\0');
      for (char& c : bytes) c = static_cast<char>(engine() % 4 == 0 ? "\r\n\x1A\0 129"[engine() % 8] : engine() % 256);
      const test::ReadFile file = test::read_all(*layout, *parse_format_spec(spec), bytes);
      CHECK(file.summary.bytes == bytes.size());
      for (const Finding& finding : file.findings) {
        CHECK(finding.offset <= bytes.size());
        CHECK(finding.byte_first <= finding.byte_last);
      }
    }
  }
}
