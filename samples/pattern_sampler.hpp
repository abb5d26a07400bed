// Values that match a schema's pattern.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "samples/prng.hpp"

namespace daicho {

/// A text that the expression may match: literals, classes, groups, alternatives and repetitions are drawn at random
/// (an open repetition at most five times more than it must), look-aheads are left out, so the caller still has to
/// match it. Nothing where the expression has anything else (back references, `.` with Unicode, ...).
std::optional<std::string> sample_pattern(std::string_view expression, Prng& prng);

}  // namespace daicho
