// SQLite behind one file: a database and its statements, errors as WorldError.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace daicho {

/// A prepared statement. Parameters and columns count from 1 and 0, as in SQLite. Valid while its database lives.
class SqliteStatement {
 public:
  SqliteStatement(sqlite3* database, std::string_view sql);
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;
  ~SqliteStatement();

  SqliteStatement& bind(int parameter, std::int64_t value);
  SqliteStatement& bind(int parameter, std::string_view text);  ///< text must live until the statement is reset
  SqliteStatement& bind_blob(int parameter, std::string_view bytes);
  SqliteStatement& bind_null(int parameter);
  /// True with a row; false when done.
  bool step();
  /// Ready for new parameters.
  void reset();
  /// step once, expecting no row, and reset.
  void execute();

  std::int64_t integer(int column) const;
  std::string_view text(int column) const;  ///< text or blob; valid until the next step or reset

 private:
  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

class SqliteDatabase {
 public:
  enum class Mode : bool { read_only, read_write };
  /// Opens or (read_write) makes the file, with mode 0600, WAL and synchronous=FULL. Read only, in a folder
  /// where nothing can be written and no -wal is left, it needs none of SQLite's own files.
  SqliteDatabase(const std::filesystem::path& file, Mode mode);
  SqliteDatabase(const SqliteDatabase&) = delete;
  SqliteDatabase& operator=(const SqliteDatabase&) = delete;
  ~SqliteDatabase();

  void execute(const char* sql);
  sqlite3* handle() const { return database_; }

 private:
  sqlite3* database_ = nullptr;
};

/// Rolled back unless committed.
class SqliteTransaction {
 public:
  explicit SqliteTransaction(SqliteDatabase& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }
  SqliteTransaction(const SqliteTransaction&) = delete;
  SqliteTransaction& operator=(const SqliteTransaction&) = delete;
  ~SqliteTransaction();
  void commit();

 private:
  SqliteDatabase& database_;
  bool committed_ = false;
};

}  // namespace daicho
