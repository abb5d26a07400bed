// How the charset converters walk through a text: in pieces whose result fits a small buffer on the stack.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "converters/ascii_words.hpp"
#include "converters/charset.hpp"

namespace daicho {

/// A piece of input: characters begin before `limit`, and their bytes may be read up to `end`.
struct CodePiece {
  const char* p;
  const char* limit;
  const char* end;
};

constexpr std::ptrdiff_t kPieceBytes = 2048;
constexpr std::size_t kPieceOverrun = 128;  ///< what a piece may write beyond its share: one step of the widest loop

/// The piece that begins at `p`. Asks for the bytes of the one after it, which are then there when their turn comes.
inline CodePiece next_piece(const char* p, const char* end) {
  constexpr std::ptrdiff_t kCacheLine = 64;
  if (end - p <= kPieceBytes) return {p, end, end};
  const std::ptrdiff_t ahead = end - p < 2 * kPieceBytes ? end - p : 2 * kPieceBytes;
  for (std::ptrdiff_t at = kPieceBytes; at < ahead; at += kCacheLine) __builtin_prefetch(p + at, 0, 2);
  return {p, p + kPieceBytes, end};
}

/// What becomes of ASCII: in charsets that write it as it is, long runs of it need no conversion.
enum class AsciiForm : bool { converted, itself };

constexpr std::ptrdiff_t kLongRun = 256;  ///< bytes of ASCII that are worth a way of their own

/// Appends the ASCII that [p, end) begins with, in long runs alone; less than a long run is left to be converted.
/// Returns how much that is.
inline std::size_t append_ascii(const char* p, const char* end, std::string& out) {
  constexpr std::ptrdiff_t kStep = 4096;  // what was looked at is in the processor's first cache when it is copied
  const char* const begin = p;
  for (bool all_ascii = true; all_ascii && end - p >= kLongRun;) {
    const std::ptrdiff_t step = std::min(kStep, end - p);
    const std::ptrdiff_t ascii = ascii_run(p, p + step, end);
    if (ascii < kLongRun) break;
    out.append(p, static_cast<std::size_t>(ascii));
    p += ascii;
    all_ascii = ascii == step;
  }
  return static_cast<std::size_t>(p - begin);
}

/// Appends the conversion of `input` to `out`. `convert_piece(CodePiece&, char* out, Conversion&)` converts a piece,
/// moves its `p`, notes a fault, and returns where it stopped writing; a byte of input gives at most `kGrowth`.
template <std::size_t kGrowth, AsciiForm kAscii, typename ConvertPiece>
[[gnu::always_inline]] inline Conversion convert_by_pieces(std::string_view input, std::string& out,
                                                           const ConvertPiece& convert_piece) {
  char buffer[kGrowth * kPieceBytes + kPieceOverrun];
  const char* const end = input.data() + input.size();
  const char* p = input.data();
  Conversion done;
  while (p < end && done.error == TextError::none) {
    if constexpr (kAscii == AsciiForm::itself) {
      if (end - p >= kLongRun) p += append_ascii(p, end, out);
      if (p == end) break;
    }
    CodePiece piece = next_piece(p, end);
    const char* const written = convert_piece(piece, static_cast<char*>(buffer), done);
    out.append(buffer, static_cast<std::size_t>(written - buffer));
    p = piece.p;
  }
  done.input_used = static_cast<std::size_t>(p - input.data());
  return done;
}

}  // namespace daicho
