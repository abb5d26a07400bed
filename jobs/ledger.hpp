// The ledger of a state folder: who handed what to whom, when, on whose approval and why. Entries can be added, never
// changed. docs/on-disk/ledger.md specifies the files, the chain and what is refused.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "jobs/ledger_entry.hpp"
#include "jobs/ledger_store.hpp"

namespace daicho {

struct LedgerKey;

/// Whether heads go to the system's log, too.
enum class LedgerSyslog : std::uint8_t {
  as_kept,  ///< as the last run of the state folder had it in its settings
  no,
  yes
};

/// A line for the system's log, facility authpriv.
void log_to_system(const std::string& line);

/// What people are told while a ledger is written.
struct LedgerNotices {
  std::function<void(const std::string&)> say = [](const std::string&) {};  ///< a sentence, without its end
  LedgerSyslog syslog = LedgerSyslog::as_kept;                              ///< `no` and `yes` are kept for the others
  std::function<void(const std::string&)> log = log_to_system;
};

/// An entry as it was appended.
struct LedgerReceipt {
  std::uint64_t number = 0;
  std::string head;      ///< its hash, 64 hexadecimal digits
  bool written = false;  ///< false: an entry of this reference stood there before
};

class Ledger {
 public:
  /// What to do where a folder has no ledger.
  enum class Absent : bool { refuse, begin };

  /// Opens the ledger of a state folder, brings a key file forward that is one entry behind, and checks the head; a new
  /// ledger's initial key is said first. Throws RefusedError where there is none (`refuse`), where nothing can be
  /// appended to it, or where the folder's state belongs to another one; WorldError.
  Ledger(std::filesystem::path folder, LedgerNotices notices, Absent absent = Absent::refuse);
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;
  ~Ledger();

  /// Whether the folder has a database of a ledger. Opens nothing.
  static bool exists(const std::filesystem::path& folder);

  /// Signs the entry (time, account, host, version, reference where they are empty), appends it durably, and says the
  /// head. An entry of the same reference is not written twice. Throws RefusedError where the ledger is not as its key
  /// says, WorldError; after the latter the entry may stand or not, which its reference tells.
  LedgerReceipt append(LedgerEntry entry);

  /// 32 hexadecimal digits, different for each ledger.
  const std::string& id() const { return id_; }
  /// Entries in order of number, each as it stands: `verify_ledger` tells whether it is to be believed.
  LedgerStore& store() { return *store_; }

 private:
  LedgerKey settled_key();
  LedgerReceipt add(const LedgerKey& key, const LedgerEntry& entry);
  void begin();
  /// Keeps the choice that was given, or takes the one that is kept.
  void settle_syslog();

  bool syslog_ = false;
  std::filesystem::path folder_;
  LedgerNotices notices_;
  std::unique_ptr<LedgerStore> store_;
  std::string id_;
};

/// The entries of a folder's ledger, to be read only. Throws RefusedError where there is none, WorldError.
LedgerStore open_ledger_entries(const std::filesystem::path& folder);

/// Whether a head is what `key` makes of the last entry; its number of entries is not looked at.
bool seals_end(const LedgerKey& key, const LedgerRow& last, const LedgerHeadRow& head);

/// The reference of entry 0.
std::string ledger_reference(std::string_view id);

}  // namespace daicho
