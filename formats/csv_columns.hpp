// Which column of a CSV file is which item.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/finding.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"

namespace daicho {

/// The columns of data rows. With an envelope the record class stands before them.
struct CsvColumns {
  std::vector<std::size_t> items;  ///< for each column the item's index; kNoItem: the class, or no item of the layout
  std::string header;              ///< the bytes of the row that named them, without its line end; empty: none
  bool known = true;               ///< false where the header names no item at all: nothing can be read
};

/// The columns of a file without a header: the layout's items in their order.
CsvColumns columns_by_position(const Layout& layout, Envelope envelope);

/// A header's column, as the file has it.
struct CsvHeaderCell {
  std::string name;
  std::size_t column = 0;  ///< bytes from 1 in the first line
  std::size_t bytes = 0;   ///< with what ends it: a comma, a line end
};

/// The columns that a header names by id, Japanese name or alias, in any order. Columns that name no item, stand twice
/// or are missing are reported once, each, as findings about the file.
CsvColumns columns_by_header(const Layout& layout, Envelope envelope, const std::vector<CsvHeaderCell>& cells,
                             const std::string& file, FindingSink& findings);

/// What a header looks like that names no item.
struct HeaderCharset {
  Charset charset = Charset::utf8;
  std::size_t named = 0;  ///< columns that name items of the layout in it
};

/// The charset in which at least half of the columns of the first line of `bytes` name items, one of those that bytes
/// can tell; nothing where there is none.
std::optional<HeaderCharset> charset_of_header(const Layout& layout, std::string_view bytes);

/// The names of the columns that a writer puts into the first row.
std::vector<std::string> header_names(const Layout& layout, const FormatSpec& format);

}  // namespace daicho
