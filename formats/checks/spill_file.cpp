#include "formats/checks/spill_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "formats/error.hpp"
#include "formats/read_at.hpp"

namespace daicho {
namespace {

std::string temporary_folder() {
  const char* folder = std::getenv("TMPDIR");
  return folder != nullptr && *folder != '\0' ? folder : "/tmp";
}

/// A file system without O_TMPFILE: a name that nobody can guess, taken away at once.
int open_and_unlink(const std::string& folder) {
  std::string name = folder + "/daicho.XXXXXX";
  const int fd = ::mkostemp(name.data(), O_CLOEXEC);
  if (fd >= 0) ::unlink(name.c_str());
  return fd;
}

}  // namespace

SpillFile::SpillFile() : folder_(temporary_folder()) {
  fd_ = ::open(folder_.c_str(), O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, 0600);
  if (fd_ < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL)) fd_ = open_and_unlink(folder_);
  if (fd_ < 0) fail("make a temporary file in");
}

SpillFile::~SpillFile() {
  unmap();
  ::close(fd_);
}

void SpillFile::append(std::span<const std::byte> bytes) {
  unmap();
  while (!bytes.empty()) {
    const ssize_t count = ::pwrite(fd_, bytes.data(), bytes.size(), static_cast<off_t>(size_));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("write a temporary file in");
    size_ += static_cast<std::uint64_t>(count);
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
}

void SpillFile::read(std::uint64_t offset, std::span<std::byte> bytes) const {
  const auto have = read_at(fd_, offset, bytes);
  if (have == bytes.size()) return;
  if (have) errno = EIO;  // it ends before what was written to it
  fail("read a temporary file in");
}

std::span<const std::byte> SpillFile::map() {
  unmap();
  if (size_ == 0) return {};
  void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, fd_, 0);
  if (mapped == MAP_FAILED) fail("map a temporary file in");
  mapped_ = mapped;
  mapped_size_ = size_;
  return {static_cast<const std::byte*>(mapped_), mapped_size_};
}

void SpillFile::unmap() {
  if (mapped_ != nullptr) ::munmap(mapped_, mapped_size_);
  mapped_ = nullptr;
}

void SpillFile::clear() {
  unmap();
  if (::ftruncate(fd_, 0) != 0) fail("shorten a temporary file in");
  size_ = 0;
}

void SpillFile::fail(const char* what) const { throw_errno(what, folder_); }

}  // namespace daicho
