#include "jobs/state_schema.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <unistd.h>

#include "formats/error.hpp"
#include "jobs/durable.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSchema = R"(
CREATE TABLE runs (
  id INTEGER PRIMARY KEY, job TEXT NOT NULL, identity TEXT NOT NULL, clock TEXT NOT NULL, serial INTEGER NOT NULL,
  as_of TEXT NOT NULL, status TEXT NOT NULL, out_folder TEXT NOT NULL, snapshot TEXT NOT NULL,
  manifest_sha256 TEXT NOT NULL, erased INTEGER NOT NULL DEFAULT 0);
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
)";

/// Version 1 kept every value as it is, and so do its rows: they have no dictionary.
constexpr const char* kFromVersion1 = R"(
ALTER TABLE stored ADD COLUMN dictionary INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pending_stored ADD COLUMN dictionary INTEGER NOT NULL DEFAULT 0;
CREATE TABLE dictionaries (
  id INTEGER PRIMARY KEY, run INTEGER NOT NULL, job TEXT NOT NULL, store TEXT NOT NULL, bytes BLOB NOT NULL);
)";

/// Version 2 had no ledger.
constexpr const char* kFromVersion2 = "ALTER TABLE runs ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;";

constexpr const char* kLedgerSide = R"(
CREATE TABLE outbox (
  reference TEXT NOT NULL UNIQUE, run INTEGER NOT NULL, out_folder TEXT NOT NULL, entry BLOB NOT NULL);
CREATE TABLE ledger_link (id TEXT NOT NULL);
PRAGMA user_version = 3;
)";

std::int64_t version_of(const SqliteDatabase& database) {
  SqliteStatement version(database.handle(), "PRAGMA user_version");
  version.step();
  return version.integer(0);
}

[[noreturn]] void refuse_version(const fs::path& folder, std::int64_t version) {
  throw RefusedError(fmt::format("{} has version {}; this program knows version {}", (folder / kStateDatabase).string(),
                                 version, kStateVersion));
}

/// A whole copy of the database, what is in its log included; durable, and replaced by a later one of the version.
void keep_copy(SqliteDatabase& database, const fs::path& folder, std::int64_t version) {
  const fs::path target = folder / state_copy_name(version);
  const fs::path temporary = folder / ("." + state_copy_name(version));
  ::unlink(temporary.c_str());  // of an interrupted run
  // SQLite fills an empty file; a missing one it would make with the process's umask.
  const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0) throw_errno("create", temporary.string());
  ::close(fd);
  SqliteStatement(database.handle(), "VACUUM INTO ?1").bind(1, temporary.native()).execute();
  sync_file(temporary);
  if (::rename(temporary.c_str(), target.c_str()) != 0) throw_errno("keep", target.string());
  sync_folder(folder);
}

}  // namespace

std::string state_copy_name(std::int64_t version) { return fmt::format("{}.version-{}", kStateDatabase, version); }

void settle_state_schema(SqliteDatabase& database, const fs::path& folder) {
  const std::int64_t version = version_of(database);
  if (version == kStateVersion) return;
  if (version < 0 || version > kStateVersion) refuse_version(folder, version);
  if (version > 0) keep_copy(database, folder, version);
  SqliteTransaction transaction(database);
  if (version == 0) database.execute(kSchema);
  if (version == 1) database.execute(kFromVersion1);
  if (version > 0) database.execute(kFromVersion2);
  database.execute(kLedgerSide);
  transaction.commit();
}

std::optional<std::string> linked_ledger(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::exists(folder / kStateDatabase, ignored)) return std::nullopt;
  const SqliteDatabase database(folder / kStateDatabase, SqliteDatabase::Mode::read_only);
  if (version_of(database) < kStateVersion) return std::nullopt;
  SqliteStatement select(database.handle(), "SELECT id FROM ledger_link");
  if (!select.step()) return std::nullopt;
  return std::string(select.text(0));
}

void refuse_other_state_version(const SqliteDatabase& database, const fs::path& folder) {
  if (const std::int64_t version = version_of(database); version != kStateVersion) refuse_version(folder, version);
}

}  // namespace daicho
