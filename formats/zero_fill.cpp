#include "formats/zero_fill.hpp"

#include <algorithm>

namespace daicho {

std::string_view without_zero_fill(std::string_view value, const Item& item) {
  if (item.zero_filled && !value.empty()) value.remove_prefix(std::min(value.find_first_not_of('0'), value.size() - 1));
  return value;
}

void append_compared(const RecordView& record, const Layout& layout, std::string& text) {
  for (std::size_t i = 0; i < record.size(); ++i) {
    text += without_zero_fill(record[i], layout.items[i]);
    text += '\x1F';  // no value holds a control character
  }
}

}  // namespace daicho
