#include "converters/source_offsets.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "converters/gaiji_table.hpp"

using daicho::Charset;
using daicho::SourceOffsets;
using daicho::TextOptions;

namespace {

/// The offsets of the characters that begin at these bytes of the text.
std::vector<std::size_t> offsets(Charset charset, const std::string& bytes, const std::vector<std::size_t>& text_at,
                                 const TextOptions& options = {}) {
  SourceOffsets places(charset, bytes, options);
  std::vector<std::size_t> found;
  for (const std::size_t at : text_at) found.push_back(places.offset(at));
  return found;
}

std::string in_charset(Charset charset, std::string_view text) {
  std::string bytes;
  daicho::encode(charset, text, bytes);
  return bytes;
}

}  // namespace

TEST_CASE("a character of EBCDIC begins at its code, behind the shift code before it") {
  const std::string bytes = in_charset(Charset::ibm939, "A漢字B橋");
  CHECK(offsets(Charset::ibm939, bytes, {0, 1, 4, 7, 8}) == std::vector<std::size_t>{0, 2, 4, 7, 9});
}

TEST_CASE("what lies inside the text of a code begins where the code does") {
  const std::string bytes = in_charset(Charset::shift_jis_2004, "aか\u309Aき");
  CHECK(offsets(Charset::shift_jis_2004, bytes, {1, 4, 7}) == std::vector<std::size_t>{1, 1, 3});
  daicho::GaijiTable gaiji;
  gaiji.add({0xE000, "葛\U000E0100", {}, {}, {}});
  const TextOptions options{.gaiji = &gaiji};
  CHECK(offsets(Charset::cp932, "a\xF0\x40z", {1, 4, 8}, options) == std::vector<std::size_t>{1, 1, 3});
  CHECK(offsets(Charset::utf8, "a\uE000z", {1, 8}, options) == std::vector<std::size_t>{1, 4});
}

TEST_CASE("far places are found, and the end of the text is that of the bytes") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += i % 7 == 0 ? "𠮷" : "字";
  const std::string units = in_charset(Charset::utf16le, text);
  SourceOffsets places(Charset::utf16le, units, {});
  std::size_t at = 0;
  std::size_t unit = 0;
  for (int i = 0; i < 5000; ++i) {
    if (i % 11 == 0) CHECK(places.offset(at) == unit);
    at += i % 7 == 0 ? 4 : 3;
    unit += i % 7 == 0 ? 4 : 2;
  }
  CHECK(places.offset(at) == units.size());
}
