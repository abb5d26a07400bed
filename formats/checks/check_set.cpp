#include "formats/checks/check_set.hpp"

#include <algorithm>
#include <utility>

#include "formats/record_check.hpp"

namespace daicho {
namespace {

/// Whether a profile turned off everything that a check may report.
bool is_off(const CheckKind& kind, const Profile& profile) {
  return std::all_of(kind.codes.begin(), kind.codes.end(),
                     [&](const FindingCode& code) { return profile.level(code) == AlertLevel::off; });
}

/// Whether a layout has an item, one of `a|b`, or a key item.
bool has_item(const Layout& layout, std::string_view ids) {
  if (ids == kKeyItem) return layout.key.has_value();
  while (!ids.empty()) {
    const std::size_t end = std::min(ids.find('|'), ids.size());
    if (layout.find(ids.substr(0, end))) return true;
    ids.remove_prefix(std::min(end + 1, ids.size()));
  }
  return false;
}

bool is_given(CheckNeed need, const CheckContext& context) {
  const std::string_view against = context.against != nullptr ? std::string_view(context.against->id) : "";
  switch (need) {
    case CheckNeed::nothing:
      return true;
    case CheckNeed::processing_date:
      return context.as_of.has_value();
    case CheckNeed::municipality:
      return !context.municipality.empty();
    case CheckNeed::previous:
      return against == context.layout.id;
    case CheckNeed::residents:
      return (against == "juki" || against == "honnin") && context.layout.id != against;
    case CheckNeed::residents_only:
      return against == "juki" && context.layout.id != against;
  }
  return false;
}

/// The last byte of a key's 96 bits tells whose it is.
constexpr std::uint32_t kCheckMask = 0xFF;

std::uint32_t with_check(std::uint64_t hash, std::size_t check) {
  return (static_cast<std::uint32_t>(hash) & ~kCheckMask) | static_cast<std::uint32_t>(check);
}

}  // namespace

CheckSet::CheckSet(const CheckContext& context, const Profile& profile) {
  std::vector<bool> used(context.layout.items.size());
  for (const CheckKind& kind : check_list()) {
    if (kind.make == nullptr || !made_for(kind, context.layout.id) || skip(kind, context, profile)) continue;
    ActiveCheck active{&kind, kind.make(context), {}};
    active.items = active.check->items();
    std::sort(active.items.begin(), active.items.end());
    for (const std::size_t item : active.items) used[item] = true;
    active_.push_back(std::move(active));
    skip_part(kind, context);
  }
  for (std::size_t item = 0; item < used.size(); ++item) {
    if (used[item]) items_.push_back(item);
  }
}

bool CheckSet::skip(const CheckKind& kind, const CheckContext& context, const Profile& profile) {
  SkippedCheck skipped;
  skipped.id = kind.id;
  skipped.off = is_off(kind, profile);
  for (const std::string_view item : kind.items) {
    if (skipped.missing_item.empty() && !has_item(context.layout, item)) skipped.missing_item = item;
  }
  if (!is_given(kind.need, context)) skipped.need = kind.need;
  if (!skipped.off && skipped.missing_item.empty() && skipped.need == CheckNeed::nothing) return false;
  skipped_.push_back(std::move(skipped));
  return true;
}

void CheckSet::skip_part(const CheckKind& kind, const CheckContext& context) {
  const CheckNeed need = part_need(kind, context.layout.id);
  if (is_given(need, context)) return;
  SkippedCheck skipped;
  skipped.id = kind.id;
  skipped.need = need;
  skipped_.push_back(std::move(skipped));
}

/// What one check reports goes on as a finding of this file.
class CheckRun::Output : public CheckOutput {
 public:
  Output(CheckRun& run, std::size_t check) : run_(run), check_(check) {}

  void report(FindingCode code, const RecordView& record, std::size_t item, Args args) override {
    Finding finding = finding_at(code, run_.layout_, record, item, run_.file_);
    finding.args = std::move(args);
    run_.sink_.add(std::move(finding));
  }

  void report(FindingCode code, const Evidence& evidence, std::size_t item, Args args) override {
    Finding finding;
    finding.code = code;
    finding.record = evidence.place.number;
    finding.line = evidence.place.line;
    finding.offset = evidence.place.offset;
    finding.item = item;
    finding.args = std::move(args);
    run_.place(finding, evidence.bytes);
    run_.told_->add(check_, finding);
  }

  void collect(std::string_view key, const RecordView& record, std::uint64_t facts) override {
    if (key.empty()) return;
    const auto hash = run_.hasher_.hash(key);
    run_.evidence_.add({hash[0], with_check(hash[1], check_), record.position(), facts, nth_++,
                        static_cast<std::uint32_t>(std::min<std::size_t>(record.raw().size(), UINT32_MAX))});
  }

  std::uint64_t hash(std::string_view value) const override { return run_.hasher_.hash(value)[0]; }

  bool complete() override {
    if (run_.incomplete_[check_]) run_.held_back_[check_] = true;
    return !run_.incomplete_[check_];
  }

 private:
  CheckRun& run_;
  std::size_t check_;
  std::uint8_t nth_ = 0;
};

CheckRun::CheckRun(const CheckSet& set, const ValueHasher& hasher, const Layout& layout, std::string file,
                   FindingSink& sink)
    : set_(set),
      hasher_(hasher),
      layout_(layout),
      file_(std::move(file)),
      sink_(sink),
      incomplete_(set.active().size()),
      held_back_(set.active().size()) {}

void CheckRun::record(const RecordView& record, const std::vector<std::size_t>& faulty_items, const RecordView* other) {
  for (std::size_t i = 0; i < set_.active().size(); ++i) {
    const ActiveCheck& active = set_.active()[i];
    const bool faulty = std::any_of(faulty_items.begin(), faulty_items.end(), [&](std::size_t item) {
      return std::binary_search(active.items.begin(), active.items.end(), item);
    });
    if (faulty) {
      incomplete_[i] = true;
      continue;
    }
    Output output(*this, i);
    active.check->record(record, output);
    if (other != nullptr) active.check->pair(record, *other, output);
  }
}

void CheckRun::unreadable() { incomplete_.assign(incomplete_.size(), true); }

void CheckRun::limit_memory(std::uint64_t bytes) {
  memory_ = bytes;
  evidence_ = EvidenceStore(bytes);
}

void CheckRun::take(CheckRun& other) {
  evidence_.take(other.evidence_);
  memory_ += other.memory_;
  for (std::size_t i = 0; i < incomplete_.size(); ++i) incomplete_[i] = incomplete_[i] || other.incomplete_[i];
}

std::vector<std::size_t> CheckRun::finish(unsigned threads) {
  told_.emplace(layout_, file_, memory_);
  evidence_.for_each_key(
      [&](std::span<const Evidence> evidence) {
        const std::size_t check = evidence.front().key_low & kCheckMask;
        if (incomplete_[check]) held_back_[check] = true;  // what clashes with a missing record is not seen
        Output output(*this, check);
        set_.active()[check].check->group(evidence, output);
      },
      threads);
  told_->for_each([&](Finding finding) { sink_.add(std::move(finding)); });
  told_.reset();
  std::vector<std::size_t> lacking;
  for (std::size_t i = 0; i < set_.active().size(); ++i) {
    if (held_back_[i]) lacking.push_back(i);
  }
  return lacking;
}

/// The bytes of the item, where they are the same in every record; else those of the record.
void CheckRun::place(Finding& finding, std::uint32_t record_bytes) const {
  if (item_bytes_ != nullptr && finding.item < item_bytes_->size()) {
    const FieldSpan& item = (*item_bytes_)[finding.item];
    finding.byte_first = item.raw_begin + 1;
    finding.byte_last = item.raw_begin + item.raw_length;
    if (finding.line != 0) finding.column = finding.byte_first;
  } else if (record_bytes > 0) {
    finding.byte_first = 1;
    finding.byte_last = record_bytes;
  }
}

}  // namespace daicho
