#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <string>
#include <vector>

#include "cli/command.hpp"

int main(int argc, char** argv) {
  // A core file would hold the residents that were being read.
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
#ifndef __SANITIZE_ADDRESS__  // its search for leaks looks at the process from outside
  // Nor may another process of this account look into its memory.
  prctl(PR_SET_DUMPABLE, 0);
#endif
  umask(077);
  return static_cast<int>(daicho::run_program(std::vector<std::string>(argv + 1, argv + argc)));
}
