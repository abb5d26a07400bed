#include "formats/read_at.hpp"

#include <unistd.h>

#include <cerrno>

namespace daicho {

std::optional<std::size_t> read_at(int fd, std::uint64_t offset, std::span<std::byte> bytes) {
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t count = ::pread(fd, bytes.data() + have, bytes.size() - have, static_cast<off_t>(offset + have));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) break;
    have += static_cast<std::size_t>(count);
  }
  return have;
}

}  // namespace daicho
