#include "jobs/glyph_source.hpp"

#include <doctest/doctest.h>

#include "formats/error.hpp"
#include "tests/jobs/fake_run.hpp"

namespace daicho {
namespace {

std::string glyph(const std::string& name, long code, const std::string& row) {
  return "STARTCHAR " + name + "\nENCODING " + std::to_string(code) +
         "\nSWIDTH 1000 0\nDWIDTH 8 0\nBBX 8 1 0 0\nBITMAP\n" + row + "\nENDCHAR\n";
}

const std::string kHead = "STARTFONT 2.1\nFONT city\nSIZE 16 72 72\nFONTBOUNDINGBOX 8 1 0 0\n";
const std::string kFont = kHead + "CHARS 3\n" + glyph("uniE000", 0xE000, "01") + glyph("uniE001", 0xE001, "02") +
                          glyph("uni845B_uE0100", -1, "03") + "ENDFONT\n";

TEST_CASE("a font draws a text when it has a glyph for each 外字 of it") {
  fake::Folder folder;
  const GlyphSource glyphs = GlyphSource::load(folder.write("gaiji.bdf", kFont));
  const GaijiSet private_use;
  const GaijiSet outside(GaijiRule::outside_jis_x_0208);
  CHECK(glyphs.draws("山\uE001田\uE000", private_use));
  CHECK_FALSE(glyphs.draws("山\uE002田", private_use));
  CHECK(glyphs.draws("髙木", private_use));
  CHECK_FALSE(glyphs.draws("髙木", outside));
  CHECK(glyphs.draws("葛\U000E0100城", outside));
}

TEST_CASE("the glyphs of an export are cut in the order of appearance, each once") {
  fake::Folder folder;
  GlyphSource glyphs = GlyphSource::load(folder.write("gaiji.bdf", kFont));
  const GaijiSet outside(GaijiRule::outside_jis_x_0208);
  glyphs.use("葛\U000E0100城", outside);
  glyphs.use("山田", outside);
  glyphs.use("\uE001葛\U000E0100\uE001", outside);
  std::string text;
  glyphs.cut(*memory_sink(text));
  CHECK(text == kHead + "CHARS 2\n" + glyph("uni845B_uE0100", -1, "03") + glyph("uniE001", 0xE001, "02") + "ENDFONT\n");
}

TEST_CASE("a font that changed since it was read is not cut") {
  fake::Folder folder;
  GlyphSource glyphs = GlyphSource::load(folder.write("gaiji.bdf", kFont));
  glyphs.use("\uE001", GaijiSet());
  std::string other = kFont;
  other.replace(other.find("\n02\n"), 4, "\n06\n");
  const auto file = folder.write("gaiji.bdf", other);
  std::string text;
  try {
    glyphs.cut(*memory_sink(text));
    FAIL("was cut");
  } catch (const WorldError& error) {
    CHECK(std::string(error.what()) == file.string() + ": changed while it was in use");
  }
  CHECK(text.empty());
}

}  // namespace
}  // namespace daicho
