// A record file read by several threads that take its frames in turns.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "formats/frame_blocks.hpp"
#include "formats/frame_parser.hpp"
#include "formats/reader.hpp"

namespace daicho {

struct FrameSharing {
  unsigned threads = 1;  ///< at most
  std::size_t block_bytes = std::size_t{1} << 18;
};

/// What is known when the first block has been read.
struct SharedFile {
  const CsvColumns* columns = nullptr;  ///< see FrameSource::columns
  bool small = false;                   ///< there is no other block: what takes long to make is not worth it
  unsigned threads = 1;                 ///< that will work
};

/// What one thread does with a block.
using FrameWork = std::function<void(FrameBlock& block)>;

/// Reads a whole file. `begin` answers with the work of each thread, `use` gets the blocks in the order of the file.
/// The summary has the records and bytes read; what is bad among them the work knows.
ReadSummary share_frames(const FrameFile& file, const FrameSharing& sharing,
                         const std::function<std::vector<FrameWork>(const SharedFile&)>& begin, const FrameWork& use);

}  // namespace daicho
