#include "converters/text_cut.hpp"

#include <doctest/doctest.h>

#include <string>

using daicho::Charset;
using daicho::count_line_feeds;
using daicho::cut_text;
using namespace std::string_literals;

namespace {

std::string units(std::u16string_view text, bool big_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += big_endian ? std::string{high, low} : std::string{low, high};
  }
  return bytes;
}

}  // namespace

TEST_CASE("cp932 is cut after the last whole code, whatever its bytes look like") {
  CHECK(cut_text(Charset::cp932, "abc") == 3);
  CHECK(cut_text(Charset::cp932, "a\x81") == 1);
  CHECK(cut_text(Charset::cp932, "a\x81\x81") == 3);
  CHECK(cut_text(Charset::cp932, "a\x81\x81\x81") == 3);
  CHECK(cut_text(Charset::cp932, "\x95\x5C\x95") == 2);
  CHECK(cut_text(Charset::cp932, "\xB1\xE0\xE0\xE0") == 3);
  CHECK(cut_text(Charset::cp932, "\x81") == 0);
  CHECK(cut_text(Charset::cp932, "") == 0);
}

TEST_CASE("UTF-8 is cut before the last character, which may go on with a variation selector or a mark") {
  CHECK(cut_text(Charset::utf8, "abc") == 2);
  CHECK(cut_text(Charset::utf8, "葛") == 0);
  CHECK(cut_text(Charset::utf8, "東葛") == 3);
  CHECK(cut_text(Charset::utf8, "東葛\U000E0100") == 3);
  CHECK(cut_text(Charset::utf8, "東葛\xF3\xA0") == 3);
  CHECK(cut_text(Charset::utf8, "東か\u309A") == 3);
  CHECK(cut_text(Charset::utf8, "東\xE8\x91") == 0);
  CHECK(cut_text(Charset::utf8, "\x80\x80\x80\x80\x80\x80") == 5);
  CHECK(cut_text(Charset::utf8, "a𠮷\x80") == 5);
}

TEST_CASE("UTF-16 and 住基 codes are cut before the last character, never inside a pair of surrogates") {
  for (const bool big_endian : {false, true}) {
    const Charset charset = big_endian ? Charset::utf16be : Charset::utf16le;
    CHECK(cut_text(charset, units(u"ab", big_endian)) == 2);
    CHECK(cut_text(charset, units(u"ab", big_endian) + "x") == 2);
    CHECK(cut_text(charset, units(u"a\xD842", big_endian)) == 0);
    CHECK(cut_text(charset, units(u"a\xD842\xDFB7", big_endian)) == 2);
    CHECK(cut_text(charset, units(u"a葛\xDB40\xDD00", big_endian)) == 2);
    CHECK(cut_text(charset, units(u"a葛\xDB40", big_endian)) == 2);
    CHECK(cut_text(charset, "x") == 0);
  }
  CHECK(cut_text(Charset::juki, units(u"aか\u309A", true)) == 2);
}

TEST_CASE("endless marks do not hold back an endless text") {
  std::string text = "葛";
  for (int i = 0; i < 1000; ++i) text += "\U000E0100";
  CHECK(cut_text(Charset::utf8, text) > text.size() - 300);
}

TEST_CASE("JIS X 0213 is cut before a byte that is a character of its own, else between codes") {
  CHECK(cut_text(Charset::shift_jis_2004, "\x82\xA0 \x82\xA0") == 2);
  CHECK(cut_text(Charset::shift_jis_2004, "\x82\xA0\x82") == 0);
  CHECK(cut_text(Charset::euc_jis_2004, "\xA4\xA2\n\xA4\xA2") == 2);
  std::string run;
  while (run.size() < 70000) run += "\xA4\xA2\x8F\xA1\xA1\x8E\xB1";
  CHECK(cut_text(Charset::euc_jis_2004, run + "\x8F\xA1") == run.size());
  std::string pairs = "\x82";
  while (pairs.size() < 70000) pairs += "\x82\xA0";
  CHECK(cut_text(Charset::shift_jis_2004, pairs.substr(1) + "\x82") == pairs.size() - 1);
}

TEST_CASE("EBCDIC is cut in the single-byte state, and not between shift codes") {
  CHECK(cut_text(Charset::ibm930, "\xF1\xF2") == 2);
  CHECK(cut_text(Charset::ibm930, "\xF1\x0E\x45\x66\x0F") == 1);
  CHECK(cut_text(Charset::ibm930, "\xF1\x0E\x45\x66\x0F\xF1\x0E\x45") == 6);
  CHECK(cut_text(Charset::ibm930, "\xF1\x0E\x45\x66\x45") == 1);
  CHECK(cut_text(Charset::ibm939, "\x0E\x45\x66") == 0);
}

TEST_CASE("line feeds are counted in units of the charset") {
  CHECK(count_line_feeds(Charset::cp932, "a\nb\r\n\x88\x9F\nabcdefghijklm\n\n\n") == 6);
  CHECK(count_line_feeds(Charset::utf8, std::string(100, '\n') + "\x0B\x8A\x0A") == 101);
  CHECK(count_line_feeds(Charset::utf16le, units(u"\n\u0A0A\u0A00\n", false)) == 2);
  CHECK(count_line_feeds(Charset::utf16be, units(u"\n\u000D\u0A00\n", true)) == 2);
  CHECK(count_line_feeds(Charset::ibm930, "\xF1\x0D\x25\xF2\x25") == 2);
}
