#include "cli/dialogue.hpp"

#include <doctest/doctest.h>

#include <sstream>

namespace daicho {
namespace {

const Dialogue::AnswerCheck kAnything = [](const std::string&) { return std::optional<std::string>(); };

}  // namespace

TEST_CASE("answers come without the blanks around them, and the usual one for none") {
  std::istringstream in(" 　答え　 \r\n\n");
  std::ostringstream out;
  Dialogue dialogue(in, out);
  CHECK(dialogue.ask("問い", "", kAnything) == "答え");
  CHECK(dialogue.ask("問い", "いつもの", kAnything) == "いつもの");
  CHECK(out.str() == "問い：問い［いつもの］：");
}

TEST_CASE("a question is asked again until its answer can be taken") {
  std::istringstream in("たぶん\nはい\n0\n４\n３\n");
  std::ostringstream out;
  Dialogue dialogue(in, out);
  CHECK(dialogue.ask_yes("よいですか"));
  CHECK(dialogue.ask_number("番号", 3) == 2);
  CHECK(out.str() ==
        "よいですか（はい／いいえ）：　→ 「はい」か「いいえ」で答えてください。やめるときは「やめる」です。\n"
        "よいですか（はい／いいえ）："
        "番号：　→ 1 から 3 までの番号で答えてください。\n"
        "番号：　→ 1 から 3 までの番号で答えてください。\n"
        "番号：");
}

TEST_CASE("やめる and the end of the input end a dialogue wherever it is") {
  std::istringstream in("やめる\n 中止 \n");
  std::ostringstream out;
  Dialogue dialogue(in, out);
  CHECK_THROWS_AS(dialogue.ask_yes("よいですか"), DialogueEnded);
  CHECK_THROWS_AS(dialogue.ask_number("番号", 3), DialogueEnded);
  CHECK_THROWS_AS(dialogue.ask("問い", "いつもの", kAnything), DialogueEnded);
}

TEST_CASE("answers that are no text are refused") {
  std::istringstream in("\xFF\xFE\n" + std::string(5000, 'x') + "\nよい\n");
  std::ostringstream out;
  Dialogue dialogue(in, out);
  CHECK(dialogue.ask("問い", "", kAnything) == "よい");
  CHECK(out.str() == "問い：　→ 文字コードが UTF-8 ではありません。\n問い：　→ 長すぎます。\n問い：");
}

}  // namespace daicho
