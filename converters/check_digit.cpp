#include "converters/check_digit.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace daicho {
namespace {

constexpr std::array<std::pair<CheckDigit, std::string_view>, 6> kNames = {{
    {CheckDigit::none, "none"},
    {CheckDigit::individual_no, "individual_no"},
    {CheckDigit::juminhyo_code, "juminhyo_code"},
    {CheckDigit::addressee_no, "addressee_no"},
    {CheckDigit::municipality_code, "municipality_code"},
    {CheckDigit::corporate_no, "corporate_no"},
}};

char digit(int value) { return static_cast<char>('0' + value); }

/// The sum of the digits times 2, 3, ... 7, 2, 3, ... from the right, modulo 11.
int modulus_11(std::string_view body) {
  std::uint64_t sum = 0;  // a body of any length that fits in memory
  unsigned weight = 2;
  for (auto at = body.rbegin(); at != body.rend(); ++at) {
    sum += static_cast<std::uint64_t>(*at - '0') * weight;
    weight = weight == 7 ? 2 : weight + 1;
  }
  return static_cast<int>(sum % 11);
}

/// 11 less the remainder, and 0 where that has two digits (remainders 0 and 1).
char modulus_11_digit(std::string_view body) {
  const int remainder = modulus_11(body);
  return digit(remainder <= 1 ? 0 : 11 - remainder);
}

/// As above, but of 11 less the remainder the last digit counts: a remainder of 0 gives 1.
char municipality_digit(std::string_view body) { return digit((11 - modulus_11(body)) % 10); }

/// 9 less the remainder modulo 9 of the digits times 1, 2, 1, 2, ... from the right: never 0.
char corporate_digit(std::string_view body) {
  int sum = 0;
  int weight = 1;
  for (auto at = body.rbegin(); at != body.rend(); ++at) {
    sum = (sum + (*at - '0') * weight) % 9;
    weight = 3 - weight;
  }
  return digit(9 - sum);
}

}  // namespace

std::string_view check_digit_name(CheckDigit kind) {
  for (const auto& [known, name] : kNames) {
    if (known == kind) return name;
  }
  return {};
}

std::size_t check_digit_length(CheckDigit kind) {
  switch (kind) {
    case CheckDigit::individual_no:
      return 12;
    case CheckDigit::juminhyo_code:
      return 11;
    case CheckDigit::municipality_code:
      return 6;
    case CheckDigit::corporate_no:
      return 13;
    case CheckDigit::none:
    case CheckDigit::addressee_no:
      break;
  }
  return 0;
}

char check_digit_of(CheckDigit kind, std::string_view body) {
  switch (kind) {
    case CheckDigit::individual_no:
    case CheckDigit::juminhyo_code:
    case CheckDigit::addressee_no:
      return modulus_11_digit(body);
    case CheckDigit::municipality_code:
      return municipality_digit(body);
    case CheckDigit::corporate_no:
      return corporate_digit(body);
    case CheckDigit::none:
      break;
  }
  return '\0';
}

bool check_digit_valid(CheckDigit kind, std::string_view number) {
  if (kind == CheckDigit::none) return true;
  const std::size_t length = check_digit_length(kind);
  if (length == 0 ? number.size() < 2 : number.size() != length) return false;
  const bool digits = std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) return false;
  if (kind == CheckDigit::corporate_no) return check_digit_of(kind, number.substr(1)) == number.front();
  return check_digit_of(kind, number.substr(0, number.size() - 1)) == number.back();
}

}  // namespace daicho
