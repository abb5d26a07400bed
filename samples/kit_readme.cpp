#include "samples/kit_readme.hpp"

#include <fmt/format.h>

namespace daicho {

std::string kit_readme(const Layout& layout, const KitManifest& manifest) {
  std::string text = fmt::format("# {} ({}) の適合試験ファイル\n", layout.name, layout.id);
  for (const KitFile& file : manifest.good) text += fmt::format("- {}: {}\n", file.path, file.purpose);
  return text;
}

}  // namespace daicho
