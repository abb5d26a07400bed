#include "formats/read_ahead.hpp"

#include <utility>

namespace daicho {
namespace {

constexpr std::size_t kBlocks = 4;  // one in use, one being read, two between

}  // namespace

ReadAhead::ReadAhead(RecordReader& reader, FindingList& findings, std::size_t item_count, unsigned threads)
    : reader_(reader), findings_(findings) {
  const std::size_t blocks = threads == 1 ? 1 : kBlocks;
  for (std::size_t i = 0; i < blocks; ++i) free_.push_back(std::make_unique<ReadBatch>(item_count));
  if (threads == 1) {
    current_ = std::move(free_.back());
  } else {
    thread_ = std::thread([this] { run(); });
  }
}

ReadAhead::~ReadAhead() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

ReadBatch& ReadAhead::next() {
  if (!thread_.joinable()) {
    fill(*current_);
    return *current_;
  }
  std::unique_lock lock(mutex_);
  if (current_) {
    free_.push_back(std::move(current_));
    changed_.notify_all();
  }
  changed_.wait(lock, [this] { return !ready_.empty() || ended_; });
  if (ready_.empty()) {
    if (failure_) std::rethrow_exception(failure_);
    // The end has been given before: it stays the end.
    current_ = std::move(free_.back());
    free_.pop_back();
    current_->block.clear();
    current_->findings.clear();
    return *current_;
  }
  current_ = std::move(ready_.front());
  ready_.pop_front();
  return *current_;
}

/// Reads one block into `batch`.
void ReadAhead::fill(ReadBatch& batch) {
  reader_.read(batch.block);
  batch.findings = std::exchange(findings_.findings, {});
  batch.summary = reader_.summary();
}

/// The thread: reads until the input or the interest ends.
void ReadAhead::run() {
  for (;;) {
    Batch batch = take_free();
    if (!batch) return;
    std::exception_ptr failure;
    try {
      fill(*batch);
    } catch (...) {
      failure = std::current_exception();
    }
    const bool last = failure || batch->block.empty();
    put(std::move(batch), failure);
    if (last) return;
  }
}

/// A batch to read into; none where nobody wants more.
ReadAhead::Batch ReadAhead::take_free() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !free_.empty() || stopping_; });
  if (stopping_) return nullptr;
  Batch batch = std::move(free_.back());
  free_.pop_back();
  return batch;
}

void ReadAhead::put(Batch batch, std::exception_ptr failure) {
  const std::lock_guard lock(mutex_);
  if (failure) {
    failure_ = std::move(failure);
    ended_ = true;
    free_.push_back(std::move(batch));
  } else {
    ended_ = batch->block.empty();
    ready_.push_back(std::move(batch));
  }
  changed_.notify_all();
}

}  // namespace daicho
