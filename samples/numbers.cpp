#include "samples/numbers.hpp"

#include <algorithm>
#include <charconv>

#include "converters/check_digit.hpp"

namespace daicho {
namespace {

std::uint64_t body_of(std::string_view number) {
  std::uint64_t body = 0;
  if (!number.empty()) std::from_chars(number.data(), number.data() + number.size() - 1, body);
  return body;
}

std::string with_check_digit(CheckDigit kind, std::uint64_t body, std::size_t width) {
  std::string number = zero_filled(body, width);
  number += check_digit_of(kind, number);
  return number;
}

// A number of `digits` digits (at most 12) that `taken` does not have.
std::uint64_t draw(Prng& prng, int digits, std::unordered_set<std::uint64_t>& taken) {
  for (;;) {
    std::uint64_t body = 0;
    for (int drawn = 0; drawn < digits; ++drawn) body = body * 10 + prng.below(10);
    if (taken.insert(body).second) return body;
  }
}

}  // namespace

std::string zero_filled(std::uint64_t number, std::size_t width) {
  std::string text = std::to_string(number);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

void NumberOffice::note_individual_no(std::string_view number) {
  if (!number.empty()) individual_nos_.insert(body_of(number));
}

void NumberOffice::note_juminhyo_code(std::string_view code) {
  if (!code.empty()) juminhyo_codes_.insert(body_of(code));
}

void NumberOffice::note_addressee_no(std::string_view number) {
  last_addressee_ = std::max(last_addressee_, body_of(number));
}

void NumberOffice::note_household_no(std::string_view number) {
  last_household_ = std::max(last_household_, body_of(number));
}

std::string NumberOffice::individual_no(Prng& prng) {
  return with_check_digit(CheckDigit::individual_no, draw(prng, 11, individual_nos_), 11);
}

std::string NumberOffice::juminhyo_code(Prng& prng) {
  return with_check_digit(CheckDigit::juminhyo_code, draw(prng, 10, juminhyo_codes_), 10);
}

std::string NumberOffice::next_addressee_no() {
  return with_check_digit(CheckDigit::addressee_no, ++last_addressee_, 14);
}

std::string NumberOffice::next_household_no() {
  return with_check_digit(CheckDigit::addressee_no, ++last_household_, 14);
}

}  // namespace daicho
