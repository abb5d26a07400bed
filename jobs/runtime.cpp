#include "jobs/runtime.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "formats/byte_source.hpp"
#include "formats/error.hpp"
#include "formats/reader.hpp"
#include "jobs/current_run.hpp"
#include "jobs/data_files.hpp"
#include "jobs/durable.hpp"
#include "jobs/recovery.hpp"
#include "jobs/register_input.hpp"
#include "jobs/register_pass.hpp"
#include "jobs/run_identity.hpp"
#include "jobs/run_ledger.hpp"
#include "jobs/state.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

/// Everything that stands before a register is read.
struct Prepared {
  RunIdentity identity;
  RunRow row;
  PartialDate as_of;
  fs::path last_snapshot;  ///< empty: nothing published
};

/// Refuses what must not run against this state.
void refuse_by_state(const RunRequest& request, const RunRow& row, const std::optional<RunRow>& last) {
  const std::string state = request.state.string();
  if (!last && !request.initial) {
    throw RefusedError(
        fmt::format("{} has published nothing from the state folder {}; --initial begins one", row.job, state));
  }
  if (last && request.initial) {
    throw RefusedError(
        fmt::format("{} has already published from the state folder {} (as of {}); --initial is for a "
                    "new one",
                    row.job, state, last->as_of));
  }
  if (last && row.as_of < last->as_of) {
    throw RefusedError(fmt::format("{} was published as of {}; {} lies before that", row.job, last->as_of, row.as_of));
  }
}

/// Reserves the run, or takes up the reservation of an interrupted one of the same identity.
RunRow reserve(State& state, const RunRequest& request, RunRow row, const std::optional<RunRow>& interrupted) {
  if (interrupted) {
    if (!request.dry_run) state.set_out_folder(*interrupted, row.out_folder);
    RunRow taken_up = *interrupted;
    taken_up.out_folder = std::move(row.out_folder);
    return taken_up;
  }
  row.serial = state.next_serial(row.job, row.clock);
  if (!request.dry_run) state.reserve(row);
  return row;
}

RegisterDraft read_register(const RegisterInput& input, const RegisterPassInput& pass_input,
                            const CharacterTables& characters, SnapshotWriter& writer, RejectList& rejects) {
  const auto source = open_source(input.path());
  FindingList findings;
  const FormatSpec format = input.format(pass_input.layout, *source);
  const auto reader =
      make_reader(pass_input.layout, format, *source, findings, characters.text_options(format.charset));
  RegisterPass pass(pass_input, writer, rejects);
  pass.read(*reader, findings);
  input.refuse_if_changed();
  writer.flush();
  return pass.finish();
}

/// Turns the draft into the snapshot of what is now published: whoever was held back has the old record again.
void settle_snapshot(SnapshotWriter& writer, const RegisterDraft& draft, const CurrentRun& run) {
  const auto restore = [&](PersonKey person, const std::string& previous) {
    previous.empty() ? writer.remove(person) : writer.put(person, previous);
  };
  for (const KeptRecord& kept : draft.kept) restore(kept.person, kept.previous);
  std::set<PersonKey> open(run.held().begin(), run.held().end());
  for (const RegisterChange& change : draft.changes) {
    if (open.erase(change.person) != 0) restore(change.person, change.previous);
  }
  // At --initial there is no list of changes. Later the others held back are as published already.
  if (run.initial()) {
    for (const PersonKey person : open) restore(person, {});
  }
  writer.finish();
  sync_folder(writer.path().parent_path());
}

ManifestFile write_list(Publisher& publisher, const std::string& kind, std::uint64_t rows,
                        const std::function<void(ByteSink&)>& write) {
  ManifestFile file;
  file.name = kind + ".csv";
  file.kind = kind;
  file.records = rows;
  const auto sink = publisher.open(file.name);
  write(*sink);
  sink->commit();
  publisher.describe(file);
  return file;
}

Manifest manifest_of(const RunRequest& request, const RunWorld& world, const Prepared& prepared,
                     const RegisterDraft& draft, const RejectList& rejects) {
  const auto layout = world.catalog.layout(kRegisterLayout);
  const RunIdentity& identity = prepared.identity;
  Manifest manifest;
  manifest.job = prepared.row.job;
  manifest.run = prepared.row.name();
  manifest.control_no = prepared.row.control_no();
  manifest.clock = prepared.row.clock;
  manifest.as_of = prepared.row.as_of;
  manifest.extent = request.initial || request.full ? Extent::full : Extent::difference;
  manifest.initial = request.initial;
  manifest.municipality = world.settings.value("municipality.code");
  manifest.identity = identity.sha256;
  manifest.settings_sha256 = identity.settings_sha256;
  manifest.schemas_sha256 = identity.schemas_sha256;
  manifest.input = {layout->id,
                    layout->version,
                    to_string(draft.summary.format),
                    draft.summary.records,
                    draft.summary.bad_records,
                    identity.register_digest.bytes,
                    identity.register_digest.sha256};
  manifest.side_files = identity.side_files;
  manifest.counts = {draft.changed, rejects.rejected(), rejects.waiting(), rejects.warnings()};
  return manifest;
}

/// What a run made, sealed and not published yet.
struct MadeRun {
  Manifest manifest;
  PendingState pending;
  DataTotals totals;
};

/// From the register to a sealed folder: reads, checks, lets the job work, writes, verifies.
void make_outputs(Job& job, const RunRequest& request, const RunWorld& world, const RegisterInput& input,
                  Prepared& prepared, State& state, Publisher& publisher, MadeRun& made) {
  const auto layout = world.catalog.layout(kRegisterLayout);
  const std::string& municipality = world.settings.value("municipality.code");
  const CharacterTables characters(world.catalog, world.settings.character_files());
  RejectList rejects;
  SnapshotWriter snapshot(state.snapshot_path(prepared.row.snapshot), *layout);
  const RegisterPassInput pass_input{*layout,     prepared.as_of, municipality, prepared.last_snapshot,
                                     world.texts, request.threads};
  RegisterDraft draft = read_register(input, pass_input, characters, snapshot, rejects);

  DataFiles files(publisher, {municipality, prepared.row.clock, prepared.row.as_of, prepared.row.serial, &characters});
  CurrentRun run({request, world, characters, *layout, prepared.row, prepared.as_of, draft, snapshot.path(), state,
                  rejects, files});
  job.run(run);

  Manifest manifest = manifest_of(request, world, prepared, draft, rejects);
  manifest.files = files.finish();
  manifest.files.push_back(write_list(publisher, "rejects", rejects.rows(),
                                      [&](ByteSink& sink) { rejects.write_rejects(sink, world.texts); }));
  if (job.lists_waiting() || rejects.waiting() != 0) {
    manifest.files.push_back(
        write_list(publisher, "waiting", rejects.waiting(), [&](ByteSink& sink) { rejects.write_waiting(sink); }));
  }
  std::sort(manifest.files.begin(), manifest.files.end(),
            [](const ManifestFile& a, const ManifestFile& b) { return a.name < b.name; });
  prepared.row.manifest_sha256 = publisher.seal(manifest);
  settle_snapshot(snapshot, draft, run);
  made.pending = run.pending();
  made.totals = files.totals();
  made.manifest = std::move(manifest);
}

/// From a sealed folder to a published run.
void publish(const RunRequest& request, const RunWorld& world, const Prepared& prepared, State& state, Ledger& ledger,
             Publisher& publisher, const MadeRun& made) {
  const LedgerEntry entry =
      run_entry(request, world.settings, made.manifest, made.totals, fs::absolute(publisher.final_folder()));
  state.prepare(prepared.row, made.pending, entry);
  publisher.reached(PublishStep::prepared);
  publisher.publish();
  ledger.append(entry);
  publisher.reached(PublishStep::recorded);
  state.finish(prepared.row);
  publisher.reached(PublishStep::done);
}

Prepared identified(const Job& job, const RunRequest& request, const RunWorld& world, const RegisterInput& input) {
  Prepared prepared;
  prepared.row.job = job.name();
  prepared.row.clock = run_clock(request, moment_in_japan());
  prepared.as_of = processing_date(request, prepared.row.clock);
  prepared.row.as_of = format_date(prepared.as_of);
  prepared.row.out_folder = fs::absolute(request.out).string();
  prepared.identity = identify(job, request, world, prepared.row.as_of, input.path());
  prepared.row.identity = prepared.identity.sha256;
  return prepared;
}

std::unique_ptr<Ledger> ledger_of_run(State& state, const RunRequest& request, const RunWorld& world,
                                      RefusedRun& refused) {
  if (request.dry_run) return nullptr;
  refused.ledger_refused = true;
  auto ledger = open_state_ledger(state, ledger_notices(request, world.settings));
  refused.ledger_refused = false;
  return ledger;
}

RunResult run_from_state(Job& job, const RunRequest& request, const RunWorld& world, RefusedRun& refused) {
  State state(request.state, request.wait);
  const auto ledger = ledger_of_run(state, request, world, refused);
  const RegisterInput input(request.register_file, request.from, state.folder());
  Prepared prepared = identified(job, request, world, input);
  refused.as_of = prepared.row.as_of;
  refused.register_sha256 = prepared.identity.register_digest.sha256;

  const Recovery recovery = recover(state, ledger.get(), request, prepared.row);
  make_private_folder(request.out);  // not before: where it is missing, an interrupted run may be missing with it
  if (recovery.finished) return *recovery.finished;
  if (const auto same = state.published_with(job.name(), prepared.row.identity)) {
    RunResult known;
    known.nothing_new = true;
    known.manifest.job = same->job;
    known.manifest.run = same->name();
    return known;
  }
  const auto last = state.last_published(job.name());
  refuse_by_state(request, prepared.row, last);
  if (last) prepared.last_snapshot = state.snapshot_path(last->snapshot);

  prepared.row = reserve(state, request, prepared.row, recovery.reserved);
  prepared.row.snapshot = prepared.row.name() + ".snap";
  Publisher publisher(request.out, prepared.row.name(), request.hook);
  publisher.reached(PublishStep::reserved);
  MadeRun made;
  make_outputs(job, request, world, input, prepared, state, publisher, made);
  RunResult result;
  if (!request.dry_run) {
    if (request.full && job.full_repeats() && last) prepared.row.snapshot = last->snapshot;
    publish(request, world, prepared, state, *ledger, publisher, made);
    result.folder = publisher.final_folder();
  }
  state.remove_stray_snapshots();
  result.manifest = std::move(made.manifest);
  return result;
}

/// Early, because the register takes long to read; nothing is made yet.
void check_out(const fs::path& out) {
  if (!fs::exists(out) || fs::is_directory(out)) return;
  errno = EEXIST;
  throw_errno("make folder", out.string());
}

}  // namespace

RunResult run_job(Job& job, const RunRequest& request, const RunWorld& world) {
  job.accept(request.initial, request.full);
  check_out(request.out);
  if (!request.initial && !State::exists(request.state)) {
    throw RefusedError(fmt::format("there is no state in {}; --initial begins one", request.state.string()));
  }
  RefusedRun refused;
  refused.job = job.name();
  try {
    return run_from_state(job, request, world, refused);
  } catch (const RefusedError& error) {
    record_refusal(request, world.settings, refused, error.what());
    throw;
  }
}

}  // namespace daicho
