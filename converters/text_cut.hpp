// Where a long text may be divided, so that its parts can be converted one by one, or side by side.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "converters/charset.hpp"

namespace daicho {

/// How many bytes of `bytes` may be converted without seeing what follows. `bytes` begins at a character (EBCDIC: in
/// the single-byte state) and more may come after it. Both parts then convert as they would together: the cut lies
/// neither inside a character nor between a base and a variation selector or combining mark, and EBCDIC is in the
/// single-byte state there. 0 where `bytes` is too short to tell.
std::size_t cut_text(Charset charset, std::string_view bytes);

/// The bytes of the code at the beginning of `bytes`, by its first byte; 0 where there is none. UTF-16: a code unit;
/// EBCDIC: a byte.
std::size_t code_length(Charset charset, std::string_view bytes);

/// How many line feeds there are in `bytes`, which begins at a character.
std::uint64_t count_line_feeds(Charset charset, std::string_view bytes);

}  // namespace daicho
