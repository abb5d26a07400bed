// Which line end the rows of a CSV file have, for telling its format from its bytes.
#pragma once

#include <string_view>

#include "converters/charset.hpp"
#include "formats/format_spec.hpp"

namespace daicho {

/// The line end of most of the first thousand rows of `bytes`, so that one row that was put in by hand does not make
/// all others wrong; of as many of both, that of the first row. Line breaks inside quotes do not count. `none` where no
/// row ends with either.
LineEnd commonest_line_end(std::string_view bytes, Charset charset, Quote quote);

}  // namespace daicho
