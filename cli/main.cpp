#include <sys/resource.h>

#include <string>
#include <vector>

#include "cli/command.hpp"

int main(int argc, char** argv) {
  // A core file would hold the residents that were being read.
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  return static_cast<int>(daicho::run_program(std::vector<std::string>(argv + 1, argv + argc)));
}
