// A temporary file without a name: what does not fit into memory goes there, and it is gone with the program however
// that ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace daicho {

/// In $TMPDIR (else /tmp), readable by nobody but its owner (0600). Its functions throw WorldError with the folder's
/// name where the disk is full or fails.
class SpillFile {
 public:
  SpillFile();
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;
  ~SpillFile();

  /// Bytes so far: the offset of what is appended next.
  std::uint64_t size() const { return size_; }
  void append(std::span<const std::byte> bytes);
  /// Fills `bytes` from `offset`; all of them must have been appended.
  void read(std::uint64_t offset, std::span<std::byte> bytes) const;
  /// The whole file as memory, until `unmap`, the next `append` or `clear`.
  std::span<const std::byte> map();
  void unmap();
  /// Gives back what it takes of the disk.
  void clear();

 private:
  [[noreturn]] void fail(const char* what) const;

  std::string folder_;
  int fd_ = -1;
  std::uint64_t size_ = 0;
  void* mapped_ = nullptr;
  std::size_t mapped_size_ = 0;
};

}  // namespace daicho
