// What the arguments of findings are called in Japanese. In English they stand as the engine has them.
#pragma once

#include "formats/finding.hpp"

namespace daicho {

/// The finding with its arguments in Japanese: reasons, the fields of control records and the forms that are due. An
/// argument that has no Japanese words stays as it is.
Finding with_japanese_arguments(const Finding& finding);

}  // namespace daicho
