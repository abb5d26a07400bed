// Names of temporary files that a signal must not leave behind.
#pragma once

#include <cstddef>
#include <string>

namespace daicho {

/// Registers a temporary file while it lives: SIGINT, SIGTERM and SIGHUP remove it, then end the program as they would
/// have without us. A registration installs the handlers, but only where the signal has its default action (so nohup is
/// respected). At most 64 files are remembered at a time; further ones are not removed by a signal.
class TempFileGuard {
 public:
  /// `path` should be absolute, or the working folder must not change.
  explicit TempFileGuard(const std::string& path);
  TempFileGuard(const TempFileGuard&) = delete;
  TempFileGuard& operator=(const TempFileGuard&) = delete;
  ~TempFileGuard();  ///< forgets the name; does not remove the file

 private:
  std::size_t slot_;
};

}  // namespace daicho
