#include "jobs/glyph_source.hpp"

#include <fmt/format.h>

#include "formats/byte_source.hpp"
#include "formats/error.hpp"

namespace daicho {

GlyphSource GlyphSource::load(const std::filesystem::path& file) {
  const auto source = open_source(file.string());
  return GlyphSource(file, BdfFont::read(*source, file.string()));
}

bool GlyphSource::draws(std::string_view text, const GaijiSet& gaiji) const {
  while (true) {
    const std::string_view character = gaiji.next(text);
    if (character.empty()) return true;
    if (!font_.has(character)) return false;
  }
}

void GlyphSource::use(std::string_view text, const GaijiSet& gaiji) {
  while (true) {
    const std::string_view character = gaiji.next(text);
    if (character.empty()) return;
    if (known_.emplace(character).second) used_.emplace_back(character);
  }
}

void GlyphSource::cut(ByteSink& sink) const {
  const auto source = open_source(file_.string());
  font_.cut(*source, used_, sink);
}

}  // namespace daicho
