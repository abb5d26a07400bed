// What lies on media, before anything is opened: their names, lists and digests, read without trust.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jobs/medium_fault.hpp"

namespace daicho {

inline constexpr std::uint64_t kMostVolumeBytes = std::uint64_t{320} << 20;
inline constexpr std::uint64_t kMostListBytes = std::uint64_t{16} << 20;
inline constexpr std::size_t kMostFolderEntries = 4096;

/// Digests by name. Nothing where the text is not of `sha256sum`'s form, or a name stands twice or leads elsewhere.
std::optional<std::map<std::string, std::string>> parse_sums(std::string_view text);

/// `M20261120-001_002of012.cms` taken apart.
struct VolumeNumber {
  std::string medium;
  unsigned volume = 0;
  unsigned volumes = 0;
};
std::optional<VolumeNumber> parse_volume_name(std::string_view name);

/// A volume whose bytes are those listed.
struct ListedVolume {
  std::filesystem::path path;
  std::string name;
  unsigned volume = 0;
};

/// Compares what the folders (the media of one copy) hold with their lists; answers the whole volumes in order. Throws
/// WorldError where a folder or file cannot be read, UsageError where one is no folder.
std::vector<ListedVolume> list_media(const std::vector<std::filesystem::path>& folders, MediumVerifySink& sink);

/// A file of at most `most` bytes, never through a link. Nothing where it is larger or no regular file.
std::optional<std::string> read_bounded(const std::filesystem::path& file, std::uint64_t most);

}  // namespace daicho
