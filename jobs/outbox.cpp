#include "jobs/outbox.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "jobs/erase.hpp"
#include "jobs/publisher.hpp"

namespace daicho {
namespace {

void settle_redo(State& state, Ledger& ledger, const RunRequest& request, const OutboxRow& waiting) {
  const std::vector<RunRow> rows = state.published();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const RunRow& known) { return known.id == waiting.run; });
  const std::string& run = waiting.entry.run;
  if (row != rows.end() && Publisher::recover({waiting.out_folder}, run, row->manifest_sha256)) {
    ledger.append(waiting.entry);
    request.say(fmt::format("finished the interrupted --redo of {}", run));
  } else {
    Publisher::remove_remainder(waiting.out_folder, run);
    request.say(fmt::format("took back the interrupted --redo of {}", run));
  }
  state.recorded(waiting.entry.reference);
}

}  // namespace

void settle_outbox(State& state, Ledger& ledger, const RunRequest& request) {
  for (const OutboxRow& waiting : state.outbox()) {
    if (waiting.entry.kind == entry_kind::redo) settle_redo(state, ledger, request, waiting);
    if (waiting.entry.kind == entry_kind::replaced) {
      ledger.append(waiting.entry);
      state.recorded(waiting.entry.reference);
    }
    if (waiting.entry.kind == entry_kind::erased) {
      finish_erasing(state, ledger, waiting);
      request.say("finished the interrupted erasing of run folders");
    }
  }
}

}  // namespace daicho
