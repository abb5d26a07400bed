#include "cli/window_text.hpp"

namespace daicho {
namespace {

constexpr std::size_t kTickColumns = 10;  // at least, from tick to tick

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

void trim(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

}  // namespace

std::string window_ruler(const RecordWindow& window) {
  std::string line;
  std::size_t column = lead_columns(window);
  std::size_t next = 0;
  for (const WindowCell& cell : window.cells) {
    if (column >= next && cell.columns > 0) {
      line.resize(column, ' ');
      line += "|" + std::to_string(cell.begin + 1);
      next = std::max(column + kTickColumns, line.size() + 1);
    }
    column += cell.columns;
  }
  return line;
}

std::vector<std::string> window_lines(const RecordWindow& window, const TerminalStyle& style) {
  std::string shown = characters(window, style);
  trim(shown);
  return {style.dim(window_ruler(window)), shown, style.mark(marks(window))};
}

}  // namespace daicho
