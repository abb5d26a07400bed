#include <string>
#include <vector>

#include "cli/command.hpp"

int main(int argc, char** argv) {
  return static_cast<int>(daicho::run_program(std::vector<std::string>(argv + 1, argv + argc)));
}
