// The state folder: what each job published last. docs/on-disk/state.md specifies it.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "jobs/job.hpp"
#include "jobs/ledger_entry.hpp"

namespace daicho {

/// A row of `runs`.
struct RunRow {
  std::int64_t id = 0;
  std::string job;
  std::string identity;
  std::string clock;  ///< 17 digits
  int serial = 0;     ///< 1-999
  std::string as_of;  ///< YYYYMMDD
  std::string status;
  std::string out_folder;
  std::string snapshot;
  std::string manifest_sha256;
  bool erased = false;  ///< the run's folder was erased, or is to be

  /// `20261120000000_001`
  std::string control_no() const;
  /// The folder's name: `cs-update_20261120000000_001`.
  std::string name() const { return job + "_" + control_no(); }
};

/// What a run will change in the state when it is published.
struct PendingState {
  /// By series and key, joined by U+001F.
  std::unordered_map<std::string, std::uint64_t> sequences;
  /// By store; nothing: forget the person.
  std::map<std::string, std::unordered_map<PersonKey, std::optional<std::string>>, std::less<>> stored;
};

/// An entry of the ledger that waits for what it tells of to be done.
struct OutboxRow {
  std::int64_t run = 0;    ///< of `runs`; 0: of no single run
  std::string out_folder;  ///< where a run's folder is to appear
  LedgerEntry entry;       ///< signed
};

/// The state folder of a run, locked while it lives.
class State {
 public:
  /// Opens and locks; makes what is missing, and brings an older version up, of which a copy is kept. Throws
  /// RefusedError where another run holds it longer than `wait` or where its version is unknown.
  explicit State(std::filesystem::path folder, std::chrono::seconds wait = std::chrono::seconds(0));
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State();

  /// Whether the folder holds a state at all; opens nothing.
  static bool exists(const std::filesystem::path& folder);

  const std::filesystem::path& folder() const { return folder_; }

  std::vector<RunRow> published();
  std::vector<RunRow> unfinished();
  std::optional<RunRow> last_published(std::string_view job);
  std::optional<RunRow> published_with(std::string_view job, std::string_view identity);
  /// The serial that a new run of the job at this clock takes; throws RefusedError where all 999 are taken.
  int next_serial(std::string_view job, std::string_view clock);

  /// Adds a row with status `reserved` and gives it its id.
  void reserve(RunRow& row);
  void set_out_folder(const RunRow& row, const std::string& out_folder);
  /// Takes a run back, with everything pending.
  void drop(const RunRow& row);
  /// One transaction: pending changes, the entry to come, and status `prepared`.
  void prepare(const RunRow& row, const PendingState& pending, const LedgerEntry& entry);
  /// One transaction: applies what is pending, status `done`. The entry stands in the ledger.
  void finish(const RunRow& row);

  /// Entries that wait, those of prepared runs among them, in order.
  std::vector<OutboxRow> outbox();
  void await(const OutboxRow& waiting);
  /// One transaction: the runs are marked as erased, and the entry waits.
  void erase_later(const std::vector<RunRow>& runs, const OutboxRow& waiting);
  /// The entry of this reference stands in the ledger, or what it tells of was taken back.
  void recorded(std::string_view reference);

  /// The id of the ledger that this state belongs to; nothing: none yet.
  std::optional<std::string> ledger();
  void link_ledger(std::string_view id);
  /// One transaction: the state belongs to no ledger, and an entry waits that says why.
  void unlink_ledger(const OutboxRow& waiting);

  std::uint64_t sequence(std::string_view job, std::string_view series, std::string_view key);
  std::string stored(std::string_view job, std::string_view store, PersonKey person);
  void for_each_stored(std::string_view job, std::string_view store,
                       const std::function<void(PersonKey, std::string_view)>& visit);

  std::filesystem::path snapshot_path(const std::string& name) const { return folder_ / "snapshots" / name; }
  /// Removes every snapshot that is not the last published one of its job or that of a prepared run.
  void remove_stray_snapshots();

 private:
  struct Database;
  std::filesystem::path folder_;
  std::unique_ptr<Database> database_;
};

/// Read access to what a job stored in another state folder.
class ForeignState {
 public:
  /// Throws RefusedError where the folder holds no state, or one of another version.
  explicit ForeignState(const std::filesystem::path& folder);
  ~ForeignState();
  std::string stored(std::string_view job, std::string_view store, PersonKey person);

 private:
  struct Database;
  std::unique_ptr<Database> database_;
};

}  // namespace daicho
