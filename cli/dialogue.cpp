#include "cli/dialogue.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <istream>
#include <ostream>

#include "converters/utf8.hpp"

namespace daicho {
namespace {

constexpr std::size_t kMostBytes = 4096;  // of an answer
constexpr std::array<std::string_view, 4> kYes{"はい", "ハイ", "y", "yes"};
constexpr std::array<std::string_view, 4> kNo{"いいえ", "イイエ", "n", "no"};
constexpr std::array<std::string_view, 3> kEnd{"やめる", "ヤメル", "中止"};

template <std::size_t Size>
bool one_of(const std::array<std::string_view, Size>& words, std::string_view answer) {
  for (const std::string_view word : words) {
    if (word == answer) return true;
  }
  return false;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view kWide = "\u3000";
  const auto strip = [&](std::string_view blank) {
    while (text.starts_with(blank)) text.remove_prefix(blank.size());
    while (text.ends_with(blank)) text.remove_suffix(blank.size());
  };
  for (int round = 0; round < 2; ++round) {
    for (const std::string_view blank :
         {std::string_view(" "), std::string_view("\t"), std::string_view("\r"), kWide}) {
      strip(blank);
    }
  }
  return std::string(text);
}

}  // namespace

std::string half_width_digits(const std::string& text) {
  std::string digits;
  for (std::string_view rest = text; !rest.empty();) {
    const char32_t point = take_code_point(rest);
    append_code_point(digits, point >= U'０' && point <= U'９' ? point - U'０' + U'0' : point);
  }
  return digits;
}

void Dialogue::say(std::string_view text) { out_ << '\n' << text << '\n'; }
void Dialogue::line(std::string_view text) { out_ << text << '\n'; }
void Dialogue::heading(std::string_view text) { out_ << "\n■ " << text << '\n'; }

std::string Dialogue::read() {
  out_ << std::flush;
  std::string line;
  if (!std::getline(in_, line)) throw DialogueEnded{};
  std::string answer = trimmed(line);
  if (one_of(kEnd, answer)) throw DialogueEnded{};
  return answer;
}

std::string Dialogue::ask(std::string_view question, std::string_view usual, const AnswerCheck& check) {
  for (;;) {
    out_ << question << (usual.empty() ? "" : fmt::format("［{}］", usual)) << "：";
    std::string answer = read();
    if (answer.empty()) answer = usual;
    const auto objection = answer.size() > kMostBytes ? "長すぎます。"
                           : !is_utf8(answer) ? std::optional<std::string>("文字コードが UTF-8 ではありません。")
                                              : check(answer);
    if (!objection) return answer;
    out_ << "　→ " << *objection << '\n';
  }
}

bool Dialogue::ask_yes(std::string_view question) {
  const std::string answer = ask(fmt::format("{}（はい／いいえ）", question), "", [](const std::string& given) {
    return one_of(kYes, given) || one_of(kNo, given)
               ? std::nullopt
               : std::optional<std::string>("「はい」か「いいえ」で答えてください。やめるときは「やめる」です。");
  });
  return one_of(kYes, answer);
}

std::size_t Dialogue::ask_number(std::string_view question, std::size_t count) {
  std::size_t number = 0;
  ask(question, "", [&](const std::string& given) -> std::optional<std::string> {
    const std::string digits = half_width_digits(given);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    if (whole && number >= 1 && number <= count) return std::nullopt;
    return fmt::format("1 から {} までの番号で答えてください。", count);
  });
  return number - 1;
}

}  // namespace daicho
