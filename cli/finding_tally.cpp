#include "cli/finding_tally.hpp"

#include <algorithm>

namespace daicho {

FindingKind& FindingTally::count(const Finding& finding) {
  ++seen_;
  FindingKind*& kind = fast_[{finding.code.code, finding.item, finding.code.severity}];
  if (kind == nullptr) {
    FindingKind*& known = kinds_[{finding.code.code, finding.item}];
    if (known == nullptr) known = &storage_.emplace_back(FindingKind{finding.code, finding.item, 0, 0});
    kind = known;
  }
  ++kind->seen;
  return *kind;
}

std::vector<const FindingKind*> FindingTally::kinds() const {
  std::vector<const FindingKind*> all;
  for (const auto& [key, kind] : kinds_) all.push_back(kind);
  return all;
}

std::vector<CodeCount> FindingTally::codes() const {
  std::vector<CodeCount> all;
  for (const FindingKind* kind : kinds()) {
    if (all.empty() || !(all.back().code == kind->code)) all.push_back({kind->code, 0});
    all.back().seen += kind->seen;
  }
  std::stable_sort(all.begin(), all.end(), [](const CodeCount& a, const CodeCount& b) { return a.seen > b.seen; });
  return all;
}

void FindingTally::clear() {
  storage_.clear();
  fast_.clear();
  kinds_.clear();
  seen_ = 0;
}

}  // namespace daicho
