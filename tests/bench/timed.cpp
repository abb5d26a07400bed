// Runs a pipeline and tells what it took: timed FILE COMMAND... [:: COMMAND...]...
// Writes one line to FILE: seconds by the clock, seconds of processors (user and system, all processes), peak memory in
// KiB (resident, the processes' peaks added up), and of each process EXIT-STATUS:PEAK (128 and more: a signal). The
// processes start from this small program, because the peak of a process counts what its parent held when it was born.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

namespace {

/// The words of a command, and a null behind them.
using Argv = std::vector<char*>;

std::vector<Argv> commands_of(int argc, char** argv) {
  std::vector<Argv> commands(1);
  for (int i = 2; i < argc; ++i) {
    if (std::strcmp(argv[i], "::") == 0) {
      commands.emplace_back();
    } else {
      commands.back().push_back(argv[i]);
    }
  }
  for (Argv& command : commands) command.push_back(nullptr);
  return commands;
}

/// Starts a command that reads from `in` and writes to `out`; 0 or an error number.
int start(const Argv& command, int in, int out, pid_t& process) {
  posix_spawn_file_actions_t actions{};
  posix_spawn_file_actions_init(&actions);
  if (in != STDIN_FILENO) posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  if (out != STDOUT_FILENO) posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  const int error = posix_spawnp(&process, command[0], &actions, nullptr, command.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

struct TimeTaken {
  double processors = 0;
  long peak_kib = 0;
  std::string processes = {};
};

void wait_for(pid_t process, TimeTaken& taken) {
  int status = 0;
  rusage usage{};
  while (wait4(process, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  taken.processors += seconds(usage.ru_utime) + seconds(usage.ru_stime);
  taken.peak_kib += usage.ru_maxrss;
  taken.processes += " " + std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)) + ":" +
                     std::to_string(usage.ru_maxrss);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<Argv> commands = commands_of(argc, argv);
  std::vector<pid_t> processes;
  int in = STDIN_FILENO;
  const auto begin = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < commands.size(); ++i) {
    if (commands[i].size() < 2) return 2;
    int ends[2] = {-1, STDOUT_FILENO};
    if (i + 1 < commands.size() && pipe2(ends, O_CLOEXEC) != 0) return 3;
    pid_t process = 0;
    if (const int error = start(commands[i], in, ends[1], process); error != 0) {
      std::fprintf(stderr, "timed: %s: %s\n", commands[i][0], std::strerror(error));
      return 3;
    }
    processes.push_back(process);
    if (in != STDIN_FILENO) close(in);
    if (ends[1] != STDOUT_FILENO) close(ends[1]);
    in = ends[0];
  }
  TimeTaken taken;
  for (const pid_t process : processes) wait_for(process, taken);
  const std::chrono::duration<double> clock = std::chrono::steady_clock::now() - begin;
  std::FILE* told = std::fopen(argv[1], "w");
  if (told == nullptr) return 3;
  std::fprintf(told, "%.6f %.6f %ld%s\n", clock.count(), taken.processors, taken.peak_kib, taken.processes.c_str());
  return std::fclose(told) == 0 ? 0 : 3;
}
