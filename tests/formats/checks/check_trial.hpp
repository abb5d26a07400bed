// One check over a few records, for tests: the records are told by the items that matter, and its findings by code,
// record, item and arguments.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/catalog.hpp"
#include "formats/checks/check_set.hpp"

namespace daicho::test {

/// Items by id; the others are absent.
using Values = std::vector<std::pair<std::string_view, std::string>>;

class CheckTrial {
 public:
  /// `against`: the layout of the file beside it; empty: none.
  explicit CheckTrial(std::string_view check, std::string_view layout, std::string_view against = {},
                      std::optional<PartialDate> as_of = {})
      : check_(check), layout_(catalog().layout(std::string(layout))) {
    if (!against.empty()) against_ = catalog().layout(std::string(against));
    const CheckContext context{*layout_, against_.get(), as_of, "132101"};
    set_.emplace(context, profile_);
    run_.emplace(*set_, hasher_, *layout_, "file", findings_);
  }

  /// The next record of the file.
  CheckTrial& record(const Values& values) { return pair(values, {}); }

  /// The next record, and that of the other file with its key.
  CheckTrial& pair(const Values& values, const std::optional<Values>& other) {
    const OwnedRecord own = record_of(*layout_, values, ++records_);
    const std::optional<OwnedRecord> there = other ? std::optional(record_of(*against_, *other, 0)) : std::nullopt;
    const std::optional<RecordView> view = there ? std::optional(there->view()) : std::nullopt;
    run_->record(own.view(), {}, view ? &*view : nullptr);
    return *this;
  }

  CheckTrial& unreadable() {
    ++records_;
    run_->unreadable();
    return *this;
  }

  /// What the check found, each as `D3025 3 relationship_code record=1`, joined by `; `.
  std::string findings() {
    const std::vector<std::size_t> lacking = run_->finish();
    lacking_ = std::any_of(lacking.begin(), lacking.end(),
                           [&](std::size_t i) { return set_->active()[i].kind->id == check_; });
    std::string text;
    for (const Finding& finding : findings_.findings) {
      if (!is_own(finding.code)) continue;
      text += (text.empty() ? "" : "; ") + std::string(finding.code.code) + " " + std::to_string(finding.record);
      if (finding.item != kNoItem) text += " " + layout_->items[finding.item].id;
      for (const auto& [name, value] : finding.args) text += " " + name + "=" + value;
    }
    findings_.findings.clear();
    return text;
  }

  /// After `findings`: whether the check held something back because of records that could not be read.
  bool lacking() const { return lacking_; }
  bool runs() const {
    return std::any_of(set_->active().begin(), set_->active().end(),
                       [&](const ActiveCheck& active) { return active.kind->id == check_; });
  }

 private:
  static const Catalog& catalog() {
    static const Catalog catalog;
    return catalog;
  }

  static OwnedRecord record_of(const Layout& layout, const Values& values, std::uint64_t number) {
    std::vector<std::string> all(layout.items.size());
    for (const auto& [id, value] : values) all[layout.index(id)] = value;
    RecordBlock block(layout.items.size());
    block.append(all, {number, number * 1000, 0});
    return OwnedRecord(block[0]);
  }

  bool is_own(const FindingCode& code) const {
    return std::any_of(check_list().begin(), check_list().end(), [&](const CheckKind& kind) {
      return kind.id == check_ && std::find(kind.codes.begin(), kind.codes.end(), code) != kind.codes.end();
    });
  }

  std::string check_;
  std::shared_ptr<const Layout> layout_;
  std::shared_ptr<const Layout> against_;
  Profile profile_;
  ValueHasher hasher_;
  FindingList findings_;
  std::optional<CheckSet> set_;
  std::optional<CheckRun> run_;
  std::uint64_t records_ = 0;
  bool lacking_ = false;
};

}  // namespace daicho::test
