// Which layout a file looks like: for a file that was given with another one.
#pragma once

#include <string>
#include <vector>

#include "formats/byte_source.hpp"
#include "formats/catalog.hpp"
#include "formats/format_spec.hpp"

namespace daicho {

struct LayoutGuess {
  std::string layout;
  FormatSpec format;
};

/// The layouts of the catalog, but for `given`, in which the first bytes (at most 1 MiB) have one reading. Takes
/// nothing from the source. Empty where there is none; several where layouts have equal lengths.
std::vector<LayoutGuess> guess_layouts(const Catalog& catalog, const std::string& given, ByteSource& source);

/// `honnin (fixed:cp932,eol=crlf)`; several joined by commas, at most three.
std::string guesses_text(const std::vector<LayoutGuess>& guesses);

}  // namespace daicho
