#include "jobs/sqlite.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "formats/error.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(sqlite3* database) {
  const char* file = sqlite3_db_filename(database, "main");
  throw WorldError(std::string("cannot use ") + (file != nullptr ? file : "the database") + ": " +
                   sqlite3_errmsg(database));
}

void check(sqlite3* database, int status) {
  if (status != SQLITE_OK) fail(database);
}

/// Whether nobody can write to the database, so that it may be read without -wal and -shm.
bool is_still(const fs::path& folder, const fs::path& file) {
  if (::faccessat(AT_FDCWD, folder.c_str(), W_OK, AT_EACCESS) == 0) return false;
  std::error_code error;
  const std::uintmax_t waiting = fs::file_size(file.string() + "-wal", error);
  return error || waiting == 0;
}

/// A path as a URI that says so to SQLite.
std::string still_uri(const std::string& path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '?' || c == '#') {
      uri += {'%', kDigits[byte >> 4], kDigits[byte & 15U]};
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

/// SQLite takes a null pointer for NULL; an empty view may have one.
const char* bytes_of(std::string_view view) { return view.data() != nullptr ? view.data() : ""; }

}  // namespace

SqliteStatement::SqliteStatement(sqlite3* database, std::string_view sql) : database_(database) {
  check(database_, sqlite3_prepare_v2(database_, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr));
}

SqliteStatement::~SqliteStatement() { sqlite3_finalize(statement_); }

SqliteStatement& SqliteStatement::bind(int parameter, std::int64_t value) {
  check(database_, sqlite3_bind_int64(statement_, parameter, value));
  return *this;
}

SqliteStatement& SqliteStatement::bind(int parameter, std::string_view text) {
  check(database_,
        sqlite3_bind_text(statement_, parameter, bytes_of(text), static_cast<int>(text.size()), SQLITE_STATIC));
  return *this;
}

SqliteStatement& SqliteStatement::bind_blob(int parameter, std::string_view bytes) {
  check(database_,
        sqlite3_bind_blob(statement_, parameter, bytes_of(bytes), static_cast<int>(bytes.size()), SQLITE_STATIC));
  return *this;
}

SqliteStatement& SqliteStatement::bind_null(int parameter) {
  check(database_, sqlite3_bind_null(statement_, parameter));
  return *this;
}

bool SqliteStatement::step() {
  const int status = sqlite3_step(statement_);
  if (status == SQLITE_ROW) return true;
  if (status != SQLITE_DONE) fail(database_);
  return false;
}

void SqliteStatement::reset() { sqlite3_reset(statement_); }

void SqliteStatement::execute() {
  step();
  reset();
}

std::int64_t SqliteStatement::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view SqliteStatement::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, static_cast<std::size_t>(size));
}

SqliteDatabase::SqliteDatabase(const std::filesystem::path& file, Mode mode) {
  int flags = SQLITE_OPEN_READONLY;
  if (mode == Mode::read_write) {
    // SQLite would make the file with the process's umask; its -wal and -shm take the mode of this one.
    const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0) throw_errno("open", file.string());
    ::close(fd);
    flags = SQLITE_OPEN_READWRITE;
  }
  // The folder may be reached through links, the file may be none: SQLite would refuse either.
  std::error_code error;
  fs::path folder = file.parent_path().empty() ? fs::path(".") : file.parent_path();
  const fs::path real = fs::canonical(folder, error);
  if (!error) folder = real;
  flags |= SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW;
  std::string name = (folder / file.filename()).string();
  if (mode == Mode::read_only && is_still(folder, name)) {
    flags |= SQLITE_OPEN_URI;
    name = still_uri(name);
  }
  if (sqlite3_open_v2(name.c_str(), &database_, flags, nullptr) != SQLITE_OK) {
    const std::string reason = database_ != nullptr ? sqlite3_errmsg(database_) : "out of memory";
    sqlite3_close(database_);
    throw WorldError("cannot open " + file.string() + ": " + reason);
  }
  try {
    sqlite3_busy_timeout(database_, 10000);
    execute("PRAGMA temp_store=MEMORY");  // sorting must not put personal values into the system's temporary folder
    if (mode == Mode::read_write) execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
  } catch (...) {
    sqlite3_close(database_);
    throw;
  }
}

SqliteDatabase::~SqliteDatabase() { sqlite3_close(database_); }

void SqliteDatabase::execute(const char* sql) {
  check(database_, sqlite3_exec(database_, sql, nullptr, nullptr, nullptr));
}

SqliteTransaction::~SqliteTransaction() {
  if (!committed_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void SqliteTransaction::commit() {
  database_.execute("COMMIT");
  committed_ = true;
}

}  // namespace daicho
