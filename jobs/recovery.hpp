// What interrupted runs left, finished or taken back (docs/on-disk/publication.md, step 2).
#pragma once

#include <optional>

#include "jobs/run_request.hpp"
#include "jobs/state.hpp"

namespace daicho {

struct Recovery {
  std::optional<RunResult> finished;  ///< an interrupted run with this run's identity was complete, and is published
  std::optional<RunRow> reserved;     ///< an interrupted run with this run's identity: clock and serial are taken up
};

/// Looks through the state for runs that never ended. `wanted` is this run, not reserved yet. Throws RefusedError where
/// a dry run would have to publish.
Recovery recover(State& state, const RunRequest& request, const RunRow& wanted);

}  // namespace daicho
