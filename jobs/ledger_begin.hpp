// A ledger anew, where the one of a state folder was lost (docs/on-disk/ledger.md, the link).
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "jobs/ledger.hpp"

namespace daicho {

struct LedgerBeginning {
  std::filesystem::path state;
  std::string reason;  ///< not empty
  std::string approved_by;
  std::chrono::seconds wait{0};
};

/// Puts what is left of the state's ledger aside as `ledger-<id>.sqlite` and `.key`, begins another, whose first entry
/// after `made` says which one it replaces and why. Throws RefusedError where there is no state, none was lost, or the
/// one there can still be written to; WorldError.
void begin_ledger_anew(const LedgerBeginning& beginning, const LedgerNotices& notices);

}  // namespace daicho
