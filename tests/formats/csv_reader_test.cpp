#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "formats/catalog.hpp"
#include "formats/csv.hpp"
#include "formats/error.hpp"
#include "formats/finding_codes.hpp"
#include "formats/frame_parser.hpp"
#include "tests/support/codec_runs.hpp"
#include "tests/support/random_records.hpp"

using namespace daicho;

namespace {

const Layout& kengen() {
  static const Catalog schemas;
  static const auto layout = schemas.layout("kengen");
  return *layout;
}

const Layout& access_log() {
  static const Catalog schemas;
  static const auto layout = schemas.layout("access-log");
  return *layout;
}

FormatSpec spec(const std::string& text) { return *parse_format_spec(text); }

const FormatSpec kPlain = spec("csv:utf-8,eol=lf,header=id");
constexpr std::string_view kHeader = "department_code,updated_at,updated_by,serial_no\n";
constexpr std::string_view kGood1 = "D100,20261120000000000,USER1,00001\n";
constexpr std::string_view kGood2 = "D200,20261120000000000,USER2,00002\n";

std::string file_of(std::initializer_list<std::string_view> parts) {
  std::string text(kHeader);
  for (const std::string_view part : parts) text += part;
  return text;
}

/// A file as `|`-separated values, one record a line, `bad` behind bad ones; then the findings with line and column.
std::string read(std::string_view bytes, const FormatSpec& format = kPlain, const Layout& layout = kengen()) {
  const test::ReadFile file = test::read_all(layout, format, bytes);
  std::string text;
  for (std::size_t i = 0; i < file.records.size(); ++i) {
    text += std::to_string(file.positions[i].number) + "@" + std::to_string(file.positions[i].line) + ":";
    if (file.bad[i]) {
      text += " bad\n";
      continue;
    }
    for (const std::string& value : file.records[i]) text += " " + (value.empty() ? "-" : value);
    text += "\n";
  }
  for (const Finding& finding : file.findings) {
    std::string line = test::shown({finding});
    line.pop_back();
    text += line + " at " + std::to_string(finding.line) + ":" + std::to_string(finding.column) + "\n";
  }
  CHECK(file.summary.bytes == bytes.size());
  return text;
}

const std::string kRecord1 = "1@2: D100 20261120000000000 USER1 00001\n";

}  // namespace

TEST_CASE("a CSV file without faults") {
  CHECK(read(file_of({kGood1, kGood2})) == kRecord1 + "2@3: D200 20261120000000000 USER2 00002\n");
}

TEST_CASE("columns stand in any order and are named by id, name or alias") {
  CHECK(read("連番,所属コード,updated_by,更新日時\n00001,D100,USER1,20261120000000000\n") == kRecord1);
}

TEST_CASE("without a header columns stand in the layout's order") {
  CHECK(read(kGood1, spec("csv:utf-8,eol=lf,header=none")) == "1@1: D100 20261120000000000 USER1 00001\n");
}

TEST_CASE("unknown, repeated and missing columns are each reported once") {
  CHECK(read("department_code,colour,updated_at,department_code\nD100,red,20261120000000000,X\n"
             "D200,blue,20261120000000000,Y\n") ==
        "1@2: D100 20261120000000000 - -\n"
        "2@3: D200 20261120000000000 - -\n"
        "D0304 error record=0 offset=0 bytes=17-23 column=2 name=colour at 1:17\n"
        "D0306 error record=0 offset=0 bytes=35-50 item=department_code column=4 name=department_code at 1:35\n"
        "D0305 error record=0 offset=0 item=updated_by at 1:0\n"
        "D0305 error record=0 offset=0 item=serial_no at 1:0\n");
}

TEST_CASE("a comma at the end of the header makes a column without a name, which is said by its number") {
  CHECK(read("department_code,updated_at,updated_by,serial_no,\nD100,20261120000000000,USER1,00001,\n") ==
        "1@2: D100 20261120000000000 USER1 00001\n"
        "D0304 error record=0 offset=0 bytes=49-49 unnamed=5 at 1:49\n");
}

TEST_CASE("a header that names no item at all ends the reading") {
  const test::ReadFile file = test::read_all(kengen(), kPlain, kGood1);
  CHECK(file.records.empty());
  CHECK(test::shown(file.findings) == "D0304 error record=0 offset=0 bytes=1-35 columns=4\n");
}

TEST_CASE("values are checked, each fault with line, column and bytes") {
  CHECK(read(file_of({kGood1, "D200,2026112000000000,所属,0000x\n"})) ==
        kRecord1 +
            "2@3: bad\n"
            "D1007 error record=2 offset=83 bytes=6-21 item=updated_at expected=17 found=16 at 3:6\n"
            "D1004 error record=2 offset=83 bytes=23-28 item=updated_by at 3:23\n"
            "D1003 error record=2 offset=83 bytes=30-34 item=serial_no at 3:30\n");
}

TEST_CASE("a row with too few or too many columns") {
  CHECK(read(file_of({"D1,20261120000000000,U1\n", kGood2, "D3,20261120000000000,U3,00003,x\n"})) ==
        "1@2: bad\n"
        "2@3: D200 20261120000000000 USER2 00002\n"
        "3@4: bad\n"
        "D0303 error record=1 offset=48 bytes=1-24 expected=4 found=3 at 2:1\n"
        "D0303 error record=3 offset=107 bytes=1-32 expected=4 found=5 at 4:1\n");
}

TEST_CASE("blank lines are rows without columns and counted") {
  CHECK(read(file_of({kGood1, "\n", kGood2})) ==
        kRecord1 +
            "2@3: bad\n"
            "3@4: D200 20261120000000000 USER2 00002\n"
            "D0303 error record=2 offset=83 bytes=1-1 expected=4 found=0 at 3:1\n");
}

TEST_CASE("an unclosed quote costs one record") {
  SUBCASE("when no quote follows") {
    CHECK(read(file_of({"D1,\"20261120000000000,U1,00001\n", kGood2})) ==
          "1@2: bad\n2@3: D200 20261120000000000 USER2 00002\n"
          "D0301 error record=1 offset=48 bytes=4-31 at=4 at 2:4\n");
  }
  SUBCASE("when a quote of the next row seems to close it") {
    CHECK(read(file_of({"D1,\"20261120000000000,U1,00001\n", "\"D200\",20261120000000000,USER2,00002\n"})) ==
          "1@2: bad\n2@3: D200 20261120000000000 USER2 00002\n"
          "D0301 error record=1 offset=48 bytes=4-31 at=4 at 2:4\n");
  }
  SUBCASE("when the quote that seems to close it stands before a comma") {
    CHECK(read(file_of({"D1,\"20261120000000000,U1,00001\n", "D200\",20261120000000000,USER2,00002\n", kGood2})) ==
          "1@2: bad\n2@3: bad\n3@4: D200 20261120000000000 USER2 00002\n"
          "D0301 error record=1 offset=48 bytes=4-31 at=4 at 2:4\n"
          "D0302 error record=2 offset=79 bytes=1-5 at=5 at 3:5\n");
  }
}

TEST_CASE("a line break inside quotes is part of the value, which may not have one") {
  CHECK(read(file_of({"D1,20261120000000000,\"U\n1\",00001\n", kGood2})) ==
        "1@2: bad\n2@4: D200 20261120000000000 USER2 00002\n"
        "D1004 error record=1 offset=48 bytes=22-26 item=updated_by at 2:22\n");
}

TEST_CASE("misplaced quotes") {
  CHECK(read(file_of({"D1\"x,20261120000000000,U1,00001\n", "\"D2\"x,20261120000000000,U1,00001\n", kGood2})) ==
        "1@2: bad\n2@3: bad\n3@4: D200 20261120000000000 USER2 00002\n"
        "D0302 error record=1 offset=48 bytes=1-3 at=3 at 2:3\n"
        "D0302 error record=2 offset=80 bytes=1-5 at=5 at 3:5\n");
}

TEST_CASE("line ends: another one, one missing at the end, a CR alone") {
  CHECK(read(file_of({"D100,20261120000000000,USER1,00001\r\n", "D2\r,20261120000000000,U2,00002\n",
                      "D200,20261120000000000,USER2,00002"})) ==
        "1@2: D100 20261120000000000 USER1 00001\n2@3: bad\n3@4: D200 20261120000000000 USER2 00002\n"
        "D0203 error record=1 offset=48 bytes=35-36 expected=LF found=CRLF at 2:35\n"
        "D0203 error record=2 offset=84 bytes=3-4 expected=LF found=CR at 3:3\n"
        "D0308 warning record=3 offset=115 bytes=34-34 at 4:34\n");
}

TEST_CASE("NUL bytes are reported in their item") {
  const std::string nul = file_of({std::string_view("D1,20261120000000000,U\0,00001\n", 30), kGood2});
  CHECK(read(nul) ==
        "1@2: bad\n2@3: D200 20261120000000000 USER2 00002\n"
        "D1004 error record=1 offset=48 bytes=22-23 item=updated_by at 2:22\n");
}

TEST_CASE("bytes that are no character of the charset") {
  CHECK(read(file_of({"D1,20261120000000000,\xFF\xFE,00001\n", kGood2})) ==
        "1@2: bad\n2@3: D200 20261120000000000 USER2 00002\n"
        "D1001 error record=1 offset=48 bytes=22-23 item=updated_by charset=utf-8 bytes=FF at=22 at 2:22\n");
}

TEST_CASE("a broken double byte before a comma does not take the comma with it") {
  const FormatSpec format = spec("csv:cp932,eol=lf,header=none");
  CHECK(read("D1,20261120000000000,U\x81,00001\n", format) ==
        "1@1: bad\nD1001 error record=1 offset=0 bytes=22-23 item=updated_by charset=cp932 bytes=81 at=23 at 1:22\n");
}

TEST_CASE("accepted with a warning: full-width digits, half-width spaces behind full-width text, a final 0x1A") {
  CHECK(read(file_of({"D100,20261120000000000,USER1,００００1\n\x1A"})) ==
        kRecord1 +
            "D1011 warning record=1 offset=48 bytes=30-42 item=serial_no at 2:30\n"
            "D0102 warning record=0 offset=91 at 3:0\n");
  const FormatSpec format = spec("csv:utf-8,eol=lf,header=none");
  const std::string row =
      "000000000001,000000000000001,000000000000001,20261120000000000,06,S001,,T1,H1,O1,総務部  ,　山,   \n";
  CHECK(read(row, format, access_log()).find(" 総務部 　山 -\n") != std::string::npos);
  CHECK(read(row, format, access_log()).find("D1012 warning record=1 offset=0 bytes=82-92 item=operator_department") !=
        std::string::npos);
}

TEST_CASE("byte order marks are those of the spec") {
  const std::string marked = "\xEF\xBB\xBF" + file_of({kGood1});
  CHECK(read(marked, spec("csv:utf-8,eol=lf,header=id,bom=yes")) == kRecord1);
  CHECK(read(marked) == kRecord1 + "D0101 error record=0 offset=0 expected=no found=yes at 1:0\n");
  CHECK(read(file_of({kGood1}), spec("csv:utf-8,eol=lf,header=id,bom=yes")) ==
        kRecord1 + "D0101 error record=0 offset=0 expected=yes found=no at 1:0\n");
}

TEST_CASE("an empty file lacks its header") {
  CHECK(read("") == "D0103 error record=0 offset=0 at 1:0\n");
  CHECK(read("", spec("csv:utf-8,header=none")) == "D0105 warning record=0 offset=0 at 1:0\n");
  CHECK(read("\n").starts_with("D0304 error record=0 offset=0 bytes=1-1 columns=1"));
}

TEST_CASE("UTF-16 is decoded before framing, and positions are those of its bytes") {
  const FormatSpec format = spec("csv:utf-16le,eol=lf,header=none");
  std::string bytes;
  REQUIRE(encode(Charset::utf16le, "D100,20261120000000000,USER1,00001\nD2,2026112000000000,U,00002\n", bytes).error ==
          TextError::none);
  CHECK(read(bytes, format) ==
        "1@1: D100 20261120000000000 USER1 00001\n2@2: bad\n"
        "D1007 error record=2 offset=70 bytes=7-38 item=updated_at expected=17 found=16 at 2:7\n");
  SUBCASE("a lone surrogate and an odd last byte are broken characters") {
    std::string broken = bytes.substr(0, 70);
    broken.replace(0, 2, std::string("\x00\xD8", 2));
    broken += 'x';
    CHECK(read(broken, format) ==
          "1@1: bad\n2@2: bad\n"
          "D1001 error record=1 offset=0 bytes=1-8 item=department_code charset=utf-16le bytes=00 D8 at=1 at 1:1\n"
          "D0308 warning record=2 offset=70 bytes=1-1 at 2:1\n"
          "D0303 error record=2 offset=70 bytes=1-1 expected=4 found=1 at 2:1\n");
  }
}

TEST_CASE("a row beyond the limit is skipped to its line end") {
  const std::string bytes = file_of({kGood1, std::string(3 * kCsvRowLimit, 'x'), "\n", kGood2});
  const test::ReadFile file = test::read_all(kengen(), kPlain, bytes);
  REQUIRE(file.records.size() == 3);
  CHECK(file.bad == std::vector<bool>{false, true, false});
  CHECK(test::shown(file.findings) == "D0307 error record=2 offset=83 bytes=1-1048576 limit=1048576\n");
}

TEST_CASE("records come out alike however small the pieces are in which the source gives its bytes") {
  class Drip : public ByteSource {
   public:
    explicit Drip(std::string bytes) : bytes_(std::move(bytes)) {}
    std::size_t read(char* buffer, std::size_t size) override {
      const std::size_t count = std::min<std::size_t>({size, 3, bytes_.size() - at_});
      std::copy_n(bytes_.data() + at_, count, buffer);
      at_ += count;
      return count;
    }
    std::string_view peek(std::size_t) override { return std::string_view(bytes_).substr(at_); }
    const std::string& name() const override { return name_; }

   private:
    std::string bytes_;
    std::size_t at_ = 0;
    std::string name_ = "in.dat";
  };
  const std::string text = file_of({kGood1, "D1,\"2026\n", "\"D,\"\"2\",20261120000000000,U2,00002\n", kGood2});
  for (const Charset charset : all_charsets()) {
    CAPTURE(charset_name(charset));
    FormatSpec format = kPlain;
    format.charset = charset;
    std::string bytes;
    REQUIRE(encode(charset, text, bytes).error == TextError::none);
    Drip drip(bytes);
    const test::ReadFile whole = test::read_all(kengen(), format, bytes);
    const test::ReadFile dripped = test::read_all(kengen(), format, drip);
    CHECK(whole.records.size() == 4);
    CHECK(whole.records == dripped.records);
    CHECK(test::shown(whole.findings) == test::shown(dripped.findings));
  }
}

TEST_CASE("line ends are needed") { CHECK_THROWS_AS(read("", spec("csv:utf-8,eol=none")), UsageError); }

TEST_CASE("no bytes crash the reader, and what it finds lies inside the file") {
  const std::string seed = file_of({kGood1, "\"D,\"\"2\",20261120000000000,\"U\n2\",00002\r\n", kGood2});
  std::uint32_t state = 12345;
  const auto random = [&](std::size_t below) {
    state = state * 1664525 + 1013904223;
    return static_cast<std::size_t>(state >> 8) % below;
  };
  constexpr std::string_view bytes = ",\"\r\n\0\x1A\x81\xE3\xFF\x80x0 ";
  for (int round = 0; round < 4000; ++round) {
    std::string text = seed;
    for (std::size_t changes = 1 + random(4); changes > 0; --changes) {
      const std::size_t at = random(text.size());
      if (random(3) == 0) {
        text.erase(at, 1 + random(5));
      } else {
        text.insert(at, 1, bytes[random(bytes.size())]);
      }
    }
    FormatSpec format = kPlain;
    format.charset = all_charsets()[random(all_charsets().size())];
    format.quote = random(4) == 0 ? Quote::none : Quote::minimal;
    format.envelope = random(4) == 0 ? Envelope::control : Envelope::none;
    const test::ReadFile file = test::read_all(kengen(), format, text);
    for (const Finding& finding : file.findings) {
      CAPTURE(finding.code.code);
      REQUIRE(finding.offset <= text.size());
      REQUIRE(finding.byte_last >= finding.byte_first);
    }
    for (std::size_t i = 0; i < file.records.size(); ++i) {
      REQUIRE(text.substr(file.positions[i].offset, file.raw[i].size()) == file.raw[i]);
    }
  }
}

TEST_CASE("a name that 別添1 prints twice is its second item the second time") {
  static const Catalog schemas;
  const Layout& juki = *schemas.layout("juki");
  std::vector<std::string> names;
  std::string header;
  std::string row;
  for (const Item& item : juki.items) {
    header +=
        (header.empty() ? "" : ",") + (item.id == "foreign_settled_notified_reason" ? "外国人住定異動事由" : item.name);
    if (&item != &juki.items.front()) row += ",";
    if (item.id == "foreign_settled_reason") row += "11";
    if (item.id == "foreign_settled_notified_reason") row += "02";
  }
  const test::ReadFile file = test::read_all(juki, spec("csv:utf-8,eol=lf"), header + "\n" + row + "\n");
  CHECK(test::shown(file.findings) == "");
  REQUIRE(file.records.size() == 1);
  CHECK(file.records[0][juki.index("foreign_settled_reason")] == "11");
  CHECK(file.records[0][juki.index("foreign_settled_notified_reason")] == "02");
}

namespace {

/// All of a record: its values, where they stood, its bytes and place.
std::string told(const RecordView& record) {
  std::string text = std::to_string(record.position().number) + " " + std::to_string(record.position().offset) + " " +
                     std::to_string(record.position().line) + (record.bad() ? " bad " : " ") +
                     std::string(record.raw());
  for (std::size_t item = 0; item < record.size(); ++item) {
    text += "|" + std::string(record[item]) + " " + std::to_string(record.field(item).raw_begin) + " " +
            std::to_string(record.field(item).raw_length);
  }
  return text;
}

}  // namespace

TEST_CASE("rows that are read by their bytes, behind the first mebibyte, are those that decoding gives") {
  std::mt19937_64 engine(43);
  for (const char* text : {"csv:utf-8", "csv:utf-8,quote=all,eol=lf", "csv:utf-8,header=none,quote=none"}) {
    INFO(text);
    const FormatSpec format = spec(text);
    test::RandomRecords random(access_log(), Charset::cp932, 47);
    FindingList findings;
    const std::string piece = test::write_all(access_log(), format, random.block(300), findings);
    std::string bytes;
    while (bytes.size() < (std::size_t{3} << 20)) bytes += piece;  // a header among the rows is a faulty row
    for (int damage = 0; damage < 300; ++damage)
      bytes[bytes.size() - 1 - engine() % (bytes.size() / 2)] = static_cast<char>(engine());

    std::vector<std::string> fast;
    FindingList found_fast;
    RecordBlock block(access_log().items.size());
    const auto source = memory_source(bytes, "in.dat");
    const auto reader = make_reader(access_log(), format, *source, found_fast);
    while (reader->read(block)) {
      for (std::size_t i = 0; i < block.size(); ++i) fast.push_back(told(block[i]));
    }

    std::vector<std::string> slow;
    FindingList found_slow;
    const auto again = memory_source(bytes, "in.dat");
    const FrameFile file{access_log(), format, *again, {}};
    const auto frames = open_frames(file, found_slow);
    RecordFrame frame;
    std::unique_ptr<FrameParser> parser;
    std::size_t bad = 0;
    while (frames->next(frame)) {
      if (!parser) parser = make_frame_parser(file, frames->columns());
      block.clear();
      if (parser->parse(frame, slow.size() + 1, block, found_slow).bad) ++bad;
      slow.push_back(told(block[0]));
    }
    CHECK(bad > 50);
    CHECK(bad < slow.size() / 2);
    CHECK(fast == slow);
    CHECK(test::shown(found_fast.findings) == test::shown(found_slow.findings));
  }
}

TEST_CASE("the header once more among the records is one finding, and no record") {
  const Layout* const layout = &kengen();
  const std::string header = "department_code,updated_at,updated_by,serial_no\n";
  const std::string row = "A,20261120000001500,B,1\n";
  const test::ReadFile file =
      test::read_all(*layout, *parse_format_spec("csv:utf-8,header=id,eol=lf"), header + row + header + row);
  CHECK(test::shown(file.findings) == "D0309 error record=2 offset=72 bytes=1-48\n");
  CHECK(file.bad == std::vector<bool>{false, true, false});
}

TEST_CASE("a header in another charset is one finding that names the charset") {
  const Layout* const layout = &kengen();
  const auto seen = [&](const char* written, const char* read) {
    RecordBlock records(4);
    records.append({"A", "20261120000001500", "B", "1"});
    FindingList faults;
    const std::string bytes = test::write_all(*layout, *parse_format_spec(written), records, faults);
    std::string text;
    for (const Finding& finding : test::read_all(*layout, *parse_format_spec(read), bytes).findings) {
      text += finding.code.code;
      for (const auto& [name, value] : finding.args) text += " " + name + "=" + value;
      text += "\n";
    }
    return text;
  };
  CHECK(seen("csv:cp932", "csv:utf-8") == "D0304 columns=4 looks_like=cp932 named=4\n");
  CHECK(seen("csv:utf-8", "csv:cp932") == "D0304 columns=4 looks_like=utf-8 named=4\n");
  CHECK(seen("csv:utf-16le", "csv:utf-8") == "D0304 columns=4 looks_like=utf-16le named=4\n");
  CHECK(seen("csv:utf-8", "csv:utf-16be") == "D0304 columns=1 looks_like=utf-8 named=4\n");
  CHECK(seen("csv:ibm-930", "csv:utf-8").ends_with("looks_like=ibm-930 named=4\n"));
}
