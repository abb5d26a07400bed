// Every refusal that the sources can raise is known in Japanese.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/refusal_words.hpp"

using namespace daicho;

namespace {

/// Sentences whose parts come from elsewhere (each with its ends is known), or that only a broken schema raises.
constexpr std::string_view kElsewhere[] = {"no finding or check 'x'x",
                                           "no command 'x'x",
                                           "layout x has no item 'x'x",
                                           "no layout 'x'; x",
                                           "x takes x, not 'x'x",
                                           "x takes a day from 2016 to 2099 as YYYYMMDD or YYYY-MM-DD, not 'x'",
                                           "--from takes a charset where there is no --layout: x; not 'x'x",
                                           "x:x: x",
                                           "x:x:x: x",
                                           "x: x",
                                           "format 'x': x",
                                           "x: x\n  x",
                                           "x:x:x: xxx"};

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

/// The literals of a call's argument, each other part of it an `x`; of fmt::format its first literals alone.
std::string sentence_at(std::string_view code) {
  std::string sentence;
  const bool format = code.substr(0, code.find('"')).find("fmt::format(") != std::string_view::npos;
  bool literal = false;
  bool gap = false;
  int depth = 1;
  for (std::size_t at = 0; at < code.size() && depth > 0; ++at) {
    const char c = code[at];
    if (c == '"') {
      if (gap && !format) sentence += 'x';
      gap = false;
      literal = true;
      for (++at; at < code.size() && code[at] != '"'; ++at) {
        if (code[at] == '\\') ++at;
        sentence += code[at];
      }
      continue;
    }
    if (c == '(') ++depth;
    if (c == ')') --depth;
    if (format && literal && c == ',') break;
    if (depth > 0 && c != '+' && c != ' ' && c != '\n') gap = true;
  }
  if (gap && !format) sentence += 'x';
  for (std::size_t hole = sentence.find('{'); hole != std::string::npos; hole = sentence.find('{', hole)) {
    sentence.replace(hole, sentence.find('}', hole) - hole + 1, "x");
  }
  return literal ? sentence : std::string();
}

/// The sentences of all `throw`s of refusals in the sources of a folder.
std::vector<std::string> refusals_of(const char* folder) {
  std::vector<std::string> sentences;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(DAICHO_SOURCE_DIR) / folder)) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string code = text_of(entry.path());
    for (const std::string_view type : {"throw UsageError(", "throw WorldError(", "throw RefusedError("}) {
      for (std::size_t at = code.find(type); at != std::string::npos; at = code.find(type, at + 1)) {
        const std::string sentence = sentence_at(std::string_view(code).substr(at + type.size()));
        if (!sentence.empty()) sentences.push_back(entry.path().filename().string() + "|" + sentence);
      }
    }
  }
  return sentences;
}

}  // namespace

TEST_CASE("a refusal of the program or of a file is told in Japanese, too") {
  std::size_t seen = 0;
  for (const char* folder : {"cli", "formats"}) {
    for (const std::string& refusal : refusals_of(folder)) {
      const std::string sentence = refusal.substr(refusal.find('|') + 1);
      const bool elsewhere = std::find(std::begin(kElsewhere), std::end(kElsewhere), sentence) != std::end(kElsewhere);
      CHECK_MESSAGE((elsewhere || in_japanese(sentence)), refusal);
      ++seen;
    }
  }
  CHECK(seen > 100);
}
