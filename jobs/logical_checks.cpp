#include "jobs/logical_checks.hpp"

#include <algorithm>
#include <string_view>

#include "formats/finding_codes.hpp"
#include "formats/record_check.hpp"

namespace daicho {
namespace {

std::vector<std::unique_ptr<Check>> checks(const CheckContext& context, std::initializer_list<std::string_view> ids) {
  std::vector<std::unique_ptr<Check>> made;
  for (const CheckKind& kind : check_list()) {
    if (std::find(ids.begin(), ids.end(), kind.id) != ids.end()) made.push_back(kind.make(context));
  }
  return made;
}

}  // namespace

/// Hands what a check reports to a job's findings. The job tells of the record as a whole, so messages need no args.
class LogicalChecker::Output : public CheckOutput {
 public:
  Output(const LogicalChecker& checker, FindingSink& findings) : checker_(checker), findings_(findings) {}

  void report(FindingCode code, const RecordView& record, std::size_t item, Args /*args*/) override {
    if (code == code::kNoticeAfterProcessing && item != checker_.notified_date_) return;
    findings_.add(finding_at(code, checker_.layout_, record, item, {}));
  }
  void report(FindingCode /*code*/, const Evidence& /*evidence*/, std::size_t /*item*/, Args /*args*/) override {}
  void collect(std::string_view /*key*/, const RecordView& /*record*/, std::uint64_t /*facts*/) override {}
  std::uint64_t hash(std::string_view /*value*/) const override { return 0; }

 private:
  const LogicalChecker& checker_;
  FindingSink& findings_;
};

LogicalChecker::LogicalChecker(const Layout& layout, const PartialDate& as_of)
    : layout_(layout),
      removal_class_(layout.index("removal_class")),
      notified_date_(layout.index("move_notified_date")) {
  const CheckContext context{layout, &layout, as_of, {}};
  of_dates_ = checks(context, {"L05", "L06"});
  of_changes_ = checks(context, {"L01", "L02", "L03", "L04"});
}

void LogicalChecker::check_dates(const RecordView& record, FindingSink& findings) const {
  Output output(*this, findings);
  for (const auto& check : of_dates_) check->record(record, output);
}

void LogicalChecker::check_change(const RecordView& current, const RecordView& previous, FindingSink& findings) const {
  Output output(*this, findings);
  for (const auto& check : of_changes_) check->pair(current, previous, output);
}

}  // namespace daicho
