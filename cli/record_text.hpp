// Texts that people give for the record: ledger and slip.
#pragma once

#include <cstddef>
#include <string_view>

namespace daicho {

/// Characters that stand on a slip of one page.
inline constexpr std::size_t kMostNameCharacters = 40;
inline constexpr std::size_t kMostSentenceCharacters = 100;

/// Characters that an entry of the ledger takes where no slip shows them.
inline constexpr std::size_t kMostLedgerCharacters = 300;

/// A text for ledger and slip: UTF-8 without control characters, not blank unless `empty_allowed`, so long at most.
struct RecordTextRule {
  std::size_t most = kMostNameCharacters;
  bool empty_allowed = false;
};
/// Throws UsageError that names the option.
void check_record_text(std::string_view option, std::string_view text, RecordTextRule rule);

}  // namespace daicho
