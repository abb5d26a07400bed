// Run folders whose time has come are erased, with an entry in the ledger (docs/on-disk/publication.md, once more).
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "jobs/ledger.hpp"
#include "jobs/state.hpp"

namespace daicho {

struct EraseRequest {
  std::filesystem::path state;
  std::filesystem::path out;  ///< where run folders stand now; empty: where they were published
  std::string before;         ///< YYYYMMDD: runs whose clock lies before that day
  std::string reason;         ///< not empty
  std::string approved_by;
  bool newest_too = false;  ///< also the newest run of a job
  std::chrono::seconds wait{0};
};

struct EraseResult {
  std::vector<std::string> erased;   ///< folders
  std::vector<std::string> missing;  ///< runs whose folder stands nowhere; not marked as erased
};

/// Overwrites, unlinks and syncs the folders of published runs, and copies that `run --redo` made of them. What an
/// interrupted erasing left is finished first. Throws RefusedError where there is no state or ledger, or a folder holds
/// what no run put there; WorldError.
EraseResult erase_runs(const EraseRequest& request, const LedgerNotices& notices);

/// Erases what an entry in the outbox tells of, as far as it still stands, and records it.
void finish_erasing(State& state, Ledger& ledger, const OutboxRow& waiting);

}  // namespace daicho
