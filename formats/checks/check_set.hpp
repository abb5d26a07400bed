// The checks that run over one file: made once, used for every record by every thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "formats/checks/check.hpp"
#include "formats/checks/evidence.hpp"
#include "formats/checks/profile.hpp"
#include "formats/checks/told_order.hpp"
#include "formats/validation.hpp"

namespace daicho {

/// A check with what is known of it here.
struct ActiveCheck {
  const CheckKind* kind = nullptr;
  std::unique_ptr<const Check> check;
  std::vector<std::size_t> items;  ///< Check::items
};

class CheckSet {
 public:
  CheckSet(const CheckContext& context, const Profile& profile);

  const std::vector<ActiveCheck>& active() const { return active_; }
  /// Those that do not run, and those of which a part lacks what it needs, which are active, too.
  const std::vector<SkippedCheck>& skipped() const { return skipped_; }
  /// The items that any check looks at, by index, each once, in order.
  const std::vector<std::size_t>& items() const { return items_; }

 private:
  bool skip(const CheckKind& kind, const CheckContext& context, const Profile& profile);
  void skip_part(const CheckKind& kind, const CheckContext& context);

  std::vector<ActiveCheck> active_;
  std::vector<SkippedCheck> skipped_;
  std::vector<std::size_t> items_;
};

/// One thread's checking: runs the checks over records, reports to a sink and keeps its evidence.
class CheckRun {
 public:
  /// All must outlive it.
  CheckRun(const CheckSet& set, const ValueHasher& hasher, const Layout& layout, std::string file, FindingSink& sink);

  /// Runs every check whose items are right in this record; `faulty_items` (sorted) have errors. `other` is the record
  /// of the file --against; null: none.
  void record(const RecordView& record, const std::vector<std::size_t>& faulty_items, const RecordView* other);
  /// A record that could not be read: see CheckOutput::complete.
  void unreadable();

  /// Bytes of evidence that this run keeps in memory; what is more is spilt (see EvidenceStore). Before any record.
  void limit_memory(std::uint64_t bytes);

  /// Where each item stands in every record of the file (`raw_begin`, `raw_length`); outlives it. Without, findings of
  /// rules about many records have the bytes of the record.
  void know_places(const std::vector<FieldSpan>& item_bytes) { item_bytes_ = &item_bytes; }

  /// Takes the evidence of another thread's run.
  void take(CheckRun& other);
  /// Runs the rules about many records over all evidence, which it sorts in up to `threads` threads; they report in the
  /// order of the records that they tell of. Returns the indexes of checks that could not say all, because of
  /// records that could not be read. Throws WorldError where spilling fails.
  std::vector<std::size_t> finish(unsigned threads = 1);

 private:
  class Output;

  void place(Finding& finding, std::uint32_t record_bytes) const;

  const CheckSet& set_;
  const ValueHasher& hasher_;
  const Layout& layout_;
  const std::string file_;
  FindingSink& sink_;
  std::uint64_t memory_ = kEvidenceMemory;
  EvidenceStore evidence_;         // of all checks: the last byte of a key is the index of the active check
  std::optional<ToldOrder> told_;  // while finishing
  const std::vector<FieldSpan>* item_bytes_ = nullptr;
  std::vector<bool> incomplete_;  // by active check
  std::vector<bool> held_back_;   // by active check: asked whether it saw all, and had not
};

}  // namespace daicho
