// What a run tells the ledger, and how it gets there through the outbox of the state (docs/on-disk/publication.md).
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "jobs/data_files.hpp"
#include "jobs/ledger.hpp"
#include "jobs/manifest.hpp"
#include "jobs/run_request.hpp"
#include "jobs/state.hpp"

namespace daicho {

LedgerNotices ledger_notices(const RunRequest& request, const Settings& settings);

/// The ledger of a state: the one that it is linked to, or a new one where it has none yet. A state that was brought up
/// from an older version is told to it. Throws RefusedError where the linked one is missing or another stands there.
std::unique_ptr<Ledger> open_state_ledger(State& state, const LedgerNotices& notices);

/// The entry of a run that is ready to be published, signed. `folder` is where it is to appear.
LedgerEntry run_entry(const RunRequest& request, const Settings& settings, const Manifest& manifest,
                      const DataTotals& totals, const std::filesystem::path& folder);

/// The entry of a run whose outbox tells nothing: an older program prepared it.
LedgerEntry run_entry_of_manifest(const Manifest& manifest, const std::string& manifest_sha256,
                                  const std::filesystem::path& folder);

/// The entry of an interrupted run whose folder is `folder` now. Its reference stays.
LedgerEntry moved_entry(const LedgerEntry& waiting, const std::filesystem::path& folder);

/// The entry that an interrupted run was taken back; its reference comes from the run's own.
LedgerEntry taken_back_entry(const RunRow& row, const std::string& run_reference);

/// The entry that a published run was handed out once more, signed: what the entry of the run says, with another time,
/// account, approval and folder, and the number of that entry in its details.
LedgerEntry redo_entry(const RunRequest& request, const Settings& settings, const LedgerEntry& of_run,
                       std::optional<std::int64_t> number, const std::filesystem::path& folder);

/// What is known of a run when it is refused.
struct RefusedRun {
  std::string job;
  std::string run;  ///< where one that was published is meant
  std::string as_of;
  std::string register_sha256;  ///< empty: the register was not read
  bool ledger_refused = false;  ///< the ledger itself is why: it takes no entry
};

/// Records a refusal where the state has a ledger. Never throws: what keeps it from being recorded is said.
void record_refusal(const RunRequest& request, const Settings& settings, const RefusedRun& refused,
                    const std::string& reason) noexcept;

}  // namespace daicho
