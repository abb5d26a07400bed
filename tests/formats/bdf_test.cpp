#include "formats/bdf.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "formats/error.hpp"

namespace daicho {
namespace {

const std::string kHead =
    "STARTFONT 2.1\nCOMMENT the city's\nFONT -daicho-gaiji-medium-r-normal--16-160-72-72-c-160-iso10646-1\n"
    "SIZE 16 72 72\nFONTBOUNDINGBOX 16 2 0 0\nSTARTPROPERTIES 1\nPIXEL_SIZE 16\nENDPROPERTIES\n";

std::string glyph(const std::string& name, const std::string& encoding, const std::string& row) {
  return "STARTCHAR " + name + "\nENCODING " + encoding + "\nSWIDTH 1000 0\nDWIDTH 16 0\nBBX 16 2 0 0\nBITMAP\n" + row +
         "\n00FF\nENDCHAR\n";
}

const std::string kFont = kHead + "CHARS 5\n" + glyph("uniE000", "57344", "0001") + glyph("a.alt", "-1", "0002") +
                          glyph("uni845B_uE0100", "-1", "0003") + "COMMENT between\n" +
                          glyph("yoshi", "134071", "0004") + glyph("uni9089.vert", "-1 5", "0005") + "ENDFONT\n";

BdfFont font_of(const std::string& text) {
  const auto source = memory_source(text);
  return BdfFont::read(*source, "gaiji.bdf");
}

std::string cut(const BdfFont& font, const std::string& text, const std::vector<std::string>& characters) {
  std::string bytes;
  font.cut(*memory_source(text), characters, *memory_sink(bytes));
  return bytes;
}

std::string complaint(const std::string& text) {
  try {
    font_of(text);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "fine";
}

std::string replaced(std::string text, const std::string& old, const std::string& by) {
  const std::size_t at = text.find(old);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old.size(), by);
}

TEST_CASE("a glyph draws the character of its ENCODING, or the variation sequence that its name spells") {
  const BdfFont font = font_of(kFont);
  CHECK(font.size() == 3);
  CHECK(font.has("\uE000"));
  CHECK(font.has("𠮷"));
  CHECK(font.has("葛\U000E0100"));
  CHECK_FALSE(font.has("葛"));
  CHECK_FALSE(font.has("\uE000\U000E0100"));
  CHECK_FALSE(font.has("邉"));
  CHECK_FALSE(font.has("\uE001"));
  CHECK_FALSE(font.has(""));
  CHECK_FALSE(font.has("\uE000\uE000"));
}

TEST_CASE("a font of some glyphs has them in the order asked for, and header and glyphs byte for byte") {
  const BdfFont font = font_of(kFont);
  CHECK(cut(font, kFont, {"𠮷", "\uE000"}) ==
        kHead + "CHARS 2\n" + glyph("yoshi", "134071", "0004") + glyph("uniE000", "57344", "0001") + "ENDFONT\n");
  CHECK(cut(font, kFont, {}) == kHead + "CHARS 0\nENDFONT\n");
  const std::string whole = cut(font, kFont, {"\uE000", "葛\U000E0100", "𠮷"});
  CHECK(cut(font_of(whole), whole, {"\uE000", "葛\U000E0100", "𠮷"}) == whole);
}

TEST_CASE("line ends of DOS stay as they are") {
  std::string dos;
  for (const char c : kFont) dos += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const std::string bytes = cut(font_of(dos), dos, {"\uE000"});
  CHECK(bytes.find("CHARS 1\r\nSTARTCHAR uniE000\r\n") != std::string::npos);
  CHECK(bytes.ends_with("ENDCHAR\r\nENDFONT\r\n"));
  CHECK(std::count(bytes.begin(), bytes.end(), '\n') == std::count(bytes.begin(), bytes.end(), '\r'));
}

TEST_CASE("a font that is another one by now is not cut") {
  const BdfFont font = font_of(kFont);
  for (const std::string& other :
       {replaced(kFont, "0004", "0008"), kFont.substr(0, kFont.find("0004")), "x" + kFont, std::string()}) {
    CAPTURE(other.size());
    CHECK_THROWS_WITH_AS(cut(font, other, {"𠮷"}), "gaiji.bdf: changed while it was in use", WorldError);
  }
  CHECK_THROWS_AS(cut(font, kFont, {"邉"}), std::logic_error);
}

TEST_CASE("pieces of any size give the same font") {
  struct Drip : ByteSource {
    Drip(std::string_view bytes, std::size_t most) : rest(bytes), step(most) {}
    std::size_t read(char* buffer, std::size_t size) override {
      const std::size_t count = std::min({size, step, rest.size()});
      rest.copy(buffer, count);
      rest.remove_prefix(count);
      return count;
    }
    std::string_view peek(std::size_t) override { return rest; }
    const std::string& name() const override { return label; }
    std::string_view rest;
    std::size_t step;
    std::string label = "drip";
  };
  for (const std::size_t step : {1, 2, 3, 7, 61}) {
    Drip first(kFont, step), second(kFont, step);
    const BdfFont font = BdfFont::read(first, "gaiji.bdf");
    std::string bytes;
    font.cut(second, {"𠮷", "\uE000"}, *memory_sink(bytes));
    CHECK(bytes == cut(font_of(kFont), kFont, {"𠮷", "\uE000"}));
  }
}

TEST_CASE("what is no BDF font is refused with its line") {
  struct Bad {
    std::string text;
    std::string message;
  };
  const std::string tail = glyph("uniE000", "57344", "0001") + "ENDFONT\n";
  const std::vector<Bad> bad = {
      {"", "gaiji.bdf:1: not a BDF font"},
      {"FONT x\n", "gaiji.bdf:1: not a BDF font"},
      {"STARTFONT 2.1\n", "gaiji.bdf:2: the font ends before CHARS"},
      {kHead + tail, "gaiji.bdf:9: STARTCHAR before CHARS"},
      {kHead + "ENDFONT\n", "gaiji.bdf:9: ENDFONT before CHARS"},
      {replaced(kFont, "SIZE 16 72 72\n", ""), "gaiji.bdf:8: no SIZE before CHARS"},
      {replaced(kFont, "FONTBOUNDINGBOX 16 2 0 0\n", ""), "gaiji.bdf:8: no FONTBOUNDINGBOX before CHARS"},
      {"STARTFONT 2.1\nSIZE 16 72 72\nFONTBOUNDINGBOX 16 2 0 0\nCHARS 0\n", "gaiji.bdf:4: no FONT before CHARS"},
      {kHead + "CHARS\n" + tail, "gaiji.bdf:9: CHARS without the number of glyphs"},
      {kHead + "CHARS -1\n" + tail, "gaiji.bdf:9: CHARS without the number of glyphs"},
      {kHead + "CHARS 2\n" + tail, "gaiji.bdf:9: CHARS says 2; the font has 1"},
      {replaced(kFont, "iso10646-1", "jisx0208.1983-0"),
       "gaiji.bdf:3: the font's codes are those of jisx0208.1983; they must be Unicode's (CHARSET_REGISTRY ISO10646)"},
      {replaced(kFont, "PIXEL_SIZE 16", "CHARSET_REGISTRY \"JISX0208\""),
       "gaiji.bdf:7: the font's codes are those of JISX0208; they must be Unicode's (CHARSET_REGISTRY ISO10646)"},
      {kHead + "CHARS 1\n" + glyph("a", "57344", "0001"), "gaiji.bdf:19: the font ends before ENDFONT"},
      {kHead + "CHARS 1\nENDCHAR\n", "gaiji.bdf:10: neither STARTCHAR nor ENDFONT"},
      {kHead + "CHARS 1\n" + glyph("a", "x", "0001"), "gaiji.bdf:11: not the number of a character"},
      {kHead + "CHARS 1\n" + glyph("a", "1114112", "0001"), "gaiji.bdf:11: not the number of a character"},
      {kHead + "CHARS 1\n" + glyph("a", "99999999999999999999", "0001"), "gaiji.bdf:11: not the number of a character"},
      {kHead + "CHARS 1\n" + glyph("a", "57344", "00G1"),
       "gaiji.bdf:16: a row with something else than hexadecimal digits"},
      {kHead + "CHARS 1\n" + glyph("a", "57344", "001"), "gaiji.bdf:16: a row of 3 digits; 16 dots need 4"},
      {kHead + "CHARS 1\n" + glyph("a", "57344", "0001\n0002"), "gaiji.bdf:18: no ENDCHAR after 2 rows"},
      {replaced(kFont, "0001\n", ""), "gaiji.bdf:17: 1 rows of 2"},
      {replaced(kFont, "BBX 16 2 0 0\n", ""), "gaiji.bdf:14: BITMAP before BBX"},
      {replaced(kFont, "BBX 16 2 0 0\n", "BBX 16 x 0 0\n"), "gaiji.bdf:14: BBX needs width, height and two offsets"},
      {replaced(kFont, "DWIDTH 16 0\n", ""), "gaiji.bdf:14: BITMAP before DWIDTH"},
      {replaced(kFont, "\nENCODING 57344", ""), "gaiji.bdf:14: BITMAP before ENCODING"},
      {replaced(kFont, "BITMAP", "ENDCHAR"), "gaiji.bdf:15: ENDCHAR before BITMAP"},
      {replaced(kFont, "134071", "57344"), "gaiji.bdf:38: U+E000 has a glyph already, in line 10"},
      {kFont + "STARTCHAR b\n", "gaiji.bdf:57: text after ENDFONT"},
      {"STARTFONT 2.1\n" + std::string(kBdfLineBytes + 1, 'x'), "gaiji.bdf:2: a line of more than 65536 bytes"},
  };
  for (const Bad& each : bad) CHECK(complaint(each.text) == each.message);
  CHECK(complaint(kFont) == "fine");
  CHECK(complaint(kHead + "CHARS 0\nENDFONT") == "fine");
}

TEST_CASE("a NUL and bytes beyond ASCII in a header are no end and no fault") {
  const std::string head = replaced(kHead, "the city's", std::string("a\0\xFF", 3));
  const std::string text = head + "CHARS 1\n" + glyph("uniE000", "57344", "0001") + "ENDFONT\n";
  CHECK(cut(font_of(text), text, {"\uE000"}) == text);
}

}  // namespace
}  // namespace daicho
