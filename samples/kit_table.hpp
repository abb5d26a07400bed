// Records as a CSV file whose every cell may be wrong: what no writer of the program would write.
#pragma once

#include <string>
#include <vector>

#include "formats/rejects.hpp"
#include "samples/kit_trial.hpp"

namespace daicho {

inline constexpr const char* kTableFormat = "csv:utf-8,eol=crlf";

/// A header row and cells, each as it stands in the file: already quoted where it has to be.
class KitTable {
 public:
  KitTable(const KitTrial& trial, const std::vector<KitRecord>& records);

  std::string& cell(std::size_t row, std::size_t column) { return rows_[row + 1][column]; }
  void set(std::size_t row, std::size_t column, const std::string& value) { cell(row, column) = csv_quoted(value); }
  void add_column(const std::string& name, const std::string& value);
  void repeat_column(std::size_t column);
  void remove_column(std::size_t column);
  std::size_t columns() const { return rows_[0].size(); }
  std::size_t rows() const { return rows_.size() - 1; }
  std::string bytes() const;

 private:
  std::vector<std::vector<std::string>> rows_;  // the header first
};

}  // namespace daicho
