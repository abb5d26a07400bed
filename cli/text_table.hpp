// Tables for a terminal: columns aligned by the width that characters take, full-width ones counted twice.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace daicho {

enum class Align : bool { left, right };

struct TableColumn {
  std::string title;
  Align align = Align::left;
};

class TextTable {
 public:
  explicit TextTable(std::vector<TableColumn> columns) : columns_(std::move(columns)) {}
  /// One cell for each column.
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  /// Titles and rows, a line each, two spaces between columns, none at the end of a line.
  std::string text() const;

 private:
  std::vector<TableColumn> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace daicho
