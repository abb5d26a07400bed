#include "cli/window_text.hpp"

#include <algorithm>

namespace daicho {
namespace {

constexpr std::size_t kTickColumns = 10;  // from tick to tick, at least: more than the longest number and its bar

std::size_t lead_columns(const RecordWindow& window) { return window.cut_before ? kWindowCut.size() : 0; }

std::string characters(const RecordWindow& window, const TerminalStyle& style) {
  std::string line = style.dim(window.cut_before ? kWindowCut : std::string_view());
  std::string run;
  bool fault = false;
  const auto end_run = [&] {
    line += fault ? style.error(run) : run;
    run.clear();
  };
  for (const WindowCell& cell : window.cells) {
    if (cell.fault != fault) end_run();
    fault = cell.fault;
    run += cell.shown;
  }
  end_run();
  return line + style.dim(window.cut_behind ? kWindowCut : std::string_view());
}

std::string marks(const RecordWindow& window) {
  std::string line(lead_columns(window), ' ');
  for (const WindowCell& cell : window.cells) {
    const char mark = cell.fault ? '^' : cell.field ? '~' : ' ';
    line.append(cell.columns, mark);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

/// The cells that get a tick, by index: the first one of the fault, and from there every ten columns or a little more.
std::vector<std::size_t> ticks(const RecordWindow& window, const std::vector<std::size_t>& columns) {
  const std::vector<WindowCell>& cells = window.cells;
  const auto fault = std::find_if(cells.begin(), cells.end(), [](const WindowCell& cell) { return cell.fault; });
  const std::size_t anchor = fault == cells.end() ? 0 : static_cast<std::size_t>(fault - cells.begin());
  std::vector<std::size_t> chosen;
  std::size_t last = columns[anchor];
  for (std::size_t i = anchor; i-- > 0;) {
    if (columns[i] + kTickColumns > last || cells[i].columns == 0) continue;
    chosen.insert(chosen.begin(), i);
    last = columns[i];
  }
  chosen.push_back(anchor);
  last = columns[anchor];
  for (std::size_t i = anchor + 1; i < cells.size(); ++i) {
    if (columns[i] < last + kTickColumns || cells[i].columns == 0) continue;
    chosen.push_back(i);
    last = columns[i];
  }
  return chosen;
}

void trim(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

}  // namespace

std::string window_ruler(const RecordWindow& window) {
  std::vector<std::size_t> columns;
  std::size_t column = lead_columns(window);
  for (const WindowCell& cell : window.cells) {
    columns.push_back(column);
    column += cell.columns;
  }
  std::string line;
  for (const std::size_t tick : ticks(window, columns)) {
    line.resize(columns[tick], ' ');
    line += "|" + std::to_string(window.cells[tick].begin + 1);
  }
  return line;
}

std::vector<std::string> window_lines(const RecordWindow& window, const TerminalStyle& style) {
  std::string shown = characters(window, style);
  trim(shown);
  return {style.dim(window_ruler(window)), shown, style.mark(marks(window))};
}

}  // namespace daicho
