#include "formats/zero_fill.hpp"

#include <algorithm>

namespace daicho {

std::string_view without_zero_fill(std::string_view value, const Item& item) {
  if (item.zero_filled && !value.empty()) value.remove_prefix(std::min(value.find_first_not_of('0'), value.size() - 1));
  return value;
}

}  // namespace daicho
