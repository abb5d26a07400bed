#include "cli/file_diff.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "cli/record_fetch.hpp"
#include "formats/decompress.hpp"
#include "formats/error.hpp"
#include "formats/finding_codes.hpp"
#include "formats/ignored_findings.hpp"
#include "formats/record_check.hpp"
#include "formats/record_hashes.hpp"
#include "formats/zero_fill.hpp"

namespace daicho {
namespace {

/// `nth` of evidence: whose record it is, and whether it could be read.
constexpr std::uint8_t kOld = 0;
constexpr std::uint8_t kOldUnread = 1;
constexpr std::uint8_t kNew = 2;
constexpr std::uint8_t kNewUnread = 3;

constexpr std::size_t kMagicBytes = 4;  // of compressed files

/// What is told, in this order, each in the order of its file.
enum class Told : std::uint8_t { repeated_old, repeated_new, of_new, only_old };

class FileDiff {
 public:
  explicit FileDiff(const FileDiffParts& parts)
      : parts_(parts),
        results_(parts.memory / 4),
        old_records_(parts.layout, parts.before),
        new_records_(parts.layout, parts.after) {}

  DiffResult run() {
    const std::string stamps = parts_.before.stamp() + " " + parts_.after.stamp();
    by_bytes_ = parts_.before.format == parts_.after.format && columns_of(parts_.before) == columns_of(parts_.after);
    std::vector<EvidenceStore> stores;  // the rest of the memory is for what is known to be sound
    const unsigned threads = std::max(1U, parts_.threads);
    for (unsigned i = 0; i < threads; ++i) stores.emplace_back(parts_.memory / 3 * 2 / threads);
    SoundContents sound;
    nameless_old_ = hash(parts_.before, kOld, stores, sound);
    if (by_bytes_) sound.learn(stores);
    nameless_new_ = hash(parts_.after, kNew, stores, sound);
    for (unsigned i = 1; i < threads; ++i) stores[0].take(stores[i]);
    stores[0].for_each_key([this](std::span<const Evidence> records) { compare(records); }, threads);
    results_.for_each_key([this](std::span<const Evidence> result) { collect(result); });
    tell_batch();
    if (parts_.before.stamp() + " " + parts_.after.stamp() != stamps) fail_changed();
    return result_;
  }

 private:
  /// A result whose records wait to be read again.
  struct Waiting {
    Told told = Told::of_new;
    std::uint64_t first = 0;  // repeated: the number of the record that counts
    std::optional<WantedRecord> before;
    std::optional<WantedRecord> after;
  };

  [[noreturn]] void fail_changed() const {
    throw WorldError(
        fmt::format("{} or {} changed while they were being compared", parts_.before.name, parts_.after.name));
  }

  /// The items of a CSV file's columns: the same bytes say the same under the same headings only.
  std::vector<std::size_t> columns_of(const DiffFile& file) const {
    IgnoredFindings unheard;
    const auto source = file.open();
    const auto frames = open_frames({parts_.layout, file.format, *source, file.text}, unheard);
    RecordFrame first;
    frames->next(first);
    return frames->columns() == nullptr ? std::vector<std::size_t>() : frames->columns()->items;
  }

  /// Answers how many records cannot be read or have no key; one more where the file as a whole is at fault.
  std::uint64_t hash(const DiffFile& file, std::uint8_t nth, std::vector<EvidenceStore>& stores, SoundContents& sound) {
    const auto source = file.open();
    const FrameFile frames{parts_.layout, file.format, *source, file.text};
    const auto key_of_unreadable = [&](const RecordView& record) {
      return parts_.key_of_unreadable(record, nth == kOld);
    };
    const HashPlan plan{parts_.key, by_bytes_, hasher_, sound, key_of_unreadable, parts_.block_bytes, nth};
    HidingFaults faults(parts_.findings, parts_.key);
    const ReadSummary summary = hash_records(frames, plan, stores, faults);
    result_.unread += summary.bad_records;
    const std::uint64_t mean = summary.bytes / std::max<std::uint64_t>(1, summary.records);
    record_bytes_ = std::max(record_bytes_, 3 * mean + sizeof(FieldSpan) * parts_.layout.items.size());
    return summary.bad_records + faults.count();
  }

  /// All records of one key, in the order of their numbers. A record that cannot be read is whose key it seems to have
  /// where the other file has that key, and else nobody knows.
  void compare(std::span<const Evidence> records) {
    const Evidence* first[4] = {};
    for (const Evidence& record : records) {
      const Evidence*& place = first[record.nth];
      if (place == nullptr) {
        place = &record;
      } else if (record.nth == kOld || record.nth == kNew) {
        const Told told = record.nth == kOld ? Told::repeated_old : Told::repeated_new;
        note(told, record.place.number, record, place->place.number);
      }
    }
    const bool read_twice = first[kOld] != nullptr && first[kNew] != nullptr;
    if (read_twice && first[kOld]->facts == first[kNew]->facts) {
      ++result_.equal;
      return;
    }
    const Evidence* before = first[kOld];
    const Evidence* after = first[kNew];
    if (before == nullptr && (after != nullptr || first[kNewUnread] != nullptr)) before = first[kOldUnread];
    if (after == nullptr && before != nullptr) after = first[kNewUnread];
    if (before != nullptr && before->nth == kOldUnread) --nameless_old_;
    if (after != nullptr && after->nth == kNewUnread) --nameless_new_;
    if (after != nullptr) {
      if (before != nullptr) note(Told::of_new, after->place.number, *before);
      note(Told::of_new, after->place.number, *after);
    } else if (before != nullptr) {
      note(Told::only_old, before->place.number, *before);
    }
  }

  /// Keeps one record of a result. `number` puts it in order.
  void note(Told told, std::uint64_t number, const Evidence& record, std::uint64_t first = 0) {
    results_.add({std::uint64_t{static_cast<std::uint8_t>(told)} << 62 | number, 0, record.place, first, record.nth});
  }

  void collect(std::span<const Evidence> result) {
    Waiting waiting;
    waiting.told = static_cast<Told>(result.front().key_high >> 62);
    for (const Evidence& record : result) {
      waiting.first = record.facts;
      const bool old = record.nth == kOld || record.nth == kOldUnread;
      const bool bad = record.nth == kOldUnread || record.nth == kNewUnread;
      (old ? waiting.before : waiting.after) = WantedRecord{record.place, bad};
      waiting_bytes_ += record_bytes_;
    }
    waiting_.push_back(waiting);
    // Where records are read at their places there is nothing to wait for.
    const bool plain = !parts_.before.plain_path.empty() && !parts_.after.plain_path.empty();
    const bool bad = (waiting.before && waiting.before->bad) || (waiting.after && waiting.after->bad);
    const bool alone = plain && !bad && waiting_.size() == 1;
    if (alone || waiting_bytes_ >= parts_.batch_bytes) tell_batch();
  }

  void tell_batch() {
    const auto fetched = [&](RecordFetch& file, std::optional<WantedRecord> Waiting::*wanted) {
      std::vector<WantedRecord> records;
      for (const Waiting& waiting : waiting_) {
        if (waiting.*wanted) records.push_back(*(waiting.*wanted));
      }
      return file.records(records);
    };
    const std::vector<OwnedRecord> before = fetched(old_records_, &Waiting::before);
    const std::vector<OwnedRecord> after = fetched(new_records_, &Waiting::after);
    auto next_before = before.begin();
    auto next_after = after.begin();
    for (const Waiting& waiting : waiting_) {
      const OwnedRecord& old_record = waiting.before ? *next_before++ : no_record_;
      const OwnedRecord& new_record = waiting.after ? *next_after++ : no_record_;
      tell(waiting, old_record, new_record);
    }
    waiting_.clear();
    waiting_bytes_ = 0;
  }

  void tell(const Waiting& waiting, const OwnedRecord& before, const OwnedRecord& after) {
    if (waiting.told == Told::repeated_old) return tell_repeated(before, parts_.before, waiting.first);
    if (waiting.told == Told::repeated_new) return tell_repeated(after, parts_.after, waiting.first);
    RecordChange change;
    if (waiting.before) change.old_record = before.position().number;
    if (waiting.after) change.new_record = after.position().number;
    change.old_bad = waiting.before && waiting.before->bad;
    change.new_bad = waiting.after && waiting.after->bad;
    const bool bad = change.old_bad || change.new_bad;
    if (waiting.before && waiting.after && !bad) return tell_changed(before.view(), after.view(), change);
    const bool only_new = !waiting.before;
    const bool sure = (only_new ? nameless_old_ : nameless_new_) == 0;
    change.kind = bad        ? RecordChange::Kind::unreadable
                  : !sure    ? RecordChange::Kind::unknown
                  : only_new ? RecordChange::Kind::added
                             : RecordChange::Kind::removed;
    ++(bad ? result_.unreadable : !sure ? result_.unknown : only_new ? result_.added : result_.removed);
    const bool by_old = !waiting.after || (change.new_bad && !change.old_bad);
    const std::string key =
        key_of(by_old ? before.view() : after.view(), by_old, by_old ? change.old_bad : change.new_bad);
    change.key = key;
    parts_.take(change);
  }

  /// A record's key as files write it.
  std::string key_of(const RecordView& record, bool in_old, bool bad) const {
    const Item& item = parts_.layout.items[parts_.key];
    std::string key(bad ? parts_.key_of_unreadable(record, in_old) : std::string(record[parts_.key]));
    if (item.zero_filled && key.size() < item.picture.length) key.insert(0, item.picture.length - key.size(), '0');
    return key;
  }

  void tell_repeated(const OwnedRecord& record, const DiffFile& file, std::uint64_t first) {
    Finding finding = finding_at(code::kKeyTwice, parts_.layout, record.view(), parts_.key, file.name);
    finding.args.emplace_back("other", std::to_string(first));
    parts_.findings.add(std::move(finding));
  }

  /// Records whose bytes differ may say the same.
  void tell_changed(const RecordView& before, const RecordView& after, RecordChange& change) {
    change.key = after[parts_.key];
    const Item& key = parts_.layout.items[parts_.key];
    if (without_zero_fill(before[parts_.key], key) != without_zero_fill(after[parts_.key], key)) fail_changed();
    change.before = &before;
    change.after = &after;
    for (std::size_t i = 0; i < after.size(); ++i) {
      const Item& item = parts_.layout.items[i];
      if (without_zero_fill(before[i], item) != without_zero_fill(after[i], item)) change.items.push_back(i);
    }
    ++(change.items.empty() ? result_.equal : result_.changed);
    if (!change.items.empty()) parts_.take(change);
  }

  const FileDiffParts& parts_;
  std::uint64_t record_bytes_ = 0;  // of one that waits, about
  bool by_bytes_ = false;           // records of the same bytes say the same
  const ValueHasher hasher_;
  DiffResult result_;
  EvidenceStore results_;
  RecordFetch old_records_;
  RecordFetch new_records_;
  const OwnedRecord no_record_;
  std::vector<Waiting> waiting_;
  std::uint64_t waiting_bytes_ = 0;
  std::uint64_t nameless_old_ = 0;  // records that cannot be read, and nobody knows whose they are
  std::uint64_t nameless_new_ = 0;
};

/// What tells one state of a file from another.
std::string stamp_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) throw_errno("look at", path);
  return fmt::format("{} {} {} {} {}", status.st_dev, status.st_ino, status.st_size, status.st_mtim.tv_sec,
                     status.st_mtim.tv_nsec);
}

}  // namespace

void HidingFaults::add(Finding finding) {
  const bool of_file = finding.record == 0 && finding.is_error();
  const bool cut = finding.code == code::kPartialRecord;  // more records may have stood behind it
  if (of_file || cut || (finding.code == code::kRequiredMissing && finding.item == key_)) ++count_;
  to_.add(std::move(finding));
}

std::optional<DiffFile> diff_file(const std::string& path, const Layout& layout, const RecordInput& input,
                                  const TextOptions& text) {
  std::error_code error;
  if (path == "-" || !std::filesystem::is_regular_file(path, error)) return std::nullopt;
  if (!FrameFile{layout, input.format, *input.source, text}.in_frames()) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  std::string magic(kMagicBytes, '\0');
  file.read(magic.data(), static_cast<std::streamsize>(magic.size()));
  magic.resize(static_cast<std::size_t>(file.gcount()));
  const bool plain = compression_of(magic) == Compression::none;
  return DiffFile{path,
                  input.format,
                  text,
                  [path] { return open_source(path); },
                  [path] { return stamp_of(path); },
                  plain ? path : std::string()};
}

DiffResult diff_files(const FileDiffParts& parts) { return FileDiff(parts).run(); }

}  // namespace daicho
