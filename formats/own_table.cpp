#include "formats/own_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "converters/utf8.hpp"
#include "formats/byte_source.hpp"
#include "formats/csv.hpp"
#include "formats/error.hpp"
#include "formats/toml_reader.hpp"

namespace daicho {
namespace {

constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view wide = "\u3000";
  while (true) {
    if (text.starts_with(' ') || text.starts_with('\t')) {
      text.remove_prefix(1);
    } else if (text.starts_with(wide)) {
      text.remove_prefix(wide.size());
    } else if (text.ends_with(' ') || text.ends_with('\t')) {
      text.remove_suffix(1);
    } else if (text.ends_with(wide)) {
      text.remove_suffix(wide.size());
    } else {
      return text;
    }
  }
}

/// Line breaks are none: a note may have several lines.
bool has_control(std::string_view value) {
  return std::any_of(value.begin(), value.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r') || c == 0x7F;
  });
}

TableText message_of(CsvFault fault) {
  switch (fault) {
    case CsvFault::none:
      break;
    case CsvFault::quote_open:
      return {"a quoted value that never ends", "引用符で始まる値が閉じられていません"};
    case CsvFault::quote_misplaced:
      return {"a quote inside a value that is not quoted, or text after a closing quote",
              "引用符で囲まれていない値の途中に引用符があるか、閉じる引用符のあとに文字があります"};
    case CsvFault::bare_cr:
      return {"a carriage return without a line feed", "LF のない CR があります"};
    case CsvFault::too_long:
      return {"a line of more than 1 MiB", "1行が 1 MiB を超えています"};
  }
  return {};
}

/// Which cell of a file's row belongs to each column of the form.
class Header {
 public:
  explicit Header(const std::vector<OwnColumn>& columns) : columns_(columns), places_(columns.size(), kNoColumn) {}

  void take(const std::vector<OwnCell>& names, std::vector<TableFault>& faults) {
    count_ = names.size();
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto column = find(names[i].value);
      if (!column) {
        const std::string name = quoted_cell(names[i].value);
        faults.push_back({true,
                          names[i].line,
                          names[i].column,
                          {fmt::format("no column is named {}", name), fmt::format("{} という列はありません", name)},
                          {fmt::format("known: {}", known()), fmt::format("使える列: {}", known())}});
      } else if (places_[*column] != kNoColumn) {
        faults.push_back({true,
                          names[i].line,
                          names[i].column,
                          {fmt::format("the column '{}' stands twice", columns_[*column].id),
                           fmt::format("列 '{}' が2つあります", columns_[*column].id)},
                          {}});
      } else {
        places_[*column] = i;
      }
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!columns_[i].required || places_[i] != kNoColumn) continue;
      faults.push_back(
          {true,
           names.front().line,
           1,
           {fmt::format("no column '{}'", columns_[i].id), fmt::format("列 '{}' がありません", columns_[i].id)},
           {fmt::format("the first line names the columns: {}", known()),
            fmt::format("1行目に列の名前を書きます: {}", known())}});
    }
  }

  std::size_t count() const { return count_; }

  /// The cells of a row in the order of the form.
  std::vector<OwnCell> arrange(std::vector<OwnCell> cells) const {
    std::vector<OwnCell> arranged(places_.size());
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (places_[i] == kNoColumn) {
        arranged[i] = {{}, cells.front().line, cells.front().column};
      } else {
        arranged[i] = std::move(cells[places_[i]]);
      }
    }
    return arranged;
  }

 private:
  std::optional<std::size_t> find(const std::string& name) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto& aliases = columns_[i].aliases;
      if (columns_[i].id == name || std::find(aliases.begin(), aliases.end(), name) != aliases.end()) return i;
    }
    return std::nullopt;
  }

  std::string known() const {
    std::string names;
    for (const OwnColumn& column : columns_) {
      names += names.empty() ? "" : ", ";
      names += column.aliases.empty() ? column.id : fmt::format("{} ({})", column.id, column.aliases.front());
    }
    return names;
  }

  const std::vector<OwnColumn>& columns_;
  std::vector<std::size_t> places_;
  std::size_t count_ = 0;
};

/// Counts lines and characters from the beginning of a row on.
class Place {
 public:
  Place(std::string_view row, std::uint64_t line) : row_(row), line_(line) {}

  /// Goes on to a byte of the row, which lies not before the last one asked for.
  void go_to(std::size_t byte) {
    for (; at_ < byte; ++at_) {
      if (row_[at_] == '\n') {
        ++line_;
        column_ = 1;
      } else if ((static_cast<unsigned char>(row_[at_]) & 0xC0U) != 0x80) {
        ++column_;
      }
    }
  }
  std::uint64_t line() const { return line_; }
  std::size_t column() const { return column_; }

 private:
  std::string_view row_;
  std::size_t at_ = 0;
  std::uint64_t line_;
  std::size_t column_ = 1;
};

/// Walks the rows of a file.
class Scan {
 public:
  Scan(std::string_view text, const std::vector<OwnColumn>& columns, OwnTable& table)
      : rest_(text), header_(columns), table_(table) {
    constexpr std::string_view mark = "\uFEFF";
    if (rest_.starts_with(mark)) rest_.remove_prefix(mark.size());
  }

  void run() {
    bool named = false;
    while (!rest_.empty() && table_.faults.size() < kMostTableFaults) {
      auto cells = next_row();
      if (!cells) continue;
      if (named) {
        take(std::move(*cells));
      } else {
        named = true;
        header_.take(*cells, table_.faults);
        if (!table_.good()) return;
      }
    }
    if (!named && table_.faults.empty())
      fault(1, 1, {"an empty file", "空のファイルです"},
            {"the first line names the columns", "1行目に列の名前を書きます"});
  }

 private:
  void fault(std::uint64_t line, std::size_t column, TableText message, TableText hint = {}) {
    table_.faults.push_back({true, line, column, std::move(message), std::move(hint)});
  }

  /// The cells of the next row; nothing where it is blank or faulty.
  std::optional<std::vector<OwnCell>> next_row() {
    scan_csv_row(rest_, true, Quote::minimal, row_);
    const std::string_view text = rest_.substr(0, row_.length);
    const std::uint64_t line = line_;
    const std::size_t taken = row_.taken;
    line_ += row_.lines;
    rest_.remove_prefix(taken);
    Place place(text, line);
    if (row_.fault != CsvFault::none) {
      place.go_to(std::min(row_.fault_at, text.size()));
      fault(place.line(), place.column(), message_of(row_.fault));
      return std::nullopt;
    }
    if (row_.fields.empty()) return std::nullopt;
    if (!is_utf8(text)) {
      fault(line, 1, {"not UTF-8", "UTF-8 ではありません"},
            {"save the table as CSV in UTF-8", "表を UTF-8 の CSV で保存してください"});
      return std::nullopt;
    }
    std::vector<OwnCell> cells;
    std::string storage;
    for (const CsvField& field : row_.fields) {
      place.go_to(field.begin);
      cells.push_back({std::string(trimmed(csv_value(text, field, storage))), place.line(), place.column()});
      if (!has_control(cells.back().value)) continue;
      fault(place.line(), place.column(), {"a control character", "制御文字があります"});
      return std::nullopt;
    }
    return cells;
  }

  void take(std::vector<OwnCell> cells) {
    const bool blank = std::all_of(cells.begin(), cells.end(), [](const OwnCell& cell) { return cell.value.empty(); });
    if (blank) return;  // what spreadsheets leave below a table
    if (cells.size() != header_.count()) {
      fault(cells.front().line, 1,
            {fmt::format("{} values for {} columns", cells.size(), header_.count()),
             fmt::format("{1}列の表に値が{0}個あります", cells.size(), header_.count())});
      return;
    }
    table_.rows.push_back(header_.arrange(std::move(cells)));
  }

  std::string_view rest_;
  Header header_;
  OwnTable& table_;
  CsvRow row_;
  std::uint64_t line_ = 1;
};

}  // namespace

std::string quoted_cell(std::string_view value) {
  constexpr int kShown = 40;
  std::string text = "'";
  for (int shown = 0; !value.empty() && shown < kShown; ++shown) {
    const std::string_view character = take_character(value);
    text += character == "\n" || character == "\r" ? " " : character;
  }
  return text + (value.empty() ? "'" : "...'");
}

std::string to_string(const TableFault& fault, const std::string& file, Language language) {
  const bool japanese = language == Language::ja && !fault.message.ja.empty();
  const char* const word = fault.error ? (japanese ? "エラー" : "error") : (japanese ? "警告" : "warning");
  const TableText& message = fault.message;
  std::string text =
      fmt::format("{}:{}:{}: {}: {}", file, fault.line, fault.column, word, japanese ? message.ja : message.en);
  const std::string& hint = japanese ? fault.hint.ja : fault.hint.en;
  if (!hint.empty()) text += "\n  " + hint;
  return text;
}

bool OwnTable::good() const {
  return std::none_of(faults.begin(), faults.end(), [](const TableFault& fault) { return fault.error; });
}

OwnTable parse_own_table(std::string_view text, const std::vector<OwnColumn>& columns) {
  OwnTable table;
  Scan(text, columns, table).run();
  return table;
}

std::string read_own_table(const std::filesystem::path& file) {
  const auto source = open_source(file.string());
  std::string text;
  std::array<char, 1U << 16> buffer{};
  try {
    while (const std::size_t got = source->read(buffer.data(), buffer.size())) {
      if (text.size() + got > kOwnTableBytes) {
        throw UsageError(fmt::format("{}: larger than {} MiB", file.string(), kOwnTableBytes >> 20));
      }
      text.append(buffer.data(), got);
    }
  } catch (const DamagedInput& damage) {
    throw WorldError(fmt::format("{}: {}", file.string(), damage.reason));
  }
  return text;
}

namespace {

// The lines after the first begin with a blank: so they stay lines on a terminal.
std::string errors_text(const std::vector<TableFault>& errors, const std::string& file, bool japanese) {
  std::string text;
  for (const TableFault& fault : errors) {
    const bool ja = japanese && !fault.message.ja.empty();
    text += text.empty() ? "" : "\n ";
    text += fmt::format("{}:{}:{}: {}", file, fault.line, fault.column, ja ? fault.message.ja : fault.message.en);
    const std::string& hint = ja ? fault.hint.ja : fault.hint.en;
    if (!hint.empty()) text += "\n  " + hint;
  }
  return text;
}

}  // namespace

OwnTableError::OwnTableError(std::vector<TableFault> errors, std::string file)
    : SchemaError(errors_text(errors, file, false)), errors_(std::move(errors)), file_(std::move(file)) {}

std::string OwnTableError::in(Language language) const { return errors_text(errors_, file_, language == Language::ja); }

void refuse_table_errors(const std::vector<TableFault>& faults, const std::string& file) {
  std::vector<TableFault> errors;
  std::copy_if(faults.begin(), faults.end(), std::back_inserter(errors), [](const TableFault& f) { return f.error; });
  if (!errors.empty()) throw OwnTableError(std::move(errors), file);
}

}  // namespace daicho
