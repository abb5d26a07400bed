#include "formats/character_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "converters/utf8.hpp"
#include "formats/error.hpp"
#include "formats/own_table.hpp"

namespace daicho {
namespace {

constexpr std::array<std::string_view, 5> kMjColumns = {"MJ文字図形名", "sequences", "juki", "X0213", "X0212"};

/// A column of candidates: whose word it is, the order that its candidates have, and whether each is written with it.
struct CandidateColumn {
  std::string_view name;
  SubstituteSource source;
  int order = 1;
  bool numbered = false;
};

constexpr std::array<CandidateColumn, 10> kMapColumns = {{
    {"jis_ucs", SubstituteSource::jis_ucs},
    {"koseki_parent", SubstituteSource::koseki_parent, 1, true},
    {"tsutatsu_2842", SubstituteSource::tsutatsu_2842},
    {"tsutatsu_2842_zokuji", SubstituteSource::tsutatsu_2842_zokuji},
    {"tsutatsu_2842_betsuji", SubstituteSource::tsutatsu_2842_betsuji, kBetsujiOrder},
    {"tsuchi_5202", SubstituteSource::tsuchi_5202},
    {"kokuji_582_1", SubstituteSource::kokuji_582_1, 1, true},
    {"kokuji_582_2", SubstituteSource::kokuji_582_2, 1, true},
    {"dictionary", SubstituteSource::dictionary},
    {"analogy", SubstituteSource::analogy},
}};

/// The forms of the tables for names before what dictionaries of Chinese say.
constexpr std::array<CandidateColumn, 4> kUnihanColumns = {{
    {"jinmeiyo", SubstituteSource::unihan_jinmeiyo},
    {"joyo", SubstituteSource::unihan_joyo},
    {"z", SubstituteSource::unihan_z, 2},
    {"semantic", SubstituteSource::unihan_semantic, 3},
}};

std::vector<std::string_view> header(std::initializer_list<std::string_view> first,
                                     std::span<const CandidateColumn> then) {
  std::vector<std::string_view> names = first;
  for (const CandidateColumn& column : then) names.push_back(column.name);
  return names;
}

/// Takes the text before the next `end` off `rest`, and `end` with it.
std::string_view take_until(std::string_view& rest, char end) {
  const std::size_t at = std::min(rest.find(end), rest.size());
  const std::string_view taken = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return taken;
}

/// Tab-separated text with a header line, row by row.
class TableRows {
 public:
  TableRows(const TableFile& file, std::span<const std::string_view> columns)
      : file_(file), text_(read_own_table(file.path)), rest_(text_), cells_(columns.size()) {
    if (!is_utf8(text_)) fail(0, "not UTF-8");
    next_line();
    std::string_view rest = row_;
    for (const std::string_view column : columns) {
      const std::string_view name = take_until(rest, '\t');
      if (name != column) fail_at(name, fmt::format("this column must be '{}'", column));
    }
    if (!rest.empty()) fail_at(rest, "one column too many");
  }

  /// Goes on to the next row; false at the end.
  bool next() {
    if (!next_line()) return false;
    std::size_t count = 1 + static_cast<std::size_t>(std::count(row_.begin(), row_.end(), '\t'));
    if (count != cells_.size()) fail(0, fmt::format("{} columns where there must be {}", count, cells_.size()));
    std::string_view rest = row_;
    for (std::string_view& cell : cells_) cell = take_until(rest, '\t');
    return true;
  }

  /// A cell of the row; a view into the file's text, which lives as long as this object.
  std::string_view operator[](std::size_t column) const { return cells_[column]; }

  /// `part` must be a view into the row.
  [[noreturn]] void fail_at(std::string_view part, const std::string& what) const {
    fail(static_cast<std::size_t>(part.data() - row_.data()), what);
  }

 private:
  bool next_line() {
    if (rest_.empty()) return false;
    ++line_;
    row_ = take_until(rest_, '\n');
    return true;
  }

  [[noreturn]] void fail(std::size_t byte, const std::string& what) const {
    std::size_t column = 1;
    for (const char c : row_.substr(0, byte)) column += (static_cast<unsigned char>(c) & 0xC0U) != 0x80 ? 1 : 0;
    throw SchemaError(fmt::format("{}:{}:{}: {}", file_.shown_as, line_, column, what));
  }

  const TableFile& file_;
  const std::string text_;
  std::string_view rest_;
  std::string_view row_;
  std::size_t line_ = 0;
  std::vector<std::string_view> cells_;
};

/// A whole number in a base; nothing where `text` is none.
std::optional<std::uint32_t> number_of(std::string_view text, int base = 10) {
  std::uint32_t number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (text.empty() || parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

/// A character as the tables spell it: `葛`, `葛_E0102`.
std::string sequence_of(const TableRows& rows, std::string_view spelt) {
  std::string_view rest = spelt;
  const std::string_view base = take_until(rest, '_');
  std::string_view after = base;
  const bool control = !base.empty() && take_code_point(after) < 0x20;
  std::string sequence(base);
  if (base.size() != spelt.size()) {
    const auto selector = number_of(rest, 16);
    if (!selector || !is_variation_selector(*selector)) rows.fail_at(spelt, "no character with its variation selector");
    append_code_point(sequence, *selector);
  }
  if (base.empty() || control || !after.empty()) rows.fail_at(spelt, "no single character");
  return sequence;
}

std::vector<std::string> sequences_of(const TableRows& rows, std::string_view cell) {
  std::vector<std::string> sequences;
  while (!cell.empty()) sequences.push_back(sequence_of(rows, take_until(cell, ';')));
  return sequences;
}

std::uint32_t mj_number_of(const TableRows& rows, std::string_view cell) {
  const auto number = cell.starts_with("MJ") && cell.size() == 8 ? number_of(cell.substr(2)) : std::nullopt;
  if (!number || *number == 0) rows.fail_at(cell, "no MJ文字図形名: `MJ` and six digits");
  return *number;
}

std::uint16_t juki_code_of(const TableRows& rows, std::string_view cell) {
  if (cell.empty()) return 0;
  const auto code = cell.starts_with("J+") && cell.size() == 6 ? number_of(cell.substr(2), 16) : std::nullopt;
  if (!code) rows.fail_at(cell, "no 住基ネット統一文字コード: `J+` and four hexadecimal digits");
  return static_cast<std::uint16_t>(*code);
}

/// `1-16-67` as 11667, `36-73` as 3673.
std::uint32_t jis_code_of(const TableRows& rows, std::string_view cell, std::size_t parts) {
  std::uint32_t code = 0;
  std::string_view rest = cell;
  for (std::size_t i = 0; i < parts && !cell.empty(); ++i) {
    const auto part = number_of(take_until(rest, '-'));
    if (!part || *part < 1 || *part > 94) rows.fail_at(cell, "no code of JIS");
    code = code * 100 + *part;
  }
  if (!rest.empty()) rows.fail_at(cell, "no code of JIS");
  return code;
}

/// Adds the candidates of one cell to each of the sequences.
void add_candidates(const TableRows& rows, std::string_view cell, const CandidateColumn& column,
                    const std::vector<std::string>& sequences, SubstitutionTable& table) {
  while (!cell.empty()) {
    const std::string_view word = take_until(cell, ' ');
    Candidate candidate{word, column.source, column.order, {}};
    if (column.numbered) {
      if (word.empty() || word[0] < '1' || word[0] > '9') rows.fail_at(word, "a candidate without its order (1-9)");
      candidate.order = word[0] - '0';
      candidate.to = word.substr(1);
    }
    std::string_view rest = candidate.to;
    if (!rest.empty()) take_code_point(rest);
    if (candidate.to.empty() || !rest.empty()) rows.fail_at(word, "no single character");
    for (const std::string& sequence : sequences) table.add(sequence, candidate);
  }
}

}  // namespace

MjTable load_mj_table(const TableFile& file) {
  TableRows rows(file, kMjColumns);
  MjTable table;
  while (rows.next()) {
    MjCharacter row;
    row.number = mj_number_of(rows, rows[0]);
    if (!table.rows().empty() && row.number <= table.rows().back().number) {
      rows.fail_at(rows[0], "rows must stand in the order of their MJ文字図形名");
    }
    row.sequences = sequences_of(rows, rows[1]);
    row.juki_code = juki_code_of(rows, rows[2]);
    row.x0213 = jis_code_of(rows, rows[3], 3);
    row.x0212 = jis_code_of(rows, rows[4], 2);
    table.add(std::move(row));
  }
  return table;
}

void load_substitutes(const TableFile& file, SubstitutionTable& table) {
  const std::vector<std::string_view> columns = header({"MJ文字図形名", "sequences"}, kMapColumns);
  TableRows rows(file, columns);
  while (rows.next()) {
    const std::vector<std::string> sequences = sequences_of(rows, rows[1]);
    for (std::size_t i = 0; i < kMapColumns.size(); ++i) {
      add_candidates(rows, rows[i + 2], kMapColumns[i], sequences, table);
    }
  }
}

void load_unihan(const TableFile& file, SubstitutionTable& table) {
  const std::vector<std::string_view> columns = header({"character"}, kUnihanColumns);
  TableRows rows(file, columns);
  while (rows.next()) {
    const std::vector<std::string> sequences = {sequence_of(rows, rows[0])};
    for (std::size_t i = 0; i < kUnihanColumns.size(); ++i) {
      add_candidates(rows, rows[i + 1], kUnihanColumns[i], sequences, table);
    }
  }
}

}  // namespace daicho
