#include "samples/pattern_sampler.hpp"

#include <vector>

namespace daicho {
namespace {

struct Unsupported {};

/// Draws while it parses: each part of the expression is read once for each time that it is repeated.
class Sampler {
 public:
  Sampler(std::string_view expression, Prng& prng) : expression_(expression), prng_(prng) {}

  std::string sample() {
    std::string text = alternatives();
    if (at_ != expression_.size()) throw Unsupported{};
    return text;
  }

 private:
  static constexpr int kOpenRepetition = 5;
  static constexpr int kMostRepetition = 1000;

  bool more() const { return at_ < expression_.size(); }
  char peek() const { return more() ? expression_[at_] : '\0'; }
  char take() {
    if (!more()) throw Unsupported{};
    return expression_[at_++];
  }

  std::string alternatives() {
    std::vector<std::string> drawn = {sequence()};
    while (peek() == '|') {
      ++at_;
      drawn.push_back(sequence());
    }
    return drawn[prng_.below(static_cast<std::uint32_t>(drawn.size()))];
  }

  std::string sequence() {
    std::string text;
    while (more() && peek() != '|' && peek() != ')') {
      const std::size_t begin = at_;
      const std::string first = atom();
      const std::size_t after_atom = at_;
      int least = 1;
      int most = 1;
      quantifier(least, most);
      const std::size_t after = at_;
      const int times = prng_.between(least, most);
      for (int time = 0; time < times; ++time) {
        at_ = begin;
        text += time == 0 ? first : atom();
        if (time > 0 && at_ != after_atom) throw Unsupported{};
      }
      at_ = after;
    }
    return text;
  }

  std::string atom() {
    const char c = take();
    switch (c) {
      case '(':
        return group();
      case '[':
        return std::string(1, of_class());
      case '\\':
        return escape();
      case '^':
      case '$':
        return {};
      case '.':
        return std::string(1, static_cast<char>('A' + static_cast<int>(prng_.below(26))));
      case '*':
      case '+':
      case '?':
      case '{':
        throw Unsupported{};
      default:
        return std::string(1, c);
    }
  }

  std::string group() {
    bool ahead = false;
    if (peek() == '?') {
      ++at_;
      const char kind = take();
      if (kind != ':' && kind != '=' && kind != '!') throw Unsupported{};
      ahead = kind != ':';
    }
    const std::string text = alternatives();
    if (take() != ')') throw Unsupported{};
    return ahead ? std::string() : text;
  }

  std::string escape() {
    const char c = take();
    if (c == 'd') return std::string(1, static_cast<char>('0' + static_cast<int>(prng_.below(10))));
    if (c == 'w') return std::string(1, static_cast<char>('a' + static_cast<int>(prng_.below(26))));
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter) throw Unsupported{};
    return std::string(1, c);
  }

  char of_class() {
    const bool negated = peek() == '^';
    if (negated) ++at_;
    bool in[128] = {};
    while (peek() != ']') {
      char first = take();
      if (first == '\\') {
        first = take();
        if (first == 'd') {
          for (int c = '0'; c <= '9'; ++c) in[c] = true;
          continue;
        }
        if ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z')) throw Unsupported{};
      }
      char last = first;
      if (peek() == '-' && at_ + 1 < expression_.size() && expression_[at_ + 1] != ']') {
        ++at_;
        last = take();
      }
      if (first < 0 || last < 0) throw Unsupported{};
      for (char c = first; c <= last && c > 0; ++c) in[static_cast<unsigned char>(c)] = true;
    }
    ++at_;
    std::string choices;
    for (int c = 0x20; c < 0x7F; ++c) {
      if (in[c] != negated) choices += static_cast<char>(c);
    }
    if (choices.empty()) throw Unsupported{};
    return choices[prng_.below(static_cast<std::uint32_t>(choices.size()))];
  }

  int number() {
    int value = 0;
    if (peek() < '0' || peek() > '9') throw Unsupported{};
    while (peek() >= '0' && peek() <= '9') {
      value = value * 10 + (take() - '0');
      if (value > kMostRepetition) throw Unsupported{};
    }
    return value;
  }

  void quantifier(int& least, int& most) {
    const char c = peek();
    if (c == '*' || c == '+' || c == '?') {
      ++at_;
      least = c == '+' ? 1 : 0;
      most = c == '?' ? 1 : least + kOpenRepetition;
    } else if (c == '{') {
      ++at_;
      least = most = number();
      if (peek() == ',') {
        ++at_;
        most = peek() == '}' ? least + kOpenRepetition : number();
      }
      if (take() != '}' || most < least) throw Unsupported{};
    }
    if (peek() == '?' && at_ > 0 && most != 1) ++at_;  // a lazy repetition matches the same texts
  }

  std::string_view expression_;
  Prng& prng_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::string> sample_pattern(std::string_view expression, Prng& prng) {
  try {
    return Sampler(expression, prng).sample();
  } catch (const Unsupported&) {
    return std::nullopt;
  }
}

}  // namespace daicho
