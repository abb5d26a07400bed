#include "cli/finding_words.hpp"

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <string_view>

#include "cli/refusal_words.hpp"

namespace daicho {
namespace {

struct Words {
  std::string_view known;
  std::string_view ja;
};

constexpr Words kFields[] = {
    {"record_class", "レコード区分"}, {"layout", "レイアウト"}, {"version", "版"},
    {"from", "送り元の自治体コード"}, {"to", "送り先"},         {"made", "作成日時"},
    {"extent", "全件・差分の別"},     {"base_date", "基準日"},  {"serial", "通番"},
    {"charset", "文字コード"},        {"filler", "空き"},       {"data_records", "データレコードの件数"},
    {"hash_total", "番号の合計"},     {"sha256", "SHA-256"},    {"all_records", "全レコードの件数"},
};

/// The patterns of the program's layouts.
constexpr Words kPatterns[] = {
    {"0*[1-9][0-9]*", "1以上の数"},
    {"0*[1-9][0-9]?", "1～99"},
    {"0[1-9]|[1-9][0-9]", "01～99"},
    {"0", "0"},
    {"[12]", "1 または 2"},
    {"1[1-6]|19|31", "11～16、19、31 のどれか"},
    {"2[1-9]", "21～29"},
    {"[A-Z]{2}[0-9]{8}[A-Z]{2}", "英大文字2・数字8・英大文字2。例 AB12345678CD"},
    {"([0-9]{2}-[0-9]{4}|[0-9]{3}-[0-9]{3,4}|[0-9]{4}-[0-9]{2,3}|[0-9]{5}-[0-9]{1,2})-[0-9]{4}|"
     "([0-9]{3}-[0-9]{4}|[0-9]{4}-[0-9]{3,4}|[0-9]{5}-[0-9]{2,3})-[0-9]{3}",
     "市外局番・市内局番・番号をハイフンでつなぐ。数字は10桁か11桁。例 042-000-0000"},
};

template <std::size_t Count>
std::string_view words_of(const Words (&list)[Count], std::string_view value) {
  for (const Words& each : list) {
    if (each.known == value) return each.ja;
  }
  return value;
}

/// `9(6)` and `X(16)`, the pictures of a control record's fields; `1, 2`.
std::string due_form(const std::string& expected) {
  if (expected == "spaces") return "空白";
  if (expected == "1, 2") return "1 または 2";
  if (expected.size() < 4 || expected[1] != '(' || expected.back() != ')') return expected;
  const std::string length = expected.substr(2, expected.size() - 3);
  if (expected[0] == '9') return fmt::format("半角数字{}桁", length);
  if (expected[0] == 'X') return fmt::format("半角英数字・記号{}字以内", length);
  return expected;
}

}  // namespace

Finding with_japanese_arguments(const Finding& finding) {
  Finding told = finding;
  for (auto& [name, value] : told.args) {
    if (name == "reason" || name == "problem") {
      value = sentence_in(Language::ja, value);
    } else if (name == "field") {
      value = words_of(kFields, value);
    } else if (name == "pattern") {
      value = words_of(kPatterns, value);
    } else if (name == "expected") {
      value = due_form(value);
    }
  }
  return told;
}

}  // namespace daicho
