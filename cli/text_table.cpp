#include "cli/text_table.hpp"

#include <algorithm>

#include "converters/utf8.hpp"

namespace daicho {
namespace {

constexpr std::size_t kGap = 2;

}  // namespace

std::string TextTable::text() const {
  std::vector<std::size_t> widths;
  std::vector<std::string> titles;
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    titles.push_back(columns_[column].title);
    std::size_t width = display_width(titles.back());
    for (const auto& row : rows_) width = std::max(width, display_width(row[column]));
    widths.push_back(width);
  }
  std::string text;
  const auto add_line = [&](const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      const std::string fill(widths[column] - display_width(cells[column]), ' ');
      const bool right = columns_[column].align == Align::right;
      line += right ? fill + cells[column] : cells[column] + fill;
      line.append(column + 1 < cells.size() ? kGap : 0, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + '\n';
  };
  add_line(titles);
  for (const auto& row : rows_) add_line(row);
  return text;
}

}  // namespace daicho
