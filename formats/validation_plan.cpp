#include "formats/validation_plan.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "formats/finding_codes.hpp"
#include "formats/fixed_plan.hpp"

namespace daicho {
namespace {

/// Whether reading got hold of the record's items, be some of them at fault: its frame was right, its row had as many
/// columns as are due, its line was an object.
bool taken_apart(const RecordView& record, const std::vector<Finding>& read) {
  if (!record.bad()) return true;
  bool item_at_fault = false;
  for (const Finding& finding : read) {
    if (finding.code == code::kJsonSyntax && finding.item == kNoItem) return false;
    item_at_fault = item_at_fault || finding.item != kNoItem;
  }
  for (std::size_t item = 0; !item_at_fault && item < record.size(); ++item) {
    item_at_fault = record.field(item).raw_length > 0;
  }
  return item_at_fault;
}

std::vector<FieldSpan> places_in_records(const Layout& layout, const FormatSpec& format) {
  std::vector<FieldSpan> places;
  if (format.kind != FileKind::fixed) return places;
  const FixedPlan plan(layout, format.charset);
  const std::size_t before = format.envelope == Envelope::control ? plan.unit() : 0;
  for (const FixedField& field : plan.fields()) {
    places.push_back({0, 0, static_cast<std::uint32_t>(before + field.offset), field.bytes});
  }
  return places;
}

}  // namespace

ValidationPlan::ValidationPlan(const ValidationInput& input, const ValidationOptions& options,
                               const std::optional<EnvelopeHeader>& envelope)
    : input_(input),
      file_(input.source.name()),
      schema_checks_(input.layout),
      item_bytes_(places_in_records(input.layout, input.format)) {
  CheckContext context{input.layout, nullptr, options.as_of, options.municipality};
  if (input.against != nullptr) {
    context.against = &input.against->layout();
    joining_ = joining_item(input.layout, *context.against);
  }
  if (envelope) {
    const ParsedDate base = parse_date(envelope->base_date);
    if (!context.as_of && base.fault == DateFault::none && base.date.fully_known()) context.as_of = base.date;
    if (context.municipality.empty()) context.municipality = envelope->from;
  }
  as_of_ = context.as_of;
  checks_.emplace(context, input.profile);
}

ValidationSummary ValidationPlan::summary() const {
  ValidationSummary summary;
  summary.as_of = as_of_;
  summary.skipped = checks_->skipped();
  for (const ActiveCheck& active : checks_->active()) summary.checks.push_back(active.kind->id);
  return summary;
}

void ProfiledFindings::add(Finding finding) {
  const AlertLevel level = profile_.level(finding.code);
  if (level == AlertLevel::off) return;
  if (level == AlertLevel::error) finding.code.severity = Severity::error;
  ++(finding.is_error() ? errors_ : warnings_);
  next_.add(std::move(finding));
}

RecordJudge::RecordJudge(const ValidationPlan& plan, unsigned slot, FindingSink& findings, std::uint64_t memory)
    : plan_(plan),
      slot_(slot),
      findings_(plan.input().profile, findings),
      run_(plan.checks(), plan.hasher(), plan.input().layout, plan.file(), findings_) {
  run_.limit_memory(memory);
  if (!plan.item_bytes().empty()) run_.know_places(plan.item_bytes());
}

bool RecordJudge::judge(const RecordView& record, std::vector<Finding>& read) {
  const std::uint64_t before = findings_.errors();
  faulty_items_.clear();
  found_.findings.clear();
  const bool readable = taken_apart(record, read);
  if (readable) {
    doubt_items(record, read);
    plan_.schema_checks().check(record, plan_.file(), found_, faulty_items_);
    note_faulty_items(found_.findings);
    std::sort(faulty_items_.begin(), faulty_items_.end());
  }
  tell(read);
  if (readable) {
    run_.record(record, faulty_items_, other_of(record));
  } else {
    ++unread_records_;
    run_.unreadable();
  }
  const bool good = !record.bad() && findings_.errors() == before;
  if (!good) ++faulty_records_;
  return good;
}

/// What reading and the schema found, in the order of the record's bytes.
void RecordJudge::tell(std::vector<Finding>& read) {
  std::vector<Finding>& found = found_.findings;
  if (!read.empty() && !found.empty()) {
    std::move(read.begin(), read.end(), std::back_inserter(found));
    std::stable_sort(found.begin(), found.end(),
                     [](const Finding& a, const Finding& b) { return a.byte_first < b.byte_first; });
    read.clear();
  }
  for (std::vector<Finding>* findings : {&read, &found}) {
    for (Finding& finding : *findings) findings_.add(std::move(finding));
  }
}

void RecordJudge::note_faulty_items(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    if (finding.is_error() && finding.item != kNoItem) faulty_items_.push_back(finding.item);
  }
}

/// Items that reading found at fault; and where it met a key that names none, those that the record seems to lack: the
/// key may be meant for any of them.
void RecordJudge::doubt_items(const RecordView& record, const std::vector<Finding>& read) {
  note_faulty_items(read);
  if (std::none_of(read.begin(), read.end(), [](const Finding& each) { return each.code == code::kJsonKey; })) return;
  for (std::size_t item = 0; item < record.size(); ++item) {
    if (record.field(item).raw_length == 0) faulty_items_.push_back(item);
  }
}

bool RecordJudge::judge_sound(const RecordView& record) {
  faulty_items_.clear();
  const std::uint64_t before = findings_.errors();
  run_.record(record, faulty_items_, other_of(record));
  const bool good = findings_.errors() == before;
  if (!good) ++faulty_records_;
  return good;
}

void RecordJudge::take(RecordJudge& other) {
  run_.take(other.run_);
  faulty_records_ += other.faulty_records_;
  unread_records_ += other.unread_records_;
  compared_ += other.compared_;
  taken_errors_ += other.findings_.errors();
  taken_warnings_ += other.findings_.warnings();
}

void RecordJudge::finish(ValidationSummary& summary, unsigned threads) {
  const std::uint64_t before = findings_.errors();
  for (const std::size_t silent : run_.finish(threads)) {
    SkippedCheck skipped;
    skipped.id = plan_.checks().active()[silent].kind->id;
    skipped.unreadable = true;
    summary.skipped.push_back(skipped);
  }
  summary.errors = findings_.errors() + taken_errors_;
  summary.warnings = findings_.warnings() + taken_warnings_;
  summary.faulty_records = faulty_records_;
  summary.unread_records = unread_records_;
  if (plan_.joining()) summary.compared = compared_;
  summary.errors_between = findings_.errors() - before;
}

const RecordView* RecordJudge::other_of(const RecordView& record) {
  other_.reset();
  const auto& joining = plan_.joining();
  if (!joining || std::binary_search(faulty_items_.begin(), faulty_items_.end(), *joining)) return nullptr;
  if (!record[*joining].empty()) other_ = plan_.input().against->find(record[*joining], slot_);
  if (other_) ++compared_;
  return other_ ? &*other_ : nullptr;
}

}  // namespace daicho
