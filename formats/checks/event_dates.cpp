// Dates of an event against the processing date.
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

/// 転出 may lie ahead: it is notified before people leave (住民記録システム標準仕様書 4.0.3).
bool is_departure(std::string_view move_reason) { return move_reason == "21" || move_reason == "22"; }

/// L05: an 異動日 after the processing date, except of a 転出.
class MoveAfterProcessing : public Check {
 public:
  explicit MoveAfterProcessing(const CheckContext& context)
      : as_of_(*context.as_of),
        reason_(context.layout.index("move_reason")),
        date_(context.layout.index("move_date")) {}

  std::vector<std::size_t> items() const override { return {reason_, date_}; }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (is_departure(record[reason_])) return;
    const ParsedDate date = parse_date(record[date_]);
    if (date.fault == DateFault::none && surely_after(date.date, as_of_)) {
      output.report(code::kMoveAfterProcessing, record, date_, {});
    }
  }

 private:
  PartialDate as_of_;
  std::size_t reason_;
  std::size_t date_;
};

}  // namespace

std::vector<CheckKind> event_date_checks() {
  return {
      {"L05",
       {code::kMoveAfterProcessing},
       {"juki"},
       {"move_reason", "move_date"},
       CheckNeed::processing_date,
       false,
       make_check<MoveAfterProcessing>},
  };
}

}  // namespace daicho
