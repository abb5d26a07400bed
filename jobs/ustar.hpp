// The archive inside a volume: POSIX ustar, written so that any tar reads it, read so strictly that only what is
// written here is taken. docs/on-disk/media.md specifies it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// A name that stands in an archive and becomes a file: 1 to 100 bytes of `A-Z a-z 0-9 . _ -`, none a dot in front.
bool archive_name_valid(std::string_view name);

inline constexpr std::uint64_t kMostMemberBytes = (std::uint64_t{1} << 33) - 1;  // eleven octal digits

/// The 512 bytes before a member's content: regular file, mode 0600, owner 0. `time`: seconds since 1970. Throws
/// std::invalid_argument for a name or size that an archive can't hold.
std::string archive_header(std::string_view name, std::uint64_t bytes, std::int64_t time);

/// What follows a content of so many bytes, up to the next 512.
std::string_view archive_padding(std::uint64_t bytes);

/// The end of an archive.
std::string_view archive_end();

/// A member. Views into the archive that was read.
struct ArchiveMember {
  std::string_view name;
  std::string_view content;
};

/// What an archive holds, in its order; members stop at a fault.
struct ArchiveReading {
  std::vector<ArchiveMember> members;
  std::string fault;  ///< in English, empty: the archive is whole
};

/// Whether the bytes begin as an archive does.
bool looks_like_archive(std::string_view bytes);

/// Reads a whole archive of at most 4,096 members. Links, folders, other names, a name that stands twice, headers of
/// another making and bytes behind the end are faults.
ArchiveReading read_archive(std::string_view archive);

}  // namespace daicho
