// HTML pages that need nothing else: for a screen, for paper and for a file share without a server.
#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// `text` as HTML text or inside a quoted attribute. Bytes that are not ASCII stay as they are.
std::string html_text(std::string_view text);

/// A page up to the end of its head: Japanese, UTF-8, the project's style and, after it, the page's own (CSS rules).
/// The style leaves margins to the printer on paper. `title` is plain text.
std::string html_head(std::string_view title, std::string_view own_style = {});

}  // namespace daicho
