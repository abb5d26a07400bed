// A published run's files once more, byte for byte: for a lost medium (docs/on-disk/publication.md, once more).
#pragma once

#include <string>

#include "jobs/run_request.hpp"
#include "jobs/settings.hpp"

namespace daicho {

/// What is to be handed out again.
struct RedoRequest {
  std::string job;
  std::string run;     ///< the folder's name
  std::string reason;  ///< not empty
};

/// Verifies the run's folder, kept where it was published or under `request.out`, copies it under `request.out` where
/// it does not stand there already, and puts an entry into the ledger. No number, snapshot or value moves. Of `request`
/// state, out, wait, approval, say and hook count. Throws RefusedError where there is no such run or its folder was
/// erased, is gone or damaged; WorldError.
RunResult redo_run(const RedoRequest& redo, const RunRequest& request, const Settings& settings);

}  // namespace daicho
