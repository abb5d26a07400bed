#include "formats/checks/evidence.hpp"

#include <openssl/rand.h>
#include <xxhash.h>

#include <algorithm>
#include <type_traits>
#include <utility>

#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::size_t kFirstCapacity = 1024;
constexpr std::size_t kLeastGroup = 1024;

/// The evidence of one key. Where the file has one key almost everywhere it does not fit into memory, and lies in a
/// file that is mapped.
class KeyGroup {
 public:
  explicit KeyGroup(std::uint64_t memory)
      : limit_(std::max<std::size_t>(kLeastGroup, static_cast<std::size_t>(memory / 4 / sizeof(Evidence)))) {}

  bool empty() const { return evidence_.empty() && !spilt_; }

  void add(const Evidence& evidence) {
    if (evidence_.size() == limit_) spill();
    evidence_.push_back(evidence);
  }

  std::span<const Evidence> all() {
    if (!spilt_) return evidence_;
    spill();
    const std::span<const std::byte> bytes = file_->map();
    return {reinterpret_cast<const Evidence*>(bytes.data()), bytes.size() / sizeof(Evidence)};
  }

  void clear() {
    evidence_.clear();
    if (spilt_) file_->clear();
    spilt_ = false;
  }

 private:
  void spill() {
    static_assert(std::is_trivially_copyable_v<Evidence>);
    if (!file_) file_ = std::make_unique<SpillFile>();
    file_->append(std::as_bytes(std::span(evidence_)));
    evidence_.clear();
    spilt_ = true;
  }

  std::size_t limit_;
  std::vector<Evidence> evidence_;
  std::unique_ptr<SpillFile> file_;
  bool spilt_ = false;
};

}  // namespace

ValueHasher::ValueHasher() : secret_() {
  static_assert(std::tuple_size_v<decltype(secret_)> >= XXH3_SECRET_SIZE_MIN);
  if (RAND_bytes(secret_.data(), static_cast<int>(secret_.size())) != 1) {
    throw WorldError("cannot draw random bytes: the system gives none");
  }
}

std::array<std::uint64_t, 2> ValueHasher::hash(std::string_view value) const {
  const XXH128_hash_t hash = XXH3_128bits_withSecret(value.data(), value.size(), secret_.data(), secret_.size());
  return {hash.high64, hash.low64};
}

EvidenceStore::EvidenceStore(std::uint64_t memory)
    : memory_(memory), limit_(std::max<std::size_t>(1, static_cast<std::size_t>(memory / sizeof(PackedEvidence)))) {}

void EvidenceStore::take(EvidenceStore& other) {
  taken_.push_back(std::exchange(other.evidence_, {}));
  for (auto& evidence : other.taken_) taken_.push_back(std::move(evidence));
  for (EvidenceRun& run : other.runs_) runs_.push_back(std::move(run));
  other.taken_.clear();
  other.runs_.clear();
  other.file_.reset();
}

void EvidenceStore::for_each_key(const std::function<void(std::span<const Evidence>)>& use, unsigned threads) {
  std::vector<std::vector<PackedEvidence>> buffers = std::exchange(taken_, {});
  buffers.push_back(std::exchange(evidence_, {}));
  std::vector<EvidenceRun> runs = std::exchange(runs_, {});
  // Beside runs in files, all of the memory belongs to the merge.
  const bool to_file = !runs.empty();
  for (std::vector<PackedEvidence>& buffer : buffers) {
    sort_evidence(buffer, threads);
    EvidenceRun run{nullptr, std::move(buffer), 0, 0};
    if (to_file) {
      if (!file_) file_ = std::make_shared<SpillFile>();
      run = spill_run(file_, run.evidence);
    }
    runs.push_back(std::move(run));
  }
  file_.reset();
  KeyGroup group(memory_);
  PackedEvidence last;
  merge_runs(std::move(runs), memory_, [&](const PackedEvidence& evidence) {
    if (!group.empty() && !evidence.same_key(last)) {
      use(group.all());
      group.clear();
    }
    group.add(evidence.unpack());
    last = evidence;
  });
  if (!group.empty()) use(group.all());
}

void EvidenceStore::make_room() {
  if (evidence_.size() >= limit_) {
    sort_evidence(evidence_, 1);
    if (!file_) file_ = std::make_shared<SpillFile>();
    runs_.push_back(spill_run(file_, evidence_));
    evidence_.clear();
  } else {
    evidence_.reserve(std::min(limit_, std::max(kFirstCapacity, evidence_.capacity() * 2)));
  }
}

}  // namespace daicho
