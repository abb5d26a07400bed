#include "jobs/side_files.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>

#include "converters/utf8.hpp"
#include "formats/byte_source.hpp"
#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);
constexpr std::size_t kKeyDigits = 15;

[[noreturn]] void fail(const std::string& name, std::uint64_t line, const std::string& message) {
  throw UsageError(fmt::format("{}:{}: {}", name, line, message));
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += between;
    all += word;
  }
  return all;
}

/// Reads line by line and splits each at its commas.
class LineReader {
 public:
  LineReader(std::string_view text, const std::string& name) : rest_(text), name_(name) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (rest_.substr(0, mark.size()) == mark) rest_.remove_prefix(mark.size());
  }

  /// The next line's values, or nothing at the end of the file.
  std::optional<std::vector<std::string>> next() {
    if (rest_.empty()) return std::nullopt;
    ++line_;
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) fail(name_, line_, "an empty line");
    if (line.size() > kSideLineBytes) {
      fail(name_, line_, fmt::format("a line of {} bytes; the most is {}", line.size(), kSideLineBytes));
    }
    if (!is_utf8(line)) fail(name_, line_, "not UTF-8; save the file as CSV in UTF-8");
    for (const char c : line) {
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) fail(name_, line_, "a control character");
    }
    return split(line);
  }

  std::uint64_t line() const { return line_; }

 private:
  std::vector<std::string> split(std::string_view line) {
    std::vector<std::string> values;
    while (true) {
      values.push_back(take_value(line));
      if (line.empty()) return values;
      line.remove_prefix(1);  // the comma
    }
  }

  /// Takes one value off the line and leaves what follows: nothing, or a comma.
  std::string take_value(std::string_view& line) {
    if (line.empty() || line.front() != '"') {
      const std::size_t end = std::min(line.find(','), line.size());
      const std::string_view value = line.substr(0, end);
      if (value.find('"') != value.npos) fail(name_, line_, "a quote inside a value that is not quoted");
      line.remove_prefix(end);
      return std::string(value);
    }
    std::string value;
    line.remove_prefix(1);
    while (true) {
      const std::size_t quote = line.find('"');
      if (quote == line.npos) fail(name_, line_, "a quoted value that does not end on its line");
      value += line.substr(0, quote);
      line.remove_prefix(quote + 1);
      if (line.empty() || line.front() == ',') return value;
      if (line.front() != '"') fail(name_, line_, "text after a closing quote");
      value += '"';
      line.remove_prefix(1);
    }
  }

  std::string_view rest_;
  const std::string& name_;
  std::uint64_t line_ = 0;
};

/// Where the form's columns stand in a file.
struct Columns {
  std::size_t count = 0;  // in the file
  std::size_t key = kNoColumn;
  std::string key_name;
  std::vector<std::size_t> values;  // required, then optional; kNoColumn where an optional one is left out
};

std::size_t position_of(const std::vector<std::string>& words, const std::string& word) {
  const auto found = std::find(words.begin(), words.end(), word);
  return found == words.end() ? kNoColumn : static_cast<std::size_t>(found - words.begin());
}

Columns match_header(const std::vector<std::string>& header, const std::string& name, const SideFileForm& form) {
  std::vector<std::string> known = form.keys;
  known.insert(known.end(), form.required.begin(), form.required.end());
  known.insert(known.end(), form.optional.begin(), form.optional.end());
  const auto is_known = [&](const std::string& word) { return position_of(known, word) != kNoColumn; };
  if (std::none_of(header.begin(), header.end(), is_known)) {  // not quoted: it may be somebody's data
    fail(name, 1, fmt::format("the first line names no column; known are {}", joined(known, ", ")));
  }
  Columns columns;
  columns.count = header.size();
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (!is_known(header[i])) {
      fail(name, 1, fmt::format("unknown column '{}'; known are {}", header[i], joined(known, ", ")));
    }
    if (position_of(header, header[i]) != i) fail(name, 1, fmt::format("column '{}' stands twice", header[i]));
    if (position_of(form.keys, header[i]) == kNoColumn) continue;
    if (columns.key != kNoColumn) {
      fail(name, 1, fmt::format("both '{}' and '{}': one of them", columns.key_name, header[i]));
    }
    columns.key = i;
    columns.key_name = header[i];
  }
  if (columns.key == kNoColumn) fail(name, 1, fmt::format("no column '{}'", joined(form.keys, "' or '")));
  for (const std::string& column : form.required) {
    columns.values.push_back(position_of(header, column));
    if (columns.values.back() == kNoColumn) fail(name, 1, fmt::format("no column '{}'", column));
  }
  for (const std::string& column : form.optional) columns.values.push_back(position_of(header, column));
  return columns;
}

std::uint64_t parse_key(const std::string& text, const std::string& column, const std::string& name,
                        std::uint64_t line) {
  std::uint64_t key = 0;
  bool right = !text.empty() && text.size() <= kKeyDigits;
  for (const char c : text) right = right && c >= '0' && c <= '9';
  if (right) {
    for (const char c : text) key = key * 10 + static_cast<std::uint64_t>(c - '0');
  }
  if (key == 0) fail(name, line, fmt::format("{}: not a number of 1 to {} half-width digits", column, kKeyDigits));
  return key;
}

/// Rows by key; a key that stands twice is refused with the line of its second row.
void sort_rows(SideFile& file) {
  std::stable_sort(file.rows.begin(), file.rows.end(),
                   [](const SideRow& a, const SideRow& b) { return a.key < b.key; });
  const SideRow* twice = nullptr;
  std::uint64_t first_line = 0;
  for (std::size_t i = 1; i < file.rows.size(); ++i) {
    if (file.rows[i].key != file.rows[i - 1].key || (twice && twice->line < file.rows[i].line)) continue;
    twice = &file.rows[i];
    first_line = file.rows[i - 1].line;
  }
  if (twice) fail(file.name, twice->line, fmt::format("{}: the same number as on line {}", file.key, first_line));
}

}  // namespace

const SideRow* SideFile::find(std::uint64_t row_key) const {
  const auto found = std::lower_bound(rows.begin(), rows.end(), row_key,
                                      [](const SideRow& row, std::uint64_t wanted) { return row.key < wanted; });
  return found == rows.end() || found->key != row_key ? nullptr : &*found;
}

SideFile parse_side_file(std::string_view text, const std::string& name, const SideFileForm& form) {
  LineReader lines(text, name);
  const auto header = lines.next();
  if (!header) throw UsageError(fmt::format("{}:1: an empty file; the first line names the columns", name));
  const Columns columns = match_header(*header, name, form);
  SideFile file;
  file.name = name;
  file.key = columns.key_name;
  while (auto values = lines.next()) {
    if (values->size() != columns.count) {
      fail(name, lines.line(), fmt::format("{} values for {} columns", values->size(), columns.count));
    }
    SideRow row;
    row.line = lines.line();
    row.key = parse_key((*values)[columns.key], file.key, name, row.line);
    for (const std::size_t column : columns.values) {
      row.values.push_back(column == kNoColumn ? std::string() : std::move((*values)[column]));
    }
    file.rows.push_back(std::move(row));
  }
  sort_rows(file);
  return file;
}

SideFile read_side_file(const std::string& path, const SideFileForm& form) {
  std::string text;
  const auto source = open_source(path);
  std::array<char, 1U << 16> buffer{};
  try {
    while (const std::size_t got = source->read(buffer.data(), buffer.size())) {
      if (text.size() + got > kSideFileBytes) {
        throw UsageError(fmt::format("{}: larger than {} MiB", path, kSideFileBytes >> 20));
      }
      text.append(buffer.data(), got);
    }
  } catch (const DamagedInput& damage) {
    throw WorldError(fmt::format("{}: {}", path, damage.reason));
  }
  return parse_side_file(text, path, form);
}

}  // namespace daicho
