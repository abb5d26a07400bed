// What `auto` does for a plain text: evidence from its first bytes.
#include <algorithm>

#include "converters/utf8_scan.hpp"
#include "formats/format_spec.hpp"
#include "formats/text_reader.hpp"

namespace daicho {
namespace {

constexpr std::size_t kWindowBytes = std::size_t{1} << 20;

/// Whether the bytes decode; a character that the window cuts does no harm.
bool decodes(Charset charset, std::string_view bytes, bool whole) {
  std::string text;
  const Conversion done = decode(charset, bytes, text);
  return done.error == TextError::none || (done.error == TextError::truncated && !whole);
}

/// Whether valid UTF-8 has a character of three or more bytes. Those of two could be a pair of half-width katakana.
bool has_long_character(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0xE0; });
}

}  // namespace

TextDetection detect_text(ByteSource& source) {
  const std::string_view window = source.peek(kWindowBytes);
  const bool whole = window.size() < kWindowBytes;
  for (const Charset charset : all_charsets()) {
    const std::string_view mark = bom_bytes(charset);
    if (!mark.empty() && window.starts_with(mark)) return {charset, {}};
  }
  if (window.find('\0') != std::string_view::npos) {
    return {std::nullopt, "there are zero bytes, but no byte order mark"};
  }
  const bool utf8 = decodes(Charset::utf8, window, whole);
  const bool cp932 = decodes(Charset::cp932, window, whole);
  const bool ascii =
      std::all_of(window.begin(), window.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
  if (utf8 && (ascii || has_long_character(window) || !cp932)) return {Charset::utf8, {}};
  if (utf8) return {std::nullopt, "the bytes can be read as utf-8 and as cp932 (half-width katakana)"};
  if (cp932) return {Charset::cp932, {}};
  return {std::nullopt, "the first bytes are neither utf-8 nor cp932 throughout"};
}

}  // namespace daicho
