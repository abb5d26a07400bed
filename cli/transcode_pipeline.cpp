#include "cli/transcode_pipeline.hpp"

#include <thread>
#include <vector>

#include "converters/text_cut.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBlock = std::size_t{256} * 1024;               // stays in a processor's own cache
constexpr std::size_t kLongestBlock = std::size_t{16} * 1024 * 1024;  // of EBCDIC that does not shift back

constexpr char kShiftOut = 0x0E;

/// Whether the last shift code of EBCDIC, in which neither is ever part of another code, begins double-byte codes.
bool ends_in_open_run(std::string_view bytes) {
  const std::size_t shift = bytes.find_last_of(std::string_view("\x0E\x0F", 2));
  return shift != std::string_view::npos && bytes[shift] == kShiftOut;
}

}  // namespace

void TranscodePipeline::run(unsigned threads) {
  std::vector<std::thread> helpers;
  for (unsigned i = 1; i < threads; ++i) helpers.emplace_back([this] { work(); });
  work();
  for (std::thread& helper : helpers) helper.join();
  if (failure_) std::rethrow_exception(failure_);
  sink_.write(text_.finish());
}

void TranscodePipeline::work() {
  Work work;
  while (read(work)) {
    convert(work);
    if (!write(work)) return;
  }
}

/// The next block; false where the input has ended.
bool TranscodePipeline::read(Work& work) {
  const std::lock_guard lock(reading_);
  if (input_ended_) return false;
  work.number = blocks_read_++;
  work.failure = nullptr;
  work.size = 0;
  try {
    fill(work);
  } catch (...) {
    work.failure = std::current_exception();
    work.size = cut_text(transcoder_.options().from, std::string_view(work.buffer.data(), work.size));
  }
  input_ended_ = work.last || work.failure;
  return true;
}

void TranscodePipeline::fill(Work& work) {
  if (work.buffer.size() < kBlock) work.buffer.resize(kBlock);
  held_.copy(work.buffer.data(), held_.size());
  work.size = held_.size();
  for (;;) {
    const std::size_t count = source_.read(work.buffer.data() + work.size, work.buffer.size() - work.size);
    work.size += count;
    work.last = count == 0;
    if (work.last) return;
    if (work.size < work.buffer.size()) continue;
    const std::string_view bytes(work.buffer.data(), work.size);
    const std::size_t cut = cut_text(transcoder_.options().from, bytes);
    if (cut == 0 && bytes.size() < kLongestBlock) {
      work.buffer.resize(2 * work.buffer.size());
      continue;
    }
    if (cut == 0 && ends_in_open_run(bytes)) {  // told as double-byte codes that nobody closes
      work.size -= (bytes.size() - bytes.rfind(kShiftOut) - 1) % 2;
      work.last = true;
      return;
    }
    work.size = cut == 0 ? bytes.size() : cut;
    held_ = bytes.substr(work.size);
    return;
  }
}

void TranscodePipeline::convert(Work& work) const {
  work.out.clear();
  try {
    const std::string_view bytes(work.buffer.data(), work.size);
    work.block = transcoder_.convert({bytes, work.number == 0, work.last}, work.out);
  } catch (...) {
    work.failure = std::current_exception();
    work.block = {};
    work.out.clear();
  }
}

/// Waits for its turn and writes; false where nothing more is to be done.
bool TranscodePipeline::write(Work& work) {
  std::unique_lock lock(writing_);
  turn_.wait(lock, [&] { return stopped_ || blocks_written_ == work.number; });
  if (stopped_) return false;
  try {
    if (!text_.add(work.block, work.out)) stopped_ = true;
    sink_.write(work.out);
    if (work.failure) std::rethrow_exception(work.failure);
  } catch (...) {
    failure_ = std::current_exception();
    stopped_ = true;
  }
  ++blocks_written_;
  turn_.notify_all();
  return !stopped_ && !work.last;
}

}  // namespace daicho
