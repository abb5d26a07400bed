#include "cli/record_diff.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "formats/error.hpp"
#include "formats/finding_codes.hpp"
#include "formats/record_check.hpp"

namespace daicho {
namespace {

/// A value as it is compared: leading zeros say nothing where the item is filled with them.
std::string_view compared(const Item& item, std::string_view value) {
  if (!item.zero_filled || value.empty()) return value;
  return value.substr(std::min(value.find_first_not_of('0'), value.size() - 1));
}

class Diff {
 public:
  explicit Diff(const DiffParts& parts) : parts_(parts) {}

  DiffResult run() {
    read_old();
    read_new();
    resolve_batch();
    tell_removed();
    return result_;
  }

 private:
  struct OldRecord {
    std::size_t hash = 0;
    std::uint64_t number = 0;
    std::uint64_t met = 0;  // the number of NEW's record, once it has come
  };
  using Waiting = std::pair<OwnedRecord, std::uint64_t>;  // the new record, and the old one's number

  const Item& item(std::size_t index) const { return parts_.layout.items[index]; }

  std::string key_of(const RecordView& record) const {
    return std::string(compared(item(parts_.key), record[parts_.key]));
  }

  std::size_t hash_of(const RecordView& record) {
    joined_.clear();
    for (std::size_t i = 0; i < record.size(); ++i) {
      joined_ += compared(item(i), record[i]);
      joined_ += '\x1F';  // no value holds a control character
    }
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
          ++result_.unread;
          continue;
        }
        std::string key = key_of(record);
        if (key.empty()) {
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
          ++result_.unread;
        } else {
          take_new(block[i]);
        }
      }
    }
  }

  void take_new(const RecordView& record) {
    const std::string key = key_of(record);
    if (key.empty()) {
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
      ++result_.added;
      tell({RecordChange::Kind::added, record[parts_.key], 0, record.position().number, {}, nullptr, nullptr});
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
    RecordChange change{RecordChange::Kind::changed,
                        new_view[parts_.key],
                        old_view.position().number,
                        new_view.position().number,
                        {},
                        &old_view,
                        &new_view};
    for (std::size_t i = 0; i < new_view.size(); ++i) {
      if (compared(item(i), old_view[i]) != compared(item(i), new_view[i])) change.items.push_back(i);
    }
    ++result_.changed;
    tell(change);
  }

  void tell_removed() {
    std::vector<std::pair<std::uint64_t, const std::string*>> removed;
    for (const auto& [key, record] : old_) {
      if (record.met == 0) removed.emplace_back(record.number, &key);
    }
    std::sort(removed.begin(), removed.end());
    result_.removed = removed.size();
    for (const auto& [number, key] : removed) {
      tell({RecordChange::Kind::removed, full_key(*key), number, 0, {}, nullptr, nullptr});
    }
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
  std::vector<Waiting> waiting_;
  std::size_t waiting_bytes_ = 0;
  std::string joined_;
  std::string key_;
};

}  // namespace

DiffResult diff_records(const DiffParts& parts) { return Diff(parts).run(); }

}  // namespace daicho
