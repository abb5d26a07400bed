#include "formats/value_privacy.hpp"

#include <algorithm>

#include "converters/check_digit.hpp"
#include "converters/width.hpp"
#include "formats/value_check.hpp"

namespace daicho {
namespace {

constexpr std::size_t kMostDigits = 8;  // a date; 個人番号 has 12, 住民票コード 11, a telephone number 10
constexpr std::size_t kMostBehindZeros = 4;  // a counter, filled with zeros to any width
constexpr std::size_t kMostZeros = 2;        // at the front of a person's number: one in a hundred has as many

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Whether digits are the number of the kind, alone or behind zeros that fill a wider item.
bool is_number(CheckDigit kind, std::string_view digits) {
  const std::size_t length = check_digit_length(kind);
  if (digits.size() < length) return false;
  const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
  const std::size_t filled = digits.size() - length;
  return zeros >= filled && zeros <= filled + kMostZeros && check_digit_valid(kind, digits.substr(filled));
}

bool is_number_of_a_person(const Item& item, std::string_view value) {
  if (!std::all_of(value.begin(), value.end(), is_digit)) return false;
  if (item.check != CheckDigit::none && item.check_digit_allowed(value)) return false;
  return is_number(CheckDigit::individual_no, value) || is_number(CheckDigit::juminhyo_code, value);
}

/// Whether a faulty value can be no name and no number of a person.
bool is_harmless(const Item& item, std::string_view value) {
  std::size_t digits = 0;
  std::size_t behind_zeros = 0;
  std::size_t letters = 0;
  for (const char c : value) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
    digits += is_digit(c) ? 1 : 0;
    behind_zeros += is_digit(c) && (c != '0' || behind_zeros > 0) ? 1 : 0;
    letters += is_letter(c) ? 1 : 0;
  }
  if (digits > kMostDigits && behind_zeros > kMostBehindZeros) return false;
  if (item.picture.cls == PictureClass::text) return letters == 0 || value.size() <= item.picture.length;
  return letters <= 1;
}

std::string_view without_blanks(std::string_view value) {
  constexpr std::string_view wide = "\u3000";
  for (;;) {
    if (value.ends_with(' ')) {
      value.remove_suffix(1);
    } else if (value.ends_with(wide)) {
      value.remove_suffix(wide.size());
    } else {
      return value;
    }
  }
}

}  // namespace

bool may_show(const Item& item, std::string_view value) {
  if (item.privacy != Privacy::open) return false;
  const bool digits = item.picture.cls == PictureClass::digits;
  if (digits && has_full_width_digits(value)) return may_show(item, to_half_width(value));
  const bool fits = !check_value(item, without_blanks(value), WidthRule::characters);
  return fits ? !is_number_of_a_person(item, without_blanks(value)) : is_harmless(item, value);
}

}  // namespace daicho
