#include "formats/gaiji_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>
#include <utility>

#include "converters/charset.hpp"
#include "converters/charset_names.hpp"
#include "converters/gaiji.hpp"
#include "converters/repertoire.hpp"
#include "converters/utf8.hpp"
#include "formats/error.hpp"

namespace daicho {
namespace {

enum Column : std::size_t { kCode, kCharacter, kMjName, kReading, kNote };

const std::vector<OwnColumn>& form() {
  static const std::vector<OwnColumn> columns = {{"code", {"外字コード", "コード"}, true},
                                                 {"character", {"文字"}, false},
                                                 {"mj_name", {"MJ文字図形名"}, false},
                                                 {"reading", {"読み", "よみ", "ふりがな", "読み仮名"}, false},
                                                 {"note", {"備考"}, false}};
  return columns;
}

constexpr char32_t kLastCodePoint = 0x10FFFF;

/// The number that a whole text of hexadecimal digits writes; nothing for other texts and beyond 32 bits.
std::optional<char32_t> hex_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number, 16);
  if (text.empty() || parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

bool is_scalar(char32_t code_point) {
  return code_point <= kLastCodePoint && (code_point < 0xD800 || code_point > 0xDFFF);
}

/// Whether a code point can be a character of a text at all.
bool is_text(char32_t code_point) {
  const bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
  const bool noncharacter = (code_point & 0xFFFE) == 0xFFFE || (code_point >= 0xFDD0 && code_point <= 0xFDEF);
  return !control && !noncharacter;
}

std::string code_points_of(std::string_view text) {
  std::string names;
  while (!text.empty()) {
    names += fmt::format("{}U+{:04X}", names.empty() ? "" : " ", static_cast<std::uint32_t>(take_code_point(text)));
  }
  return names;
}

/// `葛󠄀 (U+845B U+E0100)`
std::string named(std::string_view character) { return fmt::format("{} ({})", character, code_points_of(character)); }

std::string utf8_of(char32_t code_point) {
  std::string text;
  append_code_point(text, code_point);
  return text;
}

/// A sentence with its arguments in both languages.
template <typename... Arguments>
TableText both(const char* en, const char* ja, const Arguments&... arguments) {
  return {fmt::format(fmt::runtime(en), arguments...), fmt::format(fmt::runtime(ja), arguments...)};
}

TableText no_character(const std::string& text) { return both("{} is no character", "{} は文字ではありません", text); }

/// One file's rows, one after the other.
class Loading {
 public:
  Loading(GaijiFile& file, const MjSource& mj) : file_(file), mj_(mj) {}

  void take(const std::vector<OwnCell>& row) {
    Gaiji entry;
    entry.reading = row[kReading].value;
    entry.note = row[kNote].value;
    const std::size_t errors = errors_;
    const auto code = read_code(row[kCode]);
    read_character(row[kCharacter], entry);
    read_mj_name(row[kMjName], row[kCharacter], entry);
    if (code) entry.code_point = *code;
    refuse_twice(row, code, entry);
    if (errors_ != errors) return;
    warn_of_cp932(row, entry);
    file_.table.add(std::move(entry));
  }

 private:
  void fault(const OwnCell& cell, TableText message, TableText hint = {}) {
    file_.faults.push_back({true, cell.line, cell.column, std::move(message), std::move(hint)});
    ++errors_;
  }
  void warn(const OwnCell& cell, TableText message, TableText hint = {}) {
    file_.faults.push_back({false, cell.line, cell.column, std::move(message), std::move(hint)});
  }

  std::optional<char32_t> read_code(const OwnCell& cell) {
    const std::string_view text = cell.value;
    if (text.empty()) {
      fault(cell, {"the code is missing", "コードがありません"});
      return std::nullopt;
    }
    const auto code = text.starts_with("U+") || text.starts_with("u+") ? read_code_point(cell, text.substr(2))
                                                                       : read_charset_code(cell, text);
    if (code && !is_private_use(*code)) {
      const std::string own = quoted_cell(text);
      const std::string character = named(utf8_of(*code));
      fault(cell,
            {fmt::format("{} is {}, no user-defined code", own, character),
             fmt::format("{} は {} で、外字のコードではありません", own, character)},
            {"外字 are F040-F9FC in CP932, and U+E000-F8FF, U+F0000-FFFFD and U+100000-10FFFD in Unicode",
             "外字は、CP932 では F040～F9FC、Unicode では U+E000～F8FF、U+F0000～FFFFD、U+100000～10FFFD です"});
      return std::nullopt;
    }
    return code;
  }

  std::optional<char32_t> read_code_point(const OwnCell& cell, std::string_view digits) {
    const auto number = hex_number(digits);
    if (number && digits.size() >= 4 && is_scalar(*number) && is_text(*number)) return number;
    fault(cell, no_character(quoted_cell(cell.value)), {"written like U+E000", "U+E000 のように書きます"});
    return std::nullopt;
  }

  /// `F040`, or with the name of a charset before it: `ibm-939:6941`.
  std::optional<char32_t> read_charset_code(const OwnCell& cell, std::string_view text) {
    Charset charset = Charset::cp932;
    if (const std::size_t colon = text.find(':'); colon != text.npos) {
      const auto known = parse_charset(text.substr(0, colon));
      if (!known) {
        const std::string_view name = text.substr(0, colon);
        fault(cell, both("no charset {}{}", "{} という文字コードはありません", quoted_cell(name), charset_hint(name)),
              {"for example ibm-939:6941", "例: ibm-939:6941"});
        return std::nullopt;
      }
      charset = *known;
      text.remove_prefix(colon + 1);
    }
    const auto number = hex_number(text);
    if (!number || text.size() != 4) {
      fault(cell, both("{} is no code", "{} はコードではありません", quoted_cell(cell.value)),
            {"CP932's is written F040, Unicode's U+E000, another charset's ibm-939:6941",
             "CP932 は F040、Unicode は U+E000、ほかの文字コードは ibm-939:6941 のように書きます"});
      return std::nullopt;
    }
    const std::string bytes = {static_cast<char>(*number >> 8U), static_cast<char>(*number & 0xFFU)};
    TextOptions options;
    options.form = TextForm::full_width;
    std::string character;
    const bool right = decode(charset, bytes, character, options).error == TextError::none;
    std::string_view rest = character;
    const char32_t code_point = right && !rest.empty() ? take_code_point(rest) : 0;
    if (right && code_point != 0 && rest.empty()) return code_point;
    TableText hint;
    if (charset == Charset::cp932) {
      hint = {"外字 are F040-F9FC, the second byte 40-7E or 80-FC",
              "外字は F040～F9FC で、2バイト目は 40～7E または 80～FC です"};
    }
    fault(
        cell,
        both("{} is no code of {}", "{} は {} のコードではありません", quoted_cell(cell.value), charset_name(charset)),
        std::move(hint));
    return std::nullopt;
  }

  void read_character(const OwnCell& cell, Gaiji& entry) {
    std::string text = cell.value;
    if (text.starts_with("U+") || text.starts_with("u+")) {
      auto spelled = spelled_character(text);
      if (!spelled) {
        fault(cell, no_character(quoted_cell(text)),
              {"written like U+845B or U+845B U+E0100", "U+845B や U+845B U+E0100 のように書きます"});
        return;
      }
      text = std::move(*spelled);
    }
    if (text.empty()) return;
    std::string_view rest = text;
    while (!rest.empty()) {
      const char32_t code_point = take_code_point(rest);
      if (is_text(code_point)) continue;
      fault(cell, no_character(code_points_of(utf8_of(code_point))));
      return;
    }
    rest = text;
    const std::string_view first = take_whole_character(rest);
    std::string_view of_first = first;
    const char32_t base = take_code_point(of_first);
    if (!rest.empty()) {
      fault(cell,
            both("{} is several characters ({})", "{} は複数の文字です（{}）", quoted_cell(text), code_points_of(text)),
            {"a 外字 means one: a code point, with its variation selector if any, or a letter of two like か゚",
             "外字の意味は1文字です（異体字セレクタ付きの文字、か゚ のような2つの符号の文字も1文字です）"});
    } else if (is_variation_selector(base)) {
      fault(cell, both("{} is a variation selector without its character", "{} は文字のない異体字セレクタです",
                       code_points_of(first)));
    } else if (is_private_use(base)) {
      fault(cell, both("the meaning {} is a 外字 itself", "意味の {} 自体が外字です", code_points_of(first)),
            {"leave the character empty where a 外字 means nothing else",
             "ほかの文字を意味しない外字は、文字の欄を空けておきます"});
    } else {
      entry.meaning = std::move(text);
    }
  }

  /// `U+845B U+E0100`, or with `_` between, as the 文字情報一覧表 writes it.
  static std::optional<std::string> spelled_character(std::string_view text) {
    std::string character;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find_first_of(" _"), text.size());
      std::string_view word = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      if (word.starts_with("U+") || word.starts_with("u+")) word.remove_prefix(2);
      const auto number = hex_number(word);
      if (!number || word.size() < 4 || !is_scalar(*number)) return std::nullopt;
      append_code_point(character, *number);
    }
    return character;
  }

  void read_mj_name(const OwnCell& cell, const OwnCell& character_cell, Gaiji& entry) {
    const std::string& text = cell.value;
    if (text.empty()) return;
    const auto number = mj_number(text);
    if (!number) {
      fault(cell, both("{} is no MJ文字図形名", "{} は MJ文字図形名ではありません", quoted_cell(text)),
            {"`MJ` and six digits, like MJ008064", "MJ008064 のように、MJ と6桁の数字です"});
      return;
    }
    const MjCharacter* row = mj_().find_number(*number);
    if (row == nullptr) {
      fault(cell, both("the MJ文字情報一覧表 has no {}", "MJ文字情報一覧表に {} はありません", text));
      return;
    }
    entry.mj_name = mj_name(*number);
    if (!character_cell.value.empty()) {
      if (!entry.meaning.empty()) check_agreement(cell, *row, entry);
    } else if (row->sequences.empty()) {
      warn(cell,
           both("{} has neither a code point nor a variation sequence", "{} には符号位置も異体字シーケンスもありません",
                text),
           {"the 外字 keeps its own code point", "この外字は自身のコードのままです"});
    } else {
      entry.meaning = row->sequences.front();
    }
  }

  static std::optional<std::uint32_t> mj_number(std::string_view text) {
    if (text.size() != 8 || !text.starts_with("MJ")) return std::nullopt;
    std::uint32_t number = 0;
    for (const char digit : text.substr(2)) {
      if (digit < '0' || digit > '9') return std::nullopt;
      number = number * 10 + static_cast<std::uint32_t>(digit - '0');
    }
    return number;
  }

  void check_agreement(const OwnCell& cell, const MjCharacter& row, const Gaiji& entry) {
    for (const std::string& sequence : row.sequences) {
      if (sequence == entry.meaning) return;
    }
    const MjCharacter* other = mj_().find(entry.meaning);
    TableText hint;
    if (other != nullptr) hint = both("{} is {}", "{} は {} です", entry.meaning, mj_name(other->number));
    if (row.sequences.empty()) {
      fault(cell,
            both("{} has no code point, so it is not {}", "{0} には符号位置がないため、{1} ではありません",
                 entry.mj_name, named(entry.meaning)),
            std::move(hint));
    } else {
      fault(cell,
            both("{} is {}, not {}", "{} は {} で、{} ではありません", entry.mj_name, named(row.sequences.front()),
                 named(entry.meaning)),
            std::move(hint));
    }
  }

  /// Reports that the code or else the meaning stands in an earlier row, be that or this one faulty in another cell.
  void refuse_twice(const std::vector<OwnCell>& row, std::optional<char32_t> read, const Gaiji& entry) {
    if (read) {
      const auto [code, new_code] = lines_of_codes_.try_emplace(*read, row[kCode].line);
      if (!new_code) {
        fault(row[kCode], both("{} stands twice: it is that of line {}", "{} が2回あります（{}行目と同じです）",
                               quoted_cell(row[kCode].value), code->second));
        return;
      }
    }
    if (entry.meaning.empty()) return;
    const auto [meaning, new_meaning] = lines_of_meanings_.try_emplace(entry.meaning, row[kCode].line);
    if (new_meaning) return;
    fault(row[row[kCharacter].value.empty() ? kMjName : kCharacter],
          both("{} is also what line {} means", "{} は{}行目の意味と同じです", named(entry.meaning), meaning->second),
          {"writing can use only one of two codes of one character",
           "1つの文字に2つのコードがあると、書くときに一方しか使えません"});
  }

  void warn_of_cp932(const std::vector<OwnCell>& row, const Gaiji& entry) {
    std::string bytes;
    if (entry.meaning.empty()) return;
    const Conversion done = encode(Charset::cp932, entry.meaning, bytes);
    if (done.error != TextError::none) return;
    std::string code;
    for (const char byte : bytes) code += fmt::format("{:02X}", static_cast<unsigned char>(byte));
    const OwnCell& cell = row[row[kCharacter].value.empty() ? kMjName : kCharacter];
    const std::string own = quoted_cell(row[kCode].value);
    if (done.similar == 0) {
      warn(cell, both("CP932 itself has {} as {}, so it does not come back as {}",
                      "CP932 自体に {} が {} としてあるため、{} には戻りません", entry.meaning, code, own));
      return;
    }
    std::string similar;
    decode(Charset::cp932, bytes, similar);
    constexpr char32_t kLastOfCp932 = 0xE757;  // F9FC
    const bool own_code = entry.code_point <= kLastOfCp932;
    warn(cell,
         both("CP932 has only a similar character for {}: {} as {}", "CP932 には {} に似た文字しかありません: {}（{}）",
              named(entry.meaning), named(similar), code),
         own_code
             ? both("{} is written as {}, never as {}", "{} は {} と書き、{} とは書きません", entry.meaning, own, code)
             : both("CP932 has no {}: {} is written as {}", "CP932 に {} は無いため、{} は {} と書きます", own,
                    entry.meaning, code));
  }

  GaijiFile& file_;
  const MjSource& mj_;
  std::size_t errors_ = 0;
  std::unordered_map<char32_t, std::uint64_t> lines_of_codes_;
  std::unordered_map<std::string, std::uint64_t> lines_of_meanings_;
};

}  // namespace

GaijiFile parse_gaiji_file(std::string_view text, const MjSource& mj) {
  OwnTable table = parse_own_table(text, form());
  GaijiFile file;
  Loading loading(file, mj);
  for (const auto& row : table.rows) {
    if (file.faults.size() + table.faults.size() >= kMostTableFaults) break;
    loading.take(row);
  }
  file.faults.insert(file.faults.end(), table.faults.begin(), table.faults.end());
  std::stable_sort(file.faults.begin(), file.faults.end(), [](const TableFault& a, const TableFault& b) {
    return std::pair(a.line, a.column) < std::pair(b.line, b.column);
  });
  return file;
}

GaijiTable load_gaiji_table(const std::filesystem::path& file, const MjSource& mj) {
  GaijiFile read = parse_gaiji_file(read_own_table(file), mj);
  refuse_table_errors(read.faults, file.string());
  return std::move(read.table);
}

}  // namespace daicho
