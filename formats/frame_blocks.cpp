#include "formats/frame_blocks.hpp"

#include <system_error>
#include <thread>
#include <utility>

namespace daicho {
namespace {

/// A block of many short records, each with its findings, must not outgrow one of few long ones.
constexpr std::size_t kMostFrames = 512;

}  // namespace

void FrameBlock::for_each_finding(const std::function<void(Placed& placed, bool of_record)>& use) {
  auto of_record = of_records.begin();
  const auto tell_records_before = [&](std::size_t frame) {
    for (; of_record != of_records.end() && of_record->frame < frame; ++of_record) use(*of_record, true);
  };
  for (Placed& placed : of_file) {
    tell_records_before(placed.frame);
    use(placed, false);
  }
  tell_records_before(frames.size());
}

FrameBlocks::FrameBlocks(const Layout& layout, const FormatSpec& format, ByteSource& source, std::size_t block_bytes,
                         std::size_t blocks, Use use)
    : FrameBlocks([&](FindingSink& findings) { return std::make_unique<FixedFile>(layout, format, source, findings); },
                  block_bytes, blocks, std::move(use)) {}

FrameBlocks::FrameBlocks(const Open& open, std::size_t block_bytes, std::size_t blocks, Use use)
    : block_bytes_(block_bytes), use_(std::move(use)), file_(open(findings_)) {
  for (std::size_t i = 0; i < blocks; ++i) free_.push_back(std::make_unique<FrameBlock>());
}

std::unique_ptr<FrameBlock> FrameBlocks::take() {
  // A free block first: a thread that waits for one must not keep others from the file.
  Block block = take_free();
  if (!block) return nullptr;
  const std::lock_guard lock(file_mutex_);
  if (ended_) return nullptr;
  fill(*block);
  return block;
}

FrameBlocks::Block FrameBlocks::take_free() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !free_.empty() || stopped_; });
  if (stopped_) return nullptr;
  Block block = std::move(free_.back());
  free_.pop_back();
  return block;
}

void FrameBlocks::fill(FrameBlock& block) {
  block.number = next_number_++;
  block.first_record = next_record_;
  block.frames.clear();
  block.of_file.clear();
  block.of_records.clear();
  block.bytes.clear();
  while (block.frames.empty() || (block.bytes.size() < block_bytes_ && block.frames.size() < kMostFrames)) {
    ended_ = !file_->next(frame_);
    for (Finding& finding : findings_.findings) block.of_file.push_back({block.frames.size(), std::move(finding)});
    findings_.findings.clear();
    if (ended_) break;
    block.bytes.append(frame_.whole);
    block.frames.push_back(frame_);
    if (!frame_.control) ++next_record_;
  }
  block.last = ended_;
  block.end = file_->offset();
  // The bytes have their last place only now.
  std::string_view rest = block.bytes;
  for (RecordFrame& frame : block.frames) {
    frame.whole = rest.substr(0, frame.whole.size());
    frame.bytes = rest.substr(0, frame.bytes.size());
    rest.remove_prefix(frame.whole.size());
  }
}

void FrameBlocks::put(std::unique_ptr<FrameBlock> block) {
  std::unique_lock lock(mutex_);
  const std::uint64_t number = block->number;
  checked_.emplace(number, std::move(block));
  if (using_) return;  // whoever uses blocks now comes to this one
  using_ = true;
  for (auto next = checked_.begin(); next != checked_.end() && next->first == next_use_; next = checked_.begin()) {
    Block due = std::move(next->second);
    checked_.erase(next);
    lock.unlock();
    use_(*due);
    lock.lock();
    ++next_use_;
    free_.push_back(std::move(due));
    changed_.notify_all();
  }
  using_ = false;
}

/// Lets nobody wait any more: something failed.
void FrameBlocks::stop() {
  const std::lock_guard lock(mutex_);
  if (!failure_) failure_ = std::current_exception();
  stopped_ = true;
  changed_.notify_all();
}

void FrameBlocks::run(unsigned threads, std::unique_ptr<FrameBlock> first,
                      const std::function<void(unsigned slot, FrameBlock& block)>& check) {
  const auto work = [&](unsigned slot, Block block) {
    try {
      if (!block) block = take();
      for (; block; block = take()) {
        check(slot, *block);
        put(std::move(block));
      }
    } catch (...) {
      stop();
    }
  };
  std::vector<std::thread> others;
  try {
    for (unsigned slot = 1; slot < threads; ++slot) others.emplace_back(work, slot, nullptr);
  } catch (const std::system_error&) {
    // No more threads to be had: those that run do all.
  }
  work(0, std::move(first));
  for (std::thread& other : others) other.join();
  if (failure_) std::rethrow_exception(failure_);
}

}  // namespace daicho
