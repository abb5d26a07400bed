// The checks that run over one file: made once, used for every record by every thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "formats/checks/check.hpp"
#include "formats/checks/evidence.hpp"
#include "formats/checks/profile.hpp"
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
  const std::vector<SkippedCheck>& skipped() const { return skipped_; }
  /// The items that any check looks at, by index, each once, in order.
  const std::vector<std::size_t>& items() const { return items_; }

 private:
  bool skip(const CheckKind& kind, const CheckContext& context, const Profile& profile);

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
  /// A record that could not be read: rules that need every record say nothing.
  void unreadable();

  /// Takes the evidence of another thread's run.
  void take(CheckRun& other);
  /// Runs the rules about many records over all evidence. Returns the indexes of checks that could not, because of
  /// records that could not be read.
  std::vector<std::size_t> finish();

 private:
  class Output;

  const CheckSet& set_;
  const ValueHasher& hasher_;
  const Layout& layout_;
  const std::string file_;
  FindingSink& sink_;
  std::vector<EvidenceStore> evidence_;  // by active check
  std::vector<bool> incomplete_;         // by active check
};

}  // namespace daicho
