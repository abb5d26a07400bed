// Entries of the ledger that wait in the state: what interrupted redoing and erasing left
// (docs/on-disk/publication.md).
#pragma once

#include "jobs/ledger.hpp"
#include "jobs/run_request.hpp"
#include "jobs/state.hpp"

namespace daicho {

/// Finishes each, or takes it back where what it tells of never came to be, and says so. Entries of runs that are not
/// published yet stay: they are recovered with their runs.
void settle_outbox(State& state, Ledger& ledger, const RunRequest& request);

}  // namespace daicho
