#include "samples/kit_table.hpp"

namespace daicho {

KitTable::KitTable(const KitTrial& trial, const std::vector<KitRecord>& records) {
  std::vector<std::size_t> refused;
  std::string header = trial.bytes({}, *parse_format_spec(kTableFormat), refused);
  header.resize(header.size() - 2);
  rows_.emplace_back(1);
  bool inside = false;  // of quotes
  for (const char c : header) {
    inside = inside != (c == '"');
    if (c == ',' && !inside) {
      rows_[0].emplace_back();
    } else {
      rows_[0].back() += c;
    }
  }
  for (const KitRecord& record : records) {
    rows_.emplace_back();
    for (const std::string& value : record) rows_.back().push_back(csv_quoted(value));
  }
}

void KitTable::add_column(const std::string& name, const std::string& value) {
  for (std::size_t row = 0; row < rows_.size(); ++row) rows_[row].push_back(row == 0 ? name : value);
}

void KitTable::repeat_column(std::size_t column) {
  for (auto& row : rows_) row.push_back(std::string(row[column]));
}

void KitTable::remove_column(std::size_t column) {
  for (auto& row : rows_) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
}

std::string KitTable::bytes() const {
  std::string text;
  for (const auto& row : rows_) {
    for (std::size_t column = 0; column < row.size(); ++column) text += (column == 0 ? "" : ",") + row[column];
    text += "\r\n";
  }
  return text;
}

}  // namespace daicho
