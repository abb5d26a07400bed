// Runs of a job day by day, refused or killed where a test wants it.
#pragma once

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <string>
#include <vector>

#include "formats/error.hpp"
#include "jobs/runtime.hpp"
#include "tests/jobs/small_register.hpp"

namespace daicho::test {

template <typename Error>
inline std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.what();
  }
  return "accepted";
}

inline Items corrected(int n, const std::string& building) {
  return resident(n, {{"address_building", building},
                      {"move_reason", "32"},
                      {"move_date", "20261120"},
                      {"move_notified_date", "20261120"}});
}

class RuntimeBench : public JobBench {
 public:
  RunResult publish(const RunRequest& request) const {
    const auto job = make_cs_update();
    return run(*job, request);
  }
  std::string refused(const RunRequest& request) const {
    return refusal<RefusedError>([&] { publish(request); });
  }
  /// Runs in a process of its own that is killed at the `count`th time that `step` is reached.
  void killed(RunRequest request, PublishStep step, int count = 1) const {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      request.hook = [&](PublishStep reached) {
        if (reached == step && --count == 0) ::kill(::getpid(), SIGKILL);
      };
      try {
        publish(request);
      } catch (...) {
      }
      ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
  }
};

inline const std::vector<Items> kDay1{resident(1), resident(2)};
inline const std::vector<Items> kDay2{corrected(1, "緑荘１０１"), resident(2)};

}  // namespace daicho::test
