// Writing media: from a published run to sealed, read back and recorded media. docs/on-disk/media.md tells the order
// and what each crash leaves.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "formats/catalog.hpp"
#include "jobs/ledger.hpp"
#include "jobs/media_register.hpp"
#include "jobs/medium_folder.hpp"
#include "jobs/medium_plan.hpp"
#include "jobs/state.hpp"

namespace daicho {

/// Points of a writing at which a test may break it off.
enum class MediumStep : std::uint8_t { looked, parts_written, read_back, recorded, renamed_one, done };

/// What `media write` is asked.
struct MediumRequest {
  std::filesystem::path state;
  std::string run;                        ///< a run folder's name
  std::filesystem::path out;              ///< where it stands now; empty: where the state says
  std::string destination;                ///< empty: the run's only one
  std::vector<std::filesystem::path> to;  ///< one folder a medium: those of 正 in order, then those of 副
  SealParties parties;
  unsigned copies = 1;
  std::uint64_t capacity = 0;  ///< bytes of a medium; 0: what is there
  std::uint64_t volume_content = kMostVolumeContent;
  std::string approved_by;
  std::string purpose;
  std::string media_type;
  std::string note;
  std::uint64_t acknowledged = 0;     ///< rejects and waiting people
  std::optional<std::string> reason;  ///< --redo: why another medium is made
  std::filesystem::path slips;        ///< a folder for the slips besides; empty: none
  std::string now;                    ///< 17 digits
  bool dry_run = false;
  std::function<void(MediumStep)> hook = [](MediumStep) {};
};

enum class MediumOutcome : std::uint8_t {
  written,
  planned,   ///< a dry run: `facts` without number, volumes have no size yet
  finished,  ///< an interrupted writing was finished
  complete   ///< nothing was left to do
};

struct MediumResult {
  MediumOutcome outcome = MediumOutcome::written;
  MediumFacts facts;
  std::uint64_t largest = 0;  ///< bytes that the fullest medium takes, at most
};

/// What a published run is about to hand over: looked up, verified and chosen, nothing written.
struct MediumContentsChoice {
  RunRow row;
  std::filesystem::path folder;
  Manifest manifest;
  MediumSelection selection;
  std::uint64_t held_back = 0;  ///< rejected and waiting people of the run
};

/// Bytes that the fullest medium of a plan takes in a folder, at most: the last block of each file counts as a whole.
std::uint64_t needed_bytes(const MediumPlan& plan, const MediumFolder& folder);

/// Throws RefusedError where the run is unknown, erased, or not as its manifest says.
MediumContentsChoice choose_contents(const MediumRequest& request);

/// Writes the media of a request, or finishes them. Sentences for people go to `notices`. A refusal is recorded in the
/// ledger. Throws RefusedError, WorldError, UsageError.
MediumResult write_medium(const MediumRequest& request, const Catalog& catalog, const LedgerNotices& notices);

}  // namespace daicho
