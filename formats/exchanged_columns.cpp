#include "formats/exchanged_columns.hpp"

#include <algorithm>

#include "formats/value_check.hpp"

namespace daicho {

void ExchangedColumns::record(const RecordView& record, const std::vector<Finding>& read) {
  if (begun_ && pairs_.empty()) return;
  const auto exchanged_here = [&](const auto& pair) { return exchanged(record, pair.first, pair.second); };
  if (begun_) {
    std::erase_if(pairs_, [&](const auto& pair) {
      const bool absent = record[pair.first].empty() && record[pair.second].empty();
      return !absent && !exchanged_here(pair);
    });
    return;
  }
  begun_ = true;
  std::vector<std::size_t> faulty;
  for (const Finding& finding : read) {
    if (finding.is_error() && finding.item != kNoItem && !record[finding.item].empty()) faulty.push_back(finding.item);
  }
  std::sort(faulty.begin(), faulty.end());
  faulty.erase(std::unique(faulty.begin(), faulty.end()), faulty.end());
  for (std::size_t a = 0; a < faulty.size(); ++a) {
    for (std::size_t b = a + 1; b < faulty.size(); ++b) {
      const std::pair pair(faulty[a], faulty[b]);
      if (exchanged_here(pair)) pairs_.push_back(pair);
    }
  }
}

bool ExchangedColumns::fits(std::size_t item, std::string_view value) const {
  const Item& own = layout_.items[item];
  if (check_value(own, value, WidthRule::characters)) return false;
  return value.empty() || !own.codes || own.code_allowed(value);
}

bool ExchangedColumns::exchanged(const RecordView& record, std::size_t a, std::size_t b) const {
  const auto wrong = [&](std::size_t item) { return record[item].empty() || !fits(item, record[item]); };
  return wrong(a) && wrong(b) && fits(a, record[b]) && fits(b, record[a]);
}

}  // namespace daicho
