// ledger.key: the key of the next entry, and of which ledger it is. docs/on-disk/ledger.md specifies the bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "jobs/ledger_seal.hpp"

namespace daicho {

inline constexpr std::string_view kLedgerKeyFile = "ledger.key";
inline constexpr std::string_view kLedgerLock = "ledger.lock";
inline constexpr std::string_view kLedgerSyslogMark = "ledger.syslog";  ///< there: heads go to syslog, too

struct LedgerKey {
  std::string ledger;         ///< the ledger's id
  std::uint64_t entries = 0;  ///< n
  SealKey key;                ///< K_n

  /// The key after one more entry.
  LedgerKey next() const { return {ledger, entries + 1, key.next()}; }
};

/// Nothing where there is no such file. Throws RefusedError where it is no key file, WorldError where it cannot be read
/// or is a symbolic link.
std::optional<LedgerKey> read_ledger_key(const std::filesystem::path& file);

/// Replaces the file durably and overwrites the old one's bytes, as far as file system and disk let it. Throws
/// WorldError; the old file then still stands.
void replace_ledger_key(const std::filesystem::path& file, const LedgerKey& key);

}  // namespace daicho
