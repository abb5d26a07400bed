// Broken worlds, as exceptions: each class is one exit status, given in one place (cli/program.cpp).
#pragma once

#include <stdexcept>
#include <string>

namespace daicho {

/// The command line or a setting is wrong (exit 2).
class UsageError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A schema, mapping or settings file is wrong (exit 2). The message begins with `file:line:column: `.
class SchemaError : public UsageError {
  using UsageError::UsageError;
};

/// Input unreadable, disk full, no permission (exit 3). The message names the file and the system's reason.
class WorldError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Already running, state missing, older than what was published, or policy forbids it (exit 5).
class RefusedError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// WorldError "cannot <what> <path>: <strerror(errno)>".
[[noreturn]] void throw_errno(const std::string& what, const std::string& path);

}  // namespace daicho
