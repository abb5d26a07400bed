// The folder of a kit: it appears whole or not at all, with the SHA-256 of every file in SHA256SUMS.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/byte_sink.hpp"

namespace daicho {

inline constexpr const char* kKitSums = "SHA256SUMS";  ///< as `sha256sum --check` reads it

/// Throws UsageError where `path` exists and is not to be overwritten, or is no kit.
void refuse_existing_kit(const std::filesystem::path& path, Overwrite overwrite);

/// A kit while it is made: a temporary folder beside the final one.
class KitFolder {
 public:
  /// Throws as refuse_existing_kit; WorldError.
  KitFolder(const std::filesystem::path& path, Overwrite overwrite);
  KitFolder(const KitFolder&) = delete;
  KitFolder& operator=(const KitFolder&) = delete;
  ~KitFolder();  ///< removes the temporary folder unless it was published

  /// Writes one file; `name` is relative, with `/`.
  void write(const std::string& name, std::string_view bytes);
  /// Writes SHA256SUMS and gives the folder its name. A folder that is replaced is gone only afterwards.
  void publish();

 private:
  void exchange_folders();
  std::filesystem::path path_;
  std::filesystem::path temporary_;
  Overwrite overwrite_;
  std::map<std::string, std::string> sums_;  // by name
  bool published_ = false;
};

/// What is wrong with a kit's files by its SHA256SUMS, a sentence each: missing files, changed ones, others.
/// Throws WorldError where the folder can't be read.
std::vector<std::string> kit_damage(const std::filesystem::path& folder);

/// A whole file. Throws WorldError.
std::string kit_bytes(const std::filesystem::path& file);

}  // namespace daicho
