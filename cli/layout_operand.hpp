// Layouts as operands: an id (`juki`) or a file of one's own (`draft/juki.toml`).
#pragma once

#include <memory>
#include <string>

#include "cli/command.hpp"
#include "formats/layout.hpp"

namespace daicho {

/// Whether the operand names a file: it ends in `.toml` or holds a slash.
bool is_schema_file(const std::string& operand);

/// The catalog in which a schema file is read: --schemas, else the file's own folder (the one above `codes` or
/// `mappings`), so that code lists beside it are found.
Catalog catalog_for_file(const std::string& file, const GlobalOptions& global);

/// The layout of that id, or of that file. Throws UsageError, SchemaError or WorldError.
std::shared_ptr<const Layout> layout_operand(const std::string& operand, const GlobalOptions& global);

/// Throws SchemaError where a layout file's id is not its name: it could not be found by its id.
void require_id_of_file(const Layout& layout, const std::string& file);

}  // namespace daicho
