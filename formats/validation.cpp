#include "formats/validation.hpp"

#include <algorithm>
#include <utility>

#include "formats/exchanged_columns.hpp"
#include "formats/finding_codes.hpp"
#include "formats/read_ahead.hpp"
#include "formats/validation_plan.hpp"
#include "formats/validation_runs.hpp"
#include "formats/watched_source.hpp"

namespace daicho {
namespace {

/// One validation by a reader, record after record.
class ReaderValidation {
 public:
  ReaderValidation(const ValidationInput& input, const ValidationOptions& options, ValidationSink& sink)
      : input_(input), options_(options), pass_on_(sink), exchanged_(input.layout) {}

  ValidationSummary run() {
    FindingList read;
    const auto reader = make_reader(input_.layout, input_.format, input_.source, read, input_.text);
    ReadAhead ahead(*reader, read, input_.layout.items.size(), options_.threads);
    for (;;) {
      ReadBatch& batch = ahead.next();
      if (!judge_) start(batch.summary);
      check(batch);
      if (!batch.block.empty()) continue;
      pass_on_.record = {};
      tell_of_exchanged();
      if (input_.source.failure()) judge_->cut_off();
      judge_->finish(summary_, options_.threads);
      summary_.read = batch.summary;
      return std::move(summary_);
    }
  }

 private:
  /// To the sink, with the bytes of the record at hand.
  struct PassOn : FindingSink {
    explicit PassOn(ValidationSink& to) : sink(to) {}
    void add(Finding finding) override { sink.add(finding, finding.record == 0 ? std::string_view() : record); }
    ValidationSink& sink;
    std::string_view record;
  };

  /// Makes the checks, once the envelope is known.
  void start(const ReadSummary& read) {
    plan_.emplace(input_, options_, read.envelope);
    judge_.emplace(*plan_, 0, pass_on_, options_.memory);
    summary_ = plan_->summary();
  }

  void check(ReadBatch& batch) {
    std::size_t next = 0;
    std::vector<Finding> own;
    for (std::size_t i = 0; i < batch.block.size(); ++i) {
      const RecordView record = batch.block[i];
      pass_on_.record = record.raw();
      own.clear();
      for (const std::size_t end = end_of(record.position(), batch.findings, next); next < end; ++next) {
        Finding& finding = batch.findings[next];
        if (finding.record == 0) {
          report_of_file(std::move(finding));
        } else {
          own.push_back(std::move(finding));
        }
      }
      if (input_.format.kind == FileKind::csv) exchanged_.record(record, own);
      judge_->judge(record, own);
    }
    for (; next < batch.findings.size(); ++next) report_of_file(std::move(batch.findings[next]));
  }

  void tell_of_exchanged() {
    for (const auto& [item, other] : exchanged_.pairs()) {
      Finding finding;
      finding.code = code::kColumnsExchanged;
      finding.file = input_.source.name();
      finding.line = 1;
      finding.layout = &input_.layout;
      finding.item = item;
      finding.args = {{"other", input_.layout.items[other].name}};
      judge_->report(std::move(finding));
    }
  }

  /// A header that names no item ends the reading: nothing tells what stands in the columns.
  void report_of_file(Finding finding) {
    const auto is_columns = [](const auto& arg) { return arg.first == "columns"; };
    if (finding.code == code::kColumnUnknown && std::any_of(finding.args.begin(), finding.args.end(), is_columns)) {
      summary_.broken_off = "the header row names no item of the layout";
    }
    judge_->report(std::move(finding));
  }

  /// The end of a record's findings from `next` on: its own, and those of the file that stand where it does or before.
  static std::size_t end_of(const RecordPosition& place, const std::vector<Finding>& findings, std::size_t next) {
    std::size_t end = next;
    for (std::size_t at = next; at < findings.size() && findings[at].record <= place.number; ++at) {
      if (findings[at].record == place.number || findings[at].offset <= place.offset) end = at + 1;
    }
    return end;
  }

  const ValidationInput& input_;
  const ValidationOptions& options_;
  PassOn pass_on_;
  ExchangedColumns exchanged_;
  std::optional<ValidationPlan> plan_;
  std::optional<RecordJudge> judge_;
  ValidationSummary summary_;
};

bool looks_beside(CheckNeed need) {
  return need == CheckNeed::previous || need == CheckNeed::residents || need == CheckNeed::residents_only;
}

/// Says so of a check once: what was said before stays, unless nothing at all ran.
void add_skipped(ValidationSummary& summary, const SkippedCheck& skipped, bool nothing_ran) {
  const auto same = [&](const SkippedCheck& each) { return each.id == skipped.id; };
  if (nothing_ran) std::erase_if(summary.skipped, same);
  if (std::none_of(summary.skipped.begin(), summary.skipped.end(), same)) summary.skipped.push_back(skipped);
}

/// What ran over nothing did not run: where no record could be read, where the file beside has none, and where none of
/// them is that of a record here. What lacks a part of the file beside, or lacks it for a part of its own, ran in part.
void withdraw_checks(const ValidationInput& input, ValidationSummary& summary) {
  const bool nothing_read = summary.unread_records == summary.read.records && summary.errors > 0;
  const bool nothing_beside = input.against != nullptr && input.against->readable() == 0;
  const bool unpaired = summary.compared == std::uint64_t{0} && summary.read.records > 0;
  const bool part_beside = input.against != nullptr && input.against->incomplete();
  if (!nothing_read && !nothing_beside && !unpaired && !part_beside) return;
  std::vector<std::string_view> ran;
  for (const CheckKind& kind : check_list()) {
    if (std::find(summary.checks.begin(), summary.checks.end(), kind.id) == summary.checks.end()) continue;
    const bool whole_beside = looks_beside(kind.need);
    const bool beside = whole_beside || looks_beside(part_need(kind, input.layout.id));
    const bool withdrawn = nothing_read || (whole_beside && (nothing_beside || unpaired));
    if (!withdrawn) ran.push_back(kind.id);
    if (!nothing_read && !(beside && (nothing_beside || unpaired || part_beside))) continue;
    SkippedCheck skipped;
    skipped.id = kind.id;
    skipped.unpaired = !nothing_read && !nothing_beside && unpaired;
    skipped.unreadable = !skipped.unpaired;
    add_skipped(summary, skipped, nothing_read);
  }
  summary.checks = std::move(ran);
}

}  // namespace

bool ran_in_part(const ValidationSummary& summary, std::string_view check) {
  const bool ran = std::find(summary.checks.begin(), summary.checks.end(), check) != summary.checks.end();
  return ran && std::any_of(summary.skipped.begin(), summary.skipped.end(),
                            [&](const SkippedCheck& skipped) { return skipped.id == check; });
}

std::optional<std::size_t> joining_item(const Layout& layout, const Layout& other) {
  if (layout.id == other.id) return layout.key;
  const auto here = layout.find("juminhyo_code");
  return here && other.find("juminhyo_code") ? here : std::nullopt;
}

ValidationSummary validate_by_reader(const ValidationInput& input, const ValidationOptions& options,
                                     ValidationSink& sink) {
  return ReaderValidation(input, options, sink).run();
}

ValidationSummary validate(const ValidationInput& input, const ValidationOptions& options, ValidationSink& sink) {
  WatchedSource source(input.source, options.to_last_byte);
  const ValidationInput watched{input.layout, input.format, source, input.text, input.profile, input.against};
  ValidationSummary summary = input.format.kind == FileKind::fixed ? validate_by_frames(watched, options, sink)
                                                                   : validate_by_reader(watched, options, sink);
  if (!source.broken_off().empty()) {
    summary.broken_off = source.broken_off();
    summary.unreadable = source.unreadable();
    summary.read.bytes = source.bytes_given();
  }
  withdraw_checks(input, summary);
  return summary;
}

}  // namespace daicho
