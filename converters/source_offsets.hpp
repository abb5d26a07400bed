// Where in some bytes a character of their text stands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "converters/charset.hpp"

namespace daicho {

/// Finds the bytes of characters in a text that was decoded without a fault. Asked in ascending order it reads the
/// bytes once more. Bytes and the tables of the options must outlive it.
class SourceOffsets {
 public:
  /// `state`: where the text stands before `bytes`. `options.state` is not looked at.
  SourceOffsets(Charset charset, std::string_view bytes, const TextOptions& options, const TextState& state = {})
      : charset_(charset), all_(bytes), options_(options), state_(state) {}

  /// The offset in the bytes of the character that begins `at` bytes into their text.
  std::size_t offset(std::size_t at);

 private:
  struct Step {
    std::size_t text = 0;
    std::size_t bytes = 0;
    TextState state;
  };
  Step step(std::size_t bytes);

  const Charset charset_;
  const std::string_view all_;
  TextOptions options_;
  std::size_t text_ = 0;   // bytes of the text that lie behind
  std::size_t bytes_ = 0;  // and the bytes they came from
  TextState state_;        // behind them
  std::string scratch_;
};

}  // namespace daicho
