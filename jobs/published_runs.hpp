// The runs that a state folder published, to be read while another process may run.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jobs/state.hpp"

namespace daicho {

struct PublishedRun {
  RunRow row;
  bool erased = false;  ///< its folder was erased when its time had come
};

/// In order of publication. Throws RefusedError where the folder holds no state, WorldError.
std::vector<PublishedRun> published_runs(const std::filesystem::path& state);

/// The run of that name. Throws as above.
std::optional<PublishedRun> published_run(const std::filesystem::path& state, std::string_view name);

}  // namespace daicho
