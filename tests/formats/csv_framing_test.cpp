// Commas, quotes and line ends in charsets that are not ASCII's bytes, also where shift codes were lost.
#include "formats/csv_framing.hpp"

#include <doctest/doctest.h>

#include "formats/format_spec.hpp"

using namespace daicho;

namespace {

/// The text of `bytes`, with `.` for FF, CR and LF as `<` and `>`.
std::string framed(Charset charset, std::string_view bytes, std::size_t cut = 0) {
  CsvFraming framing(charset);
  std::string text;
  framing.frame(bytes.substr(0, cut), false, text);
  const std::size_t done = text.size() * half_width_bytes(charset);
  framing.frame(bytes.substr(done), false, text);
  framing.frame(bytes.substr(text.size() * half_width_bytes(charset)), true, text);
  for (char& c : text) {
    if (c == '\xFF') c = '.';
    if (c == '\r') c = '<';
    if (c == '\n') c = '>';
  }
  return text;
}

}  // namespace

TEST_CASE("charsets whose commas are ASCII's byte need no framing") {
  for (const Charset charset : all_charsets()) {
    FormatSpec format = default_format(FileKind::csv);
    format.charset = charset;
    CAPTURE(charset_name(charset));
    CHECK(CsvFraming::needed(charset) == (line_end_bytes(format) != "\r\n"));
  }
}

TEST_CASE("each code unit of UTF-16 and juki is a byte of text") {
  CHECK(framed(Charset::utf16le, std::string_view("a\0,\0\x71\x67\"\0\r\0\n\0", 12)) == "a,.\"<>");
  CHECK(framed(Charset::utf16be, std::string_view("\0a\0,\x67\x71\0\"\0\r\0\n", 12)) == "a,.\"<>");
  CHECK(framed(Charset::juki, std::string_view("\0a\0,\xAC\x00\0\"\0\r\0\n", 12)) == "a,.\"<>");
  // A comma in the other half of a unit, and half a unit at the end.
  CHECK(framed(Charset::utf16le, std::string_view("\x2C\x2C\x0A\x2C,", 5)) == "...");
  CHECK(framed(Charset::utf16be, std::string_view("\0a\x1A", 3)) == "a\x1A");
}

TEST_CASE("in EBCDIC double-byte codes hide what looks like a comma or a quote") {
  // A1,<東京>"<CR><LF>, and codes of which 6B and 7F are a part.
  CHECK(framed(Charset::ibm930, "\xC1\xF1\x6B\x0E\x45\x57\x45\x75\x0F\x7F\x0D\x25") == "A1,......\"<>");
  CHECK(framed(Charset::ibm939, "\x0E\x6B\x7F\x7F\x6B\x0F\x6B\x25") == "......,>");
}

TEST_CASE("in EBCDIC a line end ends a run of double-byte codes that lost its end") {
  CHECK(framed(Charset::ibm930, "\x0E\x45\x57\x0D\x25\xF1\x6B\xF2\x25") == "...<>1,2>");
  CHECK(framed(Charset::ibm930, "\x0E\x45\x57\x45\x0D\x25\xF1\x6B\xF2\x25") == "....<>1,2>");
  CHECK(framed(Charset::ibm930, "\x0E\x45\x57\x45\x0F\x6B\xF2\x25") == ".....,2>");
}

TEST_CASE("text does not depend on where the pieces of the file end") {
  const std::string_view bytes = "\xC1\xF1\x6B\x0E\x45\x57\x45\x75\x0F\x7F\x0D\x25\x0E\x45\x0D\x25\xF1\x25";
  for (const Charset charset : {Charset::ibm930, Charset::ibm939, Charset::utf16le, Charset::juki}) {
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) CHECK(framed(charset, bytes, cut) == framed(charset, bytes));
  }
}
