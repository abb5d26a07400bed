// Code lists: schemas/codes/<id>.toml.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "formats/layout.hpp"

namespace daicho {

class Catalog;

/// The name of an origin in a schema (`origin = "toolkit"`).
std::string_view code_origin_name(CodeOrigin origin);

/// Reads one code list. `shown_as` is how messages name it. Throws SchemaError with file:line:column and a hint.
CodeList load_code_list(const std::filesystem::path& file, const std::string& shown_as);

/// The code list of that id, from the catalog's folders. Throws UsageError where neither has it.
std::shared_ptr<const CodeList> find_code_list(const Catalog& catalog, const std::string& id);

}  // namespace daicho
