// The publisher: the one place through which every output file of a run goes, and which makes the run visible at once.
// docs/on-disk/publication.md is the protocol.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/byte_sink.hpp"
#include "jobs/manifest.hpp"

namespace daicho {

/// Points of a run between which a crash is told apart. Each is reached when everything before it is durable.
enum class PublishStep { reserved, file_written, files_synced, verified, prepared, renamed, recorded, done };

/// Called at each step. Tests end the process there; a program gives none.
using PublishHook = std::function<void(PublishStep)>;

/// The folder of a run while it is made.
class Publisher {
 public:
  /// Makes `out` where it is missing, and an empty temporary folder for the run inside it.
  Publisher(std::filesystem::path out, std::string run_name, PublishHook hook = {});
  Publisher(const Publisher&) = delete;
  Publisher& operator=(const Publisher&) = delete;
  ~Publisher();  ///< removes the temporary folder unless it was published

  /// A new file of the run. Its size and digest are known after its commit. The publisher must outlive it.
  std::unique_ptr<ByteSink> open(const std::string& name);

  /// Fills in size and digest of a committed file, found by name.
  void describe(ManifestFile& file) const;

  /// Writes manifest.json, syncs the folder, and reads everything back. Answers the manifest's SHA-256. Throws
  /// WorldError where the files are not what was written.
  std::string seal(const Manifest& manifest);

  /// Seals a copy of a published folder, whose manifest is among the files written: syncs, and reads everything back.
  /// Throws as above where it is not what `manifest_sha256` tells of.
  void seal_copy(std::string_view manifest_sha256);

  /// Gives the sealed folder its final name. Throws WorldError where that name is taken.
  void publish();

  std::filesystem::path final_folder() const { return out_ / run_name_; }
  void reached(PublishStep step) const {
    if (hook_) hook_(step);
  }

  /// `.daicho-<run>`
  static std::string temporary_name(const std::string& run_name) { return ".daicho-" + run_name; }

  /// Finds an interrupted run that was sealed, in one of `outs`; gives it its final name where it lacks it. Answers its
  /// manifest and where it stands, or nothing where at most a temporary folder stands there that does not match
  /// `manifest_sha256`. Throws RefusedError where anything else stands under the final name.
  struct Recovered {
    Manifest manifest;
    std::filesystem::path folder;
  };
  static std::optional<Recovered> recover(const std::vector<std::filesystem::path>& outs, const std::string& run_name,
                                          const std::string& manifest_sha256);

  /// Removes what an interrupted run left of its temporary folder; false where it left nothing.
  static bool remove_remainder(const std::filesystem::path& out, const std::string& run_name);

 private:
  class File;
  struct Written {
    std::string name;
    std::uint64_t bytes;
    std::string sha256;
  };
  std::filesystem::path out_;
  std::string run_name_;
  std::filesystem::path folder_;
  PublishHook hook_;
  std::vector<Written> written_;
  bool published_ = false;
};

}  // namespace daicho
