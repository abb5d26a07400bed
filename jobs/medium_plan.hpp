// Which files of a run travel, and how they are cut into volumes and media.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/error.hpp"
#include "jobs/medium_facts.hpp"
#include "jobs/seal.hpp"

namespace daicho {

/// Content of one volume, at most: OpenSSL 3.0's `cms -decrypt` takes about three times that in memory.
inline constexpr std::uint64_t kMostVolumeContent = std::uint64_t{256} << 20;

/// What travels of a run.
struct MediumSelection {
  std::vector<ManifestFile> files;  ///< in the manifest's order
  std::string destination;          ///< the files' one destination, or the layout's id where they have none
  bool partial = false;             ///< the run has data files for others, which stay
};

/// The run has no data file at all.
class NothingToHandOver : public RefusedError {
 public:
  using RefusedError::RefusedError;
};

/// The data files of a destination, named by its name or its layout's id, with the glyphs that belong to the run; of
/// the run's only destination where `wanted` is empty. Blanks of either width are
/// the same. Throws UsageError where there is no such destination, or where there are several and none is named;
/// NothingToHandOver.
MediumSelection select_files(const Manifest& manifest, std::string_view wanted);

struct PlannedVolume {
  unsigned medium = 1;
  std::vector<MediumPiece> pieces;  ///< their digests are not known yet, but for whole files
};

struct MediumPlan {
  std::vector<PlannedVolume> volumes;
  unsigned media = 1;
  std::uint64_t largest = 0;  ///< bytes that the fullest medium takes, at most
};

struct MediumLimits {
  std::uint64_t volume_content = kMostVolumeContent;
  std::uint64_t capacity = 0;  ///< bytes of a medium; 0: what is there
  std::uint64_t lists = 0;     ///< bytes that manifest.json takes in each volume; 0: it does not go along
};

/// Fills volumes and media in order. A file is cut only where it fits no volume whole. Throws RefusedError where the
/// capacity holds nothing, or more than 999 volumes or pieces of a file would be needed.
MediumPlan plan_medium(const std::vector<ManifestFile>& files, const SealParties& parties, const MediumLimits& limits);

}  // namespace daicho
