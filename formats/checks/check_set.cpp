#include "formats/checks/check_set.hpp"

#include <algorithm>
#include <utility>

#include "formats/record_check.hpp"

namespace daicho {
namespace {

bool made_for(const CheckKind& kind, const Layout& layout) {
  return std::find(kind.layouts.begin(), kind.layouts.end(), layout.id) != kind.layouts.end();
}

/// Whether a profile turned off everything that a check may report.
bool is_off(const CheckKind& kind, const Profile& profile) {
  return std::all_of(kind.codes.begin(), kind.codes.end(),
                     [&](const FindingCode& code) { return profile.level(code) == AlertLevel::off; });
}

bool is_given(CheckNeed need, const CheckContext& context) {
  const std::string_view against = context.against != nullptr ? std::string_view(context.against->id) : "";
  switch (need) {
    case CheckNeed::nothing:
      return true;
    case CheckNeed::processing_date:
      return context.as_of.has_value();
    case CheckNeed::previous:
      return against == context.layout.id;
    case CheckNeed::register_file:
      return against == "juki" && context.layout.id != "juki";
    case CheckNeed::honnin_file:
      return against == "honnin" && context.layout.id != "honnin";
  }
  return false;
}

}  // namespace

CheckSet::CheckSet(const CheckContext& context, const Profile& profile) {
  std::vector<bool> used(context.layout.items.size());
  for (const CheckKind& kind : check_list()) {
    if (!made_for(kind, context.layout) || skip(kind, context, profile)) continue;
    ActiveCheck active{&kind, kind.make(context), {}};
    active.items = active.check->items();
    std::sort(active.items.begin(), active.items.end());
    for (const std::size_t item : active.items) used[item] = true;
    active_.push_back(std::move(active));
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
    if (skipped.missing_item.empty() && !context.layout.find(item)) skipped.missing_item = item;
  }
  if (!is_given(kind.need, context)) skipped.need = kind.need;
  if (!skipped.off && skipped.missing_item.empty() && skipped.need == CheckNeed::nothing) return false;
  skipped_.push_back(std::move(skipped));
  return true;
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

  void report(FindingCode code, const RecordPosition& place, std::size_t item, Args args) override {
    Finding finding;
    finding.code = code;
    finding.file = run_.file_;
    finding.record = place.number;
    finding.line = place.line;
    finding.offset = place.offset;
    finding.layout = &run_.layout_;
    finding.item = item;
    finding.args = std::move(args);
    run_.sink_.add(std::move(finding));
  }

  void collect(std::string_view key, const RecordView& record, std::uint64_t facts) override {
    if (key.empty()) return;
    const auto hash = run_.hasher_.hash(key);
    run_.evidence_[check_].add({hash[0], hash[1], record.position(), facts});
  }

  std::uint64_t hash(std::string_view value) const override { return run_.hasher_.hash(value)[0]; }

 private:
  CheckRun& run_;
  std::size_t check_;
};

CheckRun::CheckRun(const CheckSet& set, const ValueHasher& hasher, const Layout& layout, std::string file,
                   FindingSink& sink)
    : set_(set),
      hasher_(hasher),
      layout_(layout),
      file_(std::move(file)),
      sink_(sink),
      evidence_(set.active().size()),
      incomplete_(set.active().size()) {}

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

void CheckRun::take(CheckRun& other) {
  for (std::size_t i = 0; i < evidence_.size(); ++i) {
    evidence_[i].take(other.evidence_[i]);
    incomplete_[i] = incomplete_[i] || other.incomplete_[i];
  }
}

std::vector<std::size_t> CheckRun::finish() {
  std::vector<std::size_t> silent;
  for (std::size_t i = 0; i < set_.active().size(); ++i) {
    const ActiveCheck& active = set_.active()[i];
    if (active.kind->needs_all && incomplete_[i]) {
      silent.push_back(i);
      continue;
    }
    Output output(*this, i);
    evidence_[i].for_each_key([&](std::span<const Evidence> evidence) { active.check->group(evidence, output); });
  }
  return silent;
}

}  // namespace daicho
