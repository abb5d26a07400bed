// The options of every command as a table, for those who write about them: man pages and completion.
#pragma once

#include <boost/program_options.hpp>

namespace daicho {

/// Names, arguments, defaults and texts; not to be parsed with.
boost::program_options::options_description shared_options();

}  // namespace daicho
