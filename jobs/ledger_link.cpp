#include "jobs/ledger_link.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "formats/error.hpp"
#include "jobs/state_schema.hpp"

namespace daicho {

namespace fs = std::filesystem;

bool linked_ledger_stands(const fs::path& state) {
  const auto linked = linked_ledger(state);
  if (!Ledger::exists(state)) {
    if (!linked) return false;
    throw RefusedError(
        fmt::format("the ledger of the state folder {} is missing: put it back from a copy, or begin another with "
                    "`daicho ledger begin`",
                    state.string()));
  }
  if (!linked) return true;
  LedgerStore store = open_ledger_entries(state);
  const auto first = store.find_number(0);
  if (!first || first->entry.reference != ledger_reference(*linked)) {
    throw RefusedError(
        fmt::format("the ledger in {} is not that of this state: the state's is {}", state.string(), *linked));
  }
  return true;
}

LedgerStore open_linked_entries(const fs::path& state) {
  if (!linked_ledger_stands(state)) throw RefusedError(fmt::format("there is no ledger in {}", state.string()));
  return open_ledger_entries(state);
}

LedgerEntry refusal_of(std::string_view command, const RefusedWish& wish, const std::string& why) {
  LedgerEntry entry;
  entry.kind = entry_kind::refused;
  entry.approved_by = wish.approved_by;
  entry.reason = why;
  entry.details = nlohmann::json{{"command", command}, {"reason", wish.reason}}.dump();
  return entry;
}

void append_refusal(const fs::path& state, const LedgerEntry& entry, const LedgerNotices& notices) noexcept {
  try {
    if (Ledger::exists(state)) Ledger(state, notices).append(entry);
  } catch (const std::exception& error) {
    try {
      notices.say(fmt::format("this refusal could not be recorded: {}", error.what()));
    } catch (...) {  // nobody listens
    }
  }
}

}  // namespace daicho
