// What the output's charset can hold: the generator chooses names from it.
#pragma once

#include <string_view>

#include "converters/charset.hpp"

namespace daicho {

class SampleRepertoire {
 public:
  /// The tables of `text` must outlive it.
  explicit SampleRepertoire(Charset charset, const TextOptions& text = {}) : charset_(charset), text_(text) {}
  /// Whether the charset has every character of `text` itself, not merely a similar one.
  bool holds(std::string_view text) const;

 private:
  Charset charset_;
  TextOptions text_;
};

}  // namespace daicho
