#include "jobs/digest.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18;

}  // namespace

FileDigest digest_file(const std::filesystem::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw_errno("open", path.string());
  FileDigest result;
  Sha256 digest;
  std::vector<char> buffer(kBlock);
  for (;;) {
    const ssize_t count = ::read(fd, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      const int number = errno;
      ::close(fd);
      errno = number;
      throw_errno("read", path.string());
    }
    if (count == 0) break;
    digest.update({buffer.data(), static_cast<std::size_t>(count)});
    result.bytes += static_cast<std::uint64_t>(count);
  }
  ::close(fd);
  result.sha256 = digest.hex();
  return result;
}

}  // namespace daicho
