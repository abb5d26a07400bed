// The ledger that a state folder is linked to, for those who read it or add to it without a run.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "jobs/ledger.hpp"

namespace daicho {

/// Whether the ledger of a state folder is there; false where it has none yet. Throws RefusedError where the state is
/// linked to one and it is missing, or another one stands in its place; WorldError.
bool linked_ledger_stands(const std::filesystem::path& state);

/// Its entries, to be read only. Throws RefusedError as above, and where there is none; WorldError.
LedgerStore open_linked_entries(const std::filesystem::path& state);

/// What whoever was refused had said, where nothing else is known of the refusal.
struct RefusedWish {
  std::string reason;
  std::string approved_by;
};

/// The entry that a command was refused, `why`; what was given as its reason stands in the details.
LedgerEntry refusal_of(std::string_view command, const RefusedWish& wish, const std::string& why);

/// Appends the entry of a refusal where the state has a ledger; begins none. Never throws: what keeps it from being
/// recorded is said.
void append_refusal(const std::filesystem::path& state, const LedgerEntry& entry,
                    const LedgerNotices& notices) noexcept;

}  // namespace daicho
