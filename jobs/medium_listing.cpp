#include "jobs/medium_listing.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>
#include <tuple>

#include "formats/error.hpp"
#include "jobs/digest.hpp"
#include "jobs/medium_facts.hpp"
#include "jobs/medium_folder.hpp"
#include "jobs/ustar.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDigestDigits = 64;
constexpr std::string_view kSealEnd{"\0\0\0\0\0\0", 6};  // three ends of contents: the BER of a volume that is whole

/// Names in a folder, in order; throws WorldError where there are more than a medium has.
std::set<std::string> names_in(const fs::path& folder) {
  if (!fs::is_directory(folder)) throw WorldError(fmt::format("{} is no folder", folder.string()));
  std::set<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    names.insert(entry.path().filename().string());
    if (names.size() > kMostFolderEntries) {
      throw WorldError(fmt::format("{} holds more than {} files", folder.string(), kMostFolderEntries));
    }
  }
  return names;
}

bool ends_as_a_seal(const fs::path& file, std::uint64_t bytes) {
  if (bytes < kSealEnd.size()) return false;
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0) throw_errno("open", file.string());
  std::string end(kSealEnd.size(), 'x');
  const ssize_t count = ::pread(fd, end.data(), end.size(), static_cast<off_t>(bytes - end.size()));
  ::close(fd);
  return count == static_cast<ssize_t>(end.size()) && end == kSealEnd;
}

/// What all folders hold.
struct ListedMedia {
  std::vector<ListedVolume> volumes;  ///< whole ones
  std::set<unsigned> named;           ///< of whatever is known already, whole or not
};

/// The lists and volumes of one folder.
class Listing {
 public:
  /// `listed` are the names of all folders, by digest.
  Listing(const fs::path& folder, MediumVerifySink& sink, const std::multimap<std::string, std::string>& listed,
          ListedMedia& media)
      : folder_(folder), sink_(sink), listed_(listed), media_(media) {}

  void read() {
    std::set<std::string> names = names_in(folder_);
    for (const std::string_view own : {kSumsName, kSlipPageName, kSlipTextName}) names.erase(std::string(own));
    for (const std::string_view of_file_system : kFileSystemNames) names.erase(std::string(of_file_system));
    const auto text = read_bounded(folder_ / kSumsName, kMostListBytes);
    const auto sums = text ? parse_sums(*text) : std::nullopt;
    if (!sums) {
      sink_.fault(MediumFault::no_sums, (folder_ / kSumsName).string(), text ? "form" : "missing");
      return;
    }
    for (const auto& [name, sha256] : *sums) {
      if (names.erase(name) == 0) {
        if (const auto number = parse_volume_name(name)) media_.named.insert(number->volume);
        sink_.fault(MediumFault::volume_missing, name, {});
      } else {
        compare(name, sha256);
      }
    }
    for (const std::string& name : names) {
      if (is_volume_name(name)) {
        sink_.fault(MediumFault::volume_unlisted, name, {});
      } else {
        sink_.note(MediumNote::foreign_file, name, {});
      }
    }
  }

 private:
  void compare(const std::string& name, const std::string& sha256) {
    const auto number = parse_volume_name(name);
    const fs::path path = folder_ / name;
    struct stat status {};
    const bool is_file = ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
    if (number) media_.named.insert(number->volume);
    if (!number || !is_file) return sink_.fault(MediumFault::not_a_volume, name, {});
    if (static_cast<std::uint64_t>(status.st_size) > kMostVolumeBytes) {
      return sink_.fault(MediumFault::volume_too_large, name, std::to_string(status.st_size));
    }
    const FileDigest digest = digest_file(path);
    if (digest.sha256 == sha256) {
      media_.volumes.push_back({path, name, number->volume});
      return sink_.note(MediumNote::volume_whole, name, std::to_string(digest.bytes));
    }
    const auto other = listed_.find(digest.sha256);
    if (other != listed_.end()) return sink_.fault(MediumFault::volume_swapped, name, other->second);
    sink_.fault(ends_as_a_seal(path, digest.bytes) ? MediumFault::volume_altered : MediumFault::volume_cut, name,
                std::to_string(digest.bytes));
  }

  const fs::path& folder_;
  MediumVerifySink& sink_;
  const std::multimap<std::string, std::string>& listed_;
  ListedMedia& media_;
};

/// What the lists of all folders name, by digest: volumes may have been exchanged from one medium to another.
std::multimap<std::string, std::string> names_by_digest(const std::vector<fs::path>& folders) {
  std::multimap<std::string, std::string> names;
  for (const fs::path& folder : folders) {
    const auto text = read_bounded(folder / kSumsName, kMostListBytes);
    const auto sums = text ? parse_sums(*text) : std::nullopt;
    if (!sums) continue;
    for (const auto& [name, sha256] : *sums) names.emplace(sha256, name);
  }
  return names;
}

/// All of one delivery, each volume once, none absent.
void check_numbers(const ListedMedia& media, MediumVerifySink& sink) {
  const std::vector<ListedVolume>& volumes = media.volumes;
  if (volumes.empty()) return;
  const VolumeNumber first = *parse_volume_name(volumes.front().name);
  std::set<unsigned> there;
  for (const ListedVolume& volume : volumes) {
    const VolumeNumber number = *parse_volume_name(volume.name);
    const bool same =
        number.medium == first.medium && number.volumes == first.volumes && number.volume <= number.volumes;
    if (!same || !there.insert(number.volume).second) {
      sink.fault(MediumFault::mixed_media, volume.name, volumes.front().name);
    }
  }
  std::string absent;
  for (unsigned number = 1; number <= first.volumes; ++number) {
    if (media.named.count(number) == 0) absent += fmt::format("{}{:03}", absent.empty() ? "" : ", ", number);
  }
  if (!absent.empty()) sink.fault(MediumFault::volumes_absent, first.medium, absent);
}

}  // namespace

std::optional<std::string> read_bounded(const fs::path& file, std::uint64_t most) {
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0) {
    if (errno == ENOENT || errno == ELOOP) return std::nullopt;
    throw_errno("open", file.string());
  }
  struct stat status {};
  if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode) || static_cast<std::uint64_t>(status.st_size) > most) {
    ::close(fd);
    return std::nullopt;
  }
  std::string text(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t size = 0;
  while (size < text.size()) {
    const ssize_t count = ::read(fd, text.data() + size, text.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      const int number = errno;
      ::close(fd);
      errno = number;
      throw_errno("read", file.string());
    }
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
  }
  ::close(fd);
  text.resize(size);
  return text;
}

std::optional<std::map<std::string, std::string>> parse_sums(std::string_view text) {
  std::map<std::string, std::string> sums;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || end <= kDigestDigits + 2) return std::nullopt;
    const std::string_view digest = text.substr(0, kDigestDigits);
    const std::string_view name = text.substr(kDigestDigits + 2, end - kDigestDigits - 2);
    const bool hex = digest.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    if (!hex || text.substr(kDigestDigits, 2) != "  " || !archive_name_valid(name)) return std::nullopt;
    if (!sums.emplace(name, digest).second || sums.size() > kMostFolderEntries) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  if (sums.empty()) return std::nullopt;
  return sums;
}

std::optional<VolumeNumber> parse_volume_name(std::string_view name) {
  if (!is_volume_name(name)) return std::nullopt;
  const auto number_at = [&](std::size_t at) {
    return static_cast<unsigned>(std::stoi(std::string(name.substr(at, 3))));
  };
  VolumeNumber number{std::string(name.substr(0, 13)), number_at(14), number_at(19)};
  if (number.volume == 0 || number.volume > number.volumes) return std::nullopt;
  return number;
}

std::vector<ListedVolume> list_media(const std::vector<fs::path>& folders, MediumVerifySink& sink) {
  ListedMedia media;
  const auto listed = names_by_digest(folders);
  for (const fs::path& folder : folders) Listing(folder, sink, listed, media).read();
  std::sort(media.volumes.begin(), media.volumes.end(), [](const ListedVolume& a, const ListedVolume& b) {
    return std::tie(a.volume, a.name) < std::tie(b.volume, b.name);
  });
  check_numbers(media, sink);
  return std::move(media.volumes);
}

}  // namespace daicho
