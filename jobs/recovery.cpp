#include "jobs/recovery.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "formats/error.hpp"
#include "jobs/outbox.hpp"
#include "jobs/run_ledger.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> folders_of(const RunRequest& request, const RunRow& row) {
  std::vector<fs::path> folders{request.out};
  if (fs::absolute(request.out) != row.out_folder) folders.emplace_back(row.out_folder);
  return folders;
}

/// One walk through the rows of interrupted runs.
class RecoveryWalk {
 public:
  RecoveryWalk(State& state, Ledger* ledger, const RunRequest& request, const RunRow& wanted)
      : state_(state), ledger_(ledger), request_(request), wanted_(wanted), outbox_(state.outbox()) {}

  void take(const RunRow& row) {
    const bool prepared = row.status == "prepared";
    if (prepared && request_.dry_run) {
      throw RefusedError(
          fmt::format("the run {} was interrupted before its end; run once without --dry-run", row.name()));
    }
    if (prepared) {
      if (!finish(row)) take_back(row);
    } else {
      roll_back(row);
    }
  }

  Recovery recovery;

 private:
  bool is_wanted(const RunRow& row) const { return row.job == wanted_.job && row.identity == wanted_.identity; }

  const OutboxRow* waiting_of(const RunRow& row) const {
    const auto found =
        std::find_if(outbox_.begin(), outbox_.end(), [&](const OutboxRow& waiting) { return waiting.run == row.id; });
    return found != outbox_.end() ? &*found : nullptr;
  }

  bool remove_remainders(const RunRow& row) {
    bool any = false;
    for (const auto& folder : folders_of(request_, row)) {
      if (Publisher::remove_remainder(folder, row.name())) any = true;
    }
    return any;
  }

  /// A folder that is not there may be one that is not mounted, with the run in it.
  static void refuse_missing_out(const RunRow& row) {
    if (fs::is_directory(row.out_folder)) return;
    throw RefusedError(
        fmt::format("the run {} was interrupted while it was published in {}, which is missing: mount it; where it is "
                    "gone for good, make an empty folder in its place",
                    row.name(), row.out_folder));
  }

  /// Finishes a run whose outputs were complete; false where they are not to be found.
  bool finish(const RunRow& row) {
    auto found = Publisher::recover(folders_of(request_, row), row.name(), row.manifest_sha256);
    if (!found) {
      refuse_missing_out(row);
      return false;
    }
    const fs::path folder = fs::absolute(found->folder);
    if (folder.parent_path() != row.out_folder) state_.set_out_folder(row, folder.parent_path().string());
    const OutboxRow* waiting = waiting_of(row);
    ledger_->append(waiting ? moved_entry(waiting->entry, folder)
                            : run_entry_of_manifest(found->manifest, row.manifest_sha256, folder));
    state_.finish(row);
    request_.say(fmt::format("finished the interrupted run {}", row.name()));
    if (is_wanted(row)) {
      RunResult result;
      result.recovered = true;
      result.manifest = std::move(found->manifest);
      result.folder = std::move(found->folder);
      recovery.finished = std::move(result);
    }
    return true;
  }

  void take_back(const RunRow& row) {
    const OutboxRow* waiting = waiting_of(row);
    ledger_->append(taken_back_entry(row, waiting ? waiting->entry.reference : row.manifest_sha256));
    remove_remainders(row);
    state_.drop(row);
    request_.say(
        fmt::format("took back the interrupted run {}: its files are gone or not as its manifest says", row.name()));
  }

  void roll_back(const RunRow& row) {
    if (is_wanted(row)) recovery.reserved = row;
    if (request_.dry_run) return;
    const bool removed = remove_remainders(row);
    const bool of_another_job = row.job != wanted_.job;
    if (is_wanted(row)) {
      request_.say(fmt::format("the unfinished run {} begins again", row.name()));
    } else if (!of_another_job) {
      state_.drop(row);
      request_.say(fmt::format("rolled back the unfinished run {}", row.name()));
    } else if (removed) {
      request_.say(
          fmt::format("removed what the unfinished run {} left; it begins again with its own input", row.name()));
    }
  }

  State& state_;
  Ledger* ledger_;
  const RunRequest& request_;
  const RunRow& wanted_;
  std::vector<OutboxRow> outbox_;
};

}  // namespace

Recovery recover(State& state, Ledger* ledger, const RunRequest& request, const RunRow& wanted) {
  RecoveryWalk walk(state, ledger, request, wanted);
  for (const RunRow& row : state.unfinished()) walk.take(row);
  if (ledger != nullptr) settle_outbox(state, *ledger, request);
  if (!request.dry_run) state.remove_stray_snapshots();
  return std::move(walk.recovery);
}

}  // namespace daicho
