#include "formats/error.hpp"

#include <cerrno>
#include <cstring>

namespace daicho {

void throw_errno(const std::string& what, const std::string& path) {
  const int number = errno;
  throw WorldError("cannot " + what + " " + path + ": " + std::strerror(number));
}

}  // namespace daicho
