// README.md of a kit: what a vendor reads first, in Japanese.
#pragma once

#include <string>

#include "formats/layout.hpp"
#include "samples/kit_manifest.hpp"

namespace daicho {

std::string kit_readme(const Layout& layout, const KitManifest& manifest);

}  // namespace daicho
