#include "jobs/redo.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "formats/error.hpp"
#include "jobs/digest.hpp"
#include "jobs/durable.hpp"
#include "jobs/recovery.hpp"
#include "jobs/run_ledger.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

RunRow row_of(State& state, const RedoRequest& redo) {
  const std::vector<RunRow> rows = state.published();
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [&](const RunRow& row) { return row.job == redo.job && row.name() == redo.run; });
  if (found == rows.end()) {
    throw RefusedError(
        fmt::format("the state folder {} knows no run {} of {}", state.folder().string(), redo.run, redo.job));
  }
  if (found->erased) throw RefusedError(fmt::format("the folder of {} was erased", redo.run));
  return *found;
}

bool stands(const fs::path& path) { return fs::exists(fs::symlink_status(path)); }

/// The kept folder, whole.
struct KeptRun {
  fs::path folder;
  Manifest manifest;
};

KeptRun kept_run(const RunRow& row, const fs::path& out) {
  fs::path folder = out / row.name();
  if (!stands(folder)) folder = fs::path(row.out_folder) / row.name();
  if (!stands(folder)) {
    throw RefusedError(fmt::format("{} stands neither in {} nor in {}", row.name(), out.string(), row.out_folder));
  }
  std::string difference;
  auto manifest = verify_run_folder(folder, row.manifest_sha256, difference);
  if (!manifest) {
    throw RefusedError(fmt::format("{} is not as it was published: {}", folder.string(), difference));
  }
  return {std::move(folder), std::move(*manifest)};
}

void copy_file_to(Publisher& publisher, const fs::path& folder, const std::string& name) {
  const auto sink = publisher.open(name);
  for_each_block(folder / name, [&](std::string_view bytes) { sink->write(bytes); });
  sink->commit();
}

LedgerEntry entry_of(Ledger& ledger, const RedoRequest& redo, const RunRequest& request, const Settings& settings,
                     const KeptRun& kept) {
  std::optional<LedgerRow> of_run;
  ledger.store().for_each([&](const LedgerRow& row) {
    if (row.entry.kind == entry_kind::run && row.entry.run == redo.run) of_run = row;
  });
  const fs::path folder = fs::absolute(request.out) / redo.run;
  const std::string digest = digest_file(kept.folder / kManifestName).sha256;
  LedgerEntry entry =
      redo_entry(request, settings, of_run ? of_run->entry : run_entry_of_manifest(kept.manifest, digest, folder),
                 of_run ? std::optional(of_run->number) : std::nullopt, folder);
  entry.reason = redo.reason;
  return entry;
}

RunResult redo_from_state(const RedoRequest& redo, const RunRequest& request, const Settings& settings,
                          RefusedRun& refused) {
  State state(request.state, request.wait);
  refused.ledger_refused = true;
  const auto ledger = open_state_ledger(state, ledger_notices(request, settings));
  refused.ledger_refused = false;
  recover(state, ledger.get(), request, RunRow{});
  make_private_folder(request.out);
  const RunRow row = row_of(state, redo);
  refused.as_of = row.as_of;
  KeptRun kept = kept_run(row, request.out);
  const LedgerEntry entry = entry_of(*ledger, redo, request, settings, kept);
  const OutboxRow waiting{row.id, fs::absolute(request.out).string(), entry};
  RunResult result;
  result.folder = request.out / redo.run;
  if (kept.folder == result.folder) {
    state.await(waiting);
  } else {
    Publisher publisher(request.out, redo.run, request.hook);
    for (const ManifestFile& file : kept.manifest.files) copy_file_to(publisher, kept.folder, file.name);
    copy_file_to(publisher, kept.folder, std::string(kManifestName));
    publisher.seal_copy(row.manifest_sha256);
    state.await(waiting);
    publisher.reached(PublishStep::prepared);
    publisher.publish();
  }
  ledger->append(entry);
  if (request.hook) request.hook(PublishStep::recorded);
  state.recorded(entry.reference);
  result.manifest = std::move(kept.manifest);
  return result;
}

}  // namespace

RunResult redo_run(const RedoRequest& redo, const RunRequest& request, const Settings& settings) {
  if (!State::exists(request.state)) {
    throw RefusedError(fmt::format("there is no state in {}", request.state.string()));
  }
  RefusedRun refused;
  refused.job = redo.job;
  refused.run = redo.run;
  try {
    return redo_from_state(redo, request, settings, refused);
  } catch (const RefusedError& error) {
    record_refusal(request, settings, refused, error.what());
    throw;
  }
}

}  // namespace daicho
