// Numbers that belong to one living person.
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

/// L35: an 個人番号 held by two living people. In a register only the living count (除票区分 0); in files for the card
/// system and the 市町村CS everybody is.
class IndividualNumberHeldTwice : public Check {
 public:
  explicit IndividualNumberHeldTwice(const CheckContext& context)
      : number_(context.layout.index("individual_no")), removal_class_(context.layout.find("removal_class")) {}

  std::vector<std::size_t> items() const override {
    if (removal_class_) return {number_, *removal_class_};
    return {number_};
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (!removal_class_ || record[*removal_class_] == "0") output.collect(record[number_], record, 0);
  }

  void group(std::span<const Evidence> evidence, CheckOutput& output) const override {
    for (std::size_t i = 1; i < evidence.size(); ++i) {
      output.report(code::kNumberHeldTwice, evidence[i].place, number_,
                    {{"record", std::to_string(evidence[0].place.number)}});
    }
  }

 private:
  std::size_t number_;
  std::optional<std::size_t> removal_class_;
};

}  // namespace

std::vector<CheckKind> number_holder_checks() {
  return {
      {"L35",
       {code::kNumberHeldTwice},
       {"juki", "soufusaki"},
       {"individual_no"},
       CheckNeed::nothing,
       false,
       make_check<IndividualNumberHeldTwice>},
  };
}

}  // namespace daicho
