#include <doctest/doctest.h>

#include <array>

#include "formats/catalog.hpp"
#include "tests/support/codec_runs.hpp"
#include "tests/support/random_records.hpp"
#include "tests/support/text_tables.hpp"

using namespace daicho;

namespace {

const Catalog& catalog() {
  static const Catalog schemas;
  return schemas;
}

std::string bytes_of(const Layout& layout, const FormatSpec& format, std::size_t count, std::uint64_t seed = 7) {
  test::RandomRecords random(layout, format.charset, seed);
  FindingList faults;
  WriterOptions options;
  options.text = test::text_options(format.charset);
  const std::string bytes = test::write_all(layout, format, random.block(count), faults, options);
  REQUIRE(test::shown(faults.findings) == "");
  return bytes;
}

constexpr std::array kUnicodeAndCp932 = {Charset::cp932, Charset::utf8, Charset::utf16le, Charset::utf16be};

std::string detected(const Layout& layout, std::string_view bytes) {
  const auto source = memory_source(bytes);
  const Detection detection = detect_format(layout, *source);
  CHECK(source->peek(1).substr(0, 1) == bytes.substr(0, 1));  // nothing was taken
  return detection.format ? to_string(*detection.format) : "refused: " + detection.reason;
}

}  // namespace

TEST_CASE("every fixed format is found from its own bytes") {
  for (const char* id : {"juki", "atena", "access-log", "honnin", "soufusaki", "kengen"}) {
    const auto layout = catalog().layout(id);
    for (const Charset charset : kUnicodeAndCp932) {
      for (const LineEnd eol : {LineEnd::crlf, LineEnd::lf, LineEnd::none}) {
        for (const Envelope envelope : {Envelope::none, Envelope::control}) {
          FormatSpec format;
          format.charset = charset;
          format.eol = eol;
          format.envelope = envelope;
          CAPTURE(id);
          CAPTURE(to_string(format));
          FormatSpec expected = format;
          // Without N items UTF-8 and CP932 are the same bytes.
          if (std::string_view(id) == "kengen" && charset == Charset::utf8) expected.charset = Charset::cp932;
          CHECK(detected(*layout, bytes_of(*layout, format, 5)) == to_string(expected));
        }
      }
    }
  }
}

TEST_CASE("every CSV format with a header is found from its own bytes") {
  const auto layout = catalog().layout("honnin");
  for (const Charset charset : kUnicodeAndCp932) {
    for (const Header header : {Header::id, Header::name, Header::none}) {
      for (const LineEnd eol : {LineEnd::crlf, LineEnd::lf}) {
        for (const Quote quote : {Quote::minimal, Quote::all}) {
          FormatSpec format = default_format(FileKind::csv);
          format.charset = charset;
          format.header = header;
          format.eol = eol;
          format.quote = quote;
          CAPTURE(to_string(format));
          CHECK(detected(*layout, bytes_of(*layout, format, 20)) == to_string(format));
        }
      }
    }
  }
}

TEST_CASE("a byte order mark settles the charset") {
  const auto layout = catalog().layout("honnin");
  for (const FileKind kind : {FileKind::fixed, FileKind::csv, FileKind::jsonl}) {
    FormatSpec format = default_format(kind);
    format.charset = Charset::utf8;
    format.bom = true;
    CHECK(detected(*layout, bytes_of(*layout, format, 3)) == to_string(format));
  }
}

TEST_CASE("an envelope in CSV is found by its class column") {
  const auto layout = catalog().layout("kengen");
  FormatSpec format = default_format(FileKind::csv);
  format.envelope = Envelope::control;
  CHECK(detected(*layout, bytes_of(*layout, format, 3)) == "csv:utf-8,eol=crlf,envelope=control");
}

TEST_CASE("JSON Lines are known by their brace") {
  const auto layout = catalog().layout("kengen");
  CHECK(detected(*layout, "{\"serial_no\":\"00001\"}\n") == "jsonl:utf-8,eol=lf");
  CHECK(detected(*layout, "{}\r\n") == "jsonl:utf-8,eol=crlf");
}

TEST_CASE("a damaged record does not hide the format") {
  const auto layout = catalog().layout("access-log");
  std::string bytes = bytes_of(*layout, FormatSpec{}, 5);
  bytes.erase(1000, 1);
  CHECK(detected(*layout, bytes) == "fixed:cp932,eol=crlf");
  bytes.resize(bytes.size() - 300);
  CHECK(detected(*layout, bytes) == "fixed:cp932,eol=crlf");
}

TEST_CASE("what fits nothing is refused with the reason") {
  const auto layout = catalog().layout("kengen");
  CHECK(detected(*layout, "") ==
        "refused: the file is empty (0 bytes), which fits every format: fetch it again, unless no records are due");
  CHECK(
      detected(*layout, "hello\nworld\n") ==
      "refused: no format fits layout kengen: the first line has 5 bytes; a record has 42 bytes in cp932, 42 in utf-8 "
      "and 84 in utf-16, without its line end; and the first line names no items of the layout as CSV; "
      "shift_jis-2004, euc-jis-2004 and juki are never guessed");
}

TEST_CASE("an EBCDIC file is found where its half-width text leaves one of the two charsets, else the user is asked") {
  const auto layout = catalog().layout("kengen");
  const auto record = [&](std::string_view user, Charset charset, LineEnd eol) {
    RecordBlock records(layout->items.size());
    records.append({"132101JUM", "20260401083000000", std::string(user), "00001"});
    FindingList faults;
    FormatSpec format;
    format.charset = charset;
    format.eol = eol;
    return test::write_all(*layout, format, records, faults);
  };
  for (const LineEnd eol : {LineEnd::crlf, LineEnd::lf, LineEnd::none}) {
    const std::string end = eol == LineEnd::crlf ? "crlf" : eol == LineEnd::lf ? "lf" : "none";
    CHECK(detected(*layout, record("user000001", Charset::ibm930, eol)) == "fixed:ibm-930,eol=" + end);
    CHECK(detected(*layout, record("user000001", Charset::ibm939, eol)) == "fixed:ibm-939,eol=" + end);
    CHECK(detected(*layout, record("USER000001", Charset::ibm930, eol)) ==
          "refused: more than one reading fits: fixed:ibm-930,eol=" + end +
              " (1 of 1 records readable); fixed:ibm-939,eol=" + end +
              " (1 of 1 records readable); name the right one");
  }
}

TEST_CASE("EBCDIC CSV is found by its header") {
  const auto layout = catalog().layout("kengen");
  FormatSpec format = default_format(FileKind::csv);
  format.header = Header::id;
  for (const Charset charset : {Charset::ibm930, Charset::ibm939}) {
    format.charset = charset;
    CHECK(detected(*layout, bytes_of(*layout, format, 3)) == to_string(format));
  }
}

TEST_CASE("what may be Hangul in UTF-16 or kanji in juki is not decided for the user") {
  const auto layout = catalog().layout("access-log");
  FormatSpec format;
  format.charset = Charset::juki;
  std::string bytes = bytes_of(*layout, format, 10);
  CHECK(detected(*layout, bytes) ==
        "refused: fixed:utf-16be,eol=crlf fits, with characters of U+AC00-D6FF: Hangul in utf-16be, kanji in juki");
}

TEST_CASE("compressed data that ends before its first byte is not called an empty file") {
  const auto source = memory_source("\x28\xB5\x2F\xFD", "in.zst");
  CHECK_THROWS_WITH_AS(detect_format(*catalog().layout("kengen"), *source),
                       "cannot read in.zst: the zstd data ends early after 0 bytes; compare its size and hash with the "
                       "original and fetch it again",
                       DamagedInput);
}

TEST_CASE("the line end of a CSV file is that of most rows, however its header ends") {
  const std::string header = "department_code,updated_at,updated_by,serial_no";
  const std::string row = "D1,20261120000000000,U1,00001";
  const auto layout = catalog().layout("kengen");
  CHECK(detected(*layout, header + "\n" + row + "\r\n" + row + "\r\n") == "csv:utf-8,eol=crlf,header=id");
  CHECK(detected(*layout, header + "\r\n" + row + "\n" + row + "\n") == "csv:utf-8,eol=lf,header=id");
  const std::string broken = "\"D\n\n\n\n1\",20261120000000000,U1,00001\r\n";
  CHECK(detected(*layout, header + "\r\n" + broken + row + "\n") == "csv:utf-8,eol=crlf,header=id");
}

TEST_CASE("a header that names too few items is told so") {
  CHECK(detected(*catalog().layout("kengen"), "department_code,a,b,c,d\n1,2,3,4,5\n")
            .find("the first line names items of the layout in 1 of its 5 columns only as CSV") != std::string::npos);
}

TEST_CASE("a first line's length is told without its line end, and behind its byte order mark") {
  const auto kengen = catalog().layout("kengen");
  CHECK(detected(*kengen, "hello\r\nworld\r\n").find("the first line has 5 bytes;") != std::string::npos);
  CHECK(detected(*kengen, "\xEF\xBB\xBFhello\nworld\n")
            .find("the first line has 5 bytes behind a byte order mark of utf-8;") != std::string::npos);
}

TEST_CASE("an envelope that lost its control record 1 is still one") {
  for (const char* spec : {"fixed:cp932,envelope=control", "fixed:utf-16le,eol=lf,envelope=control",
                           "csv:utf-8,header=none,envelope=control"}) {
    CAPTURE(spec);
    const auto layout = catalog().layout("access-log");
    FormatSpec format = *parse_format_spec(spec);
    std::string bytes = bytes_of(*layout, format, 5);
    const std::string end = line_end_bytes(format);
    bytes.erase(0, bytes.find(end) + end.size());
    CHECK(detected(*layout, bytes) == to_string(format));
  }
}

TEST_CASE("a header that names the items tells the format even where every record has a fault") {
  const auto layout = catalog().layout("juki");
  const std::size_t postal = *layout->find("address_postal_code");
  for (const char* spec : {"csv:utf-8,header=id", "csv:cp932,header=id"}) {
    const FormatSpec format = *parse_format_spec(spec);
    std::string bytes = bytes_of(*layout, format, 8);
    std::string faulty;
    for (std::size_t begin = 0, line = 0; begin < bytes.size(); ++line) {
      const std::size_t end = bytes.find('\n', begin) + 1;
      std::string row = bytes.substr(begin, end - begin);
      std::size_t cell = 0;  // random values of juki hold no commas
      for (std::size_t i = 0; i < postal; ++i) cell = row.find(',', cell) + 1;
      if (line > 0) row.replace(cell, row.find(',', cell) - cell, "100-000");
      faulty += row;
      begin = end;
    }
    CHECK(detected(*layout, faulty) == to_string(format));
  }
}

TEST_CASE("rows of ASCII below a header of ids take the default charset, however faulty") {
  const auto layout = catalog().layout("kengen");
  CHECK(detected(*layout, "department_code,updated_at,updated_by,serial_no\r\nD100,2026-11-20,USER1,x\r\n") ==
        "csv:utf-8,eol=crlf,header=id");
}
