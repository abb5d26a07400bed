#include "jobs/durable.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <thread>
#include <utility>

#include "formats/error.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kFirstPause(2);
constexpr std::chrono::milliseconds kLongestPause(100);

/// False with errno where the sync failed.
bool sync_and_close(int fd) {
  const int status = ::fsync(fd);
  const int number = errno;
  ::close(fd);
  errno = number;
  return status == 0;
}

}  // namespace

void make_private_folder(const fs::path& folder) {
  if (folder.empty() || fs::is_directory(folder)) return;
  make_private_folder(folder.parent_path());
  if (::mkdir(folder.c_str(), 0700) == 0) {
    const fs::path parent = folder.parent_path();
    sync_folder(parent.empty() ? fs::path(".") : parent);
  } else if (errno != EEXIST || !fs::is_directory(folder)) {
    throw_errno("make folder", folder.string());
  }
}

void make_new_private_folder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), 0700) != 0) throw_errno("make folder", folder.string());
  const fs::path parent = folder.parent_path();
  sync_folder(parent.empty() ? fs::path(".") : parent);
}

void make_private_folder_inside(const fs::path& folder) {
  const fs::file_status status = fs::symlink_status(folder);
  if (!fs::exists(status)) return make_new_private_folder(folder);
  if (fs::is_directory(status)) return;
  errno = ENOTDIR;
  throw_errno("make folder", folder.string());
}

void sync_folder(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) throw_errno("open folder", folder.string());
  if (!sync_and_close(fd)) throw_errno("sync folder", folder.string());
}

void sync_file(const fs::path& file) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0) throw_errno("open", file.string());
  if (!sync_and_close(fd)) throw_errno("sync", file.string());
}

DurableFile::DurableFile(fs::path path, Existing existing)
    : path_(std::move(path)),
      fd_(::open(path_.c_str(),
                 O_WRONLY | O_CREAT | (existing == Existing::refuse ? O_EXCL : O_TRUNC) | O_NOFOLLOW | O_CLOEXEC,
                 0600)) {
  if (fd_ < 0) throw_errno("create", path_.string());
}

DurableFile::~DurableFile() {
  if (fd_ >= 0) ::close(fd_);
  if (!finished_) ::unlink(path_.c_str());
}

void DurableFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(fd_, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      throw_errno("write", path_.string());
    }
  }
}

void DurableFile::finish() {
  if (::fsync(fd_) != 0) throw_errno("sync", path_.string());
  if (::close(std::exchange(fd_, -1)) != 0) throw_errno("close", path_.string());
  finished_ = true;
}

FileLock::FileLock(const fs::path& path, const std::string& refusal, std::chrono::milliseconds wait, Open open)
    : fd_(::open(path.c_str(), (open == Open::make ? O_RDWR | O_CREAT : O_RDONLY) | O_NOFOLLOW | O_CLOEXEC, 0600)) {
  if (fd_ < 0) throw_errno("open", path.string());
  const auto end = std::chrono::steady_clock::now() + wait;
  auto pause = kFirstPause;
  while (::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
    const int number = errno;
    const bool held = number == EWOULDBLOCK;
    if (held && std::chrono::steady_clock::now() < end) {
      std::this_thread::sleep_for(pause);
      pause = std::min(2 * pause, kLongestPause);
      continue;
    }
    ::close(fd_);
    if (held) throw RefusedError(refusal);
    errno = number;
    throw_errno("lock", path.string());
  }
}

FileLock::~FileLock() { ::close(fd_); }

void rename_to_new_name(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return;
  if (errno == EINVAL || errno == ENOSYS) {  // a file system without the flag
    if (std::filesystem::exists(to)) {
      errno = EEXIST;
    } else if (::rename(from.c_str(), to.c_str()) == 0) {
      return;
    }
  }
  throw_errno("publish", to.string());
}

}  // namespace daicho
