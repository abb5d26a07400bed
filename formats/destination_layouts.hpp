// The layouts of 移転 files, built from the item groups of schemas/iten.toml.
#pragma once

#include <string>
#include <vector>

#include "formats/layout.hpp"

namespace daicho {

class Catalog;

/// The ids of the destinations in the order of the file, without `iten.`.
std::vector<std::string> destination_ids(const Catalog& catalog);

/// One layout for each destination: `change_class`, juki items 11-14, then the items of its groups and its own `items`
/// by number, each once. Reads the keys `version` and `groups` and of a `destination` only `id`, `name`, `groups` and
/// `items`; the rest of the file is the job's. Items are those of `juki`, else of `atena`. Throws SchemaError.
std::vector<Layout> destination_layouts(const Catalog& catalog);

}  // namespace daicho
