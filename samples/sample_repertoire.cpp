#include "samples/sample_repertoire.hpp"

#include <string>

namespace daicho {

bool SampleRepertoire::holds(std::string_view text) const {
  std::string bytes;
  const Conversion done = encode(charset_, text, bytes, text_);
  return done.error == TextError::none && done.similar == 0;
}

}  // namespace daicho
