// A sink that remembers what is said of a medium.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "jobs/medium_fault.hpp"

namespace daicho::test {

class RecordingSink : public MediumVerifySink {
 public:
  void fault(MediumFault what, const std::string& /*file*/, const std::string& detail) override {
    faults.emplace_back(what, detail);
  }
  void note(MediumNote what, const std::string& /*file*/, const std::string& /*detail*/) override {
    notes.push_back(what);
  }
  /// Exactly this fault and no other.
  bool only(MediumFault what, const std::string& detail = {}) const {
    return faults.size() == 1 && faults[0].first == what && faults[0].second == detail;
  }
  bool has(MediumNote what) const { return std::find(notes.begin(), notes.end(), what) != notes.end(); }

  std::vector<std::pair<MediumFault, std::string>> faults;
  std::vector<MediumNote> notes;
};

}  // namespace daicho::test
