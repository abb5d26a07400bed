// A folder that becomes a medium: what may stand in it, and reading back what was written.
#pragma once

#include <sys/types.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "jobs/digest.hpp"

namespace daicho {

/// Behind the name of a file that is not published yet.
inline constexpr std::string_view kPartSuffix = ".part";

/// What file systems put into their topmost folder by themselves.
inline constexpr std::array<std::string_view, 2> kFileSystemNames{"lost+found", "System Volume Information"};

/// What stands in the folder, each in ascending order.
struct MediumFolderContent {
  std::vector<std::string> parts;   ///< unpublished files of an interrupted writing, with their suffix
  std::vector<std::string> finals;  ///< files by the names of a medium
  std::vector<std::string> others;  ///< anything else but `lost+found` and `System Volume Information`
};

class MediumFolder {
 public:
  /// Throws UsageError where the path is no folder, WorldError where it cannot be looked at.
  explicit MediumFolder(std::filesystem::path path);

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path file(std::string_view name) const { return path_ / name; }
  std::filesystem::path part(std::string_view name) const {
    return path_ / (std::string(name) + std::string(kPartSuffix));
  }

  MediumFolderContent content() const;
  /// Bytes that may still be written.
  std::uint64_t free_bytes() const;
  /// Bytes of which every file takes a whole number.
  std::uint64_t block_bytes() const;
  /// Bytes of unpublished files, which go before a writing.
  std::uint64_t part_bytes() const;
  /// Throws WorldError where the path is no longer on the device on which it was.
  void refuse_if_taken_out() const;
  /// Removes files by name.
  void remove(const std::vector<std::string>& names) const;

 private:
  std::filesystem::path path_;
  dev_t device_ = 0;
};

/// Hashes a file as the medium has it, past the system's cache: with O_DIRECT where the file system can, else after
/// asking the system to forget its pages. The file must be synced. Throws WorldError.
FileDigest read_back(const std::filesystem::path& file);

}  // namespace daicho
