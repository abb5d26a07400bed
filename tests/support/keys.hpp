// Keys and certificates for one test, made with the openssl program: none is kept in the project.
#pragma once

#include <cstdlib>
#include <stdexcept>
#include <string>

#include "tests/support/temp_folder.hpp"

namespace daicho::test {

/// Runs a shell command inside the folder; its output goes to the file `command.log` there.
inline int run_in(const TempFolder& folder, const std::string& command) {
  return std::system(("cd '" + folder.path().string() + "' && { " + command + "; } >command.log 2>&1").c_str());
}

/// Makes NAME.key and NAME.pem: `key` as `openssl req -newkey` wants it, `more` further options of it.
inline void make_certificate(const TempFolder& folder, const std::string& name, const std::string& key = "rsa:2048",
                             const std::string& more = "-days 30") {
  const std::string command = "openssl req -x509 -nodes -newkey " + key + " -subj '/C=JP/O=見本市/CN=" + name +
                              "' -utf8 -keyout " + name + ".key -out " + name + ".pem " + more;
  if (run_in(folder, command) != 0) throw std::runtime_error("openssl: " + folder.read("command.log"));
}

inline constexpr const char* kEcKey = "ec -pkeyopt ec_paramgen_curve:P-256";

}  // namespace daicho::test
