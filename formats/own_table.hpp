// The small CSV tables that a municipality keeps for itself (外字, 住基ネット統一文字, 代替文字), with the place of
// each cell, so that a fault is answered as a compiler would.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "formats/error.hpp"
#include "formats/finding_texts.hpp"

namespace daicho {

/// A column that a table may have. Columns stand in any order, each at most once; others are refused.
struct OwnColumn {
  std::string id;                    ///< `code`
  std::vector<std::string> aliases;  ///< other names of it in the header, Japanese ones above all
  bool required = false;             ///< must be there; a cell of it may still be empty
};

/// A cell: its value, and where it begins in the file.
struct OwnCell {
  std::string value;       ///< without spaces at its ends (U+3000 among them)
  std::uint64_t line = 0;  ///< from 1
  std::size_t column = 0;  ///< characters of the line, from 1; a quote before the value counts
};

/// A sentence in both languages, without a full stop.
struct TableText {
  std::string en;
  std::string ja;
};

/// What is wrong with a table, and where.
struct TableFault {
  bool error = true;  ///< false: a warning
  std::uint64_t line = 0;
  std::size_t column = 0;
  TableText message;
  TableText hint;  ///< what would be right; may be empty
};

/// A cell's value for a message: in quotes, on one line, at most 40 characters of it.
std::string quoted_cell(std::string_view value);

/// `FILE:LINE:COLUMN: error: MESSAGE` (`warning:`, `エラー:`, `警告:`), and the hint on a line of its own.
std::string to_string(const TableFault& fault, const std::string& file, Language language);

/// A table as it stands in its file: one cell for each column of the form, empty ones where the file lacks the column.
struct OwnTable {
  std::vector<std::vector<OwnCell>> rows;
  std::vector<TableFault> faults;  ///< in the order of the file; after kMostTableFaults the rest of it is not read

  bool good() const;  ///< no fault is an error
};

/// Largest table, and the most faults that are told of one.
inline constexpr std::size_t kOwnTableBytes = 64U << 20;
inline constexpr std::size_t kMostTableFaults = 100;

/// Reads CSV (RFC 4180, lines ending in CR LF or LF, a byte order mark allowed) in UTF-8 with a header row. Blank lines
/// are passed over. A faulty row is told and left out.
OwnTable parse_own_table(std::string_view text, const std::vector<OwnColumn>& columns);

/// The text of such a file, decompressed. Throws WorldError where it cannot be read, UsageError where it is larger than
/// kOwnTableBytes.
std::string read_own_table(const std::filesystem::path& file);

/// All errors of a table, in both languages. As an exception's message in English.
class OwnTableError : public SchemaError {
 public:
  OwnTableError(std::vector<TableFault> errors, std::string file);
  /// `FILE:LINE:COLUMN: MESSAGE`, a line each, and the hint on a line of its own.
  std::string in(Language language) const;

 private:
  std::vector<TableFault> errors_;
  std::string file_;
};

/// Throws OwnTableError with all errors of a table where there is one; warnings are passed over.
void refuse_table_errors(const std::vector<TableFault>& faults, const std::string& file);

}  // namespace daicho
