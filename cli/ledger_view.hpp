// Entries of a ledger as people and programs read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/finding_texts.hpp"
#include "jobs/ledger_store.hpp"

namespace daicho {

/// One line an entry: number, time, kind, run, to whom, how many, by whom.
std::string ledger_table(const std::vector<LedgerRow>& rows, Language language);

/// Everything of one entry, `name  value` lines, the files of a run as a table.
std::string ledger_entry_text(const LedgerRow& row, Language language);

/// One entry as a JSON object on one line, columns in their order; `details` as an object.
std::string ledger_entry_json(const LedgerRow& row);

}  // namespace daicho
