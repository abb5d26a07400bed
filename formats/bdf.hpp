// BDF fonts (Glyph Bitmap Distribution Format, Adobe 5005, versions 2.1 and 2.2): which characters one draws, and a
// font of some of its glyphs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/byte_sink.hpp"
#include "formats/byte_source.hpp"

namespace daicho {

/// Longest line of a font, its largest header (everything before CHARS), the most glyphs and the most bytes of one.
inline constexpr std::size_t kBdfLineBytes = 64U << 10;
inline constexpr std::size_t kBdfHeaderBytes = 1U << 20;
inline constexpr std::size_t kBdfGlyphs = 1U << 20;
inline constexpr std::size_t kBdfGlyphBytes = 4U << 20;

/// An index of a font: its header, and where each glyph stands. The bitmaps stay in the file.
///
/// A glyph draws the character of its ENCODING; with `ENCODING -1` the variation sequence that its name spells as the
/// Adobe Glyph List Specification has it (`uni845B_uE0100`), if any. ENCODING must be Unicode's: a font that names
/// another CHARSET_REGISTRY than ISO10646 is refused, because the same numbers are other characters there.
class BdfFont {
 public:
  /// Reads a font to its end and checks that a reader of fonts can use it: the lines that must be there, CHARS, the
  /// rows of each bitmap, no character twice. Throws UsageError `NAME:LINE: ...`, WorldError where it cannot be read.
  static BdfFont read(ByteSource& source, const std::string& shown_as);

  /// Whether a character (a code point, with its variation selector if any) has its glyph.
  bool has(std::string_view character) const { return find(character) != nullptr; }
  /// Glyphs of characters; those that draw none are not counted.
  std::size_t size() const { return glyphs_.size(); }

  /// Writes a font of the glyphs of `characters`, in that order: header and glyphs byte for byte, CHARS their number.
  /// Each character must have its glyph and stand once. `again` is the same font from its beginning; throws WorldError
  /// where it is not what was read. Holds the glyphs written in memory, not the font.
  void cut(ByteSource& again, const std::vector<std::string>& characters, ByteSink& sink) const;

 private:
  friend class BdfReading;
  struct Glyph {
    char32_t base = 0;
    char32_t selector = 0;     // 0: none
    std::uint64_t begin = 0;   // byte of STARTCHAR in the file
    std::uint32_t length = 0;  // to the end of ENDCHAR's line
    std::uint32_t line = 0;
    std::uint64_t digest = 0;  // of its bytes: whether a second reading sees the same
  };
  const Glyph* find(std::string_view character) const;

  std::string name_;
  std::string header_;           // everything before CHARS
  std::string line_end_ = "\n";  // of CHARS
  std::vector<Glyph> glyphs_;    // by base and selector
};

}  // namespace daicho
