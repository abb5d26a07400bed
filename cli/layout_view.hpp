// A layout as people and programs read it.
#pragma once

#include <string>

#include "formats/finding_texts.hpp"
#include "formats/layout.hpp"

namespace daicho {

/// Columns for a terminal.
std::string layout_as_table(const Layout& layout, Language language);

/// One JSON object, in stable keys; docs/layouts.md names them.
std::string layout_as_json(const Layout& layout);

/// Tables of GitHub's Markdown: the items, then the code lists.
std::string layout_as_markdown(const Layout& layout, Language language);

/// One page that needs nothing else, in Japanese with English beside it.
std::string layout_as_html(const Layout& layout);

}  // namespace daicho
