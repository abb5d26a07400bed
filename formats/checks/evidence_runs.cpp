#include "formats/checks/evidence_runs.hpp"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <utility>

namespace daicho {
namespace {

constexpr std::size_t kBuckets = 256;
constexpr std::size_t kWorthThreads = 1 << 14;
constexpr std::size_t kWorthBuckets = 300;
constexpr std::uint64_t kLeastBufferBytes = 4096;
constexpr std::size_t kLeastFanIn = 16;
constexpr std::uint64_t kMostBufferBytes = 1 << 20;

using BucketEnds = std::array<std::size_t, kBuckets>;

/// Moves each piece of evidence into the bucket of one byte of its key, in place; the ends of the buckets.
BucketEnds partition(std::span<PackedEvidence> evidence, std::size_t key_byte) {
  BucketEnds ends{};
  for (const PackedEvidence& each : evidence) ++ends[each.key_byte(key_byte)];
  BucketEnds next{};
  std::size_t begin = 0;
  for (std::size_t bucket = 0; bucket < kBuckets; ++bucket) {
    next[bucket] = begin;
    begin = ends[bucket] += begin;
  }
  for (std::size_t bucket = 0; bucket < kBuckets; ++bucket) {
    while (next[bucket] < ends[bucket]) {
      PackedEvidence& here = evidence[next[bucket]];
      const std::size_t home = here.key_byte(key_byte);
      if (home != bucket) std::swap(here, evidence[next[home]]);
      ++next[home];
    }
  }
  return ends;
}

std::span<PackedEvidence> bucket_of(std::span<PackedEvidence> evidence, const BucketEnds& ends, std::size_t bucket) {
  const std::size_t begin = bucket == 0 ? 0 : ends[bucket - 1];
  return evidence.subspan(begin, ends[bucket] - begin);
}

/// Sorts evidence that has the first `key_byte` bytes of its key in common.
void sort_from(std::span<PackedEvidence> evidence, std::size_t key_byte) {
  if (evidence.size() <= kWorthBuckets || key_byte == PackedEvidence::kKeyBytes) {
    std::sort(evidence.begin(), evidence.end());
    return;
  }
  const BucketEnds ends = partition(evidence, key_byte);
  for (std::size_t bucket = 0; bucket < kBuckets; ++bucket) {
    sort_from(bucket_of(evidence, ends, bucket), key_byte + 1);
  }
}

std::span<const std::byte> bytes_of(std::span<const PackedEvidence> evidence) { return std::as_bytes(evidence); }

/// Reads one run from its beginning to its end.
class RunReader {
 public:
  RunReader(EvidenceRun run, std::uint64_t buffer_bytes) : run_(std::move(run)) {
    if (run_.file) {
      left_ = run_.count;
      buffer_entries_ = std::max<std::size_t>(1, buffer_bytes / sizeof(PackedEvidence));
      refill();
    } else {
      window_ = run_.evidence;
    }
  }

  bool at_end() const { return window_.empty(); }
  const PackedEvidence& front() const { return window_.front(); }
  void pop() {
    window_ = window_.subspan(1);
    if (window_.empty() && left_ > 0) refill();
  }

 private:
  void refill() {
    buffer_.resize(static_cast<std::size_t>(std::min<std::uint64_t>(left_, buffer_entries_)));
    if (buffer_.empty()) return;
    run_.file->read(run_.offset, std::as_writable_bytes(std::span(buffer_)));
    run_.offset += buffer_.size() * sizeof(PackedEvidence);
    left_ -= buffer_.size();
    window_ = buffer_;
  }

  EvidenceRun run_;
  std::uint64_t left_ = 0;  // of the run in its file
  std::size_t buffer_entries_ = 0;
  std::vector<PackedEvidence> buffer_;
  std::span<const PackedEvidence> window_;
};

/// The runs' readers as a heap whose first has the least evidence.
void merge_at_once(std::span<EvidenceRun> runs, std::uint64_t memory,
                   const std::function<void(const PackedEvidence&)>& use) {
  const std::uint64_t share =
      std::clamp(memory / std::max<std::size_t>(1, runs.size()), kLeastBufferBytes, kMostBufferBytes);
  std::vector<RunReader> readers;
  readers.reserve(runs.size());
  for (EvidenceRun& run : runs) {
    if (run.size() > 0) readers.emplace_back(std::move(run), share);
  }
  std::vector<RunReader*> heap;
  heap.reserve(readers.size());
  for (RunReader& reader : readers) heap.push_back(&reader);
  const auto later = [](const RunReader* a, const RunReader* b) { return b->front() < a->front(); };
  std::make_heap(heap.begin(), heap.end(), later);
  while (heap.size() > 1) {
    std::pop_heap(heap.begin(), heap.end(), later);
    RunReader& least = *heap.back();
    // Up to the least of the others it is alone.
    do {
      use(least.front());
      least.pop();
    } while (!least.at_end() && least.front() < heap.front()->front());
    if (least.at_end()) {
      heap.pop_back();
    } else {
      std::push_heap(heap.begin(), heap.end(), later);
    }
  }
  if (heap.empty()) return;
  for (RunReader& last = *heap.front(); !last.at_end(); last.pop()) use(last.front());
}

/// Merges runs into one, in another file.
EvidenceRun merge_into_file(std::span<EvidenceRun> runs, std::uint64_t memory, const std::shared_ptr<SpillFile>& file) {
  EvidenceRun merged{file, {}, file->size(), 0};
  std::vector<PackedEvidence> buffer;
  buffer.reserve(kLeastBufferBytes);
  const auto flush = [&] {
    file->append(bytes_of(buffer));
    merged.count += buffer.size();
    buffer.clear();
  };
  merge_at_once(runs, memory, [&](const PackedEvidence& evidence) {
    buffer.push_back(evidence);
    if (buffer.size() == buffer.capacity()) flush();
  });
  flush();
  return merged;
}

}  // namespace

PackedEvidence::PackedEvidence(const Evidence& evidence) {
  const std::uint64_t order = evidence.place.number << 26 | std::uint64_t{evidence.nth} << 18 |
                              (evidence.place.line >> 32 & 0x3F) << 12 | (evidence.place.offset >> 32 & 0xFFF);
  words_ = {static_cast<std::uint32_t>(evidence.key_high >> 32),
            static_cast<std::uint32_t>(evidence.key_high),
            evidence.key_low,
            static_cast<std::uint32_t>(order >> 32),
            static_cast<std::uint32_t>(order),
            static_cast<std::uint32_t>(evidence.place.line),
            static_cast<std::uint32_t>(evidence.place.offset),
            static_cast<std::uint32_t>(evidence.facts >> 32),
            static_cast<std::uint32_t>(evidence.facts),
            evidence.bytes};
}

Evidence PackedEvidence::unpack() const {
  const std::uint64_t order = this->order();
  Evidence evidence;
  evidence.key_high = high();
  evidence.key_low = words_[2];
  evidence.place.number = order >> 26;
  evidence.nth = static_cast<std::uint8_t>(order >> 18);
  evidence.place.line = (order >> 12 & 0x3F) << 32 | words_[5];
  evidence.place.offset = (order & 0xFFF) << 32 | words_[6];
  evidence.facts = std::uint64_t{words_[7]} << 32 | words_[8];
  evidence.bytes = words_[9];
  return evidence;
}

void sort_evidence(std::span<PackedEvidence> evidence, unsigned threads) {
  if (threads <= 1 || evidence.size() < kWorthThreads) {
    sort_from(evidence, 0);
    return;
  }
  const BucketEnds ends = partition(evidence, 0);
  std::atomic<std::size_t> next{0};
  const auto sort_buckets = [&] {
    for (std::size_t bucket = next++; bucket < kBuckets; bucket = next++) {
      sort_from(bucket_of(evidence, ends, bucket), 1);
    }
  };
  std::vector<std::thread> helpers;
  try {
    for (unsigned i = 1; i < threads; ++i) helpers.emplace_back(sort_buckets);
  } catch (const std::system_error&) {
    // No more threads to be had: those that run do all.
  }
  sort_buckets();
  for (std::thread& helper : helpers) helper.join();
}

EvidenceRun spill_run(const std::shared_ptr<SpillFile>& file, std::span<const PackedEvidence> evidence) {
  EvidenceRun run{file, {}, file->size(), evidence.size()};
  file->append(bytes_of(evidence));
  return run;
}

void merge_runs(std::vector<EvidenceRun> runs, std::uint64_t memory,
                const std::function<void(const PackedEvidence&)>& use) {
  const std::size_t fan_in = std::max<std::size_t>(kLeastFanIn, static_cast<std::size_t>(memory / kLeastBufferBytes));
  const bool in_files =
      std::any_of(runs.begin(), runs.end(), [](const EvidenceRun& run) { return run.file != nullptr; });
  while (in_files && runs.size() > fan_in) {
    const auto file = std::make_shared<SpillFile>();
    std::vector<EvidenceRun> merged;
    for (std::span<EvidenceRun> rest = runs; !rest.empty();) {
      const std::size_t count = std::min(fan_in, rest.size());
      merged.push_back(merge_into_file(rest.first(count), memory, file));
      rest = rest.subspan(count);
    }
    runs = std::move(merged);
  }
  merge_at_once(runs, memory, use);
}

}  // namespace daicho
