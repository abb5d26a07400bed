#include "formats/checks/told_order.hpp"

#include <algorithm>
#include <queue>
#include <span>
#include <utility>

namespace daicho {
namespace {

constexpr std::uint64_t kLeastMemory = std::uint64_t{1} << 16;
constexpr std::size_t kLengthBytes = 4;
constexpr std::size_t kEntryOverhead = sizeof(std::string) + 32;  // what the heap adds, about
constexpr std::uint64_t kLeastBuffer = 4096;

/// Big-endian: as bytes compare, so do the numbers.
void put(std::string& bytes, std::uint64_t number, std::size_t size) {
  for (std::size_t i = size; i-- > 0;) bytes += static_cast<char>(number >> (8 * i));
}

std::uint64_t take(std::string_view& bytes, std::size_t size) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < size; ++i) number = number << 8 | static_cast<unsigned char>(bytes[i]);
  bytes.remove_prefix(size);
  return number;
}

void put_text(std::string& bytes, std::string_view text) {
  put(bytes, text.size(), kLengthBytes);
  bytes += text;
}

std::string take_text(std::string_view& bytes) {
  const auto size = static_cast<std::size_t>(take(bytes, kLengthBytes));
  std::string text(bytes.substr(0, size));
  bytes.remove_prefix(size);
  return text;
}

/// Reads the entries of one run, one after the other.
class EntryReader {
 public:
  EntryReader(const SpillFile& file, std::uint64_t offset, std::uint64_t end, std::uint64_t buffer)
      : file_(file), offset_(offset), end_(end), buffer_bytes_(buffer) {
    next();
  }

  const std::string& entry() const { return entry_; }
  bool at_end() const { return at_end_; }

  void next() {
    at_end_ = !ensure(kLengthBytes);
    if (at_end_) return;
    std::string_view head = std::string_view(buffer_).substr(begin_);
    const auto size = static_cast<std::size_t>(take(head, kLengthBytes));
    ensure(kLengthBytes + size);
    entry_.assign(buffer_, begin_ + kLengthBytes, size);
    begin_ += kLengthBytes + size;
  }

 private:
  bool ensure(std::size_t bytes) {
    if (buffer_.size() - begin_ >= bytes) return true;
    buffer_.erase(0, begin_);
    begin_ = 0;
    const std::size_t have = buffer_.size();
    const std::uint64_t wanted = std::max<std::uint64_t>(bytes, buffer_bytes_);
    buffer_.resize(have + static_cast<std::size_t>(std::min(end_ - offset_, wanted)));
    file_.read(offset_, std::as_writable_bytes(std::span(buffer_).subspan(have)));
    offset_ += buffer_.size() - have;
    return buffer_.size() >= bytes;
  }

  const SpillFile& file_;
  std::uint64_t offset_;
  std::uint64_t end_;
  std::uint64_t buffer_bytes_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::string entry_;
  bool at_end_ = false;
};

}  // namespace

ToldOrder::ToldOrder(const Layout& layout, std::string file, std::uint64_t memory)
    : layout_(layout), file_(std::move(file)), memory_(std::max(memory, kLeastMemory)) {}

void ToldOrder::add(std::size_t rule, const Finding& finding) {
  std::string entry;
  put(entry, finding.record, 8);
  put(entry, rule, 1);
  put(entry, code_number(finding.code), 2);
  put(entry, finding.item, 8);
  put(entry, finding.args.size(), 1);
  for (const auto& [name, value] : finding.args) {
    put_text(entry, name);
    put_text(entry, value);
  }
  put(entry, finding.line, 8);
  put(entry, finding.column, 8);
  put(entry, finding.offset, 8);
  put(entry, finding.byte_first, 4);
  put(entry, finding.byte_last, 4);
  bytes_ += entry.size() + kEntryOverhead;
  entries_.push_back(std::move(entry));
  if (bytes_ >= memory_) spill();
}

void ToldOrder::for_each(const std::function<void(Finding)>& use) {
  if (runs_.empty()) {
    sort();
    for (const std::string& entry : entries_) use(finding_of(entry));
  } else {
    spill();
    merge(use);
  }
  entries_.clear();
  runs_.clear();
  spilt_.reset();
  bytes_ = 0;
}

std::size_t ToldOrder::code_number(const FindingCode& code) {
  const auto found = std::find(codes_.begin(), codes_.end(), code);
  const auto number = static_cast<std::size_t>(found - codes_.begin());
  if (found == codes_.end()) codes_.push_back(code);
  return number;
}

Finding ToldOrder::finding_of(std::string_view entry) const {
  Finding finding;
  finding.file = file_;
  finding.layout = &layout_;
  finding.record = take(entry, 8);
  take(entry, 1);
  finding.code = codes_[static_cast<std::size_t>(take(entry, 2))];
  finding.item = static_cast<std::size_t>(take(entry, 8));
  for (std::uint64_t args = take(entry, 1); args > 0; --args) {
    std::string name = take_text(entry);
    finding.args.emplace_back(std::move(name), take_text(entry));
  }
  finding.line = take(entry, 8);
  finding.column = take(entry, 8);
  finding.offset = take(entry, 8);
  finding.byte_first = static_cast<std::uint32_t>(take(entry, 4));
  finding.byte_last = static_cast<std::uint32_t>(take(entry, 4));
  return finding;
}

void ToldOrder::sort() { std::sort(entries_.begin(), entries_.end()); }

void ToldOrder::spill() {
  sort();
  if (!spilt_) spilt_ = std::make_unique<SpillFile>();
  Run run{spilt_->size(), 0};
  std::string bytes;
  for (const std::string& entry : entries_) {
    put_text(bytes, entry);
    if (bytes.size() < kLeastBuffer) continue;
    spilt_->append(std::as_bytes(std::span(bytes)));
    bytes.clear();
  }
  spilt_->append(std::as_bytes(std::span(bytes)));
  run.end = spilt_->size();
  runs_.push_back(run);
  entries_.clear();
  bytes_ = 0;
}

void ToldOrder::merge(const std::function<void(Finding)>& use) {
  const std::uint64_t buffer = std::max(kLeastBuffer, memory_ / runs_.size());
  std::vector<EntryReader> readers;
  readers.reserve(runs_.size());
  for (const Run& run : runs_) readers.emplace_back(*spilt_, run.offset, run.end, buffer);
  const auto later = [](const EntryReader* a, const EntryReader* b) { return b->entry() < a->entry(); };
  std::priority_queue<EntryReader*, std::vector<EntryReader*>, decltype(later)> queue(later);
  for (EntryReader& reader : readers) {
    if (!reader.at_end()) queue.push(&reader);
  }
  while (!queue.empty()) {
    EntryReader* least = queue.top();
    queue.pop();
    use(finding_of(least->entry()));
    least->next();
    if (!least->at_end()) queue.push(least);
  }
}

}  // namespace daicho
