// What an entry of the ledger says, and its canonical bytes. docs/on-disk/ledger.md specifies both.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace daicho {

/// The kinds of entries.
namespace entry_kind {
inline constexpr std::string_view made = "made";
inline constexpr std::string_view run = "run";
inline constexpr std::string_view redo = "redo";
inline constexpr std::string_view refused = "refused";
inline constexpr std::string_view taken_back = "taken-back";
inline constexpr std::string_view erased = "erased";
inline constexpr std::string_view migrated = "migrated";
inline constexpr std::string_view medium = "medium";
inline constexpr std::string_view medium_redo = "medium-redo";
inline constexpr std::string_view handed = "handed";
inline constexpr std::string_view received = "received";
inline constexpr std::string_view returned = "returned";
inline constexpr std::string_view medium_erased = "medium-erased";
inline constexpr std::string_view medium_lost = "medium-lost";
inline constexpr std::string_view medium_note = "medium-note";
inline constexpr std::string_view replaced = "replaced";

/// All of them.
inline constexpr std::array all{made,          run,         redo,        refused, taken_back, erased,
                                migrated,      medium,      medium_redo, handed,  received,   returned,
                                medium_erased, medium_lost, medium_note, replaced};
}  // namespace entry_kind

/// What somebody writes into the ledger. No personal value may stand in it. Texts hold no NUL.
struct LedgerEntry {
  std::string at;  ///< with account, host and program: filled in by `sign_entry` where empty
  std::string kind;
  std::string account;
  std::string host;
  std::string program;
  std::string job;
  std::string run;
  std::string as_of;        ///< YYYYMMDD
  std::string destination;  ///< Japanese, several joined by 、
  std::uint64_t people = 0;
  std::uint64_t individual_numbers = 0;  ///< records that carry an 個人番号
  std::string approved_by;
  std::string purpose;
  std::string reason;
  std::string details = "{}";  ///< JSON, keys sorted, no spaces
  std::string reference;       ///< empty: a random one. Different in all entries of a ledger
};

/// Fills in time, account, host, program version and reference where they are empty: who does this, now.
void sign_entry(LedgerEntry& entry);

/// All columns from `at` to `reference`, each with its length before it: how an entry waits in the state's outbox.
std::string encode_entry(const LedgerEntry& entry);
/// Nothing where the bytes are no encoded entry.
std::optional<LedgerEntry> decode_entry(std::string_view bytes);

/// The bytes that are hashed: number, the encoded entry, and the mac of the entry before (64 hexadecimal digits).
std::string canonical_entry(std::uint64_t number, const LedgerEntry& entry, std::string_view previous_mac);

/// This moment in Japan, `2026-11-20T22:15:30.123+09:00`.
std::string wall_time_in_japan();

/// This computer's name; `unknown` where it has none.
std::string host_name();

/// The account that runs the program; `root (login yamada)` where somebody logged in as another.
std::string account_name();

}  // namespace daicho
