// The exit statuses that cron jobs rely on.
#pragma once

namespace daicho {

enum class ExitStatus : int {
  done = 0,      ///< done; nothing to report
  findings = 1,  ///< done; the data has findings, or a verification failed
  usage = 2,     ///< the command line, a schema or a setting is wrong
  world = 3,     ///< input unreadable, disk full, no permission
  defect = 4,    ///< a defect of the program
  refused = 5,   ///< already running, state missing, older than what was published, or policy forbids it
};

}  // namespace daicho
