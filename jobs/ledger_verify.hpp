// Whether a ledger is what was written: chain, columns, macs and head (docs/on-disk/ledger.md, verifying).
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jobs/ledger_seal.hpp"

namespace daicho {

/// What a ledger is held against besides itself and its key file.
struct LedgerProof {
  std::optional<SealKey> initial_key;  ///< checks every mac
  std::optional<std::string> head;     ///< 64 hexadecimal digits of either case: was it once the head of this ledger?
};

struct LedgerFault {
  std::optional<std::uint64_t> entry;  ///< nothing: of the ledger as a whole
  std::string what;                    ///< a sentence without its end
};

struct LedgerVerdict {
  std::string id;  ///< as entry 0 has it
  std::uint64_t entries = 0;
  std::string head;                     ///< the last entry's hash; empty where there is no entry
  std::optional<std::uint64_t> proven;  ///< the entry whose hash the head given is
  bool key_behind = false;              ///< by one entry: the next one brings it forward
  std::vector<LedgerFault> faults;      ///< in order of entry, then of the whole
};

/// Reads a ledger and its key, alters nothing. Throws RefusedError where the folder has no ledger, WorldError where the
/// key or the folder cannot be read.
LedgerVerdict verify_ledger(const std::filesystem::path& folder, const LedgerProof& proof);

/// An initial key as people write it: 64 hexadecimal digits, spaces and line ends between them where they like. Throws
/// WorldError where the file cannot be read, UsageError where it holds something else.
SealKey read_initial_key(const std::filesystem::path& file);

}  // namespace daicho
