#include "formats/bdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <utility>

#include "converters/utf8.hpp"
#include "formats/bdf_reading.hpp"
#include "formats/error.hpp"

namespace daicho {

const BdfFont::Glyph* BdfFont::find(std::string_view character) const {
  if (character.empty()) return nullptr;
  const char32_t base = take_code_point(character);
  const char32_t selector = character.empty() ? 0 : take_code_point(character);
  if (!character.empty()) return nullptr;
  const auto found =
      std::lower_bound(glyphs_.begin(), glyphs_.end(), std::pair(base, selector),
                       [](const Glyph& glyph, auto wanted) { return std::pair(glyph.base, glyph.selector) < wanted; });
  if (found == glyphs_.end() || found->base != base || found->selector != selector) return nullptr;
  return &*found;
}

void BdfFont::cut(ByteSource& again, const std::vector<std::string>& characters, ByteSink& sink) const {
  struct Wanted {
    const Glyph* glyph;
    std::size_t place;
  };
  std::vector<Wanted> wanted;
  for (const std::string& character : characters) {
    const Glyph* glyph = find(character);
    if (glyph == nullptr) throw std::logic_error("a glyph is asked for that the font does not have");
    wanted.push_back({glyph, wanted.size()});
  }
  // The file is read forward once; what is wanted of it is put into order afterwards.
  std::sort(wanted.begin(), wanted.end(),
            [](const Wanted& a, const Wanted& b) { return a.glyph->begin < b.glyph->begin; });
  std::vector<std::string> blocks(wanted.size());
  BdfLines lines(again, name_);
  for (const Wanted& each : wanted) {
    std::string& block = blocks[each.place];
    if (!lines.copy(each.glyph->begin, each.glyph->length, block) || bdf_digest(block) != each.glyph->digest) {
      throw WorldError(fmt::format("{}: changed while it was in use", name_));
    }
  }
  sink.write(header_);
  sink.write(fmt::format("CHARS {}{}", blocks.size(), line_end_));
  for (const std::string& block : blocks) sink.write(block);
  sink.write("ENDFONT" + line_end_);
}

}  // namespace daicho
