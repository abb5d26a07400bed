// A file from a charset to another in several threads: each reads a block, converts it and writes it when its turn has
// come, so that the output is in order and memory does not grow with the file.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <string>

#include "converters/transcode.hpp"
#include "formats/byte_sink.hpp"
#include "formats/byte_source.hpp"

namespace daicho {

class TranscodePipeline {
 public:
  /// All must outlive it.
  TranscodePipeline(const BlockTranscoder& transcoder, ByteSource& source, ByteSink& sink)
      : transcoder_(transcoder), source_(source), sink_(sink), text_(transcoder.options().to) {}

  /// Converts everything with `threads` threads (at least 1), or what precedes the first fault. Throws what the source
  /// or the sink threw, after what precedes it has been written.
  void run(unsigned threads);

  const TranscodeCounts& counts() const { return text_.counts(); }
  const std::optional<TranscodeFault>& fault() const { return text_.fault(); }

 private:
  /// A block on its way, with buffers that one thread uses again and again.
  struct Work {
    std::uint64_t number = 0;
    std::string buffer;
    std::size_t size = 0;  ///< of the block, in `buffer`
    bool last = false;
    std::string out;
    TranscodedBlock block;
    std::exception_ptr failure;  ///< thrown once the block is written
  };

  void work();
  bool read(Work& work);
  void fill(Work& work);
  void convert(Work& work) const;
  bool write(Work& work);

  const BlockTranscoder& transcoder_;
  ByteSource& source_;
  ByteSink& sink_;

  std::mutex reading_;  // holds what belongs to the input
  std::string held_;    // bytes after the last cut
  std::uint64_t blocks_read_ = 0;
  bool input_ended_ = false;

  std::mutex writing_;  // holds what belongs to the output
  std::condition_variable turn_;
  std::uint64_t blocks_written_ = 0;
  bool stopped_ = false;
  TranscodedText text_;
  std::exception_ptr failure_;
};

}  // namespace daicho
