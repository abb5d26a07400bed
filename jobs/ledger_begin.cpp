#include "jobs/ledger_begin.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "formats/error.hpp"
#include "jobs/durable.hpp"
#include "jobs/ledger_key_file.hpp"
#include "jobs/ledger_link.hpp"
#include "jobs/outbox.hpp"
#include "jobs/run_ledger.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

/// Whether entries can be appended to the ledger that stands there.
bool can_be_written(const fs::path& folder) {
  try {
    const Ledger ledger(folder, {});
    return true;
  } catch (const RefusedError&) {
    return false;
  } catch (const WorldError&) {  // a database that SQLite cannot read
    return false;
  }
}

void put_aside(const fs::path& folder, const std::string& id) {
  const std::string database(kLedgerDatabase);
  for (const std::string& name : {database, database + "-wal", database + "-shm", std::string(kLedgerKeyFile)}) {
    if (!fs::exists(fs::symlink_status(folder / name))) continue;
    rename_to_new_name(folder / name, folder / fmt::format("ledger-{}{}", id, name.substr(name.find('.'))));
  }
  sync_folder(folder);
}

void begin_in_state(const LedgerBeginning& beginning, const LedgerNotices& notices) {
  State state(beginning.state, beginning.wait);
  if (const auto lost = state.ledger()) {
    if (can_be_written(state.folder())) {
      throw RefusedError(
          fmt::format("the ledger in {} is there and can be written to; another one is begun only where "
                      "it was lost",
                      state.folder().string()));
    }
    put_aside(state.folder(), *lost);
    LedgerEntry entry;
    entry.kind = entry_kind::replaced;
    entry.reason = beginning.reason;
    entry.approved_by = beginning.approved_by;
    entry.details = nlohmann::json{{"ledger", *lost}}.dump();
    sign_entry(entry);
    state.unlink_ledger({0, "", entry});
  }
  const auto ledger = open_state_ledger(state, notices);
  RunRequest silent;
  silent.say = notices.say;
  settle_outbox(state, *ledger, silent);
}

}  // namespace

void begin_ledger_anew(const LedgerBeginning& beginning, const LedgerNotices& notices) {
  if (!State::exists(beginning.state)) {
    throw RefusedError(fmt::format("there is no state in {}", beginning.state.string()));
  }
  try {
    begin_in_state(beginning, notices);
  } catch (const RefusedError& refusal) {
    append_refusal(beginning.state,
                   refusal_of("ledger begin", {beginning.reason, beginning.approved_by}, refusal.what()), notices);
    throw;
  }
}

}  // namespace daicho
