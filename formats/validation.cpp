#include "formats/validation.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "formats/checks/check_set.hpp"
#include "formats/record_check.hpp"

namespace daicho {
namespace {

/// Passes findings on as the profile has them, and counts them.
class ProfiledSink : public FindingSink {
 public:
  ProfiledSink(const Profile& profile, ValidationSink& sink) : profile_(profile), sink_(sink) {}

  /// The bytes of the record that is checked now.
  void set_record(std::string_view bytes) { record_ = bytes; }

  void add(Finding finding) override {
    const AlertLevel level = profile_.level(finding.code);
    if (level == AlertLevel::off) return;
    if (level == AlertLevel::error) finding.code.severity = Severity::error;
    ++(finding.is_error() ? errors_ : warnings_);
    sink_.add(finding, record_);
  }

  std::uint64_t errors() const { return errors_; }
  std::uint64_t warnings() const { return warnings_; }

 private:
  const Profile& profile_;
  ValidationSink& sink_;
  std::string_view record_;
  std::uint64_t errors_ = 0;
  std::uint64_t warnings_ = 0;
};

/// One validation, record after record.
class Validation {
 public:
  Validation(const ValidationInput& input, const ValidationOptions& options, ValidationSink& sink)
      : input_(input),
        options_(options),
        findings_(input.profile, sink),
        file_(input.source.name()),
        record_checker_(input.layout) {
    if (input.against != nullptr) joining_ = joining_item(input.layout, input.against->layout());
  }

  ValidationSummary run() {
    const auto reader = make_reader(input_.layout, input_.format, input_.source, read_findings_, input_.text);
    RecordBlock block(input_.layout.items.size());
    while (reader->read(block)) {
      if (!run_) start(reader->summary());
      check(block);
    }
    if (!run_) start(reader->summary());
    pass_on(0);
    for (const std::size_t silent : run_->finish(options_.threads)) {
      SkippedCheck skipped;
      skipped.id = set_->active()[silent].kind->id;
      skipped.unreadable = true;
      summary_.skipped.push_back(skipped);
    }
    summary_.read = reader->summary();
    summary_.errors = findings_.errors();
    summary_.warnings = findings_.warnings();
    return std::move(summary_);
  }

 private:
  /// Makes the checks, once the envelope is known.
  void start(const ReadSummary& read) {
    CheckContext context{input_.layout, nullptr, options_.as_of, options_.municipality};
    if (input_.against != nullptr) context.against = &input_.against->layout();
    if (read.envelope) {
      const ParsedDate base = parse_date(read.envelope->base_date);
      if (!context.as_of && base.fault == DateFault::none && base.date.fully_known()) context.as_of = base.date;
      if (context.municipality.empty()) context.municipality = read.envelope->from;
    }
    set_.emplace(context, input_.profile);
    run_.emplace(*set_, hasher_, input_.layout, file_, findings_);
    run_->limit_memory(options_.memory);
    summary_.as_of = context.as_of;
    summary_.skipped = set_->skipped();
    for (const ActiveCheck& active : set_->active()) summary_.checks.push_back(active.kind->id);
  }

  void check(const RecordBlock& block) {
    next_ = 0;
    for (std::size_t i = 0; i < block.size(); ++i) check(block[i]);
    pass_on(0);
    read_findings_.findings.clear();
  }

  void check(const RecordView& record) {
    findings_.set_record(record.raw());
    faulty_items_.clear();
    pass_on(record.position().number);
    if (record.bad()) {
      run_->unreadable();
      ++summary_.faulty_records;
    } else {
      FindingList found;
      record_checker_.check(record, file_, found);
      for (Finding& finding : found.findings) take(std::move(finding));
      std::sort(faulty_items_.begin(), faulty_items_.end());
      const std::uint64_t before = findings_.errors();
      run_->record(record, faulty_items_, other_of(record));
      if (!faulty_items_.empty() || findings_.errors() > before) ++summary_.faulty_records;
    }
    findings_.set_record({});
  }

  /// The reader's findings up to those of a record; all for 0.
  void pass_on(std::uint64_t record) {
    std::vector<Finding>& findings = read_findings_.findings;
    while (next_ < findings.size() && (record == 0 || findings[next_].record <= record)) {
      take(std::move(findings[next_++]));
    }
  }

  void take(Finding finding) {
    if (finding.is_error() && finding.item != kNoItem) faulty_items_.push_back(finding.item);
    findings_.add(std::move(finding));
  }

  const RecordView* other_of(const RecordView& record) {
    other_.reset();
    if (joining_ && !record[*joining_].empty()) other_ = input_.against->find(record[*joining_], 0);
    return other_ ? &*other_ : nullptr;
  }

  const ValidationInput& input_;
  const ValidationOptions& options_;
  ProfiledSink findings_;
  const std::string file_;
  const RecordChecker record_checker_;
  const ValueHasher hasher_;
  std::optional<std::size_t> joining_;
  std::optional<CheckSet> set_;
  std::optional<CheckRun> run_;
  FindingList read_findings_;
  std::size_t next_ = 0;  // of read_findings_, not yet passed on
  std::vector<std::size_t> faulty_items_;
  std::optional<RecordView> other_;
  ValidationSummary summary_;
};

}  // namespace

std::optional<std::size_t> joining_item(const Layout& layout, const Layout& other) {
  if (layout.id == other.id) return layout.key;
  const auto here = layout.find("juminhyo_code");
  return here && other.find("juminhyo_code") ? here : std::nullopt;
}

ValidationSummary validate(const ValidationInput& input, const ValidationOptions& options, ValidationSink& sink) {
  return Validation(input, options, sink).run();
}

}  // namespace daicho
