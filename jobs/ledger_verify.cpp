#include "jobs/ledger_verify.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>

#include "formats/error.hpp"
#include "jobs/durable.hpp"
#include "jobs/ledger.hpp"
#include "jobs/ledger_key_file.hpp"
#include "jobs/state_schema.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostSkipped = 10'000'000;  // keys moved forward over a gap that somebody may have made up
constexpr std::size_t kLargestKeyFile = 4096;

constexpr std::string_view kColumnsAltered = "was altered: its columns no longer give its hash";
constexpr std::string_view kHashAltered = "was altered: its hash is not what its columns give";
constexpr std::string_view kUnclear = "was altered: its columns and its hash do not belong together";
constexpr std::string_view kMisplaced = "does not follow the entry before it";

/// Walks the entries. An entry that does not fit is blamed when the next one tells whether its columns or its hash were
/// altered: who comes after it was chained to what stood there.
class LedgerAudit {
 public:
  LedgerAudit(LedgerVerdict& verdict, const LedgerProof& proof) : verdict_(verdict), proof_(proof) {
    if (proof.initial_key) key_ = *proof.initial_key;
  }

  void take(const LedgerRow& row) {
    if (row.number < 0) return blame(std::nullopt, fmt::format("an entry has the number {}", row.number));
    const auto number = static_cast<std::uint64_t>(row.number);
    const bool gap = number != next_;
    if (gap) pass_gap(number);
    judge(row, gap);
    check_mac(row);
    if (number == 0) take_first(row);
    if (proof_.head && lower(*proof_.head) == row.hash) verdict_.proven = number;
    next_ = number + 1;
    key_ = key_.next();
    ++verdict_.entries;
    verdict_.head = row.hash;
    last_ = row;
  }

  /// The ledger that the folder's state is linked to.
  void check_link(const std::string& linked) {
    if (verdict_.id == linked) return;
    blame(std::nullopt, fmt::format("it is not the ledger of this state, which is {}", linked));
  }

  /// After the last entry. `key` is the key file's, `head` the head row.
  void finish(const std::optional<LedgerKey>& key, const std::optional<LedgerHeadRow>& head) {
    if (!last_) return blame(std::nullopt, "it has no entries");
    if (unsound_) settle_unsound_end(key, head);
    if (!head) blame(std::nullopt, "its head is missing");
    if (head && head->entries != static_cast<std::int64_t>(next_)) {
      blame(std::nullopt, fmt::format("its head tells of {} entries, but there are {}", head->entries, next_));
    }
    check_key(key, head);
    if (proof_.head && !verdict_.proven) {
      blame(std::nullopt,
            fmt::format("it has no entry whose hash is the head {}: another ledger, an older copy, or cut "
                        "off before it",
                        *proof_.head));
    }
  }

 private:
  static std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char digit) { return static_cast<char>(std::tolower(digit)); });
    return text;
  }

  void blame(std::optional<std::uint64_t> entry, std::string what) {
    verdict_.faults.push_back({entry, std::move(what)});
  }

  void pass_gap(std::uint64_t number) {
    const std::uint64_t missing = number - next_;
    blame(next_, missing == 1 ? "is missing" : fmt::format("is missing, and so are those up to {}", number - 1));
    if (unsound_) settle_unsound(kUnclear);
    if (missing > kMostSkipped) keys_lost_ = true;
    for (std::uint64_t i = 0; i < missing && !keys_lost_; ++i) key_ = key_.next();
  }

  void settle_unsound(std::string_view what) {
    blame(static_cast<std::uint64_t>(last_->number), std::string(misplaced_ ? kMisplaced : what));
    unsound_ = false;
  }

  SealHash hash_of(const LedgerRow& row, const SealHash& before) const {
    return chain_hash(before, canonical_entry(static_cast<std::uint64_t>(row.number), row.entry, row.previous_mac));
  }

  void judge(const LedgerRow& row, bool gap) {
    const SealHash stored = last_ && !gap ? hash_of_hex(last_->hash).value_or(SealHash{}) : SealHash{};
    SealHash computed = gap ? SealHash{} : hash_of(row, stored);
    bool sound = gap || hex_of(computed) == row.hash;
    bool after_unsound = false;
    if (unsound_) {
      const SealHash other = hash_of(row, computed_before_);
      const bool follows_computed = !sound && hex_of(other) == row.hash;
      after_unsound = !sound && !follows_computed;
      settle_unsound(sound ? kColumnsAltered : follows_computed ? kHashAltered : kUnclear);
      if (follows_computed) computed = other;
      sound = sound || follows_computed;
    }
    const std::string& mac_before = last_ ? last_->mac : zero_mac_;
    if (sound && !gap && row.previous_mac != mac_before) {
      last_ ? blame(static_cast<std::uint64_t>(last_->number),
                    "was altered: its mac is not the one that the next entry "
                    "was written after")
            : blame(0, "tells of an entry before it");
    }
    unsound_ = !sound;
    misplaced_ = after_unsound;
    computed_before_ = computed;
  }

  void check_mac(const LedgerRow& row) {
    if (!proof_.initial_key || keys_lost_ || wrong_initial_key_) return;
    const auto hash = hash_of_hex(row.hash);
    if (hash && hex_of(entry_mac(key_, *hash)) == row.mac) return;
    if (row.number == 0) {
      wrong_initial_key_ = true;
      return blame(0,
                   "was not written with this initial key: the key is another ledger's, or the ledger was made anew");
    }
    blame(static_cast<std::uint64_t>(row.number), "was not written with the key of its time: its mac is wrong");
  }

  void take_first(const LedgerRow& row) {
    constexpr std::string_view kBefore = "ledger:";
    if (row.entry.kind != entry_kind::made || !row.entry.reference.starts_with(kBefore)) {
      return blame(0, "does not begin a ledger");
    }
    verdict_.id = row.entry.reference.substr(kBefore.size());
  }

  static LedgerRow with_hash(LedgerRow row, const SealHash& hash) {
    row.hash = hex_of(hash);
    return row;
  }

  /// The last entry does not give its hash: the head knows which of the two was altered.
  void settle_unsound_end(const std::optional<LedgerKey>& key, const std::optional<LedgerHeadRow>& head) {
    const bool same = key && head && key->entries == next_;
    if (same && seals_end(*key, *last_, *head)) {
      settle_unsound(kColumnsAltered);
    } else if (same && seals_end(*key, with_hash(*last_, computed_before_), *head)) {
      settle_unsound(kHashAltered);
      end_explained_ = true;
    } else {
      settle_unsound(kUnclear);
    }
  }

  void check_key(const std::optional<LedgerKey>& key, const std::optional<LedgerHeadRow>& head) {
    if (!key) return blame(std::nullopt, fmt::format("{} is missing", kLedgerKeyFile));
    if (!verdict_.id.empty() && key->ledger != verdict_.id) {
      return blame(std::nullopt, fmt::format("{} belongs to the ledger {}", kLedgerKeyFile, key->ledger));
    }
    if (key->entries > next_) {
      return blame(std::nullopt, fmt::format("it is cut off: {} tells of {} entries, but there are {}", kLedgerKeyFile,
                                             key->entries, next_));
    }
    if (key->entries + 1 == next_) return check_key_behind(*key, head);
    if (key->entries < next_) {
      return blame(std::nullopt, fmt::format("{} is {} entries behind", kLedgerKeyFile, next_ - key->entries));
    }
    check_derived(*key);
    if (head && !end_explained_ && !seals_end(*key, *last_, *head)) {
      blame(std::nullopt,
            "its end is not sealed with its key: entries were altered, cut off or added, or its head was");
    }
  }

  void check_key_behind(const LedgerKey& key, const std::optional<LedgerHeadRow>& head) {
    const auto hash = hash_of_hex(last_->hash);
    const bool written = hash && hex_of(entry_mac(key.key, *hash)) == last_->mac;
    if (written && head && seals_end(key.next(), *last_, *head)) {
      verdict_.key_behind = true;
      return;
    }
    blame(static_cast<std::uint64_t>(last_->number), "was not written with the key of this ledger");
  }

  void check_derived(const LedgerKey& key) {
    if (!proof_.initial_key || keys_lost_ || wrong_initial_key_) return;
    if (key.key.mac("") != key_.mac("")) {
      blame(std::nullopt, fmt::format("the key in {} does not come from the initial key", kLedgerKeyFile));
    }
  }

  LedgerVerdict& verdict_;
  const LedgerProof& proof_;
  SealKey key_;  // of the next entry, where the initial key is known
  bool keys_lost_ = false;
  bool wrong_initial_key_ = false;
  std::uint64_t next_ = 0;
  std::optional<LedgerRow> last_;
  bool unsound_ = false;  // the last entry's columns do not give its hash, and it is not yet clear why
  bool end_explained_ = false;
  bool misplaced_ = false;      // and the one before it is no better
  SealHash computed_before_{};  // what the last entry's columns give
  const std::string zero_mac_ = hex_of(SealHash{});
};

bool before(const LedgerFault& a, const LedgerFault& b) {
  constexpr std::uint64_t kWhole = ~std::uint64_t{0};
  return a.entry.value_or(kWhole) < b.entry.value_or(kWhole);
}

}  // namespace

LedgerVerdict verify_ledger(const fs::path& folder, const LedgerProof& proof) {
  if (!Ledger::exists(folder)) throw RefusedError(fmt::format("there is no ledger in {}", folder.string()));
  LedgerVerdict verdict;
  // An entry that is appended meanwhile would look like a key that is behind. A copy may lack the lock, and nobody
  // appends to it.
  std::optional<FileLock> lock;
  if (fs::exists(fs::symlink_status(folder / kLedgerLock))) {
    lock.emplace(folder / kLedgerLock,
                 fmt::format("another process does not let go of the ledger in {}", folder.string()),
                 std::chrono::minutes(1), FileLock::Open::as_it_is);
  }
  LedgerAudit audit(verdict, proof);
  try {
    LedgerStore store = open_ledger_entries(folder);
    store.for_each([&](const LedgerRow& row) { audit.take(row); });
    audit.finish(read_ledger_key(folder / kLedgerKeyFile), store.head());
    if (const auto linked = linked_ledger(folder)) audit.check_link(*linked);
  } catch (const WorldError& error) {
    verdict.faults.push_back({std::nullopt, error.what()});
  } catch (const RefusedError& error) {
    verdict.faults.push_back({std::nullopt, error.what()});
  }
  std::stable_sort(verdict.faults.begin(), verdict.faults.end(), before);
  return verdict;
}

SealKey read_initial_key(const fs::path& file) {
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw_errno("open", file.string());
  std::string text(kLargestKeyFile, '\0');
  const ssize_t count = ::read(fd, text.data(), text.size());
  const int number = errno;
  ::close(fd);
  errno = number;
  if (count < 0) throw_errno("read", file.string());
  std::string digits;
  digits.reserve(text.size());
  for (const char c : std::string_view(text).substr(0, static_cast<std::size_t>(count))) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') digits += c;
  }
  const auto key = SealKey::from_hex(digits);
  wipe(text);
  wipe(digits);
  if (!key) {
    throw UsageError(fmt::format("{} holds no initial key: 64 hexadecimal digits, spaces between them where you like",
                                 file.string()));
  }
  return *key;
}

}  // namespace daicho
