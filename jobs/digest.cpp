#include "jobs/digest.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "formats/error.hpp"
#include "jobs/descriptor.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18;

void read_blocks(const Descriptor& file, const std::filesystem::path& name,
                 const std::function<void(std::string_view)>& visit) {
  std::vector<char> buffer(kBlock);
  for (;;) {
    const ssize_t count = ::read(file.number(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_errno("read", name.string());
    if (count == 0) break;
    visit({buffer.data(), static_cast<std::size_t>(count)});
  }
}

void read_blocks(const std::filesystem::path& path, Links links, const std::function<void(std::string_view)>& visit) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | (links == Links::refuse ? O_NOFOLLOW : 0)));
  if (!file.open()) throw_errno("open", path.string());
  read_blocks(file, path, visit);
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

bool for_each_block_at(const Descriptor& folder, const std::filesystem::path& name,
                       const std::function<void(std::string_view)>& visit) {
  const Descriptor file(::openat(folder.number(), name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!file.open()) {
    if (errno == ENOENT || errno == ELOOP || errno == ENXIO) return false;
    throw_errno("open", name.string());
  }
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) throw_errno("look at", name.string());
  if (!S_ISREG(status.st_mode)) return false;
  read_blocks(file, name, visit);
  return true;
}

}  // namespace daicho
