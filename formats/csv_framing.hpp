// Where a CSV file's commas, quotes and line ends are, in charsets that write them otherwise than ASCII does.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "converters/charset.hpp"

namespace daicho {

/// Turns the file's bytes into text for the row scanner: one byte for each code unit (two bytes of UTF-16 and `juki`,
/// one of EBCDIC). An ASCII character that stands for itself is that byte; everything else, shift codes among it, is FF
/// and must be decoded from the file's bytes. In EBCDIC a line end behind a lost shift code is still one, because its
/// bytes are part of no double-byte code, and every line begins in the single-byte state.
class CsvFraming {
 public:
  /// Whether the charset needs it: in the others `,` `"` CR and LF are those bytes and never part of a character.
  static bool needed(Charset charset);

  explicit CsvFraming(Charset charset);

  /// Appends the text of `bytes`, which go on where the last call ended; a rest of half a code unit is left for the
  /// next call. At the end of the file it becomes FF, or 1A where it is that byte.
  void frame(std::string_view bytes, bool at_end, std::string& text);

 private:
  enum class State : std::uint8_t { single, lead, trail };

  void frame_codes(std::string_view bytes, std::string& text);
  char code(unsigned char byte);

  Charset charset_;
  const std::array<char, 256>* ascii_ = nullptr;  // EBCDIC only
  State state_ = State::single;                   // EBCDIC only: what the next byte is
};

}  // namespace daicho
