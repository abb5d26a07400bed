// One record for each key.
#include <algorithm>

#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

/// L42: the layout's key item has one value in two records. Not in 本人確認情報, which is a history: there L38 sees to
/// it that no update stands twice. (転入通知, of which the latest counts, is none of the layouts.)
class KeyTwice : public Check {
 public:
  explicit KeyTwice(const CheckContext& context)
      : key_(context.layout.key), zero_filled_(key_ && context.layout.items[*key_].zero_filled) {}

  std::vector<std::size_t> items() const override {
    return key_ ? std::vector<std::size_t>{*key_} : std::vector<std::size_t>();
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (!key_) return;
    std::string_view key = record[*key_];
    // 1 and 00001 are one number. (A number of zeros alone is one, too.)
    if (zero_filled_ && !key.empty()) key.remove_prefix(std::min(key.find_first_not_of('0'), key.size() - 1));
    output.collect(key, record, 0);
  }

  void group(std::span<const Evidence> evidence, CheckOutput& output) const override {
    for (const Evidence& each : evidence.subspan(1)) {
      output.report(code::kKeyTwice, each.place, *key_, {{"other", std::to_string(evidence.front().place.number)}});
    }
  }

 private:
  std::optional<std::size_t> key_;
  bool zero_filled_;
};

}  // namespace

std::vector<CheckKind> key_checks() {
  return {
      {"L42",
       {code::kKeyTwice},
       {"juki", "soufusaki", "atena", "kengen", "access-log", "iten.*"},
       {},
       CheckNeed::nothing,
       make_check<KeyTwice>},
  };
}

}  // namespace daicho
