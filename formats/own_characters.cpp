#include "formats/own_characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "converters/repertoire.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

constexpr std::size_t kMostBytes = 255;  // of a substitute and of a note in the table
constexpr char32_t kLastCodePoint = 0x10FFFF;

const std::vector<OwnColumn>& substitute_form() {
  static const std::vector<OwnColumn> columns = {
      {"character", {"文字", "元の文字"}, true}, {"substitute", {"代替文字"}, true}, {"note", {"備考"}, false}};
  return columns;
}

const std::vector<OwnColumn>& juki_form() {
  static const std::vector<OwnColumn> columns = {
      {"code", {"統一文字コード", "コード"}, true}, {"character", {"文字"}, true}, {"note", {"備考"}, false}};
  return columns;
}

std::optional<std::uint32_t> hex_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number, 16);
  if (text.size() < 4 || parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

bool is_control(char32_t code_point) { return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0); }

/// `U+845B U+E0100`, or the text as it stands; nothing where a code point is none.
std::optional<std::string> spelled_text(std::string_view text) {
  if (!text.starts_with("U+") && !text.starts_with("u+")) return std::string(text);
  std::string spelled;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!word.starts_with("U+") && !word.starts_with("u+")) return std::nullopt;
    const auto number = hex_number(word.substr(2));
    if (!number || *number > kLastCodePoint || (*number >= 0xD800 && *number <= 0xDFFF)) return std::nullopt;
    append_code_point(spelled, *number);
  }
  return spelled;
}

/// Rows of a table, with the faults that are found in them.
class OwnRows {
 public:
  OwnRows(std::string_view text, const std::vector<OwnColumn>& form) : table_(parse_own_table(text, form)) {}

  const std::vector<std::vector<OwnCell>>& rows() const { return table_.rows; }
  bool full() const { return faults_.size() + table_.faults.size() >= kMostTableFaults; }

  void fault(const OwnCell& cell, std::string message, std::string hint = {}) {
    faults_.push_back({true,
                       cell.line,
                       cell.column,
                       {std::move(message), {}},
                       {std::move(hint), {}}});  // for exceptions, which are English
  }

  /// The text of a cell that must be some characters; nothing, with a fault, where it is not.
  std::optional<std::string> characters(const OwnCell& cell) {
    auto text = spelled_text(cell.value);
    std::string_view rest = text ? std::string_view(*text) : std::string_view();
    bool good = text && !rest.empty();
    for (bool first = true; good && !rest.empty(); first = false) {
      const char32_t code_point = take_code_point(rest);
      good = !is_control(code_point) && !(first && is_variation_selector(code_point));
    }
    if (good) return text;
    fault(cell, cell.value.empty() ? "the character is missing" : quoted_cell(cell.value) + " is no character",
          "as itself, or written like U+845B or U+845B U+E0100");
    return std::nullopt;
  }

  std::optional<std::string> one_character(const OwnCell& cell) {
    auto text = characters(cell);
    if (!text) return std::nullopt;
    std::string_view rest = *text;
    take_whole_character(rest);
    if (rest.empty()) return text;
    fault(cell, quoted_cell(cell.value) + " is several characters",
          "one character: a code point, with its variation selector if any, or a letter of two like か゚");
    return std::nullopt;
  }

  /// False, with a fault, where an earlier row has the key.
  bool first_time(const OwnCell& cell, const std::string& key) {
    const auto [earlier, is_new] = lines_.try_emplace(key, cell.line);
    if (!is_new)
      fault(cell, fmt::format("{} stands twice: it is that of line {}", quoted_cell(cell.value), earlier->second));
    return is_new;
  }

  std::vector<TableFault> faults() && {
    faults_.insert(faults_.end(), table_.faults.begin(), table_.faults.end());
    std::stable_sort(faults_.begin(), faults_.end(), [](const TableFault& a, const TableFault& b) {
      return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return std::move(faults_);
  }

 private:
  OwnTable table_;
  std::vector<TableFault> faults_;
  std::unordered_map<std::string, std::uint64_t> lines_;
};

void take_substitute(OwnRows& rows, const std::vector<OwnCell>& row, SubstitutionTable& table) {
  enum Column : std::size_t { kCharacter, kSubstitute, kNote };
  const auto character = rows.one_character(row[kCharacter]);
  const auto substitute = rows.characters(row[kSubstitute]);
  const bool first = character && rows.first_time(row[kCharacter], *character);
  if (!first || !substitute) return;
  if (*character == *substitute) {
    rows.fault(row[kSubstitute], quoted_cell(row[kSubstitute].value) + " stands for itself",
               "leave the row out where a character has no substitute");
  } else if (substitute->size() > kMostBytes) {
    rows.fault(row[kSubstitute], "a substitute of more than 255 bytes");
  } else if (row[kNote].value.size() > kMostBytes) {
    rows.fault(row[kNote], "a note of more than 255 bytes");
  } else {
    table.add(*character, {*substitute, SubstituteSource::own, 1, row[kNote].value});
  }
}

void take_juki(OwnRows& rows, const std::vector<OwnCell>& row, JukiTable& table) {
  enum Column : std::size_t { kCode, kCharacter };
  const OwnCell& cell = row[kCode];
  const auto code =
      cell.value.size() == 6 && cell.value.starts_with("J+") ? hex_number(cell.value.substr(2)) : std::nullopt;
  if (!code) {
    rows.fault(cell, quoted_cell(cell.value) + " is no code", "`J+` and four hexadecimal digits, like J+AC00");
    return;
  }
  const bool by_rule = *code <= 0x33FF || *code >= 0xFF00;
  if (by_rule) {
    rows.fault(cell, quoted_cell(cell.value) + " means the code point of its number",
               "J+0000-33FF and J+FF00-FFFE stand in no table");
  }
  const auto character = rows.one_character(row[kCharacter]);
  const bool first = !by_rule && rows.first_time(cell, fmt::format("{:04X}", *code));
  if (!first || !character) return;
  if (!table.add(static_cast<std::uint16_t>(*code), *character)) {
    rows.fault(row[kCharacter],
               quoted_cell(row[kCharacter].value) + " is Hangul, which 住基ネット統一文字 do not have");
  }
}

}  // namespace

std::vector<TableFault> parse_own_substitutes(std::string_view text, SubstitutionTable& table) {
  OwnRows rows(text, substitute_form());
  for (const auto& row : rows.rows()) {
    if (rows.full()) break;
    take_substitute(rows, row, table);
  }
  return std::move(rows).faults();
}

std::vector<TableFault> parse_own_juki(std::string_view text, JukiTable& table) {
  OwnRows rows(text, juki_form());
  for (const auto& row : rows.rows()) {
    if (rows.full()) break;
    take_juki(rows, row, table);
  }
  return std::move(rows).faults();
}

void load_own_substitutes(const std::filesystem::path& file, SubstitutionTable& table) {
  refuse_table_errors(parse_own_substitutes(read_own_table(file), table), file.string());
}

void load_own_juki(const std::filesystem::path& file, JukiTable& table) {
  refuse_table_errors(parse_own_juki(read_own_table(file), table), file.string());
}

}  // namespace daicho
