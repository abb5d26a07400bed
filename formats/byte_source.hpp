// Where bytes come from: files and standard input, decompressed on the way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "formats/error.hpp"

namespace daicho {

/// Compressed data that is damaged or ends early. A record reader makes a finding of it; to whoever does not, the input
/// is unreadable.
class DamagedInput : public WorldError {
 public:
  DamagedInput(const std::string& name, const std::string& why, std::uint64_t at);
  std::string reason;    ///< for a person, in English, without the file's name
  std::uint64_t offset;  ///< in the decompressed bytes: how many were read before the damage
};

/// Bytes in order. Compressed input (zstd, gzip; known by its first bytes) is decompressed, so offsets are those of the
/// plain file.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Up to `size` bytes into `buffer`; 0 only at the end. Throws WorldError on an I/O error, and DamagedInput
  /// where compressed data is damaged or ends early, after everything before it has been delivered.
  virtual std::size_t read(char* buffer, std::size_t size) = 0;
  /// The next bytes without taking them: at least `size` unless the input ends before. `size` is at most 1 MiB.
  virtual std::string_view peek(std::size_t size) = 0;
  /// What `peek` met behind the bytes that it could give (an I/O error or DamagedInput), and what `read` will throw
  /// there; null where it met none.
  virtual std::exception_ptr failure() const { return nullptr; }
  /// As the user named it; `-` for standard input.
  virtual const std::string& name() const = 0;
};

/// Opens a file, or standard input for `-`. Throws WorldError (no such file, a directory, no permission).
std::unique_ptr<ByteSource> open_source(const std::string& path);

/// A source over bytes in memory, for tests. The bytes must outlive it.
std::unique_ptr<ByteSource> memory_source(std::string_view bytes, std::string name = "memory");

}  // namespace daicho
