// ledger.sqlite: the entries and the head as they stand in the database, believed by nobody yet.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "jobs/ledger_entry.hpp"
#include "jobs/sqlite.hpp"

namespace daicho {

inline constexpr std::string_view kLedgerDatabase = "ledger.sqlite";

/// An entry as it was written.
struct LedgerRow {
  std::int64_t number = 0;
  LedgerEntry entry;
  std::string previous_mac;  ///< with hash and mac: 64 hexadecimal digits
  std::string hash;
  std::string mac;
};

struct LedgerHeadRow {
  std::int64_t entries = 0;
  std::string mac;
};

class LedgerStore {
 public:
  /// Opens the database, or makes it (read_write). Throws RefusedError where its version is unknown, WorldError.
  LedgerStore(const std::filesystem::path& folder, SqliteDatabase::Mode mode);

  /// All entries in ascending order of number.
  void for_each(const std::function<void(const LedgerRow&)>& visit);
  std::optional<LedgerRow> last();
  std::optional<LedgerRow> find_number(std::int64_t number);
  std::optional<LedgerRow> find_reference(std::string_view reference);
  std::optional<LedgerHeadRow> head();

  /// One transaction: the entry and the head after it.
  void add(const LedgerRow& row, const LedgerHeadRow& head);

 private:
  std::optional<LedgerRow> find(std::string_view rest, const std::function<void(SqliteStatement&)>& bind);
  SqliteDatabase database_;
};

}  // namespace daicho
