// Questions and answers on a terminal, in Japanese, for people who do a thing once a month.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// Thrown where the person ends the dialogue: 「やめる」, or the input ended.
struct DialogueEnded {};

/// Full-width digits, which a Japanese keyboard gives, as half-width ones.
std::string half_width_digits(const std::string& text);

class Dialogue {
 public:
  /// Both must outlive it.
  Dialogue(std::istream& in, std::ostream& out) : in_(in), out_(out) {}

  /// A paragraph, and an empty line before it.
  void say(std::string_view text);
  /// A line.
  void line(std::string_view text);
  /// `■ 2／7　どの処理を渡しますか`
  void heading(std::string_view text);

  /// Asks until `check` has no objection (a sentence); an empty answer is `usual` where there is one. Blanks around an
  /// answer do not count. Throws DialogueEnded.
  using AnswerCheck = std::function<std::optional<std::string>(const std::string&)>;
  std::string ask(std::string_view question, std::string_view usual, const AnswerCheck& check);
  /// はい or いいえ, asked until it is one of them.
  bool ask_yes(std::string_view question);
  /// One of so many by its number, from 1; answered from 0.
  std::size_t ask_number(std::string_view question, std::size_t count);

 private:
  std::string read();

  std::istream& in_;
  std::ostream& out_;
};

}  // namespace daicho
