// Runs of characters of three UTF-8 bytes, eight at a time, on processors that have AVX2. What these functions leave
// over the portable loops of the same files convert, with the same result: where they are not there (another
// processor, another architecture), everything is left over.
#pragma once

#include <atomic>

#include "converters/cp932_words.hpp"
#include "converters/text_piece.hpp"

namespace daicho {

/// What has_wide_runs() answers; false until the program's statics are made.
extern std::atomic<bool> wide_runs_allowed;

/// Whether the functions below may be called: the processor has AVX2, and nobody forbade them.
inline bool has_wide_runs() { return wide_runs_allowed.load(std::memory_order_relaxed); }

/// For tests: forbids the wide functions, or allows them again. Not while another thread converts.
void forbid_wide_runs(bool forbidden);

/// Converts UTF-8 to CP932 from `in.p` on while characters have three bytes and are U+3000, half-width katakana, or
/// have a double-byte code in `words`; moves `in.p` behind the last of them and returns where the next code goes. Takes
/// nothing of what lies less than 28 bytes before `in.end`.
char* encode_cp932_wide(const Cp932Words& words, CodePiece& in, char* out);

/// The same to UTF-16, from any character of three bytes.
char* encode_utf16_wide(bool big_endian, CodePiece& in, char* out);

/// UTF-16 to UTF-8 while code units have three bytes. Takes nothing of what lies less than 16 bytes before `in.end`.
char* decode_utf16_wide(bool big_endian, CodePiece& in, char* out);

}  // namespace daicho
