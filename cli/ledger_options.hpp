// Options that commands about the ledger share.
#pragma once

#include <boost/program_options.hpp>
#include <chrono>
#include <filesystem>
#include <string>

#include "cli/command.hpp"
#include "jobs/ledger.hpp"

namespace daicho {

/// --state and --report of commands that read a ledger.
class LedgerReadOptions {
 public:
  void declare(boost::program_options::options_description& options);
  /// Throws UsageError where --state is missing or --report is unknown.
  void accept() const;
  std::filesystem::path state() const { return state_; }
  bool json() const { return report_ == "json"; }

 private:
  std::string state_;
  std::string report_;
};

/// --wait: 0 to 86,400 seconds; none for an empty text. Throws UsageError.
std::chrono::seconds seconds_of_option(const std::string& text);

/// Notes on standard error.
LedgerNotices ledger_notices_of(const GlobalOptions& global);

}  // namespace daicho
