#include "jobs/state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "formats/error.hpp"
#include "jobs/durable.hpp"
#include "jobs/sqlite.hpp"
#include "jobs/stored_values.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDatabaseName = "state.sqlite";
constexpr int kLastSerial = 999;
constexpr std::int64_t kVersion = 2;

constexpr const char* kSchema = R"(
CREATE TABLE runs (
  id INTEGER PRIMARY KEY, job TEXT NOT NULL, identity TEXT NOT NULL, clock TEXT NOT NULL, serial INTEGER NOT NULL,
  as_of TEXT NOT NULL, status TEXT NOT NULL, out_folder TEXT NOT NULL, snapshot TEXT NOT NULL,
  manifest_sha256 TEXT NOT NULL);
CREATE INDEX runs_by_identity ON runs (job, identity);
CREATE TABLE sequences (
  job TEXT NOT NULL, series TEXT NOT NULL, key TEXT NOT NULL, value INTEGER NOT NULL,
  PRIMARY KEY (job, series, key)) WITHOUT ROWID;
CREATE TABLE stored (
  job TEXT NOT NULL, store TEXT NOT NULL, person INTEGER NOT NULL, value BLOB NOT NULL,
  dictionary INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (job, store, person)) WITHOUT ROWID;
CREATE TABLE dictionaries (
  id INTEGER PRIMARY KEY, run INTEGER NOT NULL, job TEXT NOT NULL, store TEXT NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE pending_sequences (run INTEGER NOT NULL, series TEXT NOT NULL, key TEXT NOT NULL, value INTEGER NOT NULL);
CREATE TABLE pending_stored (
  run INTEGER NOT NULL, store TEXT NOT NULL, person INTEGER NOT NULL, value BLOB,
  dictionary INTEGER NOT NULL DEFAULT 0);
PRAGMA user_version = 2;
)";

/// Version 1 kept every value as it is, and so do its rows: they have no dictionary.
constexpr const char* kFromVersion1 = R"(
ALTER TABLE stored ADD COLUMN dictionary INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pending_stored ADD COLUMN dictionary INTEGER NOT NULL DEFAULT 0;
CREATE TABLE dictionaries (
  id INTEGER PRIMARY KEY, run INTEGER NOT NULL, job TEXT NOT NULL, store TEXT NOT NULL, bytes BLOB NOT NULL);
PRAGMA user_version = 2;
)";

RunRow row_of(const SqliteStatement& statement) {
  RunRow row;
  row.id = statement.integer(0);
  row.job = statement.text(1);
  row.identity = statement.text(2);
  row.clock = statement.text(3);
  row.serial = static_cast<int>(statement.integer(4));
  row.as_of = statement.text(5);
  row.status = statement.text(6);
  row.out_folder = statement.text(7);
  row.snapshot = statement.text(8);
  row.manifest_sha256 = statement.text(9);
  return row;
}

std::int64_t version_of(const SqliteDatabase& database) {
  SqliteStatement version(database.handle(), "PRAGMA user_version");
  version.step();
  return version.integer(0);
}

[[noreturn]] void refuse_version(const fs::path& folder, std::int64_t version) {
  throw RefusedError(fmt::format("{} has version {}; this program knows version {}", (folder / kDatabaseName).string(),
                                 version, kVersion));
}

fs::path made(fs::path folder) {
  make_private_folder(folder);
  make_private_folder(folder / "snapshots");
  return folder;
}

}  // namespace

std::string RunRow::control_no() const { return fmt::format("{}_{:03}", clock.substr(0, 14), serial); }

struct State::Database {
  explicit Database(const fs::path& folder)
      : lock(folder / "lock", fmt::format("another run is using the state folder {}", folder.string())),
        sqlite(folder / kDatabaseName, SqliteDatabase::Mode::read_write) {
    make_schema(folder);
    stored = std::make_unique<StoredValues>(sqlite);
    sequence = std::make_unique<SqliteStatement>(
        sqlite.handle(), "SELECT value FROM sequences WHERE job = ?1 AND series = ?2 AND key = ?3");
  }

  void make_schema(const fs::path& folder) {
    SqliteTransaction transaction(sqlite);
    const std::int64_t version = version_of(sqlite);
    if (version == 0) {
      sqlite.execute(kSchema);
    } else if (version == 1) {
      sqlite.execute(kFromVersion1);
    } else if (version != kVersion) {
      refuse_version(folder, version);
    }
    transaction.commit();
  }

  std::vector<RunRow> rows(std::string_view where, std::string_view job, std::string_view other) {
    SqliteStatement select(sqlite.handle(), fmt::format("SELECT * FROM runs WHERE {} ORDER BY id", where));
    if (where.find("?1") != std::string_view::npos) select.bind(1, job);
    if (where.find("?2") != std::string_view::npos) select.bind(2, other);
    std::vector<RunRow> found;
    while (select.step()) found.push_back(row_of(select));
    return found;
  }

  FileLock lock;
  SqliteDatabase sqlite;
  std::unique_ptr<StoredValues> stored;
  std::unique_ptr<SqliteStatement> sequence;
};

State::State(fs::path folder) : folder_(made(std::move(folder))), database_(std::make_unique<Database>(folder_)) {}

State::~State() = default;

bool State::exists(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / kDatabaseName, ignored);
}

std::vector<RunRow> State::unfinished() { return database_->rows("status <> 'done'", {}, {}); }

std::optional<RunRow> State::last_published(std::string_view job) {
  std::vector<RunRow> rows = database_->rows("status = 'done' AND job = ?1", job, {});
  if (rows.empty()) return std::nullopt;
  return std::move(rows.back());
}

std::optional<RunRow> State::published_with(std::string_view job, std::string_view identity) {
  std::vector<RunRow> rows = database_->rows("status = 'done' AND job = ?1 AND identity = ?2", job, identity);
  if (rows.empty()) return std::nullopt;
  return std::move(rows.back());
}

int State::next_serial(std::string_view job, std::string_view clock) {
  int last = 0;
  for (const RunRow& row : database_->rows("job = ?1 AND substr(clock, 1, 14) = ?2", job, clock.substr(0, 14))) {
    last = std::max(last, row.serial);
  }
  if (last >= kLastSerial) throw RefusedError(fmt::format("{} has run {} times at {}", job, last, clock.substr(0, 14)));
  return last + 1;
}

void State::reserve(RunRow& row) {
  row.status = "reserved";
  SqliteStatement insert(database_->sqlite.handle(),
                         "INSERT INTO runs (job, identity, clock, serial, as_of, status, out_folder, snapshot, "
                         "manifest_sha256) VALUES (?1, ?2, ?3, ?4, ?5, 'reserved', ?6, '', '') RETURNING id");
  insert.bind(1, row.job).bind(2, row.identity).bind(3, row.clock).bind(4, std::int64_t{row.serial});
  insert.bind(5, row.as_of).bind(6, row.out_folder);
  insert.step();
  row.id = insert.integer(0);
  insert.step();
}

void State::set_out_folder(const RunRow& row, const std::string& out_folder) {
  SqliteStatement update(database_->sqlite.handle(), "UPDATE runs SET out_folder = ?2 WHERE id = ?1");
  update.bind(1, row.id).bind(2, out_folder).execute();
}

void State::drop(const RunRow& row) {
  SqliteTransaction transaction(database_->sqlite);
  for (const char* sql : {"DELETE FROM pending_sequences WHERE run = ?1", "DELETE FROM runs WHERE id = ?1"}) {
    SqliteStatement(database_->sqlite.handle(), sql).bind(1, row.id).execute();
  }
  database_->stored->drop_pending(row.id);
  transaction.commit();
}

void State::prepare(const RunRow& row, const PendingState& pending) {
  sqlite3* handle = database_->sqlite.handle();
  SqliteTransaction transaction(database_->sqlite);
  SqliteStatement sequence(handle, "INSERT INTO pending_sequences VALUES (?1, ?2, ?3, ?4)");
  for (const auto& [name, value] : pending.sequences) {
    const std::size_t separator = name.find('\x1F');
    const std::string_view whole(name);
    sequence.bind(1, row.id).bind(2, whole.substr(0, separator)).bind(3, whole.substr(separator + 1));
    sequence.bind(4, static_cast<std::int64_t>(value)).execute();
  }
  for (const auto& [store, people] : pending.stored) database_->stored->add_pending(row.id, row.job, store, people);
  SqliteStatement update(handle,
                         "UPDATE runs SET status = 'prepared', snapshot = ?2, manifest_sha256 = ?3 WHERE id = ?1");
  update.bind(1, row.id).bind(2, row.snapshot).bind(3, row.manifest_sha256).execute();
  transaction.commit();
}

void State::finish(const RunRow& row) {
  SqliteTransaction transaction(database_->sqlite);
  const auto execute = [&](std::string_view sql, bool with_job) {
    SqliteStatement statement(database_->sqlite.handle(), sql);
    statement.bind(1, row.id);
    if (with_job) statement.bind(2, row.job);
    statement.execute();
  };
  execute(
      "INSERT OR REPLACE INTO sequences SELECT ?2, series, key, value FROM pending_sequences "
      "WHERE run = ?1 ORDER BY series, key",
      true);
  execute(
      "INSERT OR REPLACE INTO stored (job, store, person, value, dictionary) "
      "SELECT ?2, store, person, value, dictionary FROM pending_stored "
      "WHERE run = ?1 AND value IS NOT NULL ORDER BY store, person",
      true);
  execute(
      "DELETE FROM stored WHERE job = ?2 AND (store, person) IN "
      "(SELECT store, person FROM pending_stored WHERE run = ?1 AND value IS NULL)",
      true);
  execute("DELETE FROM pending_sequences WHERE run = ?1", false);
  execute("DELETE FROM pending_stored WHERE run = ?1", false);
  execute("UPDATE runs SET status = 'done' WHERE id = ?1", false);
  transaction.commit();
}

std::uint64_t State::sequence(std::string_view job, std::string_view series, std::string_view key) {
  SqliteStatement& select = *database_->sequence;
  select.reset();
  select.bind(1, job).bind(2, series).bind(3, key);
  return select.step() ? static_cast<std::uint64_t>(select.integer(0)) : 0;
}

std::string State::stored(std::string_view job, std::string_view store, PersonKey person) {
  return database_->stored->find(job, store, person);
}

void State::for_each_stored(std::string_view job, std::string_view store,
                            const std::function<void(PersonKey, std::string_view)>& visit) {
  database_->stored->for_each(job, store, visit);
}

void State::remove_stray_snapshots() {
  std::set<std::string> kept;
  std::map<std::string, std::string> last;  // of each job
  for (RunRow& row : database_->rows("status <> 'reserved'", {}, {})) {
    if (row.status == "prepared") kept.insert(row.snapshot);
    if (row.status == "done") last[row.job] = row.snapshot;
  }
  for (auto& [job, snapshot] : last) kept.insert(snapshot);
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_ / "snapshots")) {
    if (!kept.contains(entry.path().filename().string())) fs::remove(entry.path());
  }
}

struct ForeignState::Database {
  explicit Database(const fs::path& folder) : sqlite(folder / kDatabaseName, SqliteDatabase::Mode::read_only) {
    if (const std::int64_t version = version_of(sqlite); version != kVersion) refuse_version(folder, version);
    stored = std::make_unique<StoredValues>(sqlite);
  }
  SqliteDatabase sqlite;
  std::unique_ptr<StoredValues> stored;
};

ForeignState::ForeignState(const fs::path& folder) {
  if (!State::exists(folder)) throw RefusedError(fmt::format("{} holds no state", folder.string()));
  database_ = std::make_unique<Database>(folder);
}

ForeignState::~ForeignState() = default;

std::string ForeignState::stored(std::string_view job, std::string_view store, PersonKey person) {
  return database_->stored->find(job, store, person);
}

}  // namespace daicho
