// Rules of the list about what no file of these layouts holds. docs/checks.md says why of each.
#include "formats/checks/subjects.hpp"

namespace daicho {

std::vector<CheckKind> beyond_file_checks() {
  return {
      // 住所一括変更: the values before the change stand in the order for it, not in a register.
      {"L49", {}, {}, {}, CheckNeed::nothing, nullptr, CheckedBy::nobody},
      // 支援措置: iten holds back or masks whom its list names.
      {"L55", {}, {}, {}, CheckNeed::nothing, nullptr, CheckedBy::job},
  };
}

}  // namespace daicho
