#include "cli/layout_operand.hpp"

#include <fmt/format.h>

#include "formats/toml_reader.hpp"

namespace daicho {

bool is_schema_file(const std::string& operand) {
  return operand.ends_with(".toml") || operand.find('/') != std::string::npos;
}

Catalog catalog_for_file(const std::string& file, const GlobalOptions& global) {
  if (!global.schemas.empty()) return Catalog(global.schemas);
  std::filesystem::path folder = std::filesystem::absolute(file).lexically_normal().parent_path();
  if (folder.filename() == "codes" || folder.filename() == "mappings") folder = folder.parent_path();
  std::error_code error;
  return std::filesystem::is_directory(folder, error) ? Catalog(folder) : Catalog();
}

std::shared_ptr<const Layout> layout_operand(const std::string& operand, const GlobalOptions& global) {
  if (!is_schema_file(operand)) return Catalog(global.schemas).layout(operand);
  return std::make_shared<const Layout>(load_layout(operand, operand, catalog_for_file(operand, global)));
}

void require_id_of_file(const Layout& layout, const std::string& file) {
  const std::string name = std::filesystem::path(file).stem().string();
  if (layout.id != name) {
    fail_at(layout.place, fmt::format("the id '{}' must be the file's name, '{}'", layout.id, name));
  }
}

}  // namespace daicho
