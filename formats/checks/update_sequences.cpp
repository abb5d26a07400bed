// The sequence numbers of 本人確認情報: they tell in which order updates happened, and that none is missing.
#include <optional>
#include <string>

#include "formats/checks/number_item.hpp"
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

constexpr std::uint64_t kPrevious = std::uint64_t{1} << 63;

/// Reports where a number is not the next one. One that stands still or goes back is wrong whatever else there is; a
/// gap may be the place of a record that could not be read.
void check_steps(std::span<const Evidence> evidence, FindingCode code, std::size_t item, CheckOutput& output) {
  const Evidence* last = nullptr;
  for (const Evidence& each : evidence) {
    if ((each.facts & kPrevious) != 0) continue;
    if (last != nullptr) {
      const std::uint64_t next = last->facts + 1;
      if (each.facts < next || (each.facts > next && output.complete())) {
        output.report(code, each, item,
                      {{"record", std::to_string(last->place.number)}, {"expected", std::to_string(next)}});
      }
    }
    last = &each;
  }
}

/// L38: 更新順番号 of one 住民票コード goes up by one with each record of the file, and ends no lower than in an older
/// file (which need not be the one before: between full files there are others). A file may begin lower, because it may
/// repeat the history. Facts: the number; marked, that of the older file.
class UpdateSequence : public Check {
 public:
  explicit UpdateSequence(const CheckContext& context)
      : code_(context.layout.index("juminhyo_code")),
        sequence_(context.layout.index("update_seq")),
        older_(context.against != nullptr && context.against->id == context.layout.id) {}

  std::vector<std::size_t> items() const override { return {code_, sequence_}; }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (const auto number = number_of(record[sequence_])) output.collect(record[code_], record, *number);
  }

  void pair(const RecordView& record, const RecordView& other, CheckOutput& output) const override {
    const auto number = number_of(other[sequence_]);
    if (older_ && number) output.collect(record[code_], record, *number | kPrevious);
  }

  void group(std::span<const Evidence> evidence, CheckOutput& output) const override {
    check_steps(evidence, code::kUpdateSequence, sequence_, output);
    const Evidence* last = nullptr;
    std::optional<std::uint64_t> previous;
    for (const Evidence& each : evidence) {
      if ((each.facts & kPrevious) != 0) {
        previous = each.facts & ~kPrevious;
      } else {
        last = &each;
      }
    }
    if (last == nullptr || !previous || last->facts >= *previous || !output.complete()) return;
    output.report(code::kUpdateSequence, *last, sequence_, {{"previous", std::to_string(*previous)}});
  }

 private:
  std::size_t code_;
  std::size_t sequence_;
  bool older_;
};

/// L39: 異動事由更新順番号 counts the updates of one 住民票コード and 異動年月日 from 1. An earlier file may have the
/// first ones; but there are never more than updates of that 住民票コード at all. Facts: the number.
class ReasonSequence : public Check {
 public:
  explicit ReasonSequence(const CheckContext& context)
      : code_(context.layout.index("juminhyo_code")),
        date_(context.layout.index("move_date")),
        sequence_(context.layout.index("update_seq")),
        reason_sequence_(context.layout.index("reason_update_seq")) {}

  std::vector<std::size_t> items() const override { return {code_, date_, sequence_, reason_sequence_}; }

  void record(const RecordView& record, CheckOutput& output) const override {
    const auto number = number_of(record[reason_sequence_]);
    const auto most = number_of(record[sequence_]);
    if (!number || !most) return;
    if (*number > *most) {
      output.report(code::kReasonSequence, record, reason_sequence_, {{"most", std::string(record[sequence_])}});
    }
    std::string key(record[code_]);
    key += '/';
    key += record[date_];
    output.collect(key, record, *number);
  }

  void group(std::span<const Evidence> evidence, CheckOutput& output) const override {
    check_steps(evidence, code::kReasonSequence, reason_sequence_, output);
  }

 private:
  std::size_t code_;
  std::size_t date_;
  std::size_t sequence_;
  std::size_t reason_sequence_;
};

}  // namespace

std::vector<CheckKind> update_sequence_checks() {
  return {
      {"L38",
       {code::kUpdateSequence},
       {"honnin"},
       {"juminhyo_code", "update_seq"},
       CheckNeed::nothing,
       make_check<UpdateSequence>,
       CheckedBy::check,
       {CheckNeed::previous}},
      {"L39",
       {code::kReasonSequence},
       {"honnin"},
       {"juminhyo_code", "move_date", "update_seq", "reason_update_seq"},
       CheckNeed::nothing,
       make_check<ReasonSequence>},
  };
}

}  // namespace daicho
