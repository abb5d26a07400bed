// What interrupted runs left, finished or taken back (docs/on-disk/publication.md, step 2).
#pragma once

#include <optional>

#include "jobs/ledger.hpp"
#include "jobs/run_request.hpp"
#include "jobs/state.hpp"

namespace daicho {

struct Recovery {
  std::optional<RunResult> finished;  ///< an interrupted run with this run's identity was complete, and is published
  std::optional<RunRow> reserved;     ///< an interrupted run with this run's identity: clock and serial are taken up
};

/// Looks through the state for runs that never ended, and says what becomes of each. `wanted` is this run, not reserved
/// yet; without a job it is none of them, and reservations are kept. `ledger` is null in a dry run only. Throws
/// RefusedError where a dry run would have to publish.
Recovery recover(State& state, Ledger* ledger, const RunRequest& request, const RunRow& wanted);

}  // namespace daicho
