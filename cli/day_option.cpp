#include "cli/day_option.hpp"

#include <string>

namespace daicho {

std::optional<PartialDate> day_of_option(std::string_view text) {
  std::string digits(text);
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    digits.erase(7, 1);
    digits.erase(4, 1);
  }
  const ParsedDate parsed = parse_date(digits);
  if (parsed.fault != DateFault::none || !parsed.date.fully_known()) return std::nullopt;
  return parsed.date;
}

}  // namespace daicho
