// SHA-256, the one digest of runs, files and manifests.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace daicho {

class Sha256 {
 public:
  Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  Sha256(Sha256&& other) noexcept;
  Sha256& operator=(Sha256&& other) = delete;
  ~Sha256();
  void update(std::string_view bytes);
  /// Takes a part with its length before it, so that parts cannot run into one another.
  void update_part(std::string_view bytes);
  /// 64 lower-case hexadecimal digits. Ends the digest.
  std::string hex();

 private:
  void* context_;
};

std::string sha256_of(std::string_view bytes);

struct FileDigest {
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// Reads a whole file; throws WorldError.
FileDigest digest_file(const std::filesystem::path& path);

}  // namespace daicho
