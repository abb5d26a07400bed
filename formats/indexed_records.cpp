#include "formats/indexed_records.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <span>
#include <tuple>
#include <utility>

#include "formats/decompress.hpp"
#include "formats/error.hpp"
#include "formats/read_at.hpp"
#include "formats/zero_fill.hpp"

namespace daicho {
namespace {

constexpr std::uint64_t kLeastWindow = std::uint64_t{16} << 10;
constexpr std::uint64_t kMostWindow = std::uint64_t{256} << 10;
constexpr std::size_t kMagicBytes = 4;

/// Counts the errors of the file as a whole; those of records show in the records.
class FileFaults : public FindingSink {
 public:
  void add(Finding finding) override {
    if (finding.record == 0 && finding.is_error()) ++count_;
  }
  std::uint64_t count() const { return count_; }

 private:
  std::uint64_t count_ = 0;
};

/// Up to `size` bytes from `offset`: fewer at the end of the file.
void read_bytes(int fd, const std::string& path, std::uint64_t offset, std::uint64_t size, std::string& bytes) {
  bytes.resize(static_cast<std::size_t>(size));
  const auto have = read_at(fd, offset, std::as_writable_bytes(std::span<char>(bytes)));
  if (!have) throw_errno("read", path);
  bytes.resize(*have);
}

/// The file's descriptor, which the caller closes.
int open_plain_file(const std::string& path) {
  const auto refuse = [&](std::string_view why) {
    throw UsageError(
        fmt::format("--against {}: {}, but its records are read again at their places, and people's data "
                    "does not go to temporary files: give it as a plain file",
                    path, why));
  };
  if (path == "-") refuse("standard input can be read only once");
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) {
    refuse("a pipe or a device can be read only once");
  }
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw_errno("open", path);
  std::string magic;
  try {
    read_bytes(fd, path, 0, kMagicBytes, magic);
    if (compression_of(magic) != Compression::none) refuse("it is compressed");
  } catch (...) {
    ::close(fd);
    throw;
  }
  return fd;
}

}  // namespace

void require_plain_file(const std::string& path) { ::close(open_plain_file(path)); }

/// What one thread has read again.
struct IndexedRecords::Slot {
  std::unique_ptr<RecordsInPlace> window;
  std::string bytes;
  std::uint64_t begin = 0;  // of the window in the file
  std::uint64_t end = 0;
  std::uint64_t size = 0;  // of the next window where records go on behind this one
};

IndexedRecords::IndexedRecords(const ReadableFile& file, std::size_t key, unsigned slots)
    : file_(file), key_(key), fd_(open_plain_file(file.path)) {
  try {
    index();
    sort();
    std::string head;
    read_bytes(fd_, file_.path, 0, first_record_, head);
    for (unsigned i = 0; i < std::max(1U, slots); ++i) {
      slots_.push_back(std::make_unique<Slot>());
      slots_.back()->window = make_records_in_place(file_.layout, file_.format, file_.text, head);
    }
  } catch (...) {
    ::close(fd_);
    throw;
  }
}

bool keeps_history(const Layout& layout) { return layout.find("update_seq").has_value(); }

IndexedRecords::~IndexedRecords() { ::close(fd_); }

void IndexedRecords::index() {
  FileFaults faults;
  const auto source = open_source(file_.path);
  const auto reader = make_reader(file_.layout, file_.format, *source, faults, file_.text);
  RecordBlock block(file_.layout.items.size());
  bool first = true;
  while (reader->read(block)) {
    if (first) first_record_ = block[0].position().offset;
    first = false;
    for (std::size_t i = 0; i < block.size(); ++i) {
      const RecordView record = block[i];
      if (record.bad() || record[key_].empty()) continue;
      const auto hash = hasher_.hash(without_zero_fill(record[key_], file_.layout.items[key_]));
      entries_.push_back({hash[0], record.position().offset, static_cast<std::uint32_t>(hash[1]),
                          static_cast<std::uint32_t>(record.raw().size())});
    }
  }
  summary_ = reader->summary();
  file_faults_ = faults.count();
}

void IndexedRecords::sort() {
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.hash, a.more_hash, a.offset) < std::tie(b.hash, b.more_hash, b.offset);
  });
  const bool history = keeps_history(file_.layout);
  std::size_t kept = 0;
  for (std::size_t begin = 0; begin < entries_.size();) {
    std::size_t end = begin + 1;
    while (end < entries_.size() && entries_[end].hash == entries_[begin].hash &&
           entries_[end].more_hash == entries_[begin].more_hash) {
      ++end;
    }
    const bool one = end - begin == 1;
    if (one || history) entries_[kept++] = entries_[end - 1];
    if (!one && !history) repeated_ += end - begin;
    begin = end;
  }
  entries_.resize(kept);
  entries_.shrink_to_fit();
}

const IndexedRecords::Entry* IndexedRecords::entry_of(std::string_view key) const {
  const auto hash = hasher_.hash(without_zero_fill(key, file_.layout.items[key_]));
  const auto wanted = std::pair(hash[0], static_cast<std::uint32_t>(hash[1]));
  const auto found = std::lower_bound(
      entries_.begin(), entries_.end(), wanted,
      [](const Entry& entry, const auto& least) { return std::pair(entry.hash, entry.more_hash) < least; });
  return found == entries_.end() || found->hash != wanted.first || found->more_hash != wanted.second ? nullptr
                                                                                                     : &*found;
}

std::optional<RecordView> IndexedRecords::find(std::string_view key, unsigned slot_number) {
  const Entry* entry = entry_of(key);
  if (entry == nullptr) return std::nullopt;
  Slot& slot = *slots_.at(slot_number);
  if (entry->offset >= slot.begin && entry->offset < slot.end) {
    if (const auto record = slot.window->at(entry->offset)) return record;
  }
  // At the end of the last window or a little way behind: files are in one order, and more will follow from there.
  const bool near = slot.end != 0 && entry->offset >= slot.begin && entry->offset < slot.end + kMostWindow;
  slot.size = near ? std::clamp(slot.size * 2, kLeastWindow, kMostWindow) : 0;
  const bool alone = slot.size <= entry->bytes;
  read_bytes(fd_, file_.path, entry->offset, alone ? entry->bytes : slot.size, slot.bytes);
  slot.begin = entry->offset;
  slot.end = entry->offset + slot.bytes.size();
  slot.window->fill(slot.bytes, entry->offset, alone);
  auto record = slot.window->at(entry->offset);
  if (!record && !alone) {  // the last row of a file, without its line end
    read_bytes(fd_, file_.path, entry->offset, entry->bytes, slot.bytes);
    slot.window->fill(slot.bytes, entry->offset, true);
    record = slot.window->at(entry->offset);
  }
  const Item& item = file_.layout.items[key_];
  if (!record || without_zero_fill((*record)[key_], item) != without_zero_fill(key, item)) {
    throw WorldError(fmt::format("cannot read {}: it changed while it was read", file_.path));
  }
  return record;
}

}  // namespace daicho
