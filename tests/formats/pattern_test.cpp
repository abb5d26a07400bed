#include "formats/pattern.hpp"

#include <doctest/doctest.h>

#include <random>
#include <regex>
#include <string>

#include "formats/error.hpp"

namespace daicho {

TEST_CASE("a residence card number") {
  const Pattern pattern("^[A-Z]{2}[0-9]{8}[A-Z]{2}$");
  CHECK(pattern.matches("AB12345678CD"));
  CHECK_FALSE(pattern.matches("AB1234567CD"));
  CHECK_FALSE(pattern.matches("ab12345678CD"));
  CHECK_FALSE(pattern.matches("AB12345678CD "));
  CHECK_FALSE(pattern.matches(""));
}

TEST_CASE("a phone number, and patterns without anchors match whole values, too") {
  for (const char* expression : {"^[0-9]{2,5}-[0-9]{1,4}-[0-9]{3,4}$", "\\d{2,5}-\\d{1,4}-\\d{3,4}"}) {
    const Pattern pattern(expression);
    CHECK(pattern.matches("042-387-9830"));
    CHECK_FALSE(pattern.matches("x042-387-9830"));
    CHECK_FALSE(pattern.matches("042-387-98300"));
  }
}

TEST_CASE("what the automaton has not is left to the library") {
  const Pattern backward("([AB])\\1");
  CHECK(backward.matches("AA"));
  CHECK_FALSE(backward.matches("AB"));
  const Pattern ahead("(?!0)[0-9]+");
  CHECK(ahead.matches("10"));
  CHECK_FALSE(ahead.matches("01"));
  const Pattern anchored_alternatives("^a|b$");
  CHECK(anchored_alternatives.matches("a"));
  CHECK(anchored_alternatives.matches("b"));
}

TEST_CASE("what is no regular expression is refused") {
  CHECK_THROWS_WITH_AS(Pattern("[A-"), "'[A-' is no regular expression", UsageError);
  CHECK_THROWS_AS(Pattern("(a"), UsageError);
  CHECK_THROWS_AS(Pattern("a{2,1}"), UsageError);
}

TEST_CASE("nested repetitions take time in proportion to the value") {
  CHECK_FALSE(Pattern("(a*)*b").matches(std::string(200, 'a')));
  CHECK(Pattern("(a*)*b").matches(std::string(200, 'a') + "b"));
}

TEST_CASE("repetitions of nothing are refused before they take forever") {
  CHECK(Pattern("(){3}").matches(""));
  CHECK_THROWS_WITH_AS(Pattern("(((){1000}){1000}){1000}"), "'(((){1000}){1000}){1000}' is no regular expression",
                       UsageError);
}

TEST_CASE("the automaton agrees with the library on every small value") {
  std::mt19937 random(7);
  for (const char* expression : {"a|bc|", "(a|b)*c?", "[^ab]{1,2}", "a{2}b{0,2}c{1,}", "(?:ab)+|c.", "\\w-?\\d*",
                                 "[a-c-]+", "\\.|\\\\|[\\d\\s]"}) {
    const Pattern pattern(expression);
    const std::regex library(expression);
    for (int i = 0; i < 2000; ++i) {
      std::string value;
      for (std::size_t length = random() % 6; length > 0; --length) value += "abcd-.0 \\"[random() % 9];
      CAPTURE(expression);
      CAPTURE(value);
      CHECK(pattern.matches(value) == std::regex_match(value, library));
    }
  }
}

}  // namespace daicho
