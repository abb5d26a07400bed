// One record as a table, item by item with its bytes: what `inspect` shows. Of a record that could not be read, too: as
// far as its bytes can be told apart, with what does not fit marked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/character_tables.hpp"
#include "formats/finding_texts.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho {

struct RecordTableParts {
  const Layout& layout;
  const FormatSpec& format;
  const CharacterTables& tables;
  Language language = Language::en;
  bool show_values = false;
  bool hex = false;
};

/// The items of a CSV file's columns, in the order of the columns, as a record shows them that could be read; nothing
/// where this one could not.
std::optional<std::vector<std::size_t>> column_items(const RecordView& record);

/// The table, each line with its end. `columns`: as above, for a row whose columns cannot be read.
std::string record_table(const RecordTableParts& parts, const RecordView& record,
                         const std::optional<std::vector<std::size_t>>& columns);

}  // namespace daicho
