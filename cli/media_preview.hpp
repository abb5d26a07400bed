// One record of a file, masked, for a last look before it goes out.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "formats/catalog.hpp"
#include "jobs/manifest.hpp"

namespace daicho {

/// The first record's items that are not absent, `name　value` each, `****` for whatever tells of a person; at most so
/// many. Empty where the file has no record or its first one cannot be read.
std::vector<std::string> masked_first_record(const std::filesystem::path& file, const ManifestFile& about,
                                             const Catalog& catalog, std::size_t most);

}  // namespace daicho
