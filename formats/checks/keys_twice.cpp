// One record for each key.
#include "formats/checks/number_item.hpp"
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

/// L42: the layout's key item has one value in two records. Not in 本人確認情報, which is a history: there L38 sees to
/// it that no update stands twice. (転入通知, of which the latest counts, is none of the layouts.)
class KeyTwice : public Check {
 public:
  explicit KeyTwice(const CheckContext& context) : key_(context.layout, context.layout.key.value()) {}

  std::vector<std::size_t> items() const override { return {key_.index()}; }

  void record(const RecordView& record, CheckOutput& output) const override {
    output.collect(key_.read(record), record, 0);
  }

  void group(std::span<const Evidence> evidence, CheckOutput& output) const override {
    for (const Evidence& each : evidence.subspan(1)) {
      output.report(code::kKeyTwice, each, key_.index(), {{"other", std::to_string(evidence.front().place.number)}});
    }
  }

 private:
  NumberItem key_;
};

}  // namespace

std::vector<CheckKind> key_checks() {
  return {
      {"L42", {code::kKeyTwice}, {"*", "!honnin"}, {kKeyItem}, CheckNeed::nothing, make_check<KeyTwice>},
  };
}

}  // namespace daicho
