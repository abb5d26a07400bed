#include "cli/record_diff.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "formats/error.hpp"
#include "formats/finding_codes.hpp"
#include "formats/record_check.hpp"
#include "formats/zero_fill.hpp"

namespace daicho {
namespace {

class Diff {
 public:
  explicit Diff(const DiffParts& parts) : parts_(parts) {}

  DiffResult run() {
    read_old();
    if (parts_.incomplete(true)) ++old_unreadable_.nameless;
    read_new();
    if (parts_.incomplete(false)) ++new_unreadable_.nameless;
    resolve_batch();
    tell_unreadable();
    for (const auto& [key, number] : only_new_) tell_only_new(key, number);
    tell_only_old();
    return result_;
  }

 private:
  struct OldRecord {
    std::size_t hash = 0;
    std::uint64_t number = 0;
    std::uint64_t met = 0;  // the number of NEW's record, once it has come
  };
  /// The records of a file that cannot be read.
  struct Unreadable {
    std::unordered_map<std::string, std::uint64_t> numbers;  // by the key that they seem to have
    std::uint64_t nameless = 0;
  };
  using Waiting = std::pair<OwnedRecord, std::uint64_t>;  // the new record, and the old one's number

  const Item& item(std::size_t index) const { return parts_.layout.items[index]; }

  std::string key_of(const RecordView& record) const {
    return std::string(without_zero_fill(record[parts_.key], item(parts_.key)));
  }

  std::size_t hash_of(const RecordView& record) {
    joined_.clear();
    append_compared(record, parts_.layout, joined_);
    return std::hash<std::string>()(joined_);
  }

  void report(FindingCode code, const RecordView& record, const std::string& file, std::uint64_t other) {
    Finding finding = finding_at(code, parts_.layout, record, parts_.key, file);
    if (other != 0) finding.args.emplace_back("other", std::to_string(other));
    parts_.findings.add(std::move(finding));
  }

  void read_old() {
    const auto reader = parts_.open_old(true);
    RecordBlock block(parts_.layout.items.size());
    while (reader->read(block)) {
      for (std::size_t i = 0; i < block.size(); ++i) {
        const RecordView record = block[i];
        if (record.bad()) {
          take_unreadable(record, true, old_unreadable_);
          continue;
        }
        std::string key = key_of(record);
        if (key.empty()) {
          ++old_unreadable_.nameless;
          report(code::kRequiredMissing, record, parts_.old_name, 0);
          continue;
        }
        const auto [place, is_new] =
            old_.try_emplace(std::move(key), OldRecord{hash_of(record), record.position().number, 0});
        if (!is_new) report(code::kKeyTwice, record, parts_.old_name, place->second.number);
      }
    }
  }

  void read_new() {
    RecordBlock block(parts_.layout.items.size());
    while (parts_.new_reader.read(block)) {
      for (std::size_t i = 0; i < block.size(); ++i) {
        if (block[i].bad()) {
          take_unreadable(block[i], false, new_unreadable_);
        } else {
          take_new(block[i]);
        }
      }
    }
  }

  void take_unreadable(const RecordView& record, bool in_old, Unreadable& into) {
    ++result_.unread;
    const std::string key(without_zero_fill(parts_.key_of_unreadable(record, in_old), item(parts_.key)));
    if (key.empty() || !into.numbers.emplace(key, record.position().number).second) ++into.nameless;
  }

  void take_new(const RecordView& record) {
    const std::string key = key_of(record);
    if (key.empty()) {
      ++new_unreadable_.nameless;
      report(code::kRequiredMissing, record, parts_.new_name, 0);
      return;
    }
    const auto old = old_.find(key);
    if (old == old_.end()) {
      const auto [place, is_new] = added_.try_emplace(key, record.position().number);
      if (!is_new) {
        report(code::kKeyTwice, record, parts_.new_name, place->second);
        return;
      }
      const auto unreadable = old_unreadable_.numbers.find(key);
      if (unreadable != old_unreadable_.numbers.end()) {
        tell_unreadable(key, unreadable->second, record.position().number, true, false);
        old_unreadable_.numbers.erase(unreadable);
      } else if (old_unreadable_.nameless > 0 || !old_unreadable_.numbers.empty()) {
        only_new_.emplace_back(key, record.position().number);
      } else {
        tell_only_new(key, record.position().number);
      }
      return;
    }
    if (old->second.met != 0) {
      report(code::kKeyTwice, record, parts_.new_name, old->second.met);
      return;
    }
    old->second.met = record.position().number;
    if (old->second.hash == hash_of(record)) {
      ++result_.equal;
      return;
    }
    waiting_.emplace_back(OwnedRecord(record), old->second.number);
    waiting_bytes_ += joined_.size() + record.raw().size() + record.size() * sizeof(FieldSpan);
    if (waiting_bytes_ >= parts_.batch_bytes) resolve_batch();
  }

  /// Reads OLD once more for the records that the waiting ones changed.
  void resolve_batch() {
    if (waiting_.empty()) return;
    std::unordered_map<std::uint64_t, std::size_t> wanted;
    for (std::size_t i = 0; i < waiting_.size(); ++i) wanted.emplace(waiting_[i].second, i);
    std::vector<OwnedRecord> before(waiting_.size());
    const auto reader = parts_.open_old(false);
    RecordBlock block(parts_.layout.items.size());
    while (reader->read(block)) {
      for (std::size_t i = 0; i < block.size(); ++i) {
        const auto found = wanted.find(block[i].position().number);
        if (found != wanted.end()) before[found->second] = OwnedRecord(block[i]);
      }
    }
    for (std::size_t i = 0; i < waiting_.size(); ++i) tell_changed(before[i], waiting_[i].first);
    waiting_.clear();
    waiting_bytes_ = 0;
  }

  void tell_changed(const OwnedRecord& before, const OwnedRecord& after) {
    if (before.size() == 0) throw WorldError(parts_.old_name + " changed while it was being read");
    const RecordView old_view = before.view();
    const RecordView new_view = after.view();
    RecordChange change;
    change.key = new_view[parts_.key];
    change.old_record = old_view.position().number;
    change.new_record = new_view.position().number;
    change.before = &old_view;
    change.after = &new_view;
    for (std::size_t i = 0; i < new_view.size(); ++i) {
      if (without_zero_fill(old_view[i], item(i)) != without_zero_fill(new_view[i], item(i))) change.items.push_back(i);
    }
    ++result_.changed;
    tell(change);
  }

  void tell_only_new(const std::string& key, std::uint64_t number) {
    const bool sure = old_unreadable_.nameless == 0;
    ++(sure ? result_.added : result_.unknown);
    tell_of(sure ? RecordChange::Kind::added : RecordChange::Kind::unknown, key, 0, number);
  }

  void tell_only_old() {
    std::vector<std::pair<std::uint64_t, const std::string*>> missing;
    for (const auto& [key, record] : old_) {
      if (record.met == 0) missing.emplace_back(record.number, &key);
    }
    std::sort(missing.begin(), missing.end());
    const bool sure = new_unreadable_.nameless == 0;
    (sure ? result_.removed : result_.unknown) += missing.size();
    for (const auto& [number, key] : missing) {
      tell_of(sure ? RecordChange::Kind::removed : RecordChange::Kind::unknown, *key, number, 0);
    }
  }

  /// Unreadable records of NEW by those of OLD with their keys; what nobody has stays without a name.
  void tell_unreadable() {
    std::vector<std::pair<std::uint64_t, std::string>> in_order;
    for (const auto& [key, number] : new_unreadable_.numbers) in_order.emplace_back(number, key);
    std::sort(in_order.begin(), in_order.end());
    for (const auto& [number, key] : in_order) {
      const auto old = old_.find(key);
      const auto both = old_unreadable_.numbers.find(key);
      if (old != old_.end() && old->second.met == 0) {
        old->second.met = number;
        tell_unreadable(key, old->second.number, number, false, true);
      } else if (old == old_.end() && both != old_unreadable_.numbers.end()) {
        tell_unreadable(key, both->second, number, true, true);
        old_unreadable_.numbers.erase(both);
      } else {
        ++new_unreadable_.nameless;
      }
    }
    old_unreadable_.nameless += old_unreadable_.numbers.size();
  }

  void tell_unreadable(const std::string& key, std::uint64_t old_record, std::uint64_t new_record, bool old_bad,
                       bool new_bad) {
    ++result_.unreadable;
    RecordChange change;
    change.kind = RecordChange::Kind::unreadable;
    change.key = full_key(key);
    change.old_record = old_record;
    change.new_record = new_record;
    change.old_bad = old_bad;
    change.new_bad = new_bad;
    tell(change);
  }

  void tell_of(RecordChange::Kind kind, const std::string& key, std::uint64_t old_record, std::uint64_t new_record) {
    RecordChange change;
    change.kind = kind;
    change.key = full_key(key);
    change.old_record = old_record;
    change.new_record = new_record;
    tell(change);
  }

  /// A key as files write it, from the form in which it is compared.
  std::string_view full_key(const std::string& key) {
    const Item& item_of_key = item(parts_.key);
    if (!item_of_key.zero_filled || key.size() >= item_of_key.picture.length) return key;
    key_ = std::string(item_of_key.picture.length - key.size(), '0') + key;
    return key_;
  }

  void tell(const RecordChange& change) { parts_.take(change); }

  const DiffParts& parts_;
  DiffResult result_;
  std::unordered_map<std::string, OldRecord> old_;
  std::unordered_map<std::string, std::uint64_t> added_;
  Unreadable old_unreadable_;
  Unreadable new_unreadable_;
  std::vector<std::pair<std::string, std::uint64_t>> only_new_;  // told at the end, once all of NEW was read
  std::vector<Waiting> waiting_;
  std::size_t waiting_bytes_ = 0;
  std::string joined_;
  std::string key_;
};

}  // namespace

DiffResult diff_records(const DiffParts& parts) { return Diff(parts).run(); }

}  // namespace daicho
