// Writing one volume: the archive of its pieces, sealed on the way, to all copies at once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "jobs/medium_facts.hpp"
#include "jobs/medium_plan.hpp"
#include "jobs/seal.hpp"

namespace daicho {

/// What every volume of a delivery is written from. All must outlive the writing.
struct VolumeSource {
  const MediumDelivery& delivery;
  const SealParties& parties;
  std::filesystem::path run_folder;
  std::string manifest;  ///< manifest.json; empty: it does not go along
};

/// Reads the pieces of cut files once and sets their digests. Throws WorldError where the pieces of one together are
/// not what the manifest says of it.
void digest_pieces(const std::filesystem::path& run_folder, const std::vector<ManifestFile>& files, MediumPlan& plan);

/// Writes volume `index` of the plan to each of `targets`, synced and closed. Answers its size and digest. Throws
/// WorldError where a file of the run is no longer as its manifest says, or where a target cannot be written.
MediumVolume write_volume(const VolumeSource& source, const MediumPlan& plan, std::size_t index,
                          const std::vector<std::filesystem::path>& targets);

}  // namespace daicho
