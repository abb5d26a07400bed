// What makes a run this run: the hash of its inputs, and its clock.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "jobs/digest.hpp"
#include "jobs/job.hpp"
#include "jobs/run_request.hpp"

namespace daicho {

struct RunIdentity {
  std::string sha256;  ///< over everything below, job, options and processing date
  std::string settings_sha256;
  std::string schemas_sha256;
  FileDigest register_digest;
  std::vector<ManifestSideFile> side_files;
};

/// Reads and hashes all inputs. `as_of` is the processing date, YYYYMMDD; `register_file` a file.
RunIdentity identify(const Job& job, const RunRequest& request, const RunWorld& world, std::string_view as_of,
                     const std::filesystem::path& register_file);

/// This moment in Japan (UTC+9, no summer time), `YYYYMMDDhhmmssSSS`.
std::string moment_in_japan();

/// The run's clock: --now, else --as-of at midnight, else `moment`.
std::string run_clock(const RunRequest& request, const std::string& moment);

/// The processing date: --as-of, else the day of the run's clock.
PartialDate processing_date(const RunRequest& request, const std::string& clock);

}  // namespace daicho
