#include "jobs/ledger.hpp"

#include <fmt/format.h>
#include <syslog.h>

#include "formats/error.hpp"
#include "jobs/durable.hpp"
#include "jobs/ledger_key_file.hpp"
#include "jobs/state_schema.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::minutes kLongestWait(1);  // an append takes milliseconds

fs::path key_path(const fs::path& folder) { return folder / kLedgerKeyFile; }

FileLock lock_ledger(const fs::path& folder) {
  return {folder / kLedgerLock, fmt::format("another process does not let go of the ledger in {}", folder.string()),
          kLongestWait};
}

/// The key in groups of eight, as people write it down.
std::string shown(const SealKey& key) {
  std::string digits = key.hex();
  std::string groups;
  groups.reserve(digits.size() + digits.size() / 8);  // so that no shorter copy of the key stays behind
  for (std::size_t i = 0; i < digits.size(); i += 8) {
    if (i > 0) groups += ' ';
    groups.append(digits, i, 8);
  }
  wipe(digits);
  return groups;
}

/// Whether an entry's columns and the entry before it give its hash.
bool follows(LedgerStore& store, const LedgerRow& row) {
  SealHash before{};
  if (row.number > 0) {
    const auto previous = store.find_number(row.number - 1);
    const auto hash = previous ? hash_of_hex(previous->hash) : std::nullopt;
    if (!hash) return false;
    before = *hash;
  }
  const auto number = static_cast<std::uint64_t>(row.number);
  return hex_of(chain_hash(before, canonical_entry(number, row.entry, row.previous_mac))) == row.hash;
}

[[noreturn]] void refuse(const fs::path& folder, std::string_view what) {
  throw RefusedError(fmt::format("nothing can be written to the ledger in {}: {}; `daicho ledger verify` tells more",
                                 folder.string(), what));
}

}  // namespace

void log_to_system(const std::string& line) {
  ::openlog("daicho", LOG_PID, LOG_AUTHPRIV);
  ::syslog(LOG_NOTICE, "%s", line.c_str());
}

Ledger::Ledger(fs::path folder, LedgerNotices notices, Absent absent)
    : folder_(std::move(folder)), notices_(std::move(notices)) {
  if (absent == Absent::refuse && !exists(folder_)) {
    throw RefusedError(fmt::format("there is no ledger in {}", folder_.string()));
  }
  const auto linked = linked_ledger(folder_);
  if (linked && !exists(folder_)) {
    throw RefusedError(fmt::format(
        "the ledger of the state folder {} is missing: put {} and {} back from a copy, or begin another with "
        "`daicho ledger begin`",
        folder_.string(), kLedgerDatabase, kLedgerKeyFile));
  }
  const FileLock lock = lock_ledger(folder_);
  if (!exists(folder_)) {
    const auto key = read_ledger_key(key_path(folder_));
    if (key && key->entries > 0) refuse(folder_, fmt::format("{} is missing, but not its key", kLedgerDatabase));
  }
  store_ = std::make_unique<LedgerStore>(folder_, SqliteDatabase::Mode::read_write);
  settle_syslog();
  if (!store_->last()) {
    if (absent == Absent::refuse) refuse(folder_, "it has no entries");
    begin();
  }
  id_ = settled_key().ledger;
  if (linked && *linked != id_) {
    throw RefusedError(fmt::format("the ledger in {} is not that of this state: it is {}, the state's is {}",
                                   folder_.string(), id_, *linked));
  }
}

Ledger::~Ledger() = default;

void Ledger::settle_syslog() {
  const fs::path mark = folder_ / kLedgerSyslogMark;
  const bool kept = fs::exists(fs::symlink_status(mark));
  syslog_ = notices_.syslog == LedgerSyslog::as_kept ? kept : notices_.syslog == LedgerSyslog::yes;
  if (syslog_ == kept) return;
  if (syslog_) {
    DurableFile(mark).finish();
  } else {
    fs::remove(mark);
  }
  sync_folder(folder_);
}

bool Ledger::exists(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(folder / kLedgerDatabase, ignored));
}

/// The first two steps of docs/on-disk/ledger.md, appending: the key, which agrees with the database.
LedgerKey Ledger::settled_key() {
  auto key = read_ledger_key(key_path(folder_));
  if (!key) refuse(folder_, fmt::format("{} is missing", kLedgerKeyFile));
  const auto first = store_->find_number(0);
  if (!first || first->entry.reference != ledger_reference(key->ledger)) {
    refuse(folder_, fmt::format("{} belongs to another ledger", kLedgerKeyFile));
  }
  const auto last = store_->last();
  const auto head = store_->head();
  if (!head) refuse(folder_, "its head is missing");
  if (!follows(*store_, *last)) refuse(folder_, "its last entry was altered");
  const std::uint64_t entries = static_cast<std::uint64_t>(last->number) + 1;
  if (key->entries + 1 == entries) {
    const auto hash = hash_of_hex(last->hash);
    if (!hash || hex_of(entry_mac(key->key, *hash)) != last->mac || head->entries != last->number + 1 ||
        !seals_end(key->next(), *last, *head)) {
      refuse(folder_, "its last entry was not written with its key");
    }
    key = key->next();
    replace_ledger_key(key_path(folder_), *key);
    if (entries > 1) {
      notices_.say(fmt::format("ledger: entry {} was interrupted; its key is brought forward", last->number));
    }
  } else if (key->entries < entries) {
    refuse(folder_, fmt::format("{} is {} entries behind", kLedgerKeyFile, entries - key->entries));
  } else if (key->entries > entries) {
    refuse(folder_, fmt::format("its last {} of {} entries are missing", key->entries - entries, key->entries));
  } else if (head->entries != last->number + 1 || !seals_end(*key, *last, *head)) {
    refuse(folder_, "its end was altered");
  }
  return *key;
}

LedgerReceipt Ledger::add(const LedgerKey& key, const LedgerEntry& entry) {
  const auto last = store_->last();
  const SealHash before = last ? hash_of_hex(last->hash).value() : SealHash{};
  LedgerRow row;
  row.number = static_cast<std::int64_t>(key.entries);
  row.entry = entry;
  row.previous_mac = last ? last->mac : hex_of(SealHash{});
  const SealHash hash = chain_hash(before, canonical_entry(key.entries, entry, row.previous_mac));
  const SealHash mac = entry_mac(key.key, hash);
  row.hash = hex_of(hash);
  row.mac = hex_of(mac);
  const LedgerKey next = key.next();
  store_->add(row, {static_cast<std::int64_t>(next.entries), hex_of(head_mac(next.key, next.entries, hash, mac))});
  replace_ledger_key(key_path(folder_), next);
  const std::string line = fmt::format("ledger: entry {}, head {}", row.number, row.hash);
  notices_.say(line);
  if (syslog_) notices_.log(line);
  return {key.entries, row.hash, true};
}

void Ledger::begin() {
  auto key = read_ledger_key(key_path(folder_));
  if (key && key->entries > 0) refuse(folder_, "it has no entries, but its key tells of some");
  if (!key) {
    key = LedgerKey{random_id(), 0, SealKey::random()};
    replace_ledger_key(key_path(folder_), *key);
  }
  std::string digits = shown(key->key);
  std::string sentence =
      fmt::format("a ledger begins in {}. Its initial key, shown only now, belongs on paper into the safe: {}",
                  folder_.string(), digits);
  notices_.say(sentence);
  wipe(digits);
  wipe(sentence);
  LedgerEntry made;
  made.kind = entry_kind::made;
  made.reference = ledger_reference(key->ledger);
  sign_entry(made);
  add(*key, made);
}

LedgerReceipt Ledger::append(LedgerEntry entry) {
  sign_entry(entry);
  const FileLock lock = lock_ledger(folder_);
  const LedgerKey key = settled_key();
  if (const auto known = store_->find_reference(entry.reference)) {
    return {static_cast<std::uint64_t>(known->number), known->hash, false};
  }
  return add(key, entry);
}

LedgerStore open_ledger_entries(const fs::path& folder) {
  if (!Ledger::exists(folder)) throw RefusedError(fmt::format("there is no ledger in {}", folder.string()));
  return {folder, SqliteDatabase::Mode::read_only};
}

bool seals_end(const LedgerKey& key, const LedgerRow& last, const LedgerHeadRow& head) {
  const auto hash = stored_hash_of(last.hash);
  const auto mac = stored_hash_of(last.mac);
  return hash && mac && hex_of(head_mac(key.key, key.entries, *hash, *mac)) == head.mac;
}

std::string ledger_reference(std::string_view id) { return fmt::format("ledger:{}", id); }

}  // namespace daicho
