#include "jobs/state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "formats/error.hpp"
#include "jobs/durable.hpp"
#include "jobs/sqlite.hpp"
#include "jobs/state_schema.hpp"
#include "jobs/stored_values.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

constexpr int kLastSerial = 999;

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
  row.erased = statement.integer(10) != 0;
  return row;
}

fs::path made(fs::path folder) {
  make_private_folder(folder);
  make_private_folder_inside(folder / "snapshots");
  return folder;
}

}  // namespace

std::string RunRow::control_no() const { return fmt::format("{}_{:03}", clock.substr(0, 14), serial); }

struct State::Database {
  Database(const fs::path& folder, std::chrono::seconds wait)
      : lock(folder / "lock", fmt::format("another run is using the state folder {}", folder.string()), wait),
        sqlite(folder / kStateDatabase, SqliteDatabase::Mode::read_write) {
    settle_state_schema(sqlite, folder);
    stored = std::make_unique<StoredValues>(sqlite);
    sequence = std::make_unique<SqliteStatement>(
        sqlite.handle(), "SELECT value FROM sequences WHERE job = ?1 AND series = ?2 AND key = ?3");
  }

  std::vector<RunRow> rows(std::string_view where, std::string_view job, std::string_view other) {
    SqliteStatement select(sqlite.handle(), fmt::format("SELECT * FROM runs WHERE {} ORDER BY id", where));
    if (where.find("?1") != std::string_view::npos) select.bind(1, job);
    if (where.find("?2") != std::string_view::npos) select.bind(2, other);
    std::vector<RunRow> found;
    while (select.step()) found.push_back(row_of(select));
    return found;
  }

  void put_into_outbox(const OutboxRow& waiting);

  FileLock lock;
  SqliteDatabase sqlite;
  std::unique_ptr<StoredValues> stored;
  std::unique_ptr<SqliteStatement> sequence;
};

State::State(fs::path folder, std::chrono::seconds wait)
    : folder_(made(std::move(folder))), database_(std::make_unique<Database>(folder_, wait)) {}

State::~State() = default;

bool State::exists(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(folder / kStateDatabase, ignored);
}

std::vector<RunRow> State::published() { return database_->rows("status = 'done'", {}, {}); }

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
  for (const char* sql : {"DELETE FROM pending_sequences WHERE run = ?1", "DELETE FROM outbox WHERE run = ?1",
                          "DELETE FROM runs WHERE id = ?1"}) {
    SqliteStatement(database_->sqlite.handle(), sql).bind(1, row.id).execute();
  }
  database_->stored->drop_pending(row.id);
  transaction.commit();
}

void State::Database::put_into_outbox(const OutboxRow& waiting) {
  SqliteStatement insert(sqlite.handle(),
                         "INSERT INTO outbox (reference, run, out_folder, entry) VALUES (?1, ?2, ?3, ?4)");
  const std::string entry = encode_entry(waiting.entry);
  insert.bind(1, waiting.entry.reference)
      .bind(2, waiting.run)
      .bind(3, waiting.out_folder)
      .bind_blob(4, entry)
      .execute();
}

void State::prepare(const RunRow& row, const PendingState& pending, const LedgerEntry& entry) {
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
  database_->put_into_outbox({row.id, row.out_folder, entry});
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
  execute("DELETE FROM outbox WHERE run = ?1", false);
  execute("UPDATE runs SET status = 'done' WHERE id = ?1", false);
  transaction.commit();
}

std::vector<OutboxRow> State::outbox() {
  SqliteStatement select(database_->sqlite.handle(), "SELECT run, out_folder, entry FROM outbox ORDER BY rowid");
  std::vector<OutboxRow> waiting;
  while (select.step()) {
    auto entry = decode_entry(select.text(2));
    if (!entry)
      throw WorldError(fmt::format("{} is damaged: an entry of its outbox", (folder_ / kStateDatabase).string()));
    waiting.push_back({select.integer(0), std::string(select.text(1)), std::move(*entry)});
  }
  return waiting;
}

void State::await(const OutboxRow& waiting) {
  SqliteTransaction transaction(database_->sqlite);
  database_->put_into_outbox(waiting);
  transaction.commit();
}

void State::erase_later(const std::vector<RunRow>& runs, const OutboxRow& waiting) {
  SqliteTransaction transaction(database_->sqlite);
  for (const RunRow& row : runs) {
    SqliteStatement update(database_->sqlite.handle(), "UPDATE runs SET erased = 1 WHERE id = ?1");
    update.bind(1, row.id).execute();
  }
  database_->put_into_outbox(waiting);
  transaction.commit();
}

void State::recorded(std::string_view reference) {
  SqliteStatement(database_->sqlite.handle(), "DELETE FROM outbox WHERE reference = ?1").bind(1, reference).execute();
}

std::optional<std::string> State::ledger() {
  SqliteStatement select(database_->sqlite.handle(), "SELECT id FROM ledger_link");
  if (!select.step()) return std::nullopt;
  return std::string(select.text(0));
}

void State::link_ledger(std::string_view id) {
  SqliteTransaction transaction(database_->sqlite);
  database_->sqlite.execute("DELETE FROM ledger_link");
  SqliteStatement(database_->sqlite.handle(), "INSERT INTO ledger_link (id) VALUES (?1)").bind(1, id).execute();
  transaction.commit();
}

void State::unlink_ledger(const OutboxRow& waiting) {
  SqliteTransaction transaction(database_->sqlite);
  database_->sqlite.execute("DELETE FROM ledger_link");
  database_->put_into_outbox(waiting);
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
  explicit Database(const fs::path& folder) : sqlite(folder / kStateDatabase, SqliteDatabase::Mode::read_only) {
    refuse_other_state_version(sqlite, folder);
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
