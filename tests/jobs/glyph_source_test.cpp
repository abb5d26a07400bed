#include "jobs/glyph_source.hpp"

#include <doctest/doctest.h>

#include "formats/error.hpp"

namespace daicho {
namespace {

const char* const kFont =
    "STARTFONT 2.1\nCHARS 3\nSTARTCHAR a\nENCODING 57344\nENDCHAR\nSTARTCHAR b\nENCODING 57346\nENDCHAR\n"
    "STARTCHAR c\nENCODING -1\nENDCHAR\nENDFONT\n";

std::string complaint(std::string_view text) {
  try {
    GlyphSource::parse(text, "gaiji.bdf");
  } catch (const UsageError& error) {
    return error.what();
  }
  return "accepted";
}

TEST_CASE("a BDF font draws the characters of its ENCODING lines") {
  const GlyphSource glyphs = GlyphSource::parse(kFont, "gaiji.bdf");
  CHECK(glyphs.name() == "gaiji.bdf");
  CHECK(glyphs.draws("小金井　\uE000\uE002"));
  CHECK_FALSE(glyphs.draws("小金井　\uE001"));
  CHECK(glyphs.draws("𠮷田"));
  CHECK_FALSE(glyphs.draws("\U000F0000"));
}

TEST_CASE("what is no BDF font is refused with its line") {
  CHECK(complaint("") == "gaiji.bdf:1: not a BDF font");
  CHECK(complaint("STARTFONT 2.1\nENCODING x\n") == "gaiji.bdf:2: not the number of a character");
  CHECK(complaint("STARTFONT 2.1\n\nENCODING 99999999999999999999\n") == "gaiji.bdf:3: not the number of a character");
  CHECK(complaint("STARTFONT 2.1\nENCODING 1114112\n") == "gaiji.bdf:2: not the number of a character");
}

}  // namespace
}  // namespace daicho
