#include "formats/finding_template.hpp"

#include <algorithm>

namespace daicho {
namespace {

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

/// Fills a part without brackets; `complete` becomes false where an argument is missing.
std::string fill_part(std::string_view part, const std::function<std::string(std::string_view)>& value_of,
                      bool& complete) {
  std::string filled;
  while (!part.empty()) {
    const std::size_t open = part.find('{');
    filled += part.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = part.find('}', open);
    const std::string value = value_of(part.substr(open + 1, close - open - 1));
    if (value.empty()) complete = false;
    filled += value.empty() ? "?" : value;
    part.remove_prefix(close + 1);
  }
  return filled;
}

}  // namespace

std::optional<std::string> template_fault(std::string_view text) {
  bool inside = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '[') {
      if (inside) return "a bracket inside a bracket";
      inside = true;
    } else if (text[at] == ']') {
      if (!inside) return "a closing bracket without its opening one";
      inside = false;
    } else if (text[at] == '{') {
      const std::size_t close = text.find('}', at);
      if (close == std::string_view::npos || !is_name(text.substr(at + 1, close - at - 1))) {
        return "a brace that holds no name (a-z, 0-9 and _)";
      }
      at = close;
    } else if (text[at] == '}') {
      return "a closing brace without its opening one";
    }
  }
  if (inside) return "a bracket that never closes";
  return std::nullopt;
}

std::string fill_template(std::string_view text, const std::function<std::string(std::string_view name)>& value_of) {
  std::string filled;
  while (!text.empty()) {
    const std::size_t open = text.find('[');
    bool complete = true;
    filled += fill_part(text.substr(0, open), value_of, complete);
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find(']', open);
    complete = true;
    const std::string part = fill_part(text.substr(open + 1, close - open - 1), value_of, complete);
    if (complete) filled += part;
    text.remove_prefix(close + 1);
  }
  return filled;
}

}  // namespace daicho
