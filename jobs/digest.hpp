// SHA-256 of whole files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "formats/sha256.hpp"
#include "jobs/descriptor.hpp"

namespace daicho {

struct FileDigest {
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// Whether a symbolic link in place of a file is followed, or an error.
enum class Links : bool { refuse, follow };

/// Reads a whole file; throws WorldError.
FileDigest digest_file(const std::filesystem::path& path, Links links = Links::follow);

/// Gives a file's bytes as they are, block by block. Throws WorldError, also for a symbolic link.
void for_each_block(const std::filesystem::path& path, const std::function<void(std::string_view)>& visit);

/// Gives the bytes of a file in an open folder; false where no regular file has the name. A symbolic link is none, and
/// nothing else in its place is waited for. Throws WorldError.
bool for_each_block_at(const Descriptor& folder, const std::filesystem::path& name,
                       const std::function<void(std::string_view)>& visit);

}  // namespace daicho
