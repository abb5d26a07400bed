// The two ways in which a file is validated; validate() chooses. Both find the same.
#pragma once

#include <cstddef>

#include "formats/validation.hpp"

namespace daicho {

/// Any format, by its reader: records are read in order, ahead of their checks where there is a second thread.
ValidationSummary validate_by_reader(const ValidationInput& input, const ValidationOptions& options,
                                     ValidationSink& sink);

/// Fixed-width files: threads take turns to cut about `block_bytes` of frames, then check them alone. Records that are
/// surely right are not decoded, but for what the checks between items and records look at.
ValidationSummary validate_by_frames(const ValidationInput& input, const ValidationOptions& options,
                                     ValidationSink& sink, std::size_t block_bytes = std::size_t{1} << 18);

}  // namespace daicho
