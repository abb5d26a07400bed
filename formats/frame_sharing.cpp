#include "formats/frame_sharing.hpp"

#include <algorithm>

namespace daicho {

ReadSummary share_frames(const FrameFile& file, const FrameSharing& sharing,
                         const std::function<std::vector<FrameWork>(const SharedFile&)>& begin, const FrameWork& use) {
  ReadSummary summary;
  summary.format = file.format;
  const unsigned most = std::max(sharing.threads, 1U);
  const FrameSource* frames = nullptr;
  const auto open = [&](FindingSink& findings) {
    auto opened = open_frames(file, findings);
    frames = opened.get();
    return opened;
  };
  FrameBlocks blocks(open, sharing.block_bytes, most == 1 ? 1 : 3 * most, [&](FrameBlock& block) {
    summary.records = block.first_record - 1 + block.frames.size();
    summary.bytes = block.end;
    use(block);
  });
  auto first = blocks.take();
  const unsigned threads = first->last ? 1 : most;
  const std::vector<FrameWork> work = begin({frames->columns(), first->last, threads});
  blocks.run(threads, std::move(first), [&](unsigned slot, FrameBlock& block) { work[slot](block); });
  return summary;
}

}  // namespace daicho
