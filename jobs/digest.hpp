// SHA-256 of whole files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "formats/sha256.hpp"

namespace daicho {

struct FileDigest {
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// Reads a whole file; throws WorldError.
FileDigest digest_file(const std::filesystem::path& path);

}  // namespace daicho
