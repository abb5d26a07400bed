// A record file in blocks of frames that several threads take in turns and give back in any order.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "formats/finding.hpp"
#include "formats/fixed_file.hpp"
#include "formats/record.hpp"

namespace daicho {

/// Some frames of a file, whole ones, with what was found about them. Frames' views are into the block.
struct FrameBlock {
  /// A finding and the frame before which (of the file) or at which (of a record) it stands.
  struct Placed {
    std::size_t frame = 0;
    Finding finding;
  };
  /// What an envelope asks of a data frame.
  struct Counted {
    bool readable = false;
    std::string key;
  };

  std::uint64_t number = 0;        ///< of the block, from 0
  std::uint64_t first_record = 1;  ///< number of its first data frame
  std::uint64_t end = 0;           ///< offset behind its last frame
  bool last = false;
  std::vector<RecordFrame> frames;
  std::vector<Placed> of_file;     ///< in order, by FixedFile
  std::vector<Placed> of_records;  ///< in order, by whoever checks the block
  std::vector<Counted> counted;    ///< by frame, where the file has an envelope
  std::string bytes;

  /// What a conversion makes of it.
  struct Refused {
    std::size_t frame = 0;
    std::size_t made = 0;       ///< bytes that were made before it
    std::uint64_t written = 0;  ///< records that were written before it
  };
  /// A record with characters that were written as similar ones.
  struct Similar {
    std::size_t frame = 0;
    std::size_t characters = 0;
    OwnedRecord record;
  };
  /// Calls with what was found, in the order of the file: about a frame's record, or about the file before that frame.
  void for_each_finding(const std::function<void(Placed& placed, bool of_record)>& use);

  std::string made;
  std::uint64_t written = 0;     ///< records in `made`
  std::vector<Similar> similar;  ///< in order
  std::vector<Refused> refused;  ///< in order
};

/// Hands out the blocks of a file and takes them back. A few blocks are on their way at a time, so memory stays flat.
class FrameBlocks {
 public:
  using Use = std::function<void(FrameBlock&)>;

  /// Layout and source must outlive it. `blocks` is the number of blocks on their way, more than there are threads;
  /// `use` gets the checked blocks in the order of the file, from one thread at a time.
  FrameBlocks(const Layout& layout, const FormatSpec& format, ByteSource& source, std::size_t block_bytes,
              std::size_t blocks, Use use);
  /// The same of any frames: `open` is given the sink of what is found about the file.
  using Open = std::function<std::unique_ptr<FrameSource>(FindingSink& findings)>;
  FrameBlocks(const Open& open, std::size_t block_bytes, std::size_t blocks, Use use);

  /// The next block; null at the end, or after a failure. At least one block comes, if only an empty one. May wait for
  /// blocks of others.
  std::unique_ptr<FrameBlock> take();
  /// Gives a block back. May use it and others here and now.
  void put(std::unique_ptr<FrameBlock> block);

  /// Takes all blocks and gives each to `check` of its thread's slot (from 0), in up to `threads` threads, of which
  /// this one is the first; `first` was taken already, or is null. Ends when all blocks were used. Throws what the
  /// first `check` that failed threw, or what reading or `use` threw.
  void run(unsigned threads, std::unique_ptr<FrameBlock> first,
           const std::function<void(unsigned slot, FrameBlock& block)>& check);

 private:
  using Block = std::unique_ptr<FrameBlock>;

  Block take_free();
  void stop();
  void fill(FrameBlock& block);

  const std::size_t block_bytes_;
  const Use use_;
  FindingList findings_;  // of file_, taken after each frame
  std::unique_ptr<FrameSource> file_;
  std::mutex file_mutex_;  // of the four below and the two above
  std::uint64_t next_number_ = 0;
  std::uint64_t next_record_ = 1;
  bool ended_ = false;
  RecordFrame frame_;

  std::mutex mutex_;  // of all below
  std::condition_variable changed_;
  std::vector<Block> free_;
  std::map<std::uint64_t, Block> checked_;
  std::uint64_t next_use_ = 0;
  bool using_ = false;  // somebody is
  bool stopped_ = false;
  std::exception_ptr failure_;
};

}  // namespace daicho
