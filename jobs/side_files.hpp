// Side files: the small CSV lists that staff keep beside the register (case lists, print classes, suppressed people).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// What a side file looks like. Columns stand in any order, each at most once; others are refused.
struct SideFileForm {
  std::vector<std::string> keys;      ///< the column that names somebody: exactly one of these must be there
  std::vector<std::string> required;  ///< columns that must be there; their values may be empty
  std::vector<std::string> optional;  ///< columns that may be left out, as if empty
};

/// One row. `values` holds the form's required columns, then its optional ones.
struct SideRow {
  std::uint64_t key = 0;   ///< 宛名番号 or 世帯番号 as a number
  std::uint64_t line = 0;  ///< in the file, from 1
  std::vector<std::string> values;
};

struct SideFile {
  std::string name;           ///< as the user named it
  std::string key;            ///< which of the form's key columns it has
  std::vector<SideRow> rows;  ///< in ascending order of key, each key once

  const SideRow* find(std::uint64_t row_key) const;  ///< null: no row
};

/// Largest side file (after decompression), which holds a row for each resident of the largest city, and its longest
/// line.
inline constexpr std::size_t kSideFileBytes = 512U << 20;
inline constexpr std::size_t kSideLineBytes = 16U << 10;

/// Reads UTF-8 CSV with a header row: RFC 4180 without line breaks inside values, lines ending in CR LF or LF, a byte
/// order mark allowed, `-` for standard input, .zst and .gz decompressed. Keys are 1 to 15 half-width digits, not zero,
/// each once. Throws UsageError `file:line: ...` for everything else, WorldError where the file cannot be read.
SideFile read_side_file(const std::string& path, const SideFileForm& form);

/// The same from text in memory; `name` is how messages call it.
SideFile parse_side_file(std::string_view text, const std::string& name, const SideFileForm& form);

}  // namespace daicho
