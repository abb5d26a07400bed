// Reads blocks of records in a thread of its own, a few blocks ahead of whoever uses them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "formats/finding.hpp"
#include "formats/reader.hpp"
#include "formats/record.hpp"

namespace daicho {

/// What one call of the reader brought.
struct ReadBatch {
  explicit ReadBatch(std::size_t item_count) : block(item_count) {}
  RecordBlock block;              ///< empty at the end of the input
  std::vector<Finding> findings;  ///< of this block
  ReadSummary summary;            ///< as the reader had it after this block
};

/// Blocks come in the order of the input. With one thread everything happens in `next`.
class ReadAhead {
 public:
  /// `findings` is the sink that the reader reports to, and belongs to this object until it is gone. All must outlive
  /// it.
  ReadAhead(RecordReader& reader, FindingList& findings, std::size_t item_count, unsigned threads);
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;
  ~ReadAhead();  ///< stops the reading where it is

  /// The next block, valid until the next call; an empty block at the end. Throws what the reader threw.
  ReadBatch& next();

 private:
  using Batch = std::unique_ptr<ReadBatch>;

  void fill(ReadBatch& batch);
  void run();
  void put(Batch batch, std::exception_ptr failure);
  Batch take_free();

  RecordReader& reader_;
  FindingList& findings_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> ready_;  // in order
  std::vector<Batch> free_;
  std::exception_ptr failure_;
  bool ended_ = false;     // the thread will bring no more
  bool stopping_ = false;  // nobody wants more
  Batch current_;
  std::thread thread_;
};

}  // namespace daicho
