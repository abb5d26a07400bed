#include "jobs/medium_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <system_error>
#include <utility>

#include "formats/error.hpp"
#include "jobs/descriptor.hpp"
#include "jobs/medium_facts.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kAlignment = 4096;  // of O_DIRECT, on every device in use
constexpr std::size_t kBlock = std::size_t{1} << 20;
constexpr std::array<std::string_view, 3> kLists{kSumsName, kSlipPageName, kSlipTextName};

bool is_medium_file(std::string_view name) {
  return is_volume_name(name) || std::find(kLists.begin(), kLists.end(), name) != kLists.end();
}

/// Where the path is now; throws WorldError.
struct stat status_of(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) throw_errno("look at", path.string());
  return status;
}

struct FreeMemory {
  void operator()(void* memory) const { std::free(memory); }
};

/// False where the file system cannot read so (EINVAL); then nothing is known of the file.
bool digest_descriptor(int fd, const fs::path& file, FileDigest& result) {
  const std::unique_ptr<void, FreeMemory> buffer(std::aligned_alloc(kAlignment, kBlock));
  if (!buffer) throw std::bad_alloc();
  Sha256 digest;
  result = {};
  for (;;) {
    const ssize_t count = ::read(fd, buffer.get(), kBlock);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EINVAL) return false;
    if (count < 0) throw_errno("read back", file.string());
    if (count == 0) break;
    digest.update({static_cast<const char*>(buffer.get()), static_cast<std::size_t>(count)});
    result.bytes += static_cast<std::uint64_t>(count);
  }
  result.sha256 = digest.hex();
  return true;
}

}  // namespace

MediumFolder::MediumFolder(fs::path path) : path_(std::move(path)) {
  const struct stat status = status_of(path_);
  if (!S_ISDIR(status.st_mode)) throw UsageError(fmt::format("{} is no folder", path_.string()));
  device_ = status.st_dev;
}

MediumFolderContent MediumFolder::content() const {
  MediumFolderContent content;
  for (const fs::directory_entry& entry : fs::directory_iterator(path_)) {
    const std::string name = entry.path().filename().string();
    const bool is_file = entry.symlink_status().type() == fs::file_type::regular;
    const std::string_view stem =
        std::string_view(name).substr(0, name.size() - std::min(name.size(), kPartSuffix.size()));
    if (is_file && name.ends_with(kPartSuffix) && is_medium_file(stem)) {
      content.parts.push_back(name);
    } else if (is_file && is_medium_file(name)) {
      content.finals.push_back(name);
    } else if (std::find(kFileSystemNames.begin(), kFileSystemNames.end(), name) == kFileSystemNames.end()) {
      content.others.push_back(name);
    }
  }
  for (auto* names : {&content.parts, &content.finals, &content.others}) std::sort(names->begin(), names->end());
  return content;
}

std::uint64_t MediumFolder::free_bytes() const {
  struct statvfs status {};
  if (::statvfs(path_.c_str(), &status) != 0) throw_errno("look at", path_.string());
  return static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize;
}

std::uint64_t MediumFolder::block_bytes() const {
  struct statvfs status {};
  if (::statvfs(path_.c_str(), &status) != 0) throw_errno("look at", path_.string());
  return status.f_frsize;
}

std::uint64_t MediumFolder::part_bytes() const {
  std::uint64_t bytes = 0;
  for (const std::string& part : content().parts) bytes += fs::file_size(path_ / part);
  return bytes;
}

void MediumFolder::refuse_if_taken_out() const {
  if (status_of(path_).st_dev != device_) throw WorldError(fmt::format("{}: the medium was taken out", path_.string()));
}

void MediumFolder::remove(const std::vector<std::string>& names) const {
  for (const std::string& name : names) {
    std::error_code error;
    fs::remove(path_ / name, error);
    if (error) throw WorldError(fmt::format("cannot remove {}: {}", (path_ / name).string(), error.message()));
  }
}

FileDigest read_back(const fs::path& file) {
  FileDigest result;
  {
    const Descriptor cached(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (cached.number() < 0) throw_errno("read back", file.string());
    ::posix_fadvise(cached.number(), 0, 0, POSIX_FADV_DONTNEED);  // advice: where it is not taken, O_DIRECT follows
  }
  const Descriptor direct(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_DIRECT));
  if (direct.number() >= 0 && digest_descriptor(direct.number(), file, result)) return result;
  const Descriptor plain(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (plain.number() < 0 || !digest_descriptor(plain.number(), file, result)) throw_errno("read back", file.string());
  return result;
}

}  // namespace daicho
