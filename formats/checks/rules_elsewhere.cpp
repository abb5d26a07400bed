// Rules of the list that others run: the words of the layouts, and reading itself.
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {

std::vector<CheckKind> rules_elsewhere() {
  const auto elsewhere = [](std::string_view id, std::vector<FindingCode> codes, std::vector<std::string_view> layouts,
                            CheckedBy by) {
    CheckKind kind;
    kind.id = id;
    kind.codes = std::move(codes);
    kind.layouts = std::move(layouts);
    kind.by = by;
    return kind;
  };
  const std::vector<std::string_view> all{"juki", "honnin", "soufusaki", "atena", "kengen", "access-log", "iten.*"};
  std::vector<CheckKind> kinds;
  kinds.push_back(elsewhere("L34", {code::kCheckDigit, code::kCheckDigitLegacy},
                            {"juki", "honnin", "soufusaki", "atena", "access-log", "iten.*"}, CheckedBy::schema));
  kinds.push_back(elsewhere("L51", {code::kPositionsOf, code::kSubstituteOf}, {"soufusaki"}, CheckedBy::schema));
  kinds.push_back(elsewhere("L57",
                            {code::kEnvelopeCount, code::kEnvelopeHash, code::kEnvelopeLayout, code::kEnvelopeField},
                            all, CheckedBy::reader));
  return kinds;
}

}  // namespace daicho
