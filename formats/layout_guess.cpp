#include "formats/layout_guess.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "formats/reader.hpp"

namespace daicho {

std::vector<LayoutGuess> guess_layouts(const Catalog& catalog, const std::string& given, ByteSource& source) {
  std::vector<LayoutGuess> guesses;
  for (const std::string& id : catalog.layout_ids()) {
    if (id == given) continue;
    const Detection detection = detect_format(*catalog.layout(id), source);
    // JSON Lines look alike in every layout: their keys say more than a reading without a fault.
    if (!detection.format || detection.format->kind == FileKind::jsonl) continue;
    guesses.push_back({id, *detection.format});
  }
  return guesses;
}

std::string guesses_text(const std::vector<LayoutGuess>& guesses) {
  constexpr std::size_t kMost = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(kMost, guesses.size()); ++i) {
    text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", guesses[i].layout, to_string(guesses[i].format));
  }
  return text;
}

}  // namespace daicho
