#include "jobs/digest.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18;

void read_blocks(const std::filesystem::path& path, Links links, const std::function<void(std::string_view)>& visit) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | (links == Links::refuse ? O_NOFOLLOW : 0));
  if (fd < 0) throw_errno("open", path.string());
  try {
    std::vector<char> buffer(kBlock);
    for (;;) {
      const ssize_t count = ::read(fd, buffer.data(), buffer.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) throw_errno("read", path.string());
      if (count == 0) break;
      visit({buffer.data(), static_cast<std::size_t>(count)});
    }
  } catch (...) {
    ::close(fd);
    throw;
  }
  ::close(fd);
}

}  // namespace

FileDigest digest_file(const std::filesystem::path& path, Links links) {
  FileDigest result;
  Sha256 digest;
  read_blocks(path, links, [&](std::string_view block) {
    digest.update(block);
    result.bytes += block.size();
  });
  result.sha256 = digest.hex();
  return result;
}

void for_each_block(const std::filesystem::path& path, const std::function<void(std::string_view)>& visit) {
  read_blocks(path, Links::refuse, visit);
}

}  // namespace daicho
