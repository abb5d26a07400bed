#include "jobs/ledger_store.hpp"

#include <fmt/format.h>

#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::int64_t kVersion = 1;

constexpr const char* kSchema = R"(
CREATE TABLE ledger_entries (
  number INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, account TEXT NOT NULL, host TEXT NOT NULL,
  program TEXT NOT NULL, job TEXT NOT NULL, run TEXT NOT NULL, as_of TEXT NOT NULL, destination TEXT NOT NULL,
  people INTEGER NOT NULL, individual_numbers INTEGER NOT NULL, approved_by TEXT NOT NULL, purpose TEXT NOT NULL,
  reason TEXT NOT NULL, details TEXT NOT NULL, reference TEXT NOT NULL UNIQUE, previous_mac TEXT NOT NULL,
  hash TEXT NOT NULL, mac TEXT NOT NULL) STRICT;
CREATE TABLE ledger_head (entries INTEGER NOT NULL, mac TEXT NOT NULL) STRICT;
PRAGMA user_version = 1;
)";

constexpr std::string_view kColumns =
    "number, at, kind, account, host, program, job, run, as_of, destination, people, individual_numbers, approved_by, "
    "purpose, reason, details, reference, previous_mac, hash, mac";

LedgerRow row_of(const SqliteStatement& select) {
  LedgerRow row;
  row.number = select.integer(0);
  LedgerEntry& entry = row.entry;
  int column = 0;
  for (std::string* text : {&entry.at, &entry.kind, &entry.account, &entry.host, &entry.program, &entry.job, &entry.run,
                            &entry.as_of, &entry.destination}) {
    *text = select.text(++column);
  }
  entry.people = static_cast<std::uint64_t>(select.integer(++column));
  entry.individual_numbers = static_cast<std::uint64_t>(select.integer(++column));
  for (std::string* text : {&entry.approved_by, &entry.purpose, &entry.reason, &entry.details, &entry.reference,
                            &row.previous_mac, &row.hash, &row.mac}) {
    *text = select.text(++column);
  }
  return row;
}

std::int64_t version_of(const SqliteDatabase& database) {
  SqliteStatement version(database.handle(), "PRAGMA user_version");
  version.step();
  return version.integer(0);
}

}  // namespace

LedgerStore::LedgerStore(const std::filesystem::path& folder, SqliteDatabase::Mode mode)
    : database_(folder / kLedgerDatabase, mode) {
  std::int64_t version = version_of(database_);
  if (version == 0 && mode == SqliteDatabase::Mode::read_write) {
    SqliteTransaction transaction(database_);
    if (version_of(database_) == 0) database_.execute(kSchema);
    transaction.commit();
    version = kVersion;
  }
  if (version == 0) throw WorldError(fmt::format("{} holds no ledger", (folder / kLedgerDatabase).string()));
  if (version != kVersion) {
    throw RefusedError(fmt::format("{} has version {}; this program knows version {}",
                                   (folder / kLedgerDatabase).string(), version, kVersion));
  }
}

void LedgerStore::for_each(const std::function<void(const LedgerRow&)>& visit) {
  SqliteStatement select(database_.handle(), fmt::format("SELECT {} FROM ledger_entries ORDER BY number", kColumns));
  while (select.step()) visit(row_of(select));
}

std::optional<LedgerRow> LedgerStore::find(std::string_view rest, const std::function<void(SqliteStatement&)>& bind) {
  SqliteStatement select(database_.handle(), fmt::format("SELECT {} FROM ledger_entries {}", kColumns, rest));
  bind(select);
  if (!select.step()) return std::nullopt;
  return row_of(select);
}

std::optional<LedgerRow> LedgerStore::last() {
  return find("ORDER BY number DESC LIMIT 1", [](SqliteStatement&) {});
}

std::optional<LedgerRow> LedgerStore::find_number(std::int64_t number) {
  return find("WHERE number = ?1", [&](SqliteStatement& select) { select.bind(1, number); });
}

std::optional<LedgerRow> LedgerStore::find_reference(std::string_view reference) {
  return find("WHERE reference = ?1", [&](SqliteStatement& select) { select.bind(1, reference); });
}

std::optional<LedgerHeadRow> LedgerStore::head() {
  SqliteStatement select(database_.handle(), "SELECT entries, mac FROM ledger_head");
  if (!select.step()) return std::nullopt;
  LedgerHeadRow head{select.integer(0), std::string(select.text(1))};
  if (select.step()) return std::nullopt;  // two heads are none
  return head;
}

void LedgerStore::add(const LedgerRow& row, const LedgerHeadRow& head) {
  SqliteTransaction transaction(database_);
  SqliteStatement insert(database_.handle(),
                         fmt::format("INSERT INTO ledger_entries ({}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
                                     "?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)",
                                     kColumns));
  const LedgerEntry& entry = row.entry;
  int parameter = 0;
  insert.bind(++parameter, row.number);
  for (const std::string* text : {&entry.at, &entry.kind, &entry.account, &entry.host, &entry.program, &entry.job,
                                  &entry.run, &entry.as_of, &entry.destination}) {
    insert.bind(++parameter, *text);
  }
  insert.bind(++parameter, static_cast<std::int64_t>(entry.people));
  insert.bind(++parameter, static_cast<std::int64_t>(entry.individual_numbers));
  for (const std::string* text : {&entry.approved_by, &entry.purpose, &entry.reason, &entry.details, &entry.reference,
                                  &row.previous_mac, &row.hash, &row.mac}) {
    insert.bind(++parameter, *text);
  }
  insert.execute();
  database_.execute("DELETE FROM ledger_head");
  SqliteStatement renewed(database_.handle(), "INSERT INTO ledger_head (entries, mac) VALUES (?1, ?2)");
  renewed.bind(1, head.entries).bind(2, head.mac).execute();
  transaction.commit();
}

}  // namespace daicho
