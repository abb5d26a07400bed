// Runs a job: from a register to a published folder and a state that moved forward, or to nothing at all.
#pragma once

#include "jobs/job.hpp"
#include "jobs/run_request.hpp"

namespace daicho {

/// Throws UsageError (settings, options), RefusedError (policy), WorldError (I/O, a damaged register). Whatever it
/// throws, nothing was published and the state is as it was, but for a reservation that the next run takes back.
RunResult run_job(Job& job, const RunRequest& request, const RunWorld& world);

}  // namespace daicho
