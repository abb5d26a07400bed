#include "jobs/recovery.hpp"

#include <fmt/format.h>

#include "formats/error.hpp"

namespace daicho {
namespace {

std::vector<std::filesystem::path> folders_of(const RunRequest& request, const RunRow& row) {
  std::vector<std::filesystem::path> folders{request.out};
  if (std::filesystem::absolute(request.out) != row.out_folder) folders.emplace_back(row.out_folder);
  return folders;
}

/// Finishes a run whose outputs were complete; false where they are not to be found.
bool finish(State& state, const RunRequest& request, const RunRow& row, const RunRow& wanted, Recovery& recovery) {
  auto found = Publisher::recover(folders_of(request, row), row.name(), row.manifest_sha256);
  if (!found) return false;
  state.finish(row);
  if (row.job == wanted.job && row.identity == wanted.identity) {
    RunResult result;
    result.recovered = true;
    result.manifest = std::move(found->manifest);
    result.folder = std::move(found->folder);
    recovery.finished = std::move(result);
  }
  return true;
}

}  // namespace

Recovery recover(State& state, const RunRequest& request, const RunRow& wanted) {
  Recovery recovery;
  for (const RunRow& row : state.unfinished()) {
    const bool prepared = row.status == "prepared";
    if (prepared && request.dry_run) {
      throw RefusedError(
          fmt::format("the run {} was interrupted before its end; run once without --dry-run", row.name()));
    }
    if (prepared && finish(state, request, row, wanted, recovery)) continue;
    const bool same = !prepared && row.job == wanted.job && row.identity == wanted.identity;
    if (same) recovery.reserved = row;
    if (request.dry_run) continue;
    for (const auto& folder : folders_of(request, row)) Publisher::remove_remainder(folder, row.name());
    const bool of_another_job = row.job != wanted.job && !prepared;
    if (!same && !of_another_job) state.drop(row);
  }
  if (!request.dry_run) state.remove_stray_snapshots();
  return recovery;
}

}  // namespace daicho
