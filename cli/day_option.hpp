// Days as options write them.
#pragma once

#include <optional>
#include <string_view>

#include "converters/date.hpp"

namespace daicho {

/// A fully known day written as YYYYMMDD or YYYY-MM-DD; nothing where the text is no day of the calendar.
std::optional<PartialDate> day_of_option(std::string_view text);

}  // namespace daicho
